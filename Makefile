# make notebooks   run every notebook and write readable pages to site/; on another article with
#                  make notebooks ARTICLE=my-article.txt (or ARTICLE=its-article-id)
# make test        lint, tests, and every notebook re-run and compared with what is stored
# make lab         open JupyterLab
# make accept      store new outputs in notebooks/ (nothing else changes them)
# Each makes .venv and installs what it needs by itself; a second run installs nothing.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: notebooks test accept lab bench browser-test

notebooks: .venv/installed
	$(BIN)/python -m helpers.publish site $(if $(ARTICLE),--article "$(ARTICLE)")

test: .venv/installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m pytest

accept: .venv/installed
	$(BIN)/python -m helpers.publish accept

lab: .venv/installed
	$(BIN)/jupyter lab notebooks/00-the-article.ipynb

bench: .venv/installed
	$(BIN)/python -m helpers.benchmark

browser-test: .venv/installed-for-tests
	$(BIN)/python -m pytest -rs -m browser tests/browser

.venv/installed: requirements.txt constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed; name it with: make PYTHON=/path/to/python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/installed-for-tests: .venv/installed tests/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@
