# Rolecast. `make` builds every document into output/, `make test` proves that it may.
# PYTHON names the Python (3.11 or newer) that .venv is made from: make PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime-installed
DEV := $(VENV)/.dev-installed
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := build
.PHONY: build setup test lint rendering fidelity gallery clean help

build: $(RUNTIME)  ## build every document into output/ (the default)
	@$(BIN)/rolecast build

setup: $(DEV)  ## only set up .venv, with everything for development

test: lint  ## every check and test that needs no other program
	PYTHONWARNDEFAULTENCODING=1 $(BIN)/python -m pytest -m "not rendering"

lint: $(DEV)  ## format, style, types and the import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

rendering: $(DEV)  ## the tests that draw pages with LibreOffice and poppler
	PYTHONWARNDEFAULTENCODING=1 $(BIN)/python -m pytest -m rendering

fidelity: $(DEV)  ## compare every deck with what LibreOffice shows of it, and publish the figures in docs/fidelity.md
	$(BIN)/python -m tests.rendering.fidelity_report

gallery: $(DEV)  ## draw one page of each kind of block in every theme anew into docs/gallery/
	$(BIN)/python -m tests.rendering.gallery

clean:  ## remove .venv and caches; output/ stays, it may hold somebody's edits
	rm -rf $(VENV) .ci/venv build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Rolecast needs Python 3.11 or newer; '$(PYTHON)' is not. Try: make PYTHON=python3.12" >&2; exit 3; }
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): pyproject.toml | $(BIN)/python
	@echo "setting up $(VENV) (once; a minute or so)"
	$(PIP) install --upgrade "pip>=25.1"
	$(PIP) install --editable .
	@touch $@

$(DEV): $(RUNTIME)
	$(PIP) install --editable . --group dev
	@touch $@
