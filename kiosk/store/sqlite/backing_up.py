"""Copy a store's file while others work with it, and look whether the copy is whole before it gets its name."""

import os
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from kiosk.errors import NotFound, Refused, StoreAway
from kiosk.journal.anchor import Anchor
from kiosk.journal.chain import ChainReport, verify
from kiosk.store.sqlite import journal
from kiosk.store.sqlite.connection import Connection, connect
from kiosk.store.sqlite.faults import faults_told
from kiosk.store.sqlite.migrations import refuse_unknown_form

PART = ".part"  # a copy that a crash left half-made; whoever empties the folder may delete it
PATIENCE_S = 5.0
NOT_WHOLE = (
    "The copy isn't whole, and was not kept: the store itself may be damaged. Ask `kiosk journal verify`."
)


def back_up(source: Path, target: Path, anchors: Iterable[Anchor] = ()) -> ChainReport:
    """Copy the store to a file that isn't there yet, mode 0600, and return what its journal's check found.

    Raises Refused where there is a file already, NotFound without a store, StoreAway for a copy that isn't whole.
    """
    if not source.is_file():
        raise NotFound(f"There is no store at {source}.", "no_store")
    if target.exists() or target.is_symlink():
        raise _exists(target)
    try:
        part = _new_file(target.parent)
        try:
            with faults_told():
                _copy(source, part)
            report = _looked_at(part, anchors)
            _give_name(part, target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise StoreAway(f"{target} can't be written ({error.strerror}).", retry=False) from error
    return report


def _exists(target: Path) -> Refused:
    return Refused(f"{target} is there already: a backup overwrites nothing. Give another name.", "exists")


def _new_file(folder: Path) -> Path:
    descriptor, name = tempfile.mkstemp(PART, ".", folder)  # mkstemp makes it 0600
    os.close(descriptor)
    return Path(name)


def _copy(source: Path, part: Path) -> None:
    """Copy what was committed at one moment. One file: the copy needs no log beside it."""
    with (
        closing(
            sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True, timeout=PATIENCE_S)
        ) as store,
        closing(sqlite3.connect(part, isolation_level=None)) as copy,
    ):
        store.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def _looked_at(part: Path, anchors: Iterable[Anchor]) -> ChainReport:
    with closing(connect(part, PATIENCE_S)) as copy:
        refuse_unknown_form(copy)
        if not _is_whole(copy):
            raise StoreAway(NOT_WHOLE, retry=False)
        with copy.reading() as database:
            keys = journal.public_keys(database)
        report = verify(journal.every(copy), keys, anchors)
    if report.first_broken is not None:
        raise StoreAway(NOT_WHOLE, retry=False)
    return report


def _is_whole(copy: Connection) -> bool:
    with copy.reading() as database:
        found = database.execute("PRAGMA integrity_check").fetchall()
        return found == [("ok",)] and not database.execute("PRAGMA foreign_key_check").fetchall()


def _give_name(part: Path, target: Path) -> None:
    """Make the copy durable under its name; whoever took that name meanwhile keeps it."""
    for path in (part, part.parent):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if path == part:
            try:
                target.hardlink_to(part)
            except FileExistsError as error:
                raise _exists(target) from error
