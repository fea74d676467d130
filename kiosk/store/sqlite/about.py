"""What belongs to the store itself: its kind, its keys, its pulse. Works inside the caller's transaction."""

import secrets

from sqlite_utils import Database

from kiosk.errors import Refused

KIND, DEMONSTRATION, LIVE = "kind", "demonstration", "live"


def mark(database: Database, demonstration: bool) -> None:
    """Say what kind of store this is. The table takes no second word on it."""
    kind = DEMONSTRATION if demonstration else LIVE
    database.execute("INSERT INTO about (name, value) VALUES (?, ?)", [KIND, kind])


def refuse_other_kind(database: Database, demonstration: bool) -> None:
    """Raise Refused if the store was made as the other kind."""
    is_demonstration = kind(database) == DEMONSTRATION
    if is_demonstration and not demonstration:
        raise Refused(
            "This is a demonstration's store; real students need one of their own.", "demonstration_store"
        )
    if demonstration and not is_demonstration:
        raise Refused("This store is live: a demonstration needs one of its own.", "live_store")


def secret(database: Database, name: str) -> bytes:
    """Return the key of this name, made at first use."""
    database.execute(
        "INSERT OR IGNORE INTO secret (name, value) VALUES (?, ?)", [name, secrets.token_bytes(32)]
    )
    value: bytes = database.execute("SELECT value FROM secret WHERE name = ?", [name]).fetchone()[0]
    return value


def beat(database: Database) -> None:
    """Write something that changes nothing, to see that writing works."""
    database.execute("UPDATE pulse SET beats = beats + 1")


def kind(database: Database) -> str:
    found: str = database.execute("SELECT value FROM about WHERE name = ?", [KIND]).fetchone()[0]
    return found
