# Needs python3 (3.11 or newer) and make; everything else goes into .venv, which is made on demand.

PYTHON ?= python3
BIN := .venv/bin
RUN := $(BIN)/python
JOBS ?= auto
SECONDS ?= 60
MOST ?= 10
SEED ?= 1

RELEASE := examples/capstone-fy2008q2-8k.txt
YEAR_BEFORE := examples/capstone-fy2007q2-8k.txt
WORKPAPER := build/capstone-fy2008q2-8k.html

.DEFAULT_GOAL := help
.PHONY: help demo test check format lint types imports spelling tests update new-rule map bench bench-store bench-web site fuzz \
	calibrate mutants lock picture clean

help: ## list the targets
	@echo "tieout reads an earnings release and proves every number in it."
	@echo
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | \
		awk -F ':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

# ------------------------------------------------------------------------------- what users run

demo: .venv/installed-formats ## check a real release against the one of a year before
	@mkdir -p build
	@$(BIN)/tieout check $(RELEASE) --against $(YEAR_BEFORE); status=$$?; \
	if [ $$status -gt 1 ]; then echo "tieout could not run (exit status $$status)" >&2; exit 1; fi
	@$(BIN)/tieout check $(RELEASE) --against $(YEAR_BEFORE) --output $(WORKPAPER); \
	status=$$?; \
	if [ $$status -gt 1 ]; then echo "tieout could not run (exit status $$status)" >&2; exit 1; fi
	@echo
	@echo "The workpaper, with a tick mark beside every figure: $(WORKPAPER)"
	@echo "Now a release of your own, in Word, PDF, HTML or text, against the one of a year before:"
	@echo
	@echo "  $(BIN)/tieout check FILE --against LAST-YEAR --output workpaper.html"

# ----------------------------------------------------------------------- what contributors run

test: .venv/installed-test ## everything a change must pass; goes on after a failure, to show all
	@$(MAKE) --no-print-directory --keep-going format lint types imports spelling tests

check: .venv/installed-test ## the same without the tests
	@$(MAKE) --no-print-directory --keep-going format lint types imports spelling

tests: .venv/installed-test
	$(RUN) -m pytest -q -n $(JOBS)

format: .venv/installed-test
	$(BIN)/ruff format --check .

lint: .venv/installed-test
	$(BIN)/ruff check .

types: .venv/installed-test
	$(BIN)/mypy

imports: .venv/installed-test
	$(BIN)/lint-imports --no-logo

spelling: .venv/installed-test
	$(BIN)/codespell .

update: .venv/installed-test ## rewrite the goldens; the diff is the review
	$(RUN) -m pytest -q --update

new-rule: .venv/installed-test ## FAMILY=recompute CODE=RX001 NAME=gross-margin-... : both files of a rule
	@$(RUN) tools/new_rule.py "$(FAMILY)" "$(CODE)" "$(NAME)"

map: .venv/installed ## the module tree with its sentences (the copy in ARCHITECTURE.md is tested)
	@$(RUN) tools/module_map.py

bench: .venv/installed-bench ## PAGES="..." WRITE=1 : what figures and batches cost, beside edgartools; into the docs; 5 minutes
	@$(RUN) tools/bench.py $(if $(WRITE),--write) $(PAGES)

bench-store: .venv/installed-test ## a store of a thousand documents: added, found, in series; 1 minute
	@$(RUN) tools/bench_store.py

bench-web: .venv/installed-test ## what the page for browsers weighs, and takes in the system's Chromium; 1 minute
	@$(RUN) tools/bench_web.py

site: .venv/installed-test ## build/site: the docs as pages, and tieout in one for a browser; needs npm, and the network once
	@$(RUN) tools/write_site.py build/site
	@$(RUN) -m tieout web-bundle build/site/check --force

fuzz: .venv/installed-fuzz ## SECONDS=60 : every reader against bytes that atheris thinks up
	@$(RUN) tools/mutate.py --each 40 examples/*.txt
	@$(RUN) tools/fuzz.py $(SECONDS) examples/*.txt tests/readers/*/*.htm tests/readers/*/*.txt

calibrate: .venv/installed-test ## GOLD=FILE FOLDERS="..." : what the judge's bounds find and miss; 5 minutes
	@$(RUN) tools/calibrate.py $(if $(GOLD),--gold $(GOLD)) $(FOLDERS)

mutants: .venv/installed-mutants ## ONLY="model/amount.py" MOST=10 SEED=1 : changes that no test sees
	@$(RUN) tools/mutants.py --most $(MOST) --seed $(SEED) $(ONLY)

lock: .venv/installed ## pin every version in requirements.lock anew
	$(RUN) -m pip install --quiet uv
	@{ echo "# Every version tieout is built and tested with. Written by 'make lock'."; \
	   $(BIN)/uv pip compile pyproject.toml --upgrade --universal --all-extras --quiet \
	   --python-version 3.11 --no-header --no-emit-package tieout; } > requirements.lock.new
	@mv requirements.lock.new requirements.lock

picture: .venv/installed ## docs/workpaper.png, drawn by the system's Chromium
	@$(RUN) tools/picture.py $(RELEASE) $(YEAR_BEFORE) docs/workpaper.png 7,219

clean: ## remove what make has made
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# ------------------------------------------------------------------------------ the environment

.venv/installed: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "tieout needs Python 3.11 or newer; $(PYTHON) is `$(PYTHON) --version 2>&1`." >&2; \
		echo "Name a newer one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "$(PYTHON) cannot make a virtual environment (Debian: apt install python3-venv)." >&2; \
		exit 1; }
	$(RUN) -m pip install --quiet --disable-pip-version-check -c requirements.lock -e .
	@touch $@

.venv/installed-formats: .venv/installed
	@echo "Installing what the formats need into .venv"
	@$(RUN) -m pip install --quiet --disable-pip-version-check -c requirements.lock -e '.[formats]'
	@touch $@

.venv/installed-test: .venv/installed
	$(RUN) -m pip install --quiet --disable-pip-version-check -c requirements.lock -e '.[test]'
	@touch $@

.venv/installed-bench: .venv/installed
	$(RUN) -m pip install --quiet --disable-pip-version-check -c requirements.lock \
		-e '.[bench,pdf,word,excel,parquet,store]'
	@touch $@

.venv/installed-fuzz: .venv/installed
	$(RUN) -m pip install --quiet --disable-pip-version-check -c requirements.lock \
		-e '.[fuzz,pdf,word,excel]'
	@touch $@

.venv/installed-mutants: .venv/installed-test
	$(RUN) -m pip install --quiet --disable-pip-version-check -c requirements.lock -e '.[mutants]'
	@touch $@
