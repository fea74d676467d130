#!/bin/sh
# Make .venv hold exactly what requirements-dev.lock says, with the project in it; do nothing when it does.
# .venv/.locked and .venv/.project say what it was made from: without them it is half made, and is made anew.
set -eu

lock=requirements-dev.lock
python=${PYTHON:-python3}

say() { printf 'set-up: %s\n' "$*" >&2; }

digest() { sha256sum "$@" | sha256sum | cut -d ' ' -f 1; }

holds() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

# One set-up at a time, here: a second one waits, then finds nothing to do.
if command -v flock >/dev/null; then
    exec 9<"$lock"
    flock 9
fi

# An environment works only where it was made, with the Python that made it.
locked="$(digest "$lock") $("$python" -c 'import sys; print(sys.version.split()[0], sys.base_prefix)') $PWD"
project="$(digest pyproject.toml)"

if ! holds .venv/.locked "$locked"; then
    say "making the environment .venv with $(grep -c '^[a-z].*==' "$lock") packages of $lock (a few minutes)"
    rm -rf .venv
    "$python" -m venv .venv
    .venv/bin/python -m pip install -qq --disable-pip-version-check --no-input \
        --require-hashes --only-binary :all: -r "$lock"
    printf '%s' "$locked" >.venv/.locked
fi

if ! holds .venv/.project "$project"; then
    say "putting the project into .venv"
    .venv/bin/python -m pip install -qq --disable-pip-version-check --no-input \
        --no-index --no-deps --no-build-isolation --editable .
    printf '%s' "$project" >.venv/.project
fi
