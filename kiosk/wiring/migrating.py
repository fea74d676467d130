"""From settings to a store that has the form this program knows."""

from collections.abc import Sequence

from kiosk.settings import Settings
from kiosk.store.postgres.migrating import migrate_server
from kiosk.wiring import parts


def migrate_store(settings: Settings, login: str | None, *, dry_run: bool) -> Sequence[str] | None:
    """Take the steps that are missing, or only name them; None where the store does so by itself (SQLite).

    login: the database login that may alter tables, if not the one in the settings.
    """
    if settings.store.kind == "sqlite":
        return None
    server, chosen = parts.server(settings), settings.store
    return migrate_server(server, login, chosen.groups, chosen.demonstration, dry_run=dry_run)
