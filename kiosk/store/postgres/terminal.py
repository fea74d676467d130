"""The store in PostgreSQL as a terminal has it: functions that file and look up, and nothing else.

The terminal stands in a public place. What its login may not do, the server refuses; what this class doesn't offer
is refused here already, with a sentence (DeskOnly).
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime, timedelta

from psycopg.types.json import Jsonb

from kiosk.errors import AlreadyDecided, NotFound, StoreAway
from kiosk.journal.event import Event, Happening
from kiosk.request.request import Request
from kiosk.request.staff_call import StaffCall
from kiosk.store.inbox import Inbox
from kiosk.store.postgres import about
from kiosk.store.postgres.calls import call_of, times
from kiosk.store.postgres.connection import Connections, Cursor
from kiosk.store.postgres.desk_only import DeskOnly, refuse
from kiosk.store.postgres.inbox import TerminalInbox
from kiosk.store.postgres.limits import failure_values
from kiosk.store.postgres.requests import jsons
from kiosk.store.postgres.statements import fetch, one
from kiosk.store.protocol import Sealer
from kiosk.store.rows import changed_columns, request_of, time_text

NOBODY = dict.fromkeys(("student_number", "directory_account", "display_name", "message", "language", "salt"))


class TerminalStore(DeskOnly):
    """A Store whose every call is one of the database's functions for terminals."""

    def __init__(self, connections: Connections, sealer: Sealer, is_demonstration: bool) -> None:
        self._connections = connections
        self._sealer = sealer
        self.inbox: Inbox = TerminalInbox(connections, sealer)
        self._is_demonstration = is_demonstration

    @property
    def is_demonstration(self) -> bool:
        return self._is_demonstration

    @contextmanager
    def _sealed(self, happening: Happening) -> Iterator[tuple[Cursor, Event, Jsonb]]:
        """Lend a cursor, and the event that follows this terminal's last one; its chain is locked meanwhile.

        Where the answer to the commit is lost, the chain's head tells whether the event stands.
        """
        event: Event | None = None
        try:
            with self._connections.writing() as cursor:
                event = self._sealer.seal(happening, _head(cursor))
                yield cursor, event, Jsonb(asdict(event))
        except StoreAway as error:
            if event is None or not self._stands(event, error):
                raise

    def _stands(self, event: Event, error: StoreAway) -> bool:
        try:
            with self._connections.writing() as cursor:
                return _head(cursor) == event
        except StoreAway:
            raise error from None

    def submit(self, request: Request, happening: Happening) -> Request:
        holder = request.holder
        if holder is None:
            raise ValueError("a new request has a holder")
        with self._sealed(happening) as (cursor, _, event):
            standing = one(cursor, "SELECT terminal.submit(%s, %s, %s)", (*jsons(request, holder), event))
            if standing is not None:
                return request_of(standing | NOBODY)
        return request

    def swap(
        self, before: Request, after: Request, happening: Happening, lease: timedelta | None = None
    ) -> Request:
        """Replace a ticket: the only move that a terminal makes."""
        if changed_columns(before, after).keys() != {"ticket_digest"} or lease is not None:
            refuse()
        with self._sealed(happening) as (cursor, _, event):
            values = [before.id, before.version, after.ticket_digest, event]
            kept = one(cursor, "SELECT terminal.replace_ticket(%s, %s, %s, %s)", values)
            if kept is None:
                raise AlreadyDecided("Someone else was faster: look at the request again.", "already_decided")
            return request_of(kept | NOBODY)

    def is_waiting(self, reference: str) -> bool:
        with self._connections.reading() as cursor:
            waits = one(cursor, "SELECT terminal.is_waiting(%s)", [reference])
        if waits is None:
            raise NotFound("There is no request with this reference.", "no_such_request")
        return bool(waits)

    def by_ticket(self, ticket_digest: str) -> Request | None:
        with self._connections.reading() as cursor:
            told = one(cursor, "SELECT terminal.status(%s)", [ticket_digest])
        return None if told is None else request_of(told | NOBODY)

    def call_staff(self, call: StaffCall) -> StaffCall:
        """Leave a call under the name that the desk gave this terminal, whatever its settings call it."""
        with self._connections.writing() as cursor:
            values = [call.site, *times(call)]
            return call_of(fetch(cursor, "SELECT * FROM terminal.call_staff(%s, %s, %s)", values)[0])

    def staff_call(self, site: str, device: str) -> StaffCall | None:  # noqa: ARG002  the server knows which it is
        with self._connections.reading() as cursor:
            return next(map(call_of, fetch(cursor, "SELECT * FROM terminal.own_call(%s)", [site])), None)

    def failures(self, number: str, since: datetime) -> int:
        with self._connections.writing() as cursor:  # the first question of all draws the digests' key
            return int(one(cursor, "SELECT terminal.failures(%s, %s)", [number, time_text(since)]))

    def note_failure(self, number: str, at: datetime, happening: Happening) -> int:
        with self._sealed(happening) as (cursor, _, event):
            values = [*failure_values(number, at), event]
            return int(one(cursor, "SELECT terminal.note_failure(%s, %s, %s, %s, %s)", values))

    def record(self, happening: Happening) -> Event:
        with self._sealed(happening) as (cursor, sealed, event):
            fetch(cursor, "SELECT terminal.record(%s)", [event])
        return sealed

    def heads(self) -> tuple[Event, ...]:
        """Return this terminal's own last event: it sees no other's."""
        with self._connections.writing() as cursor:
            own = _head(cursor)
        return () if own is None else (own,)

    def public_keys(self) -> Mapping[str, bytes]:
        return {self._sealer.writer: self._sealer.public_key}

    def register_entry(self, number: str) -> dict[str, str] | None:
        return self.find_student(number, None)

    def find_student(self, number: str, shown: str | None) -> dict[str, str] | None:
        with self._connections.writing() as cursor:
            found: dict[str, str] | None = one(
                cursor, "SELECT terminal.find_student(%s, %s)", [number, shown]
            )
        return found

    def heartbeat(self, health: Mapping[str, str]) -> None:
        """Say that this terminal lives, and how its parts are. Raises StoreAway once it is paused or revoked."""
        with self._connections.writing() as cursor:
            fetch(cursor, "SELECT terminal.heartbeat(%s)", [Jsonb(dict(health))])

    def check(self) -> None:
        with self._connections.writing() as cursor:
            fetch(cursor, "SELECT terminal.heartbeat(NULL)")

    def clock(self) -> datetime | None:
        with self._connections.reading() as cursor:
            return about.clock(cursor)

    def close(self) -> None:
        self._connections.close()


def _head(cursor: Cursor) -> Event | None:
    """Return this terminal's last event; nobody else adds to its chain until the transaction ends."""
    statement = "SELECT format, writer, sequence, body, previous, digest, signature FROM terminal.head()"
    return next((Event(**row) for row in fetch(cursor, statement)), None)
