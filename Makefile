# Every task of the project; `make` alone lists them.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
COVERED := ledger sources documents
FRONT := src/sayso/web/static/vendor/.built

.PHONY: help demo test check coverage audit bench serve lock docs clean

help: ## list the tasks
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

# The lock names everything. Left to look further, pip stumbles over a release newer than the locked one
# wherever a dependency is asked for with an extra.
$(INSTALLED): requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes --no-deps -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/pip --quiet check
	@touch $@

# The desk works without them: a drawn map instead of the moving one, the system's fonts.
$(FRONT): web/package.json web/package-lock.json web/build.js
	@if command -v npm >/dev/null; then cd web && npm ci --silent --no-audit --no-fund && npm run --silent build; \
	else echo "npm is not here: the desk does without its map tiles and fonts" >&2; fi
	@mkdir -p $(@D) && touch $@

demo: $(INSTALLED) $(FRONT) ## install, read the bundled dispatches and print what they say
	$(BIN)/sayso demo

test: $(INSTALLED) $(FRONT) ## install, run the tests
	$(BIN)/pytest -n 2

check: $(INSTALLED) ## format, lint, types, security lint, import contract, generated docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/bandit -q -c pyproject.toml -r src/sayso -ll
	$(BIN)/lint-imports
	$(BIN)/python -m sayso.cli.reference --check docs

coverage: $(INSTALLED) ## measure the branches that tests reach in ledger, sources and documents; at least 90 % of each
	$(BIN)/pytest -n 2 --cov-branch --cov-report= $(foreach each,$(COVERED),--cov=sayso.$(each) tests/$(each))
	$(foreach each,$(COVERED),$(BIN)/coverage report --skip-covered --fail-under=90 --include='src/sayso/$(each)/*' &&) true

bench: $(INSTALLED) ## time and stress what the docs quote figures for
	$(BIN)/python bench/run.py

serve: $(INSTALLED) $(FRONT) ## open the desk on the demonstration ledger
	$(BIN)/sayso serve --demo

audit: $(INSTALLED) ## look the locked dependencies up in the advisory database (needs a network)
	$(BIN)/pip-audit --disable-pip --require-hashes -r requirements.lock

docs: $(INSTALLED) ## write the generated pages of docs/ again
	$(BIN)/python -m sayso.cli.reference docs

lock: $(INSTALLED) ## resolve the dependencies again and write requirements.lock
	uv pip compile pyproject.toml --extra dev --extra pdf --extra postgres --extra web --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements.lock

clean: ## remove what was installed and built
	rm -rf .venv dist build
