# The commands of this project; `make` alone lists them. Those that need the environment set it up by themselves.

PYTHON ?= python3
export PYTHON

VENV := .venv/bin
SETUP := packaging/setup/set-up.sh
PYTEST := $(VENV)/python -m pytest
# Two processes share the tests, file by file, since a file's tests share their servers. WORKERS=0: one, as a debugger needs it.
WORKERS ?= 2
# slapd, and what python-ldap is built with.
SLAPD := slapd ldap-utils openssl gcc libc6-dev python3-dev libldap2-dev libsasl2-dev
# What the tests start beside the program: a tracer of system calls, directory servers, a database.
SERVERS := $(SLAPD) strace samba samba-dsdb-modules samba-vfs-modules samba-ad-provision 389-ds-base libnss3-tools \
	postgresql postgresql-contrib
EXTRA := import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["ldap"])
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(VENV)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup run story screens test lint bench bench-reading bench-many bench-presentations soak fuzz lock clean

help:  ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-19s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

setup:  ## install what is missing: Debian packages, and Python's in .venv
	@$(SETUP)

run: setup  ## open the demonstration: terminal and desk on a fictional campus
	@$(VENV)/python -m ui demo --campus build/campus

story: setup  ## play the same day by commands, without a window
	@$(VENV)/python -m kiosk story build/campus

screens: setup  ## picture every screen and panel, with contact sheets, in build/screens
	@$(VENV)/python -m ui.gallery build/screens --setting=-100
	@$(VENV)/python -m ui.desk_gallery build/screens/desk

test:  ## check everything: the linters, then the tests
	@$(SETUP) $(SERVERS)
	@packaging/setup/ldap.sh
	@$(MAKE) --no-print-directory lint
	$(PYTEST) --numprocesses=$(WORKERS) --dist=loadfile

lint: setup  ## check imports, style and types only
	$(VENV)/lint-imports
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/mypy

bench:  ## measure how long things take (a quarter of an hour)
	@$(SETUP) $(SLAPD)
	@packaging/setup/ldap.sh
	@$(VENV)/python packaging/bench/bench.py

bench-reading: setup  ## measure how well zones are read (RIVALS=a Python with rapidocr or fastmrz, REAL=a folder of specimens)
	@$(VENV)/python packaging/bench/bench_reading.py --plot build/reading.svg $(if $(RIVALS),--rivals $(RIVALS)) $(if $(REAL),--real $(REAL))

bench-many: setup  ## 300 terminals and 20 desks on one PostgreSQL, also with a million past requests (some minutes)
	@$(SETUP) postgresql postgresql-contrib
	@$(VENV)/python packaging/bench/many.py

bench-presentations: setup  ## show documents to the reader a thousand times, as people do (an hour)
	@$(VENV)/python packaging/presentations/present.py build/presentations --fonts resources/fonts --seed 1 --count 1000
	@$(VENV)/python packaging/presentations/judge.py build/presentations

soak: setup  ## try the long suites whole, with many more random examples (hours)
	$(PYTEST) -m "soak or (hypothesis and not fuzz)" --hypothesis-profile=soak --timeout=7200

fuzz: setup  ## throw random and hostile input at the readers, whole (hours)
	$(PYTEST) -m fuzz --hypothesis-profile=soak --timeout=7200
	@if $(VENV)/python -c 'import atheris' 2>/dev/null; then mkdir -p build/fuzz && for round in 1 2 3 4 5 6 7 8 9 10 11 12; do \
	$(VENV)/python packaging/fuzz/reading.py -max_total_time=240 -max_len=8192 -timeout=20 build/fuzz || exit 1; done; \
	else echo 'fuzz: atheris is not installed in .venv: that part was left out'; fi

lock: setup  ## pin what pyproject.toml asks for, with hashes
	$(COMPILE) --output-file requirements.lock pyproject.toml
	$(COMPILE) --extra dev --output-file requirements-dev.lock pyproject.toml
	$(VENV)/python -c '$(EXTRA)' | $(COMPILE) --output-file requirements-ldap.lock -

clean:  ## remove what these commands made, the environment included
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
