"""The fourth form: a terminal's last call for staff."""

from sqlite_utils import Database


def add_calls(database: Database) -> None:
    """Create the table of calls, a row a terminal. Times: UTC text of one width."""
    database.execute(
        "CREATE TABLE staff_call (site TEXT NOT NULL, device TEXT NOT NULL, at TEXT NOT NULL, answered_at TEXT, "
        "PRIMARY KEY (site, device)) STRICT"
    )
