"""OpenLDAP's slapd with its password policy, on 127.0.0.1: a provider, and a consumer that follows it."""

import contextlib
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.servers.certificates import Certificate
from tests.servers.running import free_port, running
from tests.servers.supann import slapd_schema

ACCESS = Path(__file__).parents[2] / "packaging" / "directory" / "openldap"
SUFFIX = "dc=example,dc=org"
PEOPLE = f"ou=people,{SUFFIX}"
TERMINAL = f"cn=kiosk-terminal,ou=services,{SUFFIX}"
DESK = f"cn=kiosk-desk,ou=services,{SUFFIX}"
ADMIN = f"cn=admin,{SUFFIX}"
POLICY = f"cn=default,ou=policies,{SUFFIX}"
SECRETS = {TERMINAL: "terminal-secret", DESK: "desk-secret", ADMIN: "admin-secret"}
MAX_FAILURES = 3

TREE = f"""\
dn: {SUFFIX}
objectClass: organization
objectClass: dcObject
o: Example
dc: example

dn: {PEOPLE}
objectClass: organizationalUnit
ou: people

dn: ou=services,{SUFFIX}
objectClass: organizationalUnit
ou: services

dn: ou=policies,{SUFFIX}
objectClass: organizationalUnit
ou: policies

dn: {POLICY}
objectClass: namedPolicy
objectClass: pwdPolicy
cn: default
pwdAttribute: userPassword
pwdLockout: TRUE
pwdMaxFailure: {MAX_FAILURES}
pwdMustChange: TRUE
pwdMaxAge: 31536000
pwdAllowUserChange: TRUE

dn: {TERMINAL}
objectClass: applicationProcess
objectClass: simpleSecurityObject
cn: kiosk-terminal
userPassword: {SECRETS[TERMINAL]}

dn: {DESK}
objectClass: applicationProcess
objectClass: simpleSecurityObject
cn: kiosk-desk
userPassword: {SECRETS[DESK]}
"""

CONFIGURATION = """\
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
include /etc/ldap/schema/namedobject.schema
include {folder}/supann.schema
pidfile {folder}/slapd.pid
modulepath /usr/lib/ldap
moduleload back_mdb
moduleload ppolicy
moduleload syncprov
TLSCACertificateFile {authority}
TLSCertificateFile {certificate}
TLSCertificateKeyFile {key}
access to dn.base="" by * read
access to dn.base="cn=Subschema" by * read

database mdb
suffix "{suffix}"
rootdn "{admin}"
rootpw {password}
directory {folder}/db
maxsize 1073741824
dbnosync
index objectClass,supannEtuId eq
index entryCSN,entryUUID eq
lastbind on
{more}
overlay ppolicy
ppolicy_default "{policy}"
{access}
access to attrs=userPassword by self =xw by anonymous auth
access to * by self read by * none
"""
PROVIDES = "overlay syncprov"
FOLLOWS = """\
syncrepl rid=001 provider=ldap://127.0.0.1:{port} type=refreshAndPersist retry="1 +" searchbase="{suffix}"
    bindmethod=simple binddn="{admin}" credentials={password}
updateref ldap://127.0.0.1:{port}
"""


@dataclass(frozen=True, slots=True)
class Slapd:
    """A server that is set up, running or not. secure: its LDAPS port, plain: LDAP and StartTLS."""

    folder: Path
    plain: int
    secure: int

    @contextlib.contextmanager
    def running(self) -> Iterator["subprocess.Popen[bytes]"]:
        urls = f"ldap://127.0.0.1:{self.plain}/ ldaps://127.0.0.1:{self.secure}/"
        command = ["/usr/sbin/slapd", "-h", urls, "-f", str(self.folder / "slapd.conf"), "-d", "0"]
        with running(command, self.secure, self.folder / "output") as process:
            yield process


def set_up(
    folder: Path,
    certificate: Certificate,
    authority: Path,
    *,
    follows: Slapd | None = None,
    one_time_passwords: bool = False,
    rules: Sequence[str] | None = None,
    entries: str = "",
) -> Slapd:
    """Configure a server in an empty folder and fill it; one that follows another starts empty.

    rules: the files of access rules, in place of access.conf and what one_time_passwords adds.
    """
    (folder / "db").mkdir(parents=True)
    (folder / "supann.schema").write_text(slapd_schema())
    if rules is None:
        rules = ["one_time_password.conf", "addresses.conf"] * one_time_passwords + ["access.conf"]
    known = {"suffix": SUFFIX, "admin": ADMIN, "password": SECRETS[ADMIN]}
    more = FOLLOWS.format(**known, port=follows.plain) if follows else ""
    overlays = "" if follows else PROVIDES
    text = CONFIGURATION.format(
        **known,
        folder=folder,
        authority=authority,
        certificate=certificate.certificate,
        key=certificate.key,
        policy=POLICY,
        more=more,
        access="\n".join(f"include {ACCESS / each}" for each in rules),
    )
    (folder / "slapd.conf").write_text(f"{text}\n{overlays}\n")
    if not follows:
        subprocess.run(
            ["/usr/sbin/slapadd", "-q", "-f", str(folder / "slapd.conf")],
            input=(TREE + entries).encode(),
            check=True,
            capture_output=True,
        )
    return Slapd(folder, free_port(), free_port())
