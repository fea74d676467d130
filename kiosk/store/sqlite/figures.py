"""What figures are made of, in SQLite: two walks along an index, one for what is open and one for what ended."""

from datetime import datetime
from typing import Any

from sqlite_utils import Database

from kiosk.request.request import State
from kiosk.store.protocol import Passage
from kiosk.store.rows import moment_or_none, time_text
from kiosk.store.sqlite.statements import fetch
from kiosk.triage.words import Cause

PASSAGES = (
    "SELECT state, filed_at, ended_at, cause FROM request WHERE state IN ('waiting', 'approved') "
    "UNION ALL SELECT state, filed_at, ended_at, cause FROM request WHERE ended_at >= ?"
)


def passages(database: Database, since: datetime) -> tuple[Passage, ...]:
    """Return what is open and what ended since then, by filing time."""
    found = (_passage(row) for row in fetch(database, PASSAGES, [time_text(since)]))
    return tuple(sorted(found, key=lambda each: each.filed_at))


def _passage(row: dict[str, Any]) -> Passage:
    return Passage(
        state=State(row["state"]),
        filed_at=datetime.fromisoformat(row["filed_at"]),
        ended_at=moment_or_none(row["ended_at"]),
        cause=None if row["cause"] is None else Cause(row["cause"]),
    )
