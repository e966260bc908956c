"""Every page of the built site put through axe, in both themes and at both widths.

Too long for the tests, which look at one page of each kind. Prints what is found, page by page.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests" / "browser"))
from looking import LOOKS, in_every_look, pages  # noqa: E402
from searching import ARGUMENTS, chromium, served  # noqa: E402


def main(site: Path) -> int:
    """Fails where a page has a violation in any look."""
    uris = [uri for locale in ("fr", "en") for uri in pages(site, locale)]
    wrong = 0
    with sync_playwright() as playwright, served(site) as base:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        for number, uri in enumerate(uris):
            page = browser.new_page()
            page.goto(base + uri)
            found = list(in_every_look(page))
            wrong += bool(found)
            page.close()
            if found:
                print(f"{uri}: {'; '.join(found)}", flush=True)
            elif number % 50 == 0:
                print(f"{number} of {len(uris)} pages", flush=True)
    print(f"{len(uris)} pages in {len(LOOKS)} looks: {wrong} with violations")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
