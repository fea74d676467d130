#!/bin/sh
# Install the Debian packages that are missing, and nothing when none is.
# Usage: debian.sh [PACKAGE...]   packages needed beyond those that the program itself needs
set -eu

# OpenCV: libgl1 libglib2.0-0 libxcb1. Qt without a screen: libegl1 to libx11-6; under X: libxcb-*, libxkbcommon-x11-0; under
# Wayland: libwayland-*. The second barcode reader: libzbar0.
packages="libgl1 libglib2.0-0 libxcb1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libfreetype6 libbrotli1 libx11-6 \
libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 \
libwayland-client0 libwayland-cursor0 libwayland-egl1 libzbar0 $*"

say() { printf 'set-up: %s\n' "$*" >&2; }

is_installed() {
    # Since Debian 13 some libraries end in t64.
    dpkg-query -W -f '${db:Status-Status}\n' "$1" "$1t64" 2>/dev/null | grep -qx installed
}

python_can_make_environments() {
    "${PYTHON:-python3}" -c 'import ensurepip, venv' 2>/dev/null
}

as_administrator() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@" # nobody is there to type a password
    fi
}

if ! command -v dpkg-query >/dev/null; then
    say "this is not Debian: please see to it that these libraries are there: $packages"
    exit 0
fi

missing=
for package in $packages; do
    is_installed "$package" || missing="$missing $package"
done
python_can_make_environments || missing="$missing python3-venv"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    say "please ask an administrator of this computer to run: apt-get install$missing"
    exit 1
fi

say "installing the Debian packages$missing"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
policy=/usr/sbin/policy-rc.d

# Tests start servers of their own: none that is installed for them is to run as a service of this computer.
keep_services_down() {
    [ ! -e "$policy" ] || return 0
    printf '#!/bin/sh\nexit 101\n' | as_administrator tee "$policy" >/dev/null
    as_administrator chmod 755 "$policy"
    made_policy=yes
}

clean_up() {
    rm -f "$log"
    [ -z "${made_policy:-}" ] || as_administrator rm -f "$policy"
}
trap clean_up EXIT
[ $# -eq 0 ] || keep_services_down
# shellcheck disable=SC2086  # a list of words
if ! {
    as_administrator apt-get update -q &&
        as_administrator env DEBIAN_FRONTEND=noninteractive \
            apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 $missing
} >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    say "the packages could not be installed; please ask an administrator to run: apt-get install$missing"
    exit 1
fi
