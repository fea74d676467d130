"""389 Directory Server, also sold as Red Hat Directory Server."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from kiosk.directory.connection.link import Change, Link, Reader, Removal
from kiosk.directory.ldap_time import generalized_time
from kiosk.directory.product import first
from kiosk.directory.supann.person import Values
from kiosk.errors import DirectoryAway
from kiosk.triage.account_state import AccountState

COUNT, UNTIL = "passwordRetryCount", "accountUnlockTime"
UNTIL_SOMEBODY_ACTS = datetime(1970, 1, 1, tzinfo=UTC)
EXPIRES, MUST_CHANGE = "passwordExpirationTime", "19700101000000Z"
LOOKS = 100  # a tenth of a second or two; a campus whose passwords don't expire waits for nothing
CLEARED = (COUNT, UNTIL, "retryCountResetTime")


def account_state(values: Values, now: datetime) -> AccountState:
    """Return the state: a lock is an end in the future *and* failures, since an old end stays written. Pure.

    Source: what 389-ds 2.3.1 does, which the tests repeat.
    """
    failures = _number(first(values, COUNT))
    until = generalized_time(first(values, UNTIL) or "")
    by_tries = failures > 0 and until is not None and (until > now or until == UNTIL_SOMEBODY_ACTS)
    disabled = (first(values, "nsAccountLock") or "").lower() == "true"
    expires = first(values, "passwordExpirationTime") or ""
    end, must_change = generalized_time(expires), expires == MUST_CHANGE
    return AccountState(
        locked=by_tries or disabled,
        lock_is_permanent=disabled,
        failures=failures,
        password_expired=end is not None and end <= now and not must_change,
        must_change_password=must_change,
        idle=None,
    )


@dataclass(frozen=True, slots=True)
class Ds389:
    @property
    def attributes(self) -> Sequence[str]:
        return (COUNT, UNTIL, "nsAccountLock", "passwordExpirationTime")

    @property
    def tells_absence(self) -> bool:
        return True

    def state(self, dn: str, values: Values, reader: Reader, now: datetime) -> AccountState:
        if not values.get(UNTIL.lower()):
            # An attribute that is hidden looks like one that isn't there; comparing tells them apart, or raises.
            reader.compare(dn, UNTIL, MUST_CHANGE)
        return account_state(values, now)

    @property
    def unlocking(self) -> Sequence[Change]:
        """All three, emptied: the end alone would leave the failures, and one wrong password would lock again."""
        return tuple(Change(each, ()) for each in CLEARED)

    def set_one_time_password(self, link: Link, dn: str, secret: str) -> str:
        """Before and after: the server gives a new password its own time to expire *after* it has answered.

        So ours stands there first; once it is gone, the server is done, and ours is written again, to stay.
        """
        must_change = (Change(EXPIRES, (MUST_CHANGE.encode(),)),)
        link.write(dn, must_change)
        link.write(dn, (Change("userPassword", (secret.encode(),)),))
        for _ in range(LOOKS):
            if not _must_change(link, dn):
                break
        link.write(dn, must_change)
        if not _must_change(link, dn):
            raise DirectoryAway(
                f"The directory server {link.address.name} doesn't keep that a password must be changed."
            )
        return ""  # nothing that this server keeps tells one password from the next

    def end_one_time_password(self, link: Link, dn: str, mark: str, instead: str) -> bool:  # noqa: ARG002
        """Take the password away, in one request with "must be changed": a holder who is at it keeps theirs."""
        taken = (Removal(EXPIRES, MUST_CHANGE.encode()), Change("userPassword", None))
        return link.write_unless_gone(dn, taken)

    def unfitness(self, root: Values, reader: Reader, *, reads_locks: bool) -> str | None:  # noqa: ARG002
        if "389" in (first(root, "vendorName") or "") + (first(root, "vendorVersion") or ""):
            return None
        return "isn't a 389 Directory Server: check directory.kind"


def _must_change(reader: Reader, dn: str) -> bool:
    return first(reader.read(dn, (EXPIRES,)) or {}, EXPIRES) == MUST_CHANGE


def _number(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdigit() else 0
