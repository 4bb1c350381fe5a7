# Wederhoor: every target sets up what it needs. `make` alone says what there is.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PYTHON ?= $(firstword $(foreach p,python3.11 python3.12 python3.13 python3,$(shell command -v $(p) 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SHARED ?= ../shared
OUT := out

.PHONY: help setup demo test check lint types slow eval bench pictures train lock clean

help:  ## say what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: $(READY)  ## make .venv with the wederhoor command in it

$(READY): requirements/run.txt requirements/dev.txt pyproject.toml packages/wederhoor-nl/pyproject.toml
	@test -n "$(PYTHON)" || { echo "make: no python3 found; install Python 3.11 or newer" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "make: $(PYTHON) is older than 3.11; name a newer one: make PYTHON=python3.12 setup" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
	  -r requirements/run.txt -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation \
	  --editable packages/wederhoor-nl --editable .
	@touch $@

demo: $(READY)  ## build the example record, show it, write it as pages
	@mkdir -p $(OUT) && rm -f $(OUT)/al-asad.db $(OUT)/al-asad.db-wal $(OUT)/al-asad.db-shm
	$(BIN)/wederhoor --record $(OUT)/al-asad.db add examples/al-asad
	$(BIN)/wederhoor --record $(OUT)/al-asad.db timeline
	@event=$$($(BIN)/wederhoor --record $(OUT)/al-asad.db timeline --disputed | awk -F'\t' 'NR == 2 {print $$NF}'); \
	  echo; echo "A disputed event:"; $(BIN)/wederhoor --record $(OUT)/al-asad.db show "$$event"
	$(BIN)/wederhoor --record $(OUT)/al-asad.db publish $(OUT)/al-asad

test: $(READY)  ## run the fast tests
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

slow: $(READY)  ## run the tests that read many reports or start a browser
	$(BIN)/python -m pytest -m slow

lint: $(READY)  ## ruff: style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)  ## mypy, strict
	$(BIN)/mypy

check: lint types test slow  ## all that CI runs: lint, types, every test, accuracy floors
	WEDERHOOR_SHARED=$(SHARED) $(BIN)/python -m evaluation --gate

eval: $(READY)  ## accuracy on the annotated reports, with the change since the last run
	WEDERHOOR_SHARED=$(SHARED) $(BIN)/python -m evaluation
	WEDERHOOR_SHARED=$(SHARED) $(BIN)/python -m evaluation.times
	WEDERHOOR_SHARED=$(SHARED) $(BIN)/python -m evaluation.attribution
	WEDERHOOR_SHARED=$(SHARED) $(BIN)/python -m evaluation.storylines
	WEDERHOOR_SHARED=$(SHARED) $(BIN)/python -m evaluation.duplicates
	WEDERHOOR_SHARED=$(SHARED) $(BIN)/python -m evaluation.chains

bench: $(READY)  ## speed and memory: reading, linking, the pages of 20,000 reports
	WEDERHOOR_SHARED=$(SHARED) $(BIN)/python -m benchmarks

pictures: $(READY)  ## make the pictures of the guided tour anew
	WEDERHOOR_PICTURES=1 $(BIN)/python -m pytest -q -m slow tests/web/test_tour.py

train: $(READY)  ## train the Dutch pipeline from the data folder
	$(BIN)/python -m pip install --quiet -r training/requirements.txt
	$(BIN)/python -m training $(SHARED)/data
	$(BIN)/python -m training.compound_words $(SHARED)/data packages/wederhoor-nl/src/wederhoor_nl/compounds.gz

lock: $(READY)  ## pin requirements/*.in to newer versions (needs uv)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --no-emit-find-links --no-annotate requirements/run.in -o requirements/run.txt
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --no-emit-find-links --no-annotate requirements/dev.in -o requirements/dev.txt

clean:  ## remove what the other targets made
	rm -rf $(VENV) $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis
