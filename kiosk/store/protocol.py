"""What every store can do: one protocol, which one contract test holds every backend to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from kiosk.journal.event import Event, Happening
from kiosk.request.request import Request, State
from kiosk.staff.account import StaffAccount
from kiosk.store.calling import Calling
from kiosk.store.changes import Changes
from kiosk.store.inbox import Inbox
from kiosk.triage.words import Cause


@dataclass(frozen=True, slots=True)
class Page:
    """Some requests, and the key to ask for the next page with (None at the end)."""

    requests: tuple[Request, ...]
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A request's way through, without a person: for figures. cause: None where nobody approved it."""

    state: State
    filed_at: datetime
    ended_at: datetime | None
    cause: Cause | None


class Sealer(Protocol):
    """A device's hand in the journal: it seals each happening onto the device's own chain."""

    @property
    def writer(self) -> str: ...

    @property
    def public_key(self) -> bytes: ...

    def seal(self, happening: Happening, previous: Event | None) -> Event:
        """Return the event that follows `previous`, the writer's last one (None: it begins the chain)."""
        ...


class Store(Calling, Protocol):
    """Everything that is kept. Each writing method is one durable transaction, its event included.

    Raises StoreAway when the store can't be reached, is full, read-only or locked for too long.
    May be shared between threads.
    """

    @property
    def is_demonstration(self) -> bool: ...

    @property
    def inbox(self) -> Inbox: ...

    # requests
    def submit(self, request: Request, happening: Happening) -> Request:
        """Add a waiting request with its event; return the student's open request instead if there is one.

        Nothing is recorded in the second case. Raises Refused if another request has this reference.
        """
        ...

    def get(self, reference: str) -> Request:
        """Return the request with this reference. Raises NotFound."""
        ...

    def is_waiting(self, reference: str) -> bool:
        """Return whether this request still waits. Raises NotFound."""
        ...

    def by_ticket(self, ticket_digest: str) -> Request | None:
        """Return the request whose ticket's secret has this digest."""
        ...

    def open_for(self, student_number: str) -> Request | None:
        """Return the student's request that hasn't ended."""
        ...

    def earlier(self, student_number: str, limit: int = 10) -> tuple[Request, ...]:
        """Return the student's requests, newest first."""
        ...

    def swap(
        self, before: Request, after: Request, happening: Happening, lease: timedelta | None = None
    ) -> Request:
        """Replace `before` by `after` with its event if nothing changed since, and return what now stands.

        The version rises by one; the holder stays as it is kept; a claim ends. lease: claim it in the same
        move, for whoever approves carries out. Raises AlreadyDecided.
        """
        ...

    def queue(
        self, states: Iterable[State] = (State.WAITING,), after: str | None = None, limit: int = 50
    ) -> Page:
        """Return requests in these states, urgent first, then by due time; paged by key."""
        ...

    def claim(self, request: Request, lease: timedelta) -> bool:
        """Claim an approved request for carrying it out, until it moves or the lease ends.

        False if another has it, or it moved since it was read. A lease runs on the store's own clock: those of
        two desks may differ.
        """
        ...

    def claim_due(self, now: datetime, lease: timedelta) -> Request | None:
        """Claim the approved request that is due the longest (no time set: at once) and that nobody has."""
        ...

    def changes(self) -> Changes:
        """Return what waits for changes; its caller's to close."""
        ...

    def counts(self) -> dict[State, int]:
        """Return how many requests are in each state, 0 included."""
        ...

    def figures(self, since: datetime) -> tuple[Passage, ...]:
        """Return the passage of every request that ended since then or hasn't ended, by filing time."""
        ...

    # limits
    def note_failure(self, number: str, at: datetime, happening: Happening) -> int:
        """Count a failed verification of a number, of which only a keyed digest is kept.

        Returns the count of the 24 hours up to and including this one.
        """
        ...

    def failures(self, number: str, since: datetime) -> int:
        """Return how many failed verifications of a number were noted since then, a week back at most."""
        ...

    # staff
    def add_staff(self, account: StaffAccount, happening: Happening) -> None:
        """Add an account. Raises Refused if the login exists."""
        ...

    def change_staff(self, account: StaffAccount, happening: Happening) -> None:
        """Replace the account of this login. Raises NotFound."""
        ...

    def staff(self, login: str) -> StaffAccount | None: ...

    def all_staff(self) -> tuple[StaffAccount, ...]:
        """Return every account, by login."""
        ...

    def note_sign_in(self, login: str, at: datetime, ok: bool, happening: Happening) -> None:
        """Remember a failed try; forget the earlier ones at a good one."""
        ...

    def failed_sign_ins(self, login: str, since: datetime) -> tuple[datetime, ...]:
        """Return the times of failed tries since then and since the last good one, oldest first."""
        ...

    # journal
    def record(self, happening: Happening) -> Event:
        """Append an event that belongs to no request."""
        ...

    def events(self) -> Iterator[Event]:
        """Yield every event, writer by writer, in order."""
        ...

    def heads(self) -> tuple[Event, ...]:
        """Return the last event of each writer."""
        ...

    def public_keys(self) -> Mapping[str, bytes]:
        """Return the public key of every writer that ever opened this store."""
        ...

    # the register (campuses without a directory, and the demonstration)
    def replace_register(self, rows: Iterable[Mapping[str, str]], happening: Happening) -> int:
        """Put these rows in the place of all earlier ones and return how many they are.

        Keys as REGISTER_COLUMNS; one that is missing counts as empty. A live store drops `account`.
        Raises Refused if two rows have the same number; the earlier register then stays.
        """
        ...

    def register_entry(self, number: str) -> dict[str, str] | None: ...

    def find_student(self, number: str, shown: str | None) -> dict[str, str] | None:
        """Return the register's row for comparing it with a shown birth date (YYYY-MM-DD, X for unknown parts).

        A terminal gets no birth date: its row has `compared` instead, a word of BirthDate.
        """
        ...

    def register_size(self) -> int: ...

    def set_register_account(self, number: str, account: str) -> None:
        """Change the account state of an entry. Raises NotFound, and Refused on a live store."""
        ...

    # erasing
    def erase_holders(self, ids: Sequence[str], happening: Happening) -> int:
        """Empty the holder and the salts of these requests; the chain still verifies."""
        ...

    def waiting_since_before(self, at: datetime, limit: int = 1000) -> tuple[Request, ...]:
        """Return requests that were filed before then and still wait, the oldest first."""
        ...

    def ended_before(self, at: datetime, limit: int = 1000) -> tuple[Request, ...]:
        """Return requests that ended before then and still have a holder, the oldest first."""
        ...

    def count_ended_before(self, at: datetime) -> int:
        """Return how many requests delete_ended_before would delete."""
        ...

    def delete_ended_before(self, at: datetime, happening: Happening) -> int:
        """Delete requests whose verification record has reached its age."""
        ...

    def secret(self, name: str) -> bytes:
        """Return a random 32-byte key of this store, made at first use (digest keys)."""
        ...

    def check(self) -> None:
        """Raise StoreAway unless a durable write would succeed now."""
        ...

    def clock(self) -> datetime | None:
        """Return the time by the server's clock; None where the store is on this computer."""
        ...

    def close(self) -> None: ...
