"""389 Directory Server on 127.0.0.1, in a private root: without systemd only a user that isn't root can make one."""

import contextlib
import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.servers.certificates import Certificate
from tests.servers.running import free_port, running
from tests.servers.supann import ATTRIBUTES, CLASS_DEFINITION

SUFFIX = "dc=example,dc=org"
PEOPLE = f"ou=people,{SUFFIX}"
ADMIN, ADMIN_SECRET = "cn=Directory Manager", "Adm1n-Passw0rd"
MAX_FAILURES = 3
USER = "dirsrv"  # the package's
INSTANCE = """\
[general]
config_version = 2
full_machine_name = localhost
strict_host_checking = False
start = False
systemd = False
selinux = False
[slapd]
instance_name = kiosk
port = {plain}
secure_port = {secure}
root_password = {secret}
self_sign_cert = False
ldapi = {folder}/ldapi.socket
[backend-userroot]
suffix = {suffix}
create_suffix_entry = True
"""
ENCRYPTED = """
dn: cn=RSA,cn=encryption,cn=config
objectClass: top
objectClass: nsEncryptionModule
cn: RSA
nsSSLPersonalitySSL: Server-Cert
nsSSLToken: internal (software)
nsSSLActivation: on
"""
# Three failures lock, until somebody ends it; what a desk sets must be changed.
RULES = {
    "nsslapd-security": "on",
    "nsslapd-listenhost": "127.0.0.1",
    "nsslapd-securelistenhost": "127.0.0.1",
    "passwordLockout": "on",
    "passwordMaxFailure": str(MAX_FAILURES),
    "passwordUnlock": "off",
    "passwordMustChange": "on",
    "passwordExp": "on",
    "passwordMaxAge": "8640000",
    "passwordSendExpiringTime": "off",
}


@cache
def owner() -> Mapping[str, Any]:
    """Return how to start a program so that it doesn't run as root."""
    if os.getuid() != 0:
        return {}
    return {"user": USER, "group": USER, "extra_groups": []}


@dataclass(frozen=True, slots=True)
class Ds389:
    """A server that is set up, running or not. secure: its LDAPS port."""

    folder: Path
    plain: int
    secure: int

    @property
    def configuration(self) -> Path:
        return self.folder / "root" / "etc" / "dirsrv" / "slapd-kiosk"

    @contextlib.contextmanager
    def running(self) -> Iterator["subprocess.Popen[bytes]"]:
        command = [
            "/usr/sbin/ns-slapd",
            "-D",
            str(self.configuration),
            "-i",
            str(self.folder / "pid"),
            "-d",
            "0",
        ]
        with running(command, self.secure, self.folder / "output", **owner()) as process:
            yield process


def set_up(folder: Path, certificate: Certificate, authority: Path) -> Ds389:
    """Make an instance in an empty folder that the server's user can reach."""
    made = Ds389(folder, free_port(), free_port())
    (folder / "bin").mkdir()
    text = INSTANCE.format(
        plain=made.plain, secure=made.secure, secret=ADMIN_SECRET, folder=folder, suffix=SUFFIX
    )
    (folder / "instance.inf").write_text(text)
    for source, name in ((certificate.certificate, "cert"), (certificate.key, "key"), (authority, "ca")):
        shutil.copy(source, folder / f"{name}.pem")
    _give_away(folder)
    _run(folder, "/usr/sbin/dscreate", "ds-root", str(folder / "root"), str(folder / "bin"))
    _mend_defaults(folder)
    _run(folder, str(folder / "bin" / "dscreate"), "from-file", str(folder / "instance.inf"))
    _bring_certificates(made)
    _bring_rules(made)
    return made


def _run(folder: Path, *command: str) -> None:
    environment = {"PATH": f"{folder}/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(folder)}
    done = subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=environment,
        cwd=folder,
        **owner(),
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]


def _give_away(folder: Path) -> None:
    """Let the server's user own the folder, and pass through those above it."""
    if os.getuid() != 0:
        return
    user = pwd.getpwnam(USER)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, user.pw_uid, user.pw_gid)


def _mend_defaults(folder: Path) -> None:
    """Debian keeps its libraries elsewhere than the private root believes, and the database belongs in it."""
    defaults = folder / "root" / "share" / "dirsrv" / "inf" / "defaults.inf"
    libraries = next(Path("/usr/lib").glob("*-linux-gnu/dirsrv")).parent
    text = defaults.read_text().replace("/usr/lib64", str(libraries))
    database = folder / "root" / "var" / "lib" / "dirsrv" / "slapd-{instance_name}" / "db"
    defaults.write_text(re.sub(r"(?m)^db_home_dir = .*", f"db_home_dir = {database}", text))


def _bring_certificates(made: Ds389) -> None:
    folder, place = made.folder, made.configuration
    keys = ("-d", str(place), "-k", str(place / "pwdfile.txt"))
    _run(
        folder,
        *("openssl", "pkcs12", "-export", "-inkey", "key.pem", "-in", "cert.pem"),
        *("-name", "Server-Cert", "-passout", "pass:", "-out", "server.p12"),
    )
    _run(folder, "pk12util", "-i", "server.p12", "-W", "", *keys)
    _run(
        folder,
        *("certutil", "-A", "-d", str(place), "-f", str(place / "pwdfile.txt")),
        *("-n", "CA", "-t", "CT,,", "-i", "ca.pem"),
    )


def _bring_rules(made: Ds389) -> None:
    """Write them into the stopped server's configuration, and SupAnn into its schema."""
    file = made.configuration / "dse.ldif"
    head, mark, rest = file.read_text().partition("dn: cn=config\n")
    names = "|".join(RULES | {"nsslapd-securePort": ""})
    kept = re.sub(rf"(?mi)^(?:{names}):.*\n", "", rest)
    lines = "".join(f"{name}: {value}\n" for name, value in RULES.items())
    text = f"{head}{mark}{lines}nsslapd-securePort: {made.secure}\n{kept}"
    if "cn=RSA,cn=encryption" not in text:
        text = text.rstrip("\n") + "\n" + ENCRYPTED
    file.write_text(text)
    schema = "\n".join(
        [
            "dn: cn=schema",
            *(f"attributeTypes: {each.definition}" for each in ATTRIBUTES),
            f"objectClasses: {CLASS_DEFINITION}",
            "",
        ]
    )
    (made.configuration / "schema" / "98supann.ldif").write_text(schema)
    _give_away(made.configuration)
