"""The store in PostgreSQL as desks and auditors use it: each method is one transaction around what its module does."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from kiosk.errors import Refused
from kiosk.journal.event import Event, Happening
from kiosk.request.request import Request, State
from kiosk.request.staff_call import StaffCall
from kiosk.staff.account import StaffAccount
from kiosk.store.changes import Changes
from kiosk.store.devices import Devices
from kiosk.store.filings import Filings
from kiosk.store.inbox import Inbox
from kiosk.store.postgres import about, calls, claims, figures, journal, limits, register, requests, staff
from kiosk.store.postgres.chain import Chain
from kiosk.store.postgres.changes import Listening
from kiosk.store.postgres.connection import Connections
from kiosk.store.postgres.devices import PostgresDevices
from kiosk.store.postgres.filings import PostgresFilings
from kiosk.store.postgres.inbox import DeskInbox
from kiosk.store.postgres.queue import queue
from kiosk.store.protocol import Page, Passage, Sealer


class PostgresStore:
    """A Store (the protocol says what each method promises)."""

    def __init__(self, connections: Connections, sealer: Sealer, is_demonstration: bool) -> None:
        self._connections = connections
        self._chain = Chain(connections, sealer)
        self.inbox: Inbox = DeskInbox(self._chain)
        self.devices: Devices = PostgresDevices(self._chain)
        self.filings: Filings = PostgresFilings(connections)
        self._is_demonstration = is_demonstration

    @property
    def is_demonstration(self) -> bool:
        return self._is_demonstration

    def submit(self, request: Request, happening: Happening) -> Request:
        holder = request.holder
        if holder is None:
            raise ValueError("a new request has a holder")
        with self._chain.moving() as move:
            standing = requests.file(move.cursor, request, holder)
            if standing is not None:
                return standing
            move.append(happening)
        return request

    def get(self, reference: str) -> Request:
        with self._connections.reading() as cursor:
            return requests.by_reference(cursor, reference)

    def is_waiting(self, reference: str) -> bool:
        return self.get(reference).state is State.WAITING

    def by_ticket(self, ticket_digest: str) -> Request | None:
        with self._connections.reading() as cursor:
            return requests.by_ticket(cursor, ticket_digest)

    def open_for(self, student_number: str) -> Request | None:
        with self._connections.reading() as cursor:
            return requests.open_for(cursor, student_number)

    def earlier(self, student_number: str, limit: int = 10) -> tuple[Request, ...]:
        with self._connections.reading() as cursor:
            return requests.earlier(cursor, student_number, limit)

    def swap(
        self, before: Request, after: Request, happening: Happening, lease: timedelta | None = None
    ) -> Request:
        with self._chain.recording(happening) as cursor:
            kept = requests.swap(cursor, before, after)
            if lease is not None:
                claims.claim(cursor, kept, lease)
            return kept

    def queue(
        self, states: Iterable[State] = (State.WAITING,), after: str | None = None, limit: int = 50
    ) -> Page:
        with self._connections.reading() as cursor:
            return queue(cursor, states, after, limit)

    def claim(self, request: Request, lease: timedelta) -> bool:
        with self._connections.writing() as cursor:
            return claims.claim(cursor, request, lease)

    def claim_due(self, now: datetime, lease: timedelta) -> Request | None:
        with self._connections.writing() as cursor:
            return claims.claim_due(cursor, now, lease)

    def changes(self) -> Changes:
        return Listening(self._connections.connect)

    def counts(self) -> dict[State, int]:
        with self._connections.reading() as cursor:
            return requests.counts(cursor)

    def figures(self, since: datetime) -> tuple[Passage, ...]:
        with self._connections.reading() as cursor:
            return figures.passages(cursor, since)

    def call_staff(self, call: StaffCall) -> StaffCall:
        with self._connections.writing() as cursor:
            return calls.leave(cursor, call)

    def staff_call(self, site: str, device: str) -> StaffCall | None:
        with self._connections.reading() as cursor:
            return calls.last(cursor, site, device)

    def staff_calls(self, since: datetime) -> tuple[StaffCall, ...]:
        with self._connections.reading() as cursor:
            return calls.waiting(cursor, since)

    def answer_call(self, call: StaffCall, at: datetime) -> bool:
        with self._connections.writing() as cursor:
            return calls.answer(cursor, call, at)

    def note_failure(self, number: str, at: datetime, happening: Happening) -> int:
        with self._chain.recording(happening) as cursor:
            return limits.note_failure(cursor, number, at)

    def failures(self, number: str, since: datetime) -> int:
        with self._connections.reading() as cursor:
            return limits.failures(cursor, number, since)

    def add_staff(self, account: StaffAccount, happening: Happening) -> None:
        with self._chain.recording(happening) as cursor:
            staff.add(cursor, account)

    def change_staff(self, account: StaffAccount, happening: Happening) -> None:
        with self._chain.recording(happening) as cursor:
            staff.change(cursor, account)

    def staff(self, login: str) -> StaffAccount | None:
        with self._connections.reading() as cursor:
            return staff.find(cursor, login)

    def all_staff(self) -> tuple[StaffAccount, ...]:
        with self._connections.reading() as cursor:
            return staff.every(cursor)

    def note_sign_in(self, login: str, at: datetime, ok: bool, happening: Happening) -> None:
        with self._chain.recording(happening) as cursor:
            limits.note_sign_in(cursor, login, at, ok)

    def failed_sign_ins(self, login: str, since: datetime) -> tuple[datetime, ...]:
        with self._connections.reading() as cursor:
            return limits.failed_sign_ins(cursor, login, since)

    def record(self, happening: Happening) -> Event:
        with self._chain.moving() as move:
            move.append(happening)
        if move.event is None:
            raise AssertionError("a move that ended well has its event")
        return move.event

    def events(self) -> Iterator[Event]:
        return journal.every(self._connections)

    def heads(self) -> tuple[Event, ...]:
        with self._connections.reading() as cursor:
            return journal.heads(cursor)

    def public_keys(self) -> Mapping[str, bytes]:
        with self._connections.reading() as cursor:
            return journal.public_keys(cursor)

    def replace_register(self, rows: Iterable[Mapping[str, str]], happening: Happening) -> int:
        with self._chain.recording(happening) as cursor:
            return register.replace_all(cursor, rows, with_accounts=self._is_demonstration)

    def register_entry(self, number: str) -> dict[str, str] | None:
        with self._connections.reading() as cursor:
            return register.find(cursor, number)

    def find_student(self, number: str, shown: str | None) -> dict[str, str] | None:  # noqa: ARG002  compared by the caller
        return self.register_entry(number)

    def register_size(self) -> int:
        with self._connections.reading() as cursor:
            return register.size(cursor)

    def set_register_account(self, number: str, account: str) -> None:
        if not self._is_demonstration:
            raise Refused("Account states are pretended in a demonstration only.", "live_store")
        with self._connections.writing() as cursor:
            register.set_account(cursor, number, account)

    def erase_holders(self, ids: Sequence[str], happening: Happening) -> int:
        with self._chain.recording(happening) as cursor:
            return requests.erase_holders(cursor, ids)

    def waiting_since_before(self, at: datetime, limit: int = 1000) -> tuple[Request, ...]:
        with self._connections.reading() as cursor:
            return requests.waiting_since_before(cursor, at, limit)

    def ended_before(self, at: datetime, limit: int = 1000) -> tuple[Request, ...]:
        with self._connections.reading() as cursor:
            return requests.ended_before(cursor, at, limit)

    def count_ended_before(self, at: datetime) -> int:
        with self._connections.reading() as cursor:
            return requests.count_ended_before(cursor, at)

    def delete_ended_before(self, at: datetime, happening: Happening) -> int:
        with self._chain.recording(happening) as cursor:
            return requests.delete_ended_before(cursor, at)

    def secret(self, name: str) -> bytes:
        with self._connections.writing() as cursor:
            return about.secret(cursor, name)

    def check(self) -> None:
        with self._connections.writing() as cursor:
            about.beat(cursor)

    def clock(self) -> datetime | None:
        with self._connections.reading() as cursor:
            return about.clock(cursor)

    def close(self) -> None:
        self._connections.close()
