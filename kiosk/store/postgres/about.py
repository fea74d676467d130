"""What belongs to the store itself: its kind, its keys, its pulse. Works inside the caller's transaction."""

import secrets
from datetime import UTC, datetime

from kiosk.errors import Refused
from kiosk.store.postgres.connection import Cursor
from kiosk.store.postgres.statements import one

DEMONSTRATION = "demonstration"


def refuse_other_kind(cursor: Cursor, demonstration: bool) -> None:
    """Raise Refused if the store was made as the other kind."""
    is_demonstration = one(cursor, "SELECT kind FROM terminal.about()") == DEMONSTRATION
    if is_demonstration and not demonstration:
        raise Refused(
            "This is a demonstration's store; real students need one of their own.", "demonstration_store"
        )
    if demonstration and not is_demonstration:
        raise Refused("This store is live: a demonstration needs one of its own.", "live_store")


def secret(cursor: Cursor, name: str) -> bytes:
    """Return the key of this name, made at first use."""
    drawn = [name, secrets.token_bytes(32)]
    cursor.execute("INSERT INTO secret (name, value) VALUES (%s, %s) ON CONFLICT DO NOTHING", drawn)
    return bytes(one(cursor, "SELECT value FROM secret WHERE name = %s", [name]))


def clock(cursor: Cursor) -> datetime:
    """Return the time by the server's own clock, in UTC."""
    told: datetime = one(cursor, "SELECT clock_timestamp()")
    return told.astimezone(UTC)


def beat(cursor: Cursor) -> None:
    """Write something that changes nothing, to see that writing works."""
    cursor.execute(
        "INSERT INTO pulse AS old DEFAULT VALUES ON CONFLICT (login) DO UPDATE SET beats = old.beats + 1"
    )
