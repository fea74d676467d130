"""The store in one SQLite file: each method is one transaction around what its module does."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlite_utils import Database

from kiosk.errors import Refused
from kiosk.journal.digest import keyed_digest
from kiosk.journal.event import Event, Happening
from kiosk.request.request import Request, State
from kiosk.request.staff_call import StaffCall
from kiosk.staff.account import StaffAccount
from kiosk.store.changes import Changes
from kiosk.store.inbox import Inbox
from kiosk.store.protocol import Page, Passage, Sealer
from kiosk.store.sqlite import about, calls, claims, figures, journal, limits, register, requests, staff
from kiosk.store.sqlite.changes import Polling
from kiosk.store.sqlite.connection import Lends
from kiosk.store.sqlite.inbox import SqliteInbox
from kiosk.store.sqlite.queue import queue


class SqliteStore:
    """A Store (the protocol says what each method promises)."""

    def __init__(self, connection: Lends, sealer: Sealer, is_demonstration: bool) -> None:
        self._connection = connection
        self._sealer = sealer
        self._is_demonstration = is_demonstration
        self.inbox: Inbox = SqliteInbox(connection, sealer)

    @property
    def is_demonstration(self) -> bool:
        return self._is_demonstration

    @contextmanager
    def _recording(self, happening: Happening) -> Iterator[Database]:
        """Lend the database for one move; its event is sealed last, in the same transaction."""
        with self._connection.writing() as database:
            yield database
            journal.append(database, self._sealer, happening)

    def submit(self, request: Request, happening: Happening) -> Request:
        holder = request.holder
        if holder is None:
            raise ValueError("a new request has a holder")
        with self._connection.writing() as database:
            standing = requests.open_for(database, holder.student_number)
            if standing is not None:
                return standing
            requests.add(database, request, holder)
            journal.append(database, self._sealer, happening)
        return request

    def get(self, reference: str) -> Request:
        with self._connection.reading() as database:
            return requests.by_reference(database, reference)

    def is_waiting(self, reference: str) -> bool:
        return self.get(reference).state is State.WAITING

    def by_ticket(self, ticket_digest: str) -> Request | None:
        with self._connection.reading() as database:
            return requests.by_ticket(database, ticket_digest)

    def open_for(self, student_number: str) -> Request | None:
        with self._connection.reading() as database:
            return requests.open_for(database, student_number)

    def earlier(self, student_number: str, limit: int = 10) -> tuple[Request, ...]:
        with self._connection.reading() as database:
            return requests.earlier(database, student_number, limit)

    def swap(
        self, before: Request, after: Request, happening: Happening, lease: timedelta | None = None
    ) -> Request:
        with self._recording(happening) as database:
            kept = requests.swap(database, before, after)
            if lease is not None:
                claims.claim(database, kept, lease)
            return kept

    def queue(
        self, states: Iterable[State] = (State.WAITING,), after: str | None = None, limit: int = 50
    ) -> Page:
        with self._connection.reading() as database:
            return queue(database, states, after, limit)

    def claim(self, request: Request, lease: timedelta) -> bool:
        with self._connection.writing() as database:
            return claims.claim(database, request, lease)

    def claim_due(self, now: datetime, lease: timedelta) -> Request | None:
        with self._connection.writing() as database:
            return claims.claim_due(database, now, lease)

    def changes(self) -> Changes:
        return Polling(self._connection.data_version)

    def counts(self) -> dict[State, int]:
        with self._connection.reading() as database:
            return requests.counts(database)

    def figures(self, since: datetime) -> tuple[Passage, ...]:
        with self._connection.reading() as database:
            return figures.passages(database, since)

    def call_staff(self, call: StaffCall) -> StaffCall:
        with self._connection.writing() as database:
            return calls.leave(database, call)

    def staff_call(self, site: str, device: str) -> StaffCall | None:
        with self._connection.reading() as database:
            return calls.last(database, site, device)

    def staff_calls(self, since: datetime) -> tuple[StaffCall, ...]:
        with self._connection.reading() as database:
            return calls.waiting(database, since)

    def answer_call(self, call: StaffCall, at: datetime) -> bool:
        with self._connection.writing() as database:
            return calls.answer(database, call, at)

    def note_failure(self, number: str, at: datetime, happening: Happening) -> int:
        digest = self._number_digest(number)
        with self._recording(happening) as database:
            return limits.note_failure(database, digest, at)

    def failures(self, number: str, since: datetime) -> int:
        digest = self._number_digest(number)
        with self._connection.reading() as database:
            return limits.failures(database, digest, since)

    def _number_digest(self, number: str) -> str:
        return keyed_digest(self.secret("failures"), number)

    def add_staff(self, account: StaffAccount, happening: Happening) -> None:
        with self._recording(happening) as database:
            staff.add(database, account)

    def change_staff(self, account: StaffAccount, happening: Happening) -> None:
        with self._recording(happening) as database:
            staff.change(database, account)

    def staff(self, login: str) -> StaffAccount | None:
        with self._connection.reading() as database:
            return staff.find(database, login)

    def all_staff(self) -> tuple[StaffAccount, ...]:
        with self._connection.reading() as database:
            return staff.every(database)

    def note_sign_in(self, login: str, at: datetime, ok: bool, happening: Happening) -> None:
        with self._recording(happening) as database:
            limits.note_sign_in(database, login, at, ok)

    def failed_sign_ins(self, login: str, since: datetime) -> tuple[datetime, ...]:
        with self._connection.reading() as database:
            return limits.failed_sign_ins(database, login, since)

    def record(self, happening: Happening) -> Event:
        with self._connection.writing() as database:
            return journal.append(database, self._sealer, happening)

    def events(self) -> Iterator[Event]:
        return journal.every(self._connection)

    def heads(self) -> tuple[Event, ...]:
        with self._connection.reading() as database:
            return journal.heads(database)

    def public_keys(self) -> Mapping[str, bytes]:
        with self._connection.reading() as database:
            return journal.public_keys(database)

    def replace_register(self, rows: Iterable[Mapping[str, str]], happening: Happening) -> int:
        with self._recording(happening) as database:
            count = register.replace_all(database, rows, with_accounts=self._is_demonstration)
        self._connection.sweep()
        return count

    def register_entry(self, number: str) -> dict[str, str] | None:
        with self._connection.reading() as database:
            return register.find(database, number)

    def find_student(self, number: str, shown: str | None) -> dict[str, str] | None:  # noqa: ARG002  compared by the caller
        return self.register_entry(number)

    def register_size(self) -> int:
        with self._connection.reading() as database:
            return register.size(database)

    def set_register_account(self, number: str, account: str) -> None:
        if not self._is_demonstration:
            raise Refused("Account states are pretended in a demonstration only.", "live_store")
        with self._connection.writing() as database:
            register.set_account(database, number, account)

    def erase_holders(self, ids: Sequence[str], happening: Happening) -> int:
        with self._recording(happening) as database:
            count = requests.erase_holders(database, ids)
        self._connection.sweep()
        return count

    def waiting_since_before(self, at: datetime, limit: int = 1000) -> tuple[Request, ...]:
        with self._connection.reading() as database:
            return requests.waiting_since_before(database, at, limit)

    def ended_before(self, at: datetime, limit: int = 1000) -> tuple[Request, ...]:
        with self._connection.reading() as database:
            return requests.ended_before(database, at, limit)

    def count_ended_before(self, at: datetime) -> int:
        with self._connection.reading() as database:
            return requests.count_ended_before(database, at)

    def delete_ended_before(self, at: datetime, happening: Happening) -> int:
        with self._recording(happening) as database:
            count = requests.delete_ended_before(database, at)
        self._connection.sweep()
        return count

    def secret(self, name: str) -> bytes:
        with self._connection.writing() as database:
            return about.secret(database, name)

    def check(self) -> None:
        with self._connection.writing() as database:
            about.beat(database)

    def clock(self) -> datetime | None:
        return None

    def close(self) -> None:
        self._connection.close()
