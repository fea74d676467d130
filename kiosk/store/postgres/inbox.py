"""The inbox on a database server: as desks have it, and as a terminal has it, which posts and nothing else."""

# ruff: noqa: ARG002  the protocol's names

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.journal.event import Happening
from kiosk.request.request import Request
from kiosk.store.inbox import Letter
from kiosk.store.postgres import journal, letters, limits, requests
from kiosk.store.postgres.chain import Chain
from kiosk.store.postgres.connection import Connections
from kiosk.store.postgres.desk_only import refuse
from kiosk.store.postgres.statements import fetch
from kiosk.store.protocol import Sealer
from kiosk.store.rows import time_text


@dataclass(frozen=True, slots=True)
class DeskInbox:
    """An Inbox (the protocol says what each method promises)."""

    chain: Chain

    def post(self, letter: Letter, at: datetime) -> None:
        with self.chain.connections.writing() as cursor:
            letters.post(cursor, letter, at)

    def letters(self, limit: int = 100) -> tuple[Letter, ...]:
        with self.chain.connections.reading() as cursor:
            return letters.posted(cursor, limit)

    def letter_counts(self) -> tuple[int, int]:
        with self.chain.connections.reading() as cursor:
            return letters.counts(cursor)

    def take_request(
        self, letter_id: str, request: Request, filed: Happening, joined: Happening
    ) -> Request | None:
        holder = request.holder
        if holder is None:
            raise ValueError("a new request has a holder")
        with self.chain.moving() as move:
            if not letters.take(move.cursor, letter_id):
                return None
            standing = requests.file(move.cursor, request, holder)
            if standing is None:
                move.append(filed)
                return request
            if standing.id != request.id:
                letters.join(move.cursor, request, standing)
                move.append(replace(joined, subject=standing.id))
            return standing
        return request  # the answer to the commit was lost, and the journal holds its event

    def take_failure(self, letter_id: str, number: str, at: datetime, happening: Happening) -> None:
        with self.chain.moving() as move:
            if letters.take(move.cursor, letter_id):
                limits.note_failure(move.cursor, number, at)
                move.append(happening)

    def take_note(self, letter_id: str, happening: Happening) -> None:
        with self.chain.moving() as move:
            if letters.take(move.cursor, letter_id):
                move.append(happening)

    def set_aside(self, letter_id: str) -> None:
        with self.chain.connections.writing() as cursor:
            letters.set_aside(cursor, letter_id)

    def public_keys(self) -> Mapping[str, bytes]:
        with self.chain.connections.reading() as cursor:
            return journal.public_keys(cursor)


@dataclass(frozen=True, slots=True)
class TerminalInbox:
    """Where a terminal posts; what it posted is the desk's."""

    connections: Connections
    sealer: Sealer

    def post(self, letter: Letter, at: datetime) -> None:
        values = [letter.id, letter.writer, letter.content, letter.signature, time_text(at)]
        with self.connections.writing() as cursor:
            fetch(cursor, "SELECT terminal.post(%s, %s, %s, %s, %s)", values)

    def letters(self, limit: int = 100) -> tuple[Letter, ...]:
        refuse()

    def letter_counts(self) -> tuple[int, int]:
        """Return how many of this terminal's letters wait at the desk, and how many were set aside."""
        with self.connections.reading() as cursor:
            (row,) = fetch(cursor, "SELECT posted, set_aside FROM terminal.letter_counts()")
        return row["posted"], row["set_aside"]

    def take_request(
        self, letter_id: str, request: Request, filed: Happening, joined: Happening
    ) -> Request | None:
        refuse()

    def take_failure(self, letter_id: str, number: str, at: datetime, happening: Happening) -> None:
        refuse()

    def take_note(self, letter_id: str, happening: Happening) -> None:
        refuse()

    def set_aside(self, letter_id: str) -> None:
        refuse()

    def public_keys(self) -> Mapping[str, bytes]:
        return {self.sealer.writer: self.sealer.public_key}
