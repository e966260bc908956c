# Each task is one line on the tools below; `make site` and `make test` need python3 (3.11 or newer), make and git.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve test check bench access print clean

site: .venv/site.stamp
	@$(BIN)/mkdocs build --quiet

serve: .venv/site.stamp
	$(BIN)/mkdocs serve --no-strict

test: .venv/dev.stamp
	@sh tests/chromium.sh
	$(BIN)/pytest

check: .venv/dev.stamp
	$(BIN)/ruff format --check hooks tests bench
	$(BIN)/ruff check hooks tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/kb check

bench: .venv/dev.stamp
	$(BIN)/python bench/build_cost.py
	$(BIN)/python bench/search.py
	$(BIN)/python bench/gates.py
	$(BIN)/python bench/pages.py

access: .venv/dev.stamp site
	@sh tests/chromium.sh
	$(BIN)/python bench/access.py site

print: .venv/dev.stamp site
	@sh tests/chromium.sh
	$(BIN)/python printing/pdf.py site print

clean:
	rm -rf .venv site print

.venv/pip.stamp:
	@$(PYTHON) -m venv .venv || { echo "make: $(PYTHON) cannot make an environment; install python3-venv (Debian: apt-get install python3-venv)" >&2; exit 1; }
	@touch $@

.venv/site.stamp: requirements.txt pyproject.toml | .venv/pip.stamp
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: requirements-dev.txt .venv/site.stamp
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
