VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
DB ?= hearing.db

.PHONY: run test lint install bench pins

run: install ## serve on 127.0.0.1:8000, with the demonstration hearing on first run
	@test -e $(DB) || $(BIN)/python -m hearing --db $(DB) demo
	$(BIN)/python -m hearing --db $(DB) serve

test: install ## every test; those whose program or documents are missing skip and say so
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

bench: install ## speed, as ratios against named peers measured in the same run
	$(BIN)/python -m benchmarks

install: $(VENV)/.installed

$(VENV)/.installed: requirements.txt requirements-dev.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt -r requirements-dev.txt
	$(BIN)/python -c "import pathlib, site; pathlib.Path(site.getsitepackages()[0], 'hearing.pth').write_text('$(CURDIR)')"
	touch $@

pins: ## recompute the pinned requirements from the .in files
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --strip-extras --no-header -o requirements.txt requirements.in
	$(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --strip-extras --no-header -o requirements-dev.txt requirements-dev.in
