"""The fifth form: whether this store is being moved to a database server, or was."""

from sqlite_utils import Database


def add_move(database: Database) -> None:
    """Create the table, of one row. done_at: NULL while it is under way."""
    database.execute(
        "CREATE TABLE move (id INTEGER PRIMARY KEY CHECK (id = 1), place TEXT NOT NULL, begun_at TEXT NOT NULL, "
        "done_at TEXT) STRICT"
    )
