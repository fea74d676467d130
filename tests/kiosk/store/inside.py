"""A look inside a SQLite store, for what no method tells."""

from sqlite_utils import Database

from kiosk.store import Store
from kiosk.store.sqlite.store import SqliteStore


def database_of(store: Store) -> Database:
    assert isinstance(store, SqliteStore)
    return store._connection._database
