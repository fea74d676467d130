"""The contract's people in 389 Directory Server, each in the state that the contract names."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import ldap
import ldif

from tests.contracts.directory import LOCKED, NOELLE, PEOPLE, TWINS, Person
from tests.servers import ds389
from tests.servers.admin import Admin
from tests.servers.people import PASSWORD, WRONG, attributes, uid

RULES = Path(__file__).parents[2] / "packaging" / "directory" / "ds389"
TERMINAL = f"cn=kiosk-terminal,ou=services,{ds389.SUFFIX}"
DESK = f"cn=kiosk-desk,ou=services,{ds389.SUFFIX}"
SECRETS = {TERMINAL: "Terminal-Secret-1", DESK: "Desk-Secret-1"}
OWN_PASSWORD = (
    '(targetattr="userPassword")(version 3.0; acl "own password"; allow (write) userdn="ldap:///self";)'
)
NEVER, MUST_CHANGE = "20991231235959Z", "19700101000000Z"
LOOKS = 1000  # some seconds
OWN_STATE: Mapping[str, Mapping[str, str]] = {
    "permanently_locked": {"nsAccountLock": "TRUE"},
    "expired": {"passwordExpirationTime": "20200101000000Z"},
    "must_change": {"passwordExpirationTime": MUST_CHANGE},
}


@dataclass(frozen=True, slots=True)
class Ds389Campus:
    """A running server, and the manager's way into it."""

    server: ds389.Ds389
    ca_file: Path

    @property
    def url(self) -> str:
        return f"ldaps://127.0.0.1:{self.server.secure}"

    @property
    def admin(self) -> Admin:
        return Admin(self.url, self.ca_file, ds389.ADMIN, ds389.ADMIN_SECRET)

    def prepare(self, *, one_time_passwords: bool) -> None:
        """Make the branches and the two identities, with the rights that we hand out and no others."""
        for branch in ("people", "services"):
            self.admin.add(f"ou={branch},{ds389.SUFFIX}", {"objectClass": "organizationalUnit", "ou": branch})
        for dn, secret in SECRETS.items():
            self.admin.add(
                dn,
                {
                    "objectClass": ["applicationProcess", "simpleSecurityObject"],
                    "cn": dn.split(",")[0].removeprefix("cn="),
                    "userPassword": secret,
                },
            )
            self.admin.put(dn, passwordExpirationTime=NEVER)  # nobody is there to change it
        self.admin.put(ds389.PEOPLE, aci=OWN_PASSWORD)
        self.grant("desk_and_terminal.ldif")
        self.grant("addresses.ldif")
        if one_time_passwords:
            self.grant("one_time_password.ldif")

    def grant(self, file: str) -> None:
        """Carry the file out, as ldapmodify does."""
        with (RULES / file).open("rb") as opened, self.admin.bound() as connection:
            records = ldif.LDIFRecordList(opened)
            records.parse_change_records()
            for dn, changes, _ in records.all_modify_changes:
                connection.modify_s(dn, changes)

    def put_people(self) -> None:
        for person in PEOPLE:
            self.put(person)
            if person.account == "locked":
                self.admin.lock(self.dn(person), WRONG, ds389.MAX_FAILURES)
        for nth, twin in enumerate(TWINS):
            self.put(twin, nth)

    def refresh(self) -> None:
        """Put back in place whom the contract's tests change."""
        if not self.admin.read(self.dn(LOCKED), "accountUnlockTime").get("accountUnlockTime"):
            self.put(LOCKED)
            self.admin.lock(self.dn(LOCKED), WRONG, ds389.MAX_FAILURES)
        if self.admin.read(self.dn(NOELLE), "passwordExpirationTime") != {"passwordExpirationTime": [NEVER]}:
            self.put(NOELLE)

    def put(self, person: Person, nth: int = 0, **more: str) -> str:
        dn = self.dn(person, nth)
        self.admin.delete(dn)
        known = {
            "objectClass": ["inetOrgPerson", "supannPerson"],
            "cn": person.display_name,
            "userPassword": PASSWORD,
            **attributes(person),
        }
        self.admin.add(dn, known)
        own = {**OWN_STATE.get(person.account, {}), **more}
        self.admin.put(dn, **{"passwordExpirationTime": NEVER, **own})
        return dn

    def changes_password(self, dn: str, old: str, new: str) -> bool:
        """As the person does who has the old one. Returns once the server is done, a moment after its answer."""
        change = [(ldap.MOD_REPLACE, "userPassword", [new.encode()])]
        if not self.admin.with_own_password(dn, old, lambda connection: connection.modify_s(dn, change)):
            return False
        unfinished = {"passwordExpirationTime": [MUST_CHANGE]}
        return any(self.admin.read(dn, "passwordExpirationTime") != unfinished for _ in range(LOOKS))

    def dn(self, person: Person, nth: int = 0) -> str:
        return f"uid={uid(person, nth)},{ds389.PEOPLE}"

    def settings(self, *servers: str, **more: object) -> dict[str, object]:
        return {
            "kind": "ds389",
            "servers": servers or (self.url,),
            "base": ds389.PEOPLE,
            "ca_file": self.ca_file,
            **more,
            "terminal": {"bind": TERMINAL},
            "desk": {"bind": DESK},
        }


REFUSED = (ldap.INSUFFICIENT_ACCESS, ldap.NO_SUCH_OBJECT)
