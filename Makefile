# Everything a person types; `python3 -m machine` does the work.

PYTHON := $(shell for name in python3.11 python3 python3.12 python3.13; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$name && break; done)
MACHINE = $(if $(PYTHON),$(PYTHON) -m machine,echo "Python 3.11 or newer is needed: apt-get install python3 (Debian), brew install python@3.11 (macOS)." >&2; exit 1;)

FY ?= 2021
OUT ?= report-fy$(FY)-$(LANGUAGE).pdf
# The variable LANGUAGE of a person's own environment means something else.
ifneq ($(origin LANGUAGE), command line)
LANGUAGE := ja
endif

JOBS ?= 240
KILLS ?= 29

.DEFAULT_GOAL := help
.PHONY: help run test check report accessibility chaos bench messages lock clean

help: ## list these words
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' Makefile | expand -t 12

run: ## run the portal until Ctrl-C; PORT=8000
	@$(MACHINE) run

test: ## check, then run the tests; ARGS="tests/members -x" goes to pytest
	@$(MACHINE) test -- $(ARGS)

check: ## lint, types, import rules, templates, migrations, settings, words
	@$(MACHINE) check

report: ## write an annual report: FY=2021 LANGUAGE=ja OUT=FILE
	@$(MACHINE) report $(FY) $(LANGUAGE) "$(OUT)"

accessibility: ## test the public site, and write its accessibility statement
	@$(MACHINE) accessibility

chaos: ## kill the portal at random while it renders: JOBS=240 KILLS=29 SEED=
	@CHAOS_JOBS=$(JOBS) CHAOS_KILLS=$(KILLS) CHAOS_SEED=$(SEED) $(MACHINE) chaos

bench: ## measure; ARGS="editions preview collecting memory growth profile"
	@$(MACHINE) bench -- $(ARGS)

messages: ## gather and compile the words to translate
	@$(MACHINE) messages

COMPILE = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --no-annotate
lock: ## lock the newest Python packages that pyproject.toml allows; UPGRADE=--upgrade
	$(COMPILE) $(UPGRADE) pyproject.toml -o requirements/base.txt
	$(COMPILE) $(UPGRADE) --extra dev -c requirements/base.txt pyproject.toml \
		-o requirements/dev.txt
	echo uv | $(COMPILE) $(UPGRADE) - -o requirements/uv.txt

clean: ## remove what set-up makes again; the portal's data stay
	rm -rf .venv .local/tests .mypy_cache .ruff_cache .pytest_cache \
		.import_linter_cache .coverage* htmlcov
	find locale -name '*.mo' -delete
	find . -name __pycache__ -prune -exec rm -rf {} +
