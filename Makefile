# Two commands matter: `make issue` builds the sample issue into out/, `make test` checks everything.
# A fresh machine needs Python 3.11 or newer, make and a package index; the rest is pinned by version and hash.

PYTHON ?= python3
ISSUE ?= content/2026-10
WHAT ?= run products lengths fitting running yardstick
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# Install from the locks. Where no package index answers, pip says so on every try; here it is said once.
define install
@$(PIP) --retries 2 $(1) 2>$(VENV)/pip.log || { \
  if grep -qE 'Retrying|No matching distribution|Could not find a version' $(VENV)/pip.log; then \
    echo 'make: no package index answers: set PIP_INDEX_URL, or PIP_NO_INDEX=1 and PIP_FIND_LINKS=FOLDER of wheels' >&2; \
  else cat $(VENV)/pip.log >&2; fi; exit 1; }
endef

.PHONY: help env issue preview test fuzz lint reference dist bench lock clean
.DEFAULT_GOAL := issue
.DELETE_ON_ERROR:

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

issue: $(VENV)/compiled ## build the sample issue into out/ (ISSUE=content/NAME for another)
	$(BIN)/bulletin build $(ISSUE)

preview: $(VENV)/installed-preview $(VENV)/compiled ## the live page: the sample issue in a browser (ISSUE=content/NAME for another)
	$(BIN)/bulletin preview $(ISSUE)

test: $(VENV)/installed-dev ## run all tests
	$(BIN)/python -m pytest -n auto

fuzz: $(VENV)/installed-dev ## try 20,000 odd inputs on each reader (make test tries 100)
	$(BIN)/python -m pytest -n auto tests/fuzz --hypothesis-profile long

lint: $(VENV)/installed-dev ## ruff, mypy and the import contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

reference: $(VENV)/installed ## write the references, the findings and schemas/ from their tables
	$(BIN)/python tools/write_reference.py

dist: $(VENV)/installed ## build the two wheels, the program and its fonts, into dist/
	rm -rf dist
	$(BIN)/python -m hatchling build -t wheel
	cd fonts && ../$(BIN)/python -m hatchling build -t wheel -d ../dist

bench: $(VENV)/installed-dev $(VENV)/compiled ## measure: WHAT="run yardstick …" for some
	@for what in $(WHAT); do echo "== bench/$$what.py"; $(BIN)/python bench/$$what.py || exit; done

env: $(VENV)/installed-dev ## create the environment for development

$(VENV)/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version + "; say: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(call install,--require-hashes -r requirements.lock)
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

# Where Python must not write bytecode itself, every command would compile every module that changed.
$(VENV)/compiled: $(VENV)/installed $(shell find src -name '*.py')
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/installed-preview: requirements-preview.lock $(VENV)/installed
	$(call install,--require-hashes -r requirements.lock -r requirements-preview.lock)
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock $(VENV)/installed-preview
	$(call install,--require-hashes -r requirements.lock -r requirements-preview.lock -r requirements-dev.lock)
	@touch $@

# Pin anew: needs `uv` on the PATH. The first file is what a build needs, the second what the live page needs besides, the
# third what only the checks need, the last what only the checks in a browser need.
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml
BESIDE = $$(sed -n 's/^\([a-zA-Z0-9_-]*\)==.*/--no-emit-package \1/p' $(1))
lock: ## pin the dependencies anew (needs uv)
	$(LOCK) --upgrade --extra build -o requirements.lock
	$(LOCK) --upgrade --extra preview -c requirements.lock $(call BESIDE,requirements.lock) -o requirements-preview.lock
	$(LOCK) --upgrade --extra build --extra preview --extra dev -c requirements.lock -c requirements-preview.lock \
	  $(call BESIDE,requirements.lock requirements-preview.lock) -o requirements-dev.lock
	$(LOCK) --upgrade --extra browser -c requirements.lock -c requirements-preview.lock -c requirements-dev.lock \
	  $(call BESIDE,requirements.lock requirements-preview.lock requirements-dev.lock) -o requirements-browser.lock

clean: ## remove what the other targets made
	rm -rf out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
