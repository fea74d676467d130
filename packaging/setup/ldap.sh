#!/bin/sh
# Build the extra `ldap` into .venv as requirements-ldap.lock says; do nothing when it is there.
# python-ldap has no wheels: it needs gcc and the headers of Python, libldap and libsasl.
set -eu
cd "$(dirname "$0")/../.."

lock=requirements-ldap.lock
wanted="$(sha256sum "$lock" | cut -d ' ' -f 1)"

# One set-up at a time, here: a second one waits, then finds nothing to do.
if command -v flock >/dev/null; then
    exec 9<"$lock"
    flock 9
fi
if [ -f .venv/.ldap ] && [ "$(cat .venv/.ldap)" = "$wanted" ]; then
    exit 0
fi

printf 'set-up: building python-ldap\n' >&2
.venv/bin/python -m pip install -qq --disable-pip-version-check --no-input \
    --require-hashes --no-deps --no-build-isolation --no-binary python-ldap -r "$lock"
printf '%s' "$wanted" >.venv/.ldap
