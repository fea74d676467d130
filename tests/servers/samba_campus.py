"""The contract's people in Active Directory, each in the state that the contract names."""

import struct
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import ldap

from tests.contracts.directory import LOCKED, NOELLE, PEOPLE, TWINS, Person
from tests.servers import samba, supann
from tests.servers.admin import Admin
from tests.servers.people import PASSWORD, WRONG, attributes, uid

RULES = Path(__file__).parents[2] / "packaging" / "directory" / "active_directory"
SCHEMA = f"CN=Schema,CN=Configuration,{samba.SUFFIX}"
SYNTAXES = {
    supann.TEXT: ("2.5.5.12", "64"),
    supann.EXACT: ("2.5.5.12", "64"),
    supann.PRINTABLE: ("2.5.5.5", "19"),
    supann.DIGITS: ("2.5.5.6", "18"),
    supann.TIME: ("2.5.5.11", "24"),
}
OWN_STATE: Mapping[str, Mapping[str, str]] = {
    "permanently_locked": {"userAccountControl": "514"},
    "must_change": {"pwdLastSet": "0"},
}
RESCUE = "RESCUE"
TERMINAL, DESK = "kiosk-terminal", "kiosk-desk"
SECRETS = {TERMINAL: "Terminal-Secret-1", DESK: "Desk-Secret-1"}


@dataclass(frozen=True, slots=True)
class SambaCampus:
    """A running domain controller, and the administrator's way into it."""

    server: samba.Samba
    ca_file: Path

    @property
    def url(self) -> str:
        return f"ldaps://127.0.0.1:{self.server.secure}"

    @property
    def admin(self) -> Admin:
        return Admin(self.url, self.ca_file, samba.ADMIN, samba.ADMIN_SECRET)

    def prepare(self, *, one_time_passwords: bool) -> None:
        """Bring in SupAnn, the branches, and the two identities with the rights that we hand out."""
        self._extend_schema()
        for branch in ("people", "services"):
            self.admin.add(f"OU={branch},{samba.SUFFIX}", {"objectClass": "organizationalUnit"})
        for name, secret in SECRETS.items():
            self._put_user(f"CN={name},OU=services,{samba.SUFFIX}", name, secret, {})
        self.grant(TERMINAL, "terminal.sddl")
        self.grant(DESK, "desk.sddl")
        self.grant(TERMINAL, "addresses_terminal.sddl")
        self.grant(DESK, "addresses_desk.sddl")
        if one_time_passwords:
            self.grant(DESK, "one_time_password.sddl")

    def grant(self, name: str, file: str) -> None:
        """Give an identity the rights of a file, as the README says."""
        rules = (RULES / file).read_text().replace("SID", self._sid(name))
        if RESCUE in rules:
            rules = rules.replace(RESCUE, self._rescue())
        self.server.grant(samba.PEOPLE, rules.split())

    def put_people(self) -> None:
        for person in PEOPLE:
            self.put(person)
            if person.account == "locked":
                self.admin.lock(self.dn(person), WRONG, samba.MAX_FAILURES)
        for nth, twin in enumerate(TWINS):
            self.put(twin, nth)

    def refresh(self) -> None:
        """Put back in place whom the contract's tests change."""
        if self.admin.read(self.dn(LOCKED), "lockoutTime").get("lockoutTime", ["0"]) == ["0"]:
            self.put(LOCKED)
            self.admin.lock(self.dn(LOCKED), WRONG, samba.MAX_FAILURES)
        if self.admin.read(self.dn(NOELLE), "pwdLastSet")["pwdLastSet"] == ["0"]:
            self.put(NOELLE)

    def put(self, person: Person, nth: int = 0, **more: str) -> str:
        dn = self.dn(person, nth)
        self.admin.delete(dn)
        known = {**attributes(person), **OWN_STATE.get(person.account, {}), **more}
        self._put_user(dn, uid(person, nth), PASSWORD, known)
        if person.account == "expired":
            self.server.let_expire(dn)
        return dn

    def changes_password(self, dn: str, old: str, new: str) -> bool:
        """As the person does who has the old one: who must change it can't bind, and needn't."""
        return self.admin.does(
            lambda connection: connection.modify_s(
                dn,
                [(ldap.MOD_DELETE, "unicodePwd", _quoted(old)), (ldap.MOD_ADD, "unicodePwd", _quoted(new))],
            )
        )

    def dn(self, person: Person, nth: int = 0) -> str:
        return f"CN={uid(person, nth)},{samba.PEOPLE}"

    def settings(self, *servers: str, **more: object) -> dict[str, object]:
        return {
            "kind": "active_directory",
            "servers": servers or (self.url,),
            "base": samba.PEOPLE,
            "ca_file": self.ca_file,
            **more,
            "terminal": {"bind": f"{TERMINAL}@{samba.REALM.lower()}"},
            "desk": {"bind": f"{DESK}@{samba.REALM.lower()}"},
        }

    def _put_user(self, dn: str, name: str, secret: str, more: Mapping[str, str]) -> None:
        known = {
            "objectClass": ["user", supann.CLASS],
            "sAMAccountName": name,
            "userPrincipalName": f"{name}@{samba.REALM.lower()}",
            "unicodePwd": f'"{secret}"'.encode("utf-16-le"),
            "userAccountControl": "512",
            **more,
        }
        later = {key: known.pop(key) for key in ("pwdLastSet",) if key in known}
        self.admin.add(dn, known)
        if later:
            self.admin.put(dn, **later)

    def _sid(self, name: str) -> str:
        """Return it as rules write it. Source: MS-DTYP, 2.4.2.2: six bytes big-endian, then little-endian words."""
        raw = self._raw(f"CN={name},OU=services,{samba.SUFFIX}", "objectSid")
        words = struct.unpack(f"<{raw[1]}I", raw[8:])
        return "-".join(map(str, ("S", raw[0], int.from_bytes(raw[2:8], "big"), *words)))

    def _rescue(self) -> str:
        return str(uuid.UUID(bytes_le=self._raw(f"CN=supannMailPrive,{SCHEMA}", "schemaIDGUID")))

    def _raw(self, dn: str, attribute: str) -> bytes:
        with self.admin.bound() as connection:
            ((_, values),) = connection.search_s(dn, ldap.SCOPE_BASE, attrlist=[attribute])
        found: bytes = values[attribute][0]
        return found

    def _extend_schema(self) -> None:
        for each in supann.ATTRIBUTES:
            syntax, om_syntax = SYNTAXES[each.kind]
            self.admin.add(
                f"CN={each.name},{SCHEMA}",
                {
                    "objectClass": "attributeSchema",
                    "attributeID": each.oid,
                    "lDAPDisplayName": each.name,
                    "attributeSyntax": syntax,
                    "oMSyntax": om_syntax,
                    "isSingleValued": "TRUE" if each.is_single else "FALSE",
                    "searchFlags": "1",
                },
            )
        self._take_in_schema()
        self.admin.add(
            f"CN={supann.CLASS},{SCHEMA}",
            {
                "objectClass": "classSchema",
                "governsID": supann.CLASS_OID,
                "lDAPDisplayName": supann.CLASS,
                "subClassOf": "top",
                "objectClassCategory": "3",
                "mayContain": supann.NAMES,
            },
        )
        self._take_in_schema()

    def _take_in_schema(self) -> None:
        self.admin.put("", schemaUpdateNow="1")


def _quoted(password: str) -> list[bytes]:
    return [f'"{password}"'.encode("utf-16-le")]
