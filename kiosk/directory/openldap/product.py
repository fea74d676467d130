"""How OpenLDAP is asked and told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.directory.connection.link import Change, Link, Reader, Removal
from kiosk.directory.openldap.policy import ATTRIBUTES as OF_POLICY
from kiosk.directory.openldap.policy import Policy, policy_from
from kiosk.directory.openldap.state import ATTRIBUTES, account_state
from kiosk.directory.product import first
from kiosk.directory.supann.person import Values
from kiosk.triage.account_state import AccountState

RESET, CHANGED = "pwdReset", "pwdChangedTime"
LOCK, LONG_AGO = "pwdAccountLockedTime", "19700101000000Z"
TRANSACTIONS = "1.3.6.1.1.21.1"  # RFC 5805: every slapd from 2.5 on has them, none before


@dataclass(frozen=True, slots=True)
class OpenLDAP:
    """default_policy: the DN of ppolicy_default; None: there is none, an account without its own has no policy."""

    default_policy: str | None

    @property
    def attributes(self) -> Sequence[str]:
        return ATTRIBUTES

    @property
    def tells_absence(self) -> bool:
        return True

    def state(self, dn: str, values: Values, reader: Reader, now: datetime) -> AccountState:
        if not values.get(LOCK.lower()):
            # An attribute that is hidden looks like one that isn't there; comparing tells them apart, or raises.
            reader.compare(dn, LOCK, LONG_AGO)
        return account_state(values, self._policy(first(values, "pwdPolicySubentry"), reader), now)

    @property
    def unlocking(self) -> Sequence[Change]:
        """A value and then none: right in every state, clears the failures, and changes the entry for replicas."""
        return (Change(LOCK, (LONG_AGO.encode(),)), Change(LOCK, None))

    def set_one_time_password(self, link: Link, dn: str, secret: str) -> str:
        """The password first: setting it ends what "must be changed" there was."""
        link.set_password(dn, secret)
        link.write(dn, (Change(RESET, (b"TRUE",)),))
        return _mark(link, dn)

    def end_one_time_password(self, link: Link, dn: str, mark: str, instead: str) -> bool:  # noqa: ARG002
        """Take the password away, in one request with "must be changed": a holder who is at it keeps theirs."""
        taken = (Removal(RESET, b"TRUE"), Change("userPassword", None), Change(RESET, (b"TRUE",)))
        return _mark(link, dn) == mark and link.write_unless_gone(dn, taken)

    def unfitness(self, root: Values, reader: Reader, *, reads_locks: bool) -> str | None:
        if "openldaprootdse" not in (each.lower() for each in root.get("objectclass", ())):
            return "isn't OpenLDAP: check directory.kind"
        if TRANSACTIONS not in root.get("supportedextension", ()):
            return (
                "is OpenLDAP 2.4 or older, where unlocking leaves the failed tries in place: "
                "bring it to 2.5 or newer, or set channel.kind to another"
            )
        if reads_locks and self.default_policy and reader.read(self.default_policy, OF_POLICY) is None:
            return "shows no password policy at directory.default_policy: check its name and access rules"
        return None

    def _policy(self, own: str | None, reader: Reader) -> Policy | None:
        """Return the account's policy; None if its entry is gone or hidden."""
        dn = own or self.default_policy
        if dn is None:
            return Policy()
        values = reader.read(dn, OF_POLICY)
        return None if values is None else policy_from(values)


def _mark(reader: Reader, dn: str) -> str:
    """Return when the password was set: the server's own time, to the second."""
    return first(reader.read(dn, (CHANGED,)) or {}, CHANGED) or ""
