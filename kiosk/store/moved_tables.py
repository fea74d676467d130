"""What a store is made of, wherever it lies: the tables that move with it, and a digest that both sides must have."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.identity.register_columns import REGISTER_COLUMNS
from kiosk.store.rows import HOLDER_COLUMNS, REQUEST_COLUMNS


@dataclass(frozen=True, slots=True)
class MovedTable:
    """key: the columns by which its rows have one order. Text is ordered by its bytes."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]


# In an order in which each finds what it refers to. Not moved: `about` (the kind is compared), `pulse`, `move`, and
# `claim`, whose processes stay here: what was approved and not carried out is claimed anew.
TABLES = (
    MovedTable("secret", ("name", "value"), ("name",)),
    MovedTable("writer", ("id", "public_key"), ("id",)),
    MovedTable(
        "event",
        ("writer", "sequence", "format", "body", "previous", "digest", "signature"),
        ("writer", "sequence"),
    ),
    MovedTable("request", REQUEST_COLUMNS, ("id",)),
    MovedTable("holder", ("request_id", *HOLDER_COLUMNS, "ended_at"), ("request_id",)),
    MovedTable("ticket", ("reference", "digest", "request_id"), ("reference",)),
    MovedTable("letter", ("place", "id", "writer", "content", "signature", "posted_at", "state"), ("place",)),
    MovedTable("staff", ("login", "role", "password_hash", "is_disabled"), ("login",)),
    MovedTable("staff_call", ("site", "device", "at", "answered_at"), ("site", "device")),
    MovedTable("failed_verification", ("digest", "at"), ("digest", "at")),
    MovedTable("failed_sign_in", ("login", "at"), ("login", "at")),
    MovedTable("register", REGISTER_COLUMNS, ("number",)),
)
NUMBERS = {"sequence", "place"}  # keys that are no text


@dataclass(frozen=True, slots=True)
class Sum:
    """How many rows a table has, and the SHA-256 of all of them in order."""

    rows: int
    digest: str


def sum_of(rows: Iterable[tuple[object, ...]]) -> Sum:
    """Count and digest rows that come in the order of their key."""
    count, digest = 0, hashlib.sha256()
    for row in rows:
        count += 1
        digest.update(json.dumps([_plain(value) for value in row], ensure_ascii=False).encode() + b"\n")
    return Sum(count, digest.hexdigest())


def _plain(value: object) -> object:
    return {"bytes": value.hex()} if isinstance(value, bytes) else value
