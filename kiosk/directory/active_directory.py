"""Active Directory, as Microsoft's and Samba's domain controllers have it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.directory.connection.link import Change, Link, Reader
from kiosk.directory.ldap_time import filetime
from kiosk.directory.product import first
from kiosk.directory.supann.person import Values
from kiosk.triage.account_state import AccountState, Standing

IS_ACTIVE_DIRECTORY = "1.2.840.113556.1.4.800"
COMPUTED = "msDS-User-Account-Control-Computed"  # only told when asked for by name
VERSION = "msDS-KeyVersionNumber"  # counts the account's passwords
DISABLED, LOCKED, EXPIRED = 0x2, 0x10, 0x800000
NOT_NOW = "0"


def account_state(values: Values, now: datetime) -> AccountState:
    """Return the state by what the controller computed: lockoutTime alone stays after a lock ran out. Pure.

    Source: MS-ADTS, 3.1.1.4.5.17, and what Samba does, which the tests repeat.
    """
    computed, control = _number(values, COMPUTED), _number(values, "userAccountControl")
    if computed is None:
        return AccountState()
    disabled = bool(control is not None and control & DISABLED)
    must_change = first(values, "pwdLastSet") == NOT_NOW
    ends = filetime(first(values, "accountExpires") or "")
    return AccountState(
        standing=Standing.INACTIVE if ends is not None and ends <= now else Standing.UNKNOWN,
        locked=bool(computed & LOCKED) or disabled,
        lock_is_permanent=disabled,
        failures=_number(values, "badPwdCount"),
        password_expired=bool(computed & EXPIRED) and not must_change,
        must_change_password=must_change,
        idle=False,
    )


@dataclass(frozen=True, slots=True)
class ActiveDirectory:
    @property
    def attributes(self) -> Sequence[str]:
        return (COMPUTED, "userAccountControl", "badPwdCount", "pwdLastSet", "accountExpires")

    @property
    def tells_absence(self) -> bool:
        """Samba says "false" in both cases."""
        return False

    def state(self, dn: str, values: Values, reader: Reader, now: datetime) -> AccountState:  # noqa: ARG002
        return account_state(values, now)

    @property
    def unlocking(self) -> Sequence[Change]:
        """Zero, which also zeroes the failures; the attribute can't be deleted."""
        return (Change("lockoutTime", (b"0",)),)

    def set_one_time_password(self, link: Link, dn: str, secret: str) -> str:
        """Both in one request. Source: MS-ADTS, 3.1.1.3.1.5: in quotation marks, UTF-16."""
        changes = (
            Change("unicodePwd", (f'"{secret}"'.encode("utf-16-le"),)),
            Change("pwdLastSet", (b"0",)),
        )
        link.write(dn, changes)
        return first(link.read(dn, (VERSION,)) or {}, VERSION) or ""

    def end_one_time_password(self, link: Link, dn: str, mark: str, instead: str) -> bool:
        """Set another, since no account can be without. Looked at first: no request here depends on what stands."""
        known = link.read(dn, (VERSION, "pwdLastSet")) or {}
        if first(known, "pwdLastSet") != NOT_NOW or (first(known, VERSION) or "") != mark:
            return False
        self.set_one_time_password(link, dn, instead)
        return True

    def unfitness(self, root: Values, reader: Reader, *, reads_locks: bool) -> str | None:  # noqa: ARG002
        if IS_ACTIVE_DIRECTORY in root.get("supportedcapabilities", ()):
            return None
        return "isn't a domain controller of Active Directory: check directory.kind"


def _number(values: Values, name: str) -> int | None:
    written = first(values, name)
    try:
        return None if written is None else int(written)
    except ValueError:
        return None
