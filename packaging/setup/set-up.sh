#!/bin/sh
# Set up what is missing on this computer: Debian packages, then the Python environment. Says what it does.
# Usage: set-up.sh [PACKAGE...]   Debian packages needed beyond those that the program itself needs
set -eu
cd "$(dirname "$0")/../.."

python=${PYTHON:-python3}
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "set-up: $python is not Python 3.11 or newer; please install one, or name it: make PYTHON=/path/to/python" >&2
    exit 1
fi

packaging/setup/debian.sh "$@"
packaging/setup/environment.sh
