"""What figures are made of, in SQLite: two walks along an index, one for what is open and one for what ended."""

from datetime import datetime

from sqlite_utils import Database

from kiosk.store.protocol import Passage
from kiosk.store.rows import passage_of, time_text
from kiosk.store.sqlite.statements import fetch

PASSAGES = (
    "SELECT state, filed_at, ended_at, cause FROM request WHERE state IN ('waiting', 'approved') "
    "UNION ALL SELECT state, filed_at, ended_at, cause FROM request WHERE ended_at >= ?"
)


def passages(database: Database, since: datetime) -> tuple[Passage, ...]:
    """Return what is open and what ended since then, by filing time."""
    found = map(passage_of, fetch(database, PASSAGES, [time_text(since)]))
    return tuple(sorted(found, key=lambda each: each.filed_at))
