# Two commands matter: `make issue` builds the sample issue into out/, `make test` checks everything.
# A fresh machine needs Python 3.11 or newer, make and a package index; the rest is pinned by version and hash.

PYTHON ?= python3
ISSUE ?= content/2026-10
WHAT ?= run products lengths fitting running yardstick
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: env issue test lint reference bench lock clean
.DELETE_ON_ERROR:

issue: $(VENV)/installed
	$(BIN)/bulletin build $(ISSUE)

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

# docs/reference.md and schemas/, from the tables of keys
reference: $(VENV)/installed
	$(BIN)/python tools/write_reference.py

bench: $(VENV)/installed-dev
	@for what in $(WHAT); do echo "== bench/$$what.py"; $(BIN)/python bench/$$what.py || exit; done

env: $(VENV)/installed-dev

$(VENV)/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version + "; say: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock $(VENV)/installed
	$(PIP) --require-hashes -r requirements.lock -r requirements-dev.lock
	@touch $@

# Pin anew: needs `uv` on the PATH. The first file is what a build needs, the second what only the checks need.
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml
lock:
	$(LOCK) --upgrade --extra build -o requirements.lock
	$(LOCK) --upgrade --extra build --extra dev -c requirements.lock \
	  $$(sed -n 's/^\([a-zA-Z0-9_-]*\)==.*/--no-emit-package \1/p' requirements.lock) -o requirements-dev.lock

clean:
	rm -rf out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
