"""SQLite's errors, told as what a person can do about them."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.errors import StoreAway

FULL = "The disk is full. Free some space: nothing was saved."
READ_ONLY = (
    "The store can't be written: its disk, folder or file is read-only, or belongs to another account. "
    "Run the program with the account that owns the store, on a disk that takes writes."
)
BUSY = "The store stays locked by another program. Try again; if it goes on, close the program that holds it."
DISK = "The disk fails or takes no more: the store can't be read or written. Check the disk and its limits."
DAMAGED = (
    "The store is damaged. Stop the program, keep a copy of the file, and put the last backup in its place."
)
FOREIGN = "This file is not a store of the kiosk. Give the store another name, or move the file away."
CANT_OPEN = (
    "The store can't be opened: check that its folder takes writes, has space, and belongs to this account."
)

# By primary result code, and whether a later try may help. Source: sqlite.org/rescode.html
FAULTS = {
    sqlite3.SQLITE_FULL: (FULL, True),
    sqlite3.SQLITE_BUSY: (BUSY, True),
    sqlite3.SQLITE_LOCKED: (BUSY, True),
    sqlite3.SQLITE_IOERR: (DISK, True),
    sqlite3.SQLITE_READONLY: (READ_ONLY, False),
    sqlite3.SQLITE_PERM: (READ_ONLY, False),
    sqlite3.SQLITE_CORRUPT: (DAMAGED, False),
    sqlite3.SQLITE_NOTADB: (FOREIGN, False),
    sqlite3.SQLITE_CANTOPEN: (CANT_OPEN, False),
}


@contextmanager
def faults_told() -> Iterator[None]:
    """Turn SQLite's errors that come from outside into StoreAway; the others are bugs and pass."""
    try:
        yield
    except sqlite3.Error as error:
        fault = FAULTS.get(primary_code(error))
        if fault is None:
            raise
        sentence, retry = fault
        raise StoreAway(sentence, retry=retry) from error


def primary_code(error: sqlite3.Error) -> int:
    """Return the error's result code without its extension; -1 for an error of the driver itself."""
    code: int = getattr(error, "sqlite_errorcode", -1)
    return code if code < 0 else code & 0xFF
