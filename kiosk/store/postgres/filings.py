"""Which desk tells the holder of a request that a terminal filed: the one whose row comes first."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.request.request import Request
from kiosk.store.postgres.connection import Connections
from kiosk.store.postgres.requests import by_id
from kiosk.store.postgres.statements import fetch

# Rows that another desk is at are skipped; one that was told meanwhile breaks no rule.
NEXT = """
    INSERT INTO filing_notice (request_id)
    SELECT id FROM request
    WHERE state = 'waiting' AND presence = 'unattended'
        AND NOT EXISTS (SELECT FROM filing_notice WHERE request_id = request.id)
    ORDER BY filed_at LIMIT 1 FOR NO KEY UPDATE OF request SKIP LOCKED
    ON CONFLICT DO NOTHING RETURNING request_id
"""


@dataclass(frozen=True, slots=True)
class PostgresFilings:
    """Filings (the protocol says what each method promises)."""

    connections: Connections

    def leave_notices(self, leave: Callable[[Request], None]) -> None:
        while self._leave_one(leave):
            pass

    def _leave_one(self, leave: Callable[[Request], None]) -> bool:
        """The notice is left before the row is kept: a crash between leaves it twice rather than never."""
        with self.connections.writing() as cursor:
            found = fetch(cursor, NEXT, [])
            if found:
                leave(by_id(cursor, found[0]["request_id"]))
        return bool(found)
