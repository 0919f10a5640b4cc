# `make run` opens the dashboard, `make test` passes the tests: each does everything that must come first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --no-input --disable-pip-version-check

# How long `make fuzz` looks.
FUZZ_SECONDS ?= 45

# `make pins UPGRADE=--upgrade` moves every version; without it only what pyproject.toml asks for changes.
UPGRADE ?=
PIN := $(BIN)/uv pip compile --quiet --system-certs $(UPGRADE) --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command 'make pins' pyproject.toml

.PHONY: help run build test trust audit sbom check fuzz bench docs format screenshots pins clean

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

run: $(VENV)/ready ## install what is missing and serve the dashboard
	$(BIN)/dashboard serve

build: $(VENV)/ready ## check data/ and build the data file
	$(BIN)/dashboard build

test: $(VENV)/ready-dev ## run every test, those in a real browser included
	@tools/provide chromium
	@tools/provide office
	@tools/provide nginx
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

trust: $(VENV)/ready-dev ## attack, break and load the dashboard, and write docs/trust.md
	@tools/provide chromium
	@tools/provide nginx
	$(BIN)/python -m pytest --trust docs/trust.md

audit: $(VENV)/ready-dev ## ask the public advisories about every pinned package
	@$(BIN)/python tools/audit.py requirements.txt requirements-dev.txt

sbom: $(VENV)/ready ## write the software bill of materials, var/sbom.json
	@$(BIN)/python tools/sbom.py var/sbom.json

check: $(VENV)/ready-dev ## lint, formatting, types, import directions, generated documents
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(BIN)/lint-imports
	$(BIN)/dashboard docs --check

fuzz: $(VENV)/ready-dev ## look for captures that the parsers fall over
	@mkdir -p var/fuzz
	@if $(BIN)/python -c 'import atheris' 2>/dev/null; then \
		$(BIN)/python -m tests.fuzz.fuzz_captures var/fuzz tests/fuzz/corpus -artifact_prefix=var/fuzz/ \
			-dict=tests/fuzz/captures.dict -max_total_time=$(FUZZ_SECONDS) -max_len=4096 -print_final_stats=1 >var/fuzz.log 2>&1 \
			|| { tail -n 60 var/fuzz.log; exit 1; }; \
		grep -a '^stat::number\|DONE' var/fuzz.log; \
	else \
		echo 'atheris has no wheel for this machine: the corpus is only replayed, by make test.'; \
	fi

bench: $(VENV)/ready-bench ## measure the dashboard beside other makes of it, into docs/performance.md and docs/sizing.md
	@tools/provide chromium
	$(BIN)/python -m bench
	$(BIN)/python -m bench.sizing

docs: $(VENV)/ready ## write the documents that are generated from the code
	$(BIN)/dashboard docs

format: $(VENV)/ready-dev ## let ruff set the layout of the code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

screenshots: $(VENV)/ready-dev ## take the README's pictures anew
	@tools/provide chromium
	$(BIN)/python -m tests.browser.screenshots docs/pictures

pins: $(VENV)/ready-dev ## write requirements*.txt from pyproject.toml
	$(PIN) --group build --output-file requirements.txt
	$(PIN) --group dev --constraints requirements.txt --output-file requirements-dev.txt
	$(PIN) --group bench --constraints requirements.txt --output-file requirements-bench.txt

clean: ## remove the virtual environment and everything built
	rm -rf $(VENV) var .pytest_cache .ruff_cache .hypothesis .import_linter_cache

# The project itself is installed last and editable: the app reads pages/ and data/ beside it.
$(VENV)/ready: requirements.txt pyproject.toml | $(BIN)/python
	@echo 'Installing the pinned packages into $(VENV) (the first time takes a minute or two) …'
	@$(PIP_INSTALL) --require-hashes --requirement requirements.txt
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/ready-dev: requirements-dev.txt $(VENV)/ready
	@echo 'Installing the test tools into $(VENV) …'
	@$(PIP_INSTALL) --require-hashes --requirement requirements-dev.txt
	@touch $@

$(VENV)/ready-bench: requirements-bench.txt $(VENV)/ready-dev
	@echo 'Installing what the dashboard is compared with into $(VENV) …'
	@$(PIP_INSTALL) --require-hashes --requirement requirements-bench.txt
	@touch $@

$(BIN)/python:
	@tools/provide venv $(PYTHON)
	@$(PYTHON) -m venv $(VENV)
