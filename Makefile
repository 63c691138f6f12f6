# make demo: the main job, in a browser, with nothing to set up.  make test: every test.
.PHONY: demo test soak check bench lock clean
PORT ?= 8080
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes

OURSELVES = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .

# the rules and the verbs are covered whole by their own tests; only these are measured
RULES = tests/governance tests/services

demo: $(VENV)/.run
	@exec $(BIN)/python -m bot demo --port $(PORT)

# what is compiled is kept, though the environment may say otherwise: hundreds of modules, each time
test soak bench: export PYTHONDONTWRITEBYTECODE =

test: $(VENV)/.dev
	@$(BIN)/python -m coverage erase
	@$(BIN)/python -m pytest -n 2 --dist worksteal --cov --cov-report=term -q $(RULES)
	@$(BIN)/python -m pytest -n 3 --dist worksteal -q $(addprefix --ignore=,$(RULES))

# what takes too long for every day: every story by clicks at both widths; floods, storms, 200 cuts
soak: $(VENV)/.dev
	@LINLI_SOAK=1 $(BIN)/python -m pytest -n 2 -q $$(grep -rl LINLI_SOAK tests --include=*.py)
	@$(BIN)/python -m pytest -m soak -q tests

check: $(VENV)/.dev
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/cog --check README.md README.zh-CN.md docs/*.md docs/journeys/*.md

bench: $(VENV)/.dev
	@$(BIN)/python -m benchmarks

# both locks from pyproject.toml; aiogram, the tests' oracle, needs pydantic < 2.14, so both hold it there
LOCK = $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet
lock: $(VENV)/.dev
	@$(LOCK) pyproject.toml --extra fast --extra polis --group dev -o requirements-dev.lock
	@$(LOCK) pyproject.toml --extra fast -c requirements-dev.lock -o requirements.lock

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info < (3, 14) else "Linli needs Python 3.11, 3.12 or 3.13; name one: make PYTHON=python3.11 …")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock | $(VENV)/bin/python
	@echo "Installing the libraries of requirements.lock into $(VENV) …"
	@$(INSTALL) -r requirements.lock
	@$(OURSELVES)
	@touch $@

$(VENV)/.dev: requirements-dev.lock | $(VENV)/bin/python
	@echo "Installing the libraries of requirements-dev.lock into $(VENV) …"
	@$(INSTALL) -r requirements-dev.lock
	@$(OURSELVES)
	@touch $@ $(VENV)/.run

clean:
	@rm -rf $(VENV) state .coverage* .mypy_cache .ruff_cache .import_linter_cache .hypothesis
