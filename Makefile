# One command each; CI runs the same ones.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint types bench format clean

demo: .venv/installed  ## set up, then print the dossier of the shipped example
	@$(BIN)/headwater brief examples/strait
	@echo
	@echo "Try next:"
	@echo "  $(BIN)/headwater demo                                                        # the desk in the browser"
	@echo "  $(BIN)/headwater brief examples/strait --format html --output strait.html   # open it in a browser"
	@echo "  $(BIN)/headwater quotes examples/strait --speaker Holm"
	@echo "  $(BIN)/headwater due examples/strait"
	@echo "  $(BIN)/headwater brief YOUR_FOLDER_OF_PAGES"

test: .venv/developing  ## all tests
	$(BIN)/pytest -n 2

lint: .venv/developing
	$(BIN)/ruff check
	$(BIN)/ruff format --check

format: .venv/developing
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

types: .venv/developing
	$(BIN)/mypy

bench: .venv/developing  ## every figure of docs/figures.md; DATA=folder with the development data
	$(BIN)/python benchmarks/report.py --data $(DATA)

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/developing: .venv/installed
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

clean:
	rm -rf .venv build dist
