"""What figures are made of, in PostgreSQL: two walks along an index, for what is open and for what ended."""

from datetime import datetime

from kiosk.store.postgres.connection import Cursor
from kiosk.store.postgres.statements import fetch
from kiosk.store.protocol import Passage
from kiosk.store.rows import passage_of, time_text

PASSAGES = (
    "SELECT state, filed_at, ended_at, cause FROM request WHERE state IN ('waiting', 'approved') "
    "UNION ALL SELECT state, filed_at, ended_at, cause FROM request WHERE ended_at >= %s"
)


def passages(cursor: Cursor, since: datetime) -> tuple[Passage, ...]:
    """Return what is open and what ended since then, by filing time."""
    found = map(passage_of, fetch(cursor, PASSAGES, [time_text(since)]))
    return tuple(sorted(found, key=lambda each: each.filed_at))
