"""The inbox in a store's file: each method is one transaction."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from kiosk.journal.digest import keyed_digest
from kiosk.journal.event import Happening
from kiosk.request.request import Request
from kiosk.store.inbox import Letter
from kiosk.store.protocol import Sealer
from kiosk.store.sqlite import about, journal, letters, limits, requests
from kiosk.store.sqlite.connection import Lends


class SqliteInbox:
    """An Inbox (the protocol says what each method promises)."""

    def __init__(self, connection: Lends, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    def post(self, letter: Letter, at: datetime) -> None:
        with self._connection.writing() as database:
            letters.post(database, letter, at)

    def letters(self, limit: int = 100) -> tuple[Letter, ...]:
        with self._connection.reading() as database:
            return letters.posted(database, limit)

    def letter_counts(self) -> tuple[int, int]:
        with self._connection.reading() as database:
            return letters.counts(database)

    def take_request(
        self, letter_id: str, request: Request, filed: Happening, joined: Happening
    ) -> Request | None:
        holder = request.holder
        if holder is None:
            raise ValueError("a new request has a holder")
        with self._connection.writing() as database:
            if not letters.take(database, letter_id):
                return None
            if (known := requests.find(database, request.id)) is not None:
                return known
            standing = requests.open_for(database, holder.student_number)
            if standing is not None:
                letters.join(database, request, standing)
                journal.append(database, self._sealer, replace(joined, subject=standing.id))
                return standing
            requests.add(database, request, holder)
            journal.append(database, self._sealer, filed)
        return request

    def take_failure(self, letter_id: str, number: str, at: datetime, happening: Happening) -> None:
        with self._connection.writing() as database:
            if letters.take(database, letter_id):
                digest = keyed_digest(about.secret(database, "failures"), number)
                limits.note_failure(database, digest, at)
                journal.append(database, self._sealer, happening)

    def take_note(self, letter_id: str, happening: Happening) -> None:
        with self._connection.writing() as database:
            if letters.take(database, letter_id):
                journal.append(database, self._sealer, happening)

    def set_aside(self, letter_id: str) -> None:
        with self._connection.writing() as database:
            letters.set_aside(database, letter_id)

    def public_keys(self) -> Mapping[str, bytes]:
        with self._connection.reading() as database:
            return journal.public_keys(database)
