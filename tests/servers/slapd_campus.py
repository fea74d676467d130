"""The contract's people in OpenLDAP, each in the state that the contract names."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.contracts.directory import PEOPLE, TWINS, Person
from tests.servers import slapd
from tests.servers.admin import Admin
from tests.servers.people import PASSWORD, WRONG, attributes, uid

OWN_STATE: Mapping[str, Mapping[str, str]] = {
    "permanently_locked": {"pwdAccountLockedTime": "000001010000Z"},
    "expired": {"pwdChangedTime": "20200101000000Z"},
    "must_change": {"pwdReset": "TRUE"},
}


@dataclass(frozen=True, slots=True)
class SlapdCampus:
    """A running slapd, and the administrator's way into it."""

    server: slapd.Slapd
    ca_file: Path

    @property
    def url(self) -> str:
        return f"ldaps://127.0.0.1:{self.server.secure}"

    @property
    def admin(self) -> Admin:
        return Admin(self.url, self.ca_file, slapd.ADMIN, slapd.SECRETS[slapd.ADMIN], relaxed=True)

    def put_people(self) -> None:
        """Put everyone in afresh, and try wrong passwords on whoever is to be locked."""
        admin = self.admin
        for person in PEOPLE:
            self.put(person)
            if person.account == "locked":
                admin.lock(self.dn(person), WRONG, slapd.MAX_FAILURES)
        for nth, twin in enumerate(TWINS):
            self.put(twin, nth)

    def put(self, person: Person, nth: int = 0, **more: str) -> str:
        """Put one entry in, in place of the one that was there; return its DN."""
        dn = self.dn(person, nth)
        self.admin.delete(dn)
        known = {
            "objectClass": ["inetOrgPerson", "supannPerson"],
            "cn": person.display_name,
            "userPassword": PASSWORD,
            **attributes(person),
            **OWN_STATE.get(person.account, {}),
            **more,
        }
        self.admin.add(dn, {name: value for name, value in known.items() if value})
        return dn

    def changes_password(self, dn: str, old: str, new: str) -> bool:
        """As the person does who has the old one."""
        return self.admin.with_own_password(dn, old, lambda connection: connection.passwd_s(dn, None, new))

    def dn(self, person: Person, nth: int = 0) -> str:
        return f"uid={uid(person, nth)},{slapd.PEOPLE}"

    def settings(self, *servers: str, **more: object) -> dict[str, object]:
        """Return [directory] for these servers, or for this one."""
        return {
            "kind": "openldap",
            "servers": servers or (self.url,),
            "base": slapd.PEOPLE,
            "ca_file": self.ca_file,
            "default_policy": slapd.POLICY,
            "connect_seconds": 3.0,
            "answer_seconds": 5.0,
            **more,
            "terminal": {"bind": slapd.TERMINAL},
            "desk": {"bind": slapd.DESK},
        }
