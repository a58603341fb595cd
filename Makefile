# make run: set up and open the chat UI.  make test: set up and run every test.
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
# Compiled modules are kept, so that every start of a command is quicker.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test lint bench report clean

run: $(READY)
	$(VENV)/bin/jingmai chat

test: $(READY)
	$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder

lint: $(READY)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

bench: $(READY)
	$(PY) -m assistant.evaluation.bench

report: $(READY)
	$(PY) -m assistant.evaluation.report_readme

clean:
	rm -rf $(VENV) build dist *.egg-info

$(READY): pyproject.toml constraints.txt
	python3 -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt torch -e ".[dev,scale]"
	touch $(READY)
