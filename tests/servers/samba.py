"""Samba as a domain controller of Active Directory, on 127.0.0.1; SupAnn's attributes are in its schema."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.servers.certificates import Certificate
from tests.servers.running import free_port, running

SHIM = Path(__file__).with_name("ports.c")
REALM, DOMAIN, SUFFIX = "EXAMPLE.ORG", "EXAMPLE", "DC=example,DC=org"
PEOPLE = f"OU=people,{SUFFIX}"
ADMIN, ADMIN_SECRET = f"CN=Administrator,CN=Users,{SUFFIX}", "Adm1n-Passw0rd!"
MAX_FAILURES = 3
FIXED = (389, 636, 3268, 3269)
CONFIGURATION = """\
[global]
netbios name = DC1
workgroup = {domain}
realm = {realm}
server role = active directory domain controller
interfaces = 127.0.0.1/8
bind interfaces only = yes
server services = ldap
private dir = {folder}/private
state directory = {folder}/state
cache directory = {folder}/cache
lock directory = {folder}/lock
pid directory = {folder}/run
binddns dir = {folder}/bind-dns
ncalrpc dir = {folder}/ncalrpc
winbindd socket directory = {folder}/wb
ntp signd socket directory = {folder}/ntp
log file = {folder}/log/samba
load printers = no
printing = bsd
tls enabled = yes
dsdb:schema update allowed = yes
"""
# Provisioning wants to give files away to others (sysvol), which only root could do and nobody here needs.
TOOL = """\
import sys, samba.provision
samba.provision.setsysvolacl = lambda *_, **__: None
from samba.netcmd.main import cmd_sambatool
sys.exit(cmd_sambatool()._run("samba-tool", *sys.argv[1:]))
"""
# No server lets a password's date be written; its own database does, asked to skip its rules.
AGE = """\
import sys, ldb
from samba.auth import system_session
from samba.param import LoadParm
from samba.samdb import SamDB
rules = LoadParm()
rules.load(sys.argv[1])
database = SamDB(url=sys.argv[2], session_info=system_session(), lp=rules)
change = ldb.Message(ldb.Dn(database, sys.argv[3]))
change["when"] = ldb.MessageElement(sys.argv[4], ldb.FLAG_MOD_REPLACE, "pwdLastSet")
database.modify(change, controls=["local_oid:1.3.6.1.4.1.7165.4.3.12:0"])
"""

# The command starts Samba's Python anew for each rule, which takes a second of our two processors.
RIGHTS = """\
import sys
from samba.auth import system_session
from samba.netcmd.dsacl import cmd_dsacl_set
from samba.param import LoadParm
rules = LoadParm()
rules.load(sys.argv[1])
command = cmd_dsacl_set()
for rule in sys.argv[4:]:
    command._run("set", "-H", sys.argv[2], f"--objectdn={sys.argv[3]}", f"--sddl={rule}")
"""


@dataclass(frozen=True, slots=True)
class Samba:
    """A domain controller that is set up, running or not. secure: its LDAPS port."""

    folder: Path
    plain: int
    secure: int

    @contextlib.contextmanager
    def running(self) -> Iterator["subprocess.Popen[bytes]"]:
        others = dict.fromkeys(FIXED, 0) | {389: self.plain, 636: self.secure}
        ports = " ".join(f"{fixed}:{port or free_port()}" for fixed, port in others.items())
        command = ["/usr/sbin/samba", "-F", "--no-process-group", "-M", "single", "--debug-stdout", "-d", "0"]
        environment = os.environ | {"LD_PRELOAD": str(self.folder / "ports.so"), "KIOSK_PORTS": ports}
        with running(
            [*command, "-s", str(self.folder / "etc" / "smb.conf")],
            self.secure,
            self.folder / "output",
            env=environment,
        ) as process:
            yield process

    def tool(self, *words: str) -> str:
        """Run samba-tool on the server's own database."""
        return _python(TOOL, *words, "-H", self._database)

    def grant(self, dn: str, rules: Sequence[str]) -> None:
        """Add access rules to an entry, as `samba-tool dsacl set` does for one at a time."""
        _python(RIGHTS, str(self.folder / "etc" / "smb.conf"), self._database, dn, *rules)

    def let_expire(self, dn: str) -> None:
        """Let an account's password be of 2012."""
        _python(AGE, str(self.folder / "etc" / "smb.conf"), self._database, dn, "130000000000000000")

    @property
    def _database(self) -> str:
        return f"tdb://{self.folder}/private/sam.ldb"


def set_up(folder: Path, certificate: Certificate, authority: Path) -> Samba:
    """Make a domain in an empty folder: accounts lock after three failures, until somebody ends it."""
    for name in ("run", "log", "ncalrpc", "wb"):
        (folder / name).mkdir(parents=True)
    subprocess.run(
        ["/usr/bin/gcc", "-shared", "-fPIC", "-o", str(folder / "ports.so"), str(SHIM), "-ldl"], check=True
    )
    base = folder / "base.conf"
    base.write_text(CONFIGURATION.format(folder=folder, realm=REALM, domain=DOMAIN))
    _python(
        TOOL,
        *("domain", "provision", f"--configfile={base}", f"--targetdir={folder}", f"--realm={REALM}"),
        *(f"--domain={DOMAIN}", "--server-role=dc", "--dns-backend=NONE", f"--adminpass={ADMIN_SECRET}"),
        *("--host-name=dc1", "--host-ip=127.0.0.1"),
    )
    tls = folder / "private" / "tls"
    tls.mkdir(exist_ok=True)
    for source, name in ((certificate.certificate, "cert"), (certificate.key, "key"), (authority, "ca")):
        shutil.copy(source, tls / f"{name}.pem")
    (tls / "key.pem").chmod(0o600)
    made = Samba(folder, free_port(), free_port())
    made.tool(
        *("domain", "passwordsettings", "set", f"--account-lockout-threshold={MAX_FAILURES}"),
        *("--account-lockout-duration=0", "--reset-account-lockout-after=0"),
        *("--min-pwd-age=0", "--history-length=0"),
    )
    return made


def _python(program: str, *words: str) -> str:
    """Run a program with the system's Python, which has Samba's libraries."""
    done = subprocess.run(
        ["/usr/bin/python3", "-c", program, *words],
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
