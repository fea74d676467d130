"""The second form: who carries an approved request out, and until when nobody else does."""

from sqlite_utils import Database


def add_claims(database: Database) -> None:
    """Create the table of claims. until: seconds since 1970. holder: the process, see process.py."""
    database.execute(
        "CREATE TABLE claim (request_id TEXT PRIMARY KEY REFERENCES request (id) ON DELETE CASCADE, "
        "until REAL NOT NULL, holder TEXT NOT NULL) STRICT"
    )
