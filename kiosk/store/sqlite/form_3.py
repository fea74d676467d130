"""The third form: letters that terminals wrote while the store was away, and tickets that joined."""

from sqlite_utils import Database

TABLES = (
    # taken_at, content: a letter that was taken leaves its id alone, so that a second copy is known.
    """
    CREATE TABLE letter (
        place INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        writer TEXT NOT NULL,
        content BLOB,
        signature BLOB,
        posted_at TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('posted', 'taken', 'set_aside'))
    ) STRICT
    """,
    "CREATE INDEX letter_state ON letter (state, place)",
    # A ticket given while the store was away, to someone who had an open request: it opens that one.
    # digest: NULL once the request's ticket was replaced.
    """
    CREATE TABLE ticket (
        reference TEXT PRIMARY KEY,
        digest TEXT UNIQUE,
        request_id TEXT NOT NULL REFERENCES request (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX ticket_request ON ticket (request_id)",
)


def add_letters(database: Database) -> None:
    """Create the tables."""
    for statement in TABLES:
        database.execute(statement)
