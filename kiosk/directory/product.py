"""What differs from one directory product to the next."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from kiosk.directory.connection.link import Change, Link, Reader
from kiosk.directory.supann.person import Values
from kiosk.triage.account_state import AccountState


class Product(Protocol):
    """Each product's traps, behind the same few questions. Every method that asks raises DirectoryAway."""

    @property
    def attributes(self) -> Sequence[str]:
        """Return what to ask of an account for its state."""
        ...

    @property
    def tells_absence(self) -> bool:
        """Whether comparing an attribute that isn't there is told apart from comparing a wrong value."""
        ...

    def state(self, dn: str, values: Values, reader: Reader, now: datetime) -> AccountState:
        """Return the facts about locks and passwords; standing only where this product itself closes an account."""
        ...

    @property
    def unlocking(self) -> Sequence[Change]:
        """Return the changes, made in one request, that end a lock by failed tries whatever the state is."""
        ...

    def set_one_time_password(self, link: Link, dn: str, secret: str) -> str:
        """Set a password that its holder must change at the next sign-in; return its mark. Raises Refused too."""
        ...

    def end_one_time_password(self, link: Link, dn: str, mark: str, instead: str) -> bool:
        """Let the password with this mark open nothing more; False if it isn't the account's any more.

        instead: a password that nobody will know, where an account can't be without. Raises Refused too.
        """
        ...

    def unfitness(self, root: Values, reader: Reader, *, reads_locks: bool) -> str | None:
        """Return what follows "The directory server X" if it isn't this product in a version that unlocks rightly.

        root: what the server tells of itself. reads_locks: whether the reader's identity may see locks.
        """
        ...


ROOT = (
    "vendorName",
    "vendorVersion",
    "supportedCapabilities",
    "supportedExtension",
    "namingContexts",
    "objectClass",
)


def first(values: Mapping[str, tuple[str, ...]], name: str) -> str | None:
    """Return an attribute's value, None if it has none."""
    return next(iter(values.get(name.lower(), ())), None)
