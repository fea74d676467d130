"""From settings to what is done with a store as a whole: backed up, moved."""

from dataclasses import replace
from pathlib import Path

from kiosk.desk.anchoring import read_anchors
from kiosk.errors import Refused
from kiosk.journal.chain import ChainReport
from kiosk.settings import Settings
from kiosk.store.moving import Moved, give_up, move
from kiosk.store.sqlite.backing_up import back_up
from kiosk.wiring import parts
from kiosk.wiring.clock import now

MOVED_ALREADY = "The settings name a database server already: there is no file to move."
BY_PG_DUMP = (
    "The store is on a database server: pg_dump copies it, and its own archive goes back to any moment. "
    "packaging/postgres/README.md has the commands."
)


def back_up_store(settings: Settings, target: Path) -> ChainReport:
    """Copy the store to a new file. Raises Refused where a database server keeps it."""
    if settings.store.kind != "sqlite":
        raise Refused(BY_PG_DUMP, "on_a_server")
    return back_up(
        settings.store.path, target.expanduser().absolute(), read_anchors(settings.journal.anchor_to)
    )


def move_store(settings: Settings, address: str) -> Moved:
    """Move the store to the database at this address. Raises Refused where a server keeps it already."""
    if settings.store.kind != "sqlite":
        raise Refused(MOVED_ALREADY, "on_a_server")
    server = replace(parts.server(settings), address=address, role="desk")
    anchors = read_anchors(settings.journal.anchor_to)
    return move(settings.store.path, server, settings.store.groups, now(), anchors)


def give_move_up(settings: Settings) -> None:
    """Let the store's file take requests again. Raises Refused once it has moved."""
    if settings.store.kind != "sqlite":
        raise Refused(MOVED_ALREADY, "on_a_server")
    give_up(settings.store.path)
