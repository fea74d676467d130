"""Move a store from its file to a database server, whole and proven, and as often as it takes."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.errors import NotFound, Refused, StoreAway
from kiosk.journal.anchor import Anchor
from kiosk.journal.chain import ChainReport, verify
from kiosk.store.moved_tables import TABLES, Sum, sum_of
from kiosk.store.sqlite import about, moving_out
from kiosk.store.sqlite.connection import Connection, connect
from kiosk.store.sqlite.migrations import migrate, refuse_unknown_form

if TYPE_CHECKING:
    from kiosk.store.postgres.moving_in import Target
    from kiosk.store.postgres.server import Server

PATIENCE_S = 5.0
OTHER_KIND = "The database was made for the other kind of store: a demonstration's and a live one don't mix."
NOT_THE_SAME = "The database isn't empty, and holds something else than this store: move into a new one."
NOT_PROVEN = (
    "The database doesn't hold what this store holds: use neither, keep both, and look at the server's log."
)


@dataclass(frozen=True, slots=True)
class Moved:
    """What both sides hold, table by table, and what the check of the journal found on the server."""

    place: str
    tables: dict[str, Sum]
    journal: ChainReport


def move(source: Path, server: "Server", prefix: str, at: datetime, anchors: Iterable[Anchor] = ()) -> Moved:
    """Copy everything, prove that both hold the same, and leave the file closed to writers.

    server: with a login of the group that owns the tables. prefix: of the groups' names. Until the proof is given the
    move can be repeated or given up. Raises Refused, StoreAway, SettingsWrong.
    """
    from kiosk.store.postgres.moving_in import place_of, target  # the driver takes a while to load

    with closing(_opened(source)) as store, target(server, prefix) as into:
        _refuse_other(store, into)
        moving_out.begin(store, place_of(server), at)
        if into.is_empty():
            into.take((table, moving_out.rows(store, table)) for table in TABLES)
        report = _proven(store, into, anchors)
        moving_out.finish(store, at)
    return Moved(place_of(server), *report)


def give_up(source: Path) -> None:
    """Let everybody write into the file again. Raises Refused once the store has moved."""
    with closing(_opened(source)) as store:
        moving_out.give_up(store)


def _opened(source: Path) -> Connection:
    if not source.is_file():
        raise NotFound(f"There is no store at {source}.", "no_store")
    connection = connect(source, PATIENCE_S)
    try:
        refuse_unknown_form(connection)
        migrate(connection, _refuse_new)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_new(_: object) -> None:
    raise NotFound("There is nothing in this store yet.", "no_store")


def _refuse_other(store: Connection, into: "Target") -> None:
    """Raise Refused, before anything is closed, for a database that can't take this store."""
    with store.reading() as database:
        kind = about.kind(database)
    if into.kind() != kind:
        raise Refused(OTHER_KIND, "other_kind")
    if not into.is_empty() and _sums(store) != _sums_there(into):
        raise Refused(NOT_THE_SAME, "not_empty")


def _proven(
    store: Connection, into: "Target", anchors: Iterable[Anchor]
) -> tuple[dict[str, Sum], ChainReport]:
    sums = _sums(store)
    report = verify(into.events(), into.public_keys(), anchors)
    if sums != _sums_there(into) or report.first_broken is not None:
        raise StoreAway(NOT_PROVEN, retry=False)
    return sums, report


def _sums(store: Connection) -> dict[str, Sum]:
    return {table.name: sum_of(moving_out.rows(store, table)) for table in TABLES}


def _sums_there(into: "Target") -> dict[str, Sum]:
    return {table.name: sum_of(into.rows(table)) for table in TABLES}
