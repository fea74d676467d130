"""Where students and the state of their accounts are known: one protocol, one backend per product."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kiosk.identity.student import Student
from kiosk.reading.partial_date import PartialDate
from kiosk.triage.account_state import AccountState, Standing


@dataclass(frozen=True, slots=True)
class Entry:
    """One student found by exact number. account: this directory's own key to the account."""

    student: Student
    account: str = field(repr=False)
    standing: Standing = Standing.UNKNOWN
    registered: bool | None = None


class Directory(Protocol):
    """Raises DirectoryAway whenever it can't answer for certain; never guesses."""

    def find(self, number: str, birth_date: PartialDate | None) -> Entry | None:
        """Return the one entry with this number, its birth date compared; None for none or several."""
        ...

    def is_shared(self, number: str) -> bool:
        """Return whether several entries have this number, so that nobody is found by it. For staff only."""
        ...

    def state(self, account: str) -> AccountState | None:
        """Return the account's state (the desk's identity only); None if the account is gone."""
        ...

    def on_each_server(self, account: str) -> Mapping[str, AccountState | None]:
        """Return the account's state as each server tells it, by the server's name (the desk's identity only)."""
        ...

    def unlock(self, account: str) -> None:
        """End a lock by failed tries (the desk's identity only). Idempotent; touches nothing else."""
        ...

    def addresses(self, account: str) -> tuple[str, ...]:
        """Return the mail addresses kept for the account (the desk's identity only).

        The institutional one first, then the rescue address; () where none is kept or may be read.
        """
        ...

    def set_one_time_password(self, account: str, secret: str) -> str:
        """Set a password that must be changed at the next sign-in (the desk's identity only).

        Returns its mark, by which this directory knows it from a later one ("" where it has none). Raises Refused
        where this directory can't, or its rules don't allow it. It ends no lock.
        """
        ...

    def end_one_time_password(self, account: str, mark: str, instead: str) -> bool:
        """Let a one-time password that wasn't changed yet open nothing more (the desk's identity only).

        instead: a password that nobody will know, for a directory where an account can't be without. False: it was
        changed meanwhile, and nothing was done. Raises Refused as setting it does.
        """
        ...

    def check(self) -> None:
        """Raise DirectoryAway unless it answers now."""
        ...
