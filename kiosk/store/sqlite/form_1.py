"""The tables of a store, as the first form has them."""

from sqlite_utils import Database

TABLES = (
    # What is true of the store for ever: its kind.
    "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    "CREATE TABLE secret (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT",
    "CREATE TABLE pulse (id INTEGER PRIMARY KEY CHECK (id = 1), beats INTEGER NOT NULL) STRICT",
    "INSERT INTO pulse VALUES (1, 0)",
    # rank: 0 urgent, 1 not. Times: UTC text of one width. checks: JSON, [[item, result, code], ...].
    """
    CREATE TABLE request (
        id TEXT PRIMARY KEY,
        reference TEXT NOT NULL UNIQUE,
        ticket_digest TEXT NOT NULL UNIQUE,
        state TEXT NOT NULL,
        version INTEGER NOT NULL,
        symptom TEXT NOT NULL,
        door TEXT NOT NULL,
        rank INTEGER NOT NULL,
        site TEXT NOT NULL,
        filed_at TEXT NOT NULL,
        due_at TEXT NOT NULL,
        cause TEXT,
        attempts INTEGER NOT NULL,
        next_attempt_at TEXT,
        failure TEXT,
        ended_at TEXT,
        outcome TEXT NOT NULL,
        checks TEXT NOT NULL,
        document_type TEXT NOT NULL,
        issuing_state TEXT NOT NULL,
        presence TEXT NOT NULL,
        verified_by TEXT,
        device TEXT NOT NULL,
        verified_at TEXT NOT NULL,
        supervisor_reason TEXT,
        decided_by TEXT,
        decided_at TEXT,
        decision_seen INTEGER,
        decision_reason TEXT,
        decision_to TEXT,
        decision_alone INTEGER
    ) STRICT
    """,
    "CREATE INDEX request_queue ON request (state, rank, due_at, id)",
    "CREATE INDEX request_carry_out ON request (ifnull(next_attempt_at, ''), id) WHERE state = 'approved'",
    "CREATE INDEX request_ended ON request (ended_at) WHERE ended_at IS NOT NULL",
    # ended_at repeats the request's, because an index can't look into another table.
    """
    CREATE TABLE holder (
        request_id TEXT PRIMARY KEY REFERENCES request (id) ON DELETE CASCADE,
        student_number TEXT NOT NULL,
        directory_account TEXT NOT NULL,
        display_name TEXT NOT NULL,
        message TEXT,
        language TEXT NOT NULL,
        salt TEXT NOT NULL,
        ended_at TEXT
    ) STRICT
    """,
    "CREATE UNIQUE INDEX holder_open ON holder (student_number) WHERE ended_at IS NULL",
    "CREATE INDEX holder_student ON holder (student_number)",
    "CREATE INDEX holder_ended ON holder (ended_at, request_id) WHERE ended_at IS NOT NULL",
    "CREATE TABLE writer (id TEXT PRIMARY KEY, public_key BLOB NOT NULL) STRICT",
    """
    CREATE TABLE event (
        writer TEXT NOT NULL REFERENCES writer (id),
        sequence INTEGER NOT NULL,
        format INTEGER NOT NULL,
        body TEXT NOT NULL,
        previous TEXT NOT NULL,
        digest TEXT NOT NULL,
        signature TEXT NOT NULL,
        PRIMARY KEY (writer, sequence)
    ) STRICT
    """,
    """
    CREATE TABLE staff (
        login TEXT PRIMARY KEY, role TEXT NOT NULL, password_hash TEXT NOT NULL, is_disabled INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE TABLE failed_verification (digest TEXT NOT NULL, at TEXT NOT NULL) STRICT",
    "CREATE INDEX failed_verification_digest ON failed_verification (digest, at)",
    "CREATE INDEX failed_verification_at ON failed_verification (at)",
    "CREATE TABLE failed_sign_in (login TEXT NOT NULL, at TEXT NOT NULL) STRICT",
    "CREATE INDEX failed_sign_in_login ON failed_sign_in (login, at)",
    "CREATE INDEX failed_sign_in_at ON failed_sign_in (at)",
    """
    CREATE TABLE register (
        number TEXT PRIMARY KEY,
        surname TEXT NOT NULL,
        given_name TEXT NOT NULL,
        display_name TEXT NOT NULL,
        birth_name TEXT NOT NULL,
        civil_given_names TEXT NOT NULL,
        birth_date TEXT NOT NULL,
        registered TEXT NOT NULL,
        standing TEXT NOT NULL,
        account TEXT NOT NULL
    ) STRICT
    """,
)

# Tables that take new rows only, and the old row that a new one would replace.
APPEND_ONLY = {
    "about": "SELECT 1 FROM about WHERE name = NEW.name",
    "writer": "SELECT 1 FROM writer WHERE id = NEW.id",
    "event": "SELECT 1 FROM event WHERE writer = NEW.writer AND sequence = NEW.sequence",
}


def create_tables(database: Database) -> None:
    """Create every table, and the triggers that guard what is written once."""
    for statement in TABLES:
        database.execute(statement)
    for table, old_row in APPEND_ONLY.items():
        _guard(database, table, "INSERT", f"WHEN EXISTS ({old_row})")
        _guard(database, table, "UPDATE", "")
        _guard(database, table, "DELETE", "")


def _guard(database: Database, table: str, act: str, condition: str) -> None:
    trigger = f"CREATE TRIGGER {table}_{act.lower()} BEFORE {act} ON {table} {condition} "
    database.execute(trigger + f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END")
