"""From settings to what is done with a store as a whole: backed up, moved."""

from pathlib import Path

from kiosk.desk.anchoring import read_anchors
from kiosk.errors import Refused
from kiosk.journal.chain import ChainReport
from kiosk.settings import Settings
from kiosk.store.sqlite.backing_up import back_up

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
