#!/bin/sh
# Finds a Chromium for the browser tests, or installs one; says what to do where neither works.
set -u
bin=.venv/bin
find_one() { command -v chromium || command -v chromium-browser || command -v google-chrome || "$bin/python" tests/browser/bundled.py; }
find_one >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } >/dev/null 2>&1
  find_one >/dev/null 2>&1 && exit 0
fi
"$bin/playwright" install chromium >/dev/null 2>&1
find_one >/dev/null 2>&1 && exit 0
echo "make test: no Chromium found and none could be installed; install one (Debian: apt-get install chromium) and run make test again" >&2
exit 1
