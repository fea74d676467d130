"""What each database login may do: every statement that is forbidden is tried with every role."""

from collections.abc import Iterator

import psycopg
import pytest

from kiosk.store import open_server
from tests.kiosk.store.examples import a_request, happening
from tests.kiosk.store.sealing import a_device
from tests.servers.postgres import PASSWORD, Cluster

TABLES = (
    *("about", "secret", "pulse", "request", "holder", "claim", "writer", "event", "device", "form"),
    *("staff", "failed_verification", "failed_sign_in", "register", "staff_call"),
    *("letter", "ticket", "enrolment", "filing_notice"),
)
FUNCTIONS = (
    *(
        "head('x')",
        "enrol('x', '')",
        "number_digest('1')",
        "failures('1', '')",
        "note_failure('1', '', '', '')",
    ),
    "file_request('{}', '{}')",
    "leave_call('', '', '', '')",
)
TERMINAL_FUNCTIONS = (
    *("introduce('x', '')", "head()", "submit('{}', '{}', '{}')", "record('{}')", "failures('1', '')"),
    "replace_ticket('x', 1, 'x', '{}')",
    *("note_failure('1', '', '', '', '{}')", "status('x')", "is_waiting('x')", "heartbeat('{}')"),
    *(
        "find_student('1', NULL)",
        "call_staff('', '', '')",
        "own_call('')",
        "post('x', 'x', '', '', '')",
        "letter_counts()",
        "own_device()",
        "told('x')",
        "append('{}', '', '')",
    ),
)
HISTORY = [
    f"{act} kiosk.{table}{rest}"
    for table, column in (("event", "body"), ("writer", "id"), ("about", "value"), ("form", "name"))
    for act, rest in (("UPDATE", f" SET {column} = 'x'"), ("DELETE FROM", ""), ("TRUNCATE", " CASCADE"))
]
NOBODYS = [
    *HISTORY,
    "CREATE TEMP TABLE mine (x text)",
    "CREATE TABLE public.mine (x text)",
    "CREATE TABLE kiosk.mine (x text)",
    "CREATE FUNCTION terminal.mine() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$",
    "CREATE SCHEMA mine",
    "CREATE ROLE mine",
    "ALTER TABLE kiosk.event DISABLE TRIGGER ALL",
    "ALTER TABLE kiosk.event OWNER TO session_user",
    "DROP TABLE kiosk.event",
    "DROP TRIGGER event_stays ON kiosk.event",
    "CREATE OR REPLACE FUNCTION kiosk.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
    "SET session_replication_role = replica",
    "SET ROLE kiosk_owner",
    "SET SESSION AUTHORIZATION postgres",
    "GRANT kiosk_owner TO session_user",
    "SELECT lo_create(0)",
    "SELECT lo_from_bytea(0, 'x')",
    "SELECT pg_advisory_lock(1296781131)",
    "SELECT pg_read_file('/etc/passwd')",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "COPY kiosk.event FROM '/etc/passwd'",
    "UPDATE kiosk.device SET writer = 'x'",
    "INSERT INTO kiosk.device (login, name) VALUES ('mine', 'mine')",
    "INSERT INTO kiosk.writer VALUES ('x', '', 'x')",
    "INSERT INTO kiosk.about VALUES ('kind', 'demonstration')",
    "TRUNCATE kiosk.request CASCADE",
    "UPDATE kiosk.letter SET writer = 'x'",
    "DELETE FROM kiosk.letter",
    "DELETE FROM kiosk.ticket",
    "DELETE FROM kiosk.device",
    "UPDATE kiosk.enrolment SET used_at = NULL",
    "UPDATE kiosk.secret SET value = ''",
    "DELETE FROM kiosk.secret",
    "DELETE FROM kiosk.staff",
    *(f"SELECT terminal.{each}" for each in ("own_device()", "told('x')", "append('{}', '', '')")),
]
FORBIDDEN = {
    "desk_1": [
        *NOBODYS,
        *(f"SELECT terminal.{each}" for each in TERMINAL_FUNCTIONS),
        "SET ROLE kiosk_terminal",
    ],
    "terminal_1": [
        *NOBODYS,
        *(f"SELECT 1 FROM kiosk.{table}" for table in TABLES),
        *(f"INSERT INTO kiosk.{table} DEFAULT VALUES" for table in TABLES),
        *(f"DELETE FROM kiosk.{table}" for table in TABLES),
        *(f"LOCK TABLE kiosk.{table}" for table in TABLES),
        *(f"SELECT kiosk.{each}" for each in FUNCTIONS),
        "SELECT kiosk.gen_random_bytes(8)",
        "UPDATE kiosk.request SET state = 'approved'",
        "UPDATE kiosk.staff_call SET answered_at = ''",
        "COPY kiosk.holder TO STDOUT",
        "SET ROLE kiosk_desk",
    ],
    "auditor_1": [
        *NOBODYS,
        *(f"INSERT INTO kiosk.{table} DEFAULT VALUES" for table in TABLES),
        *(f"DELETE FROM kiosk.{table}" for table in TABLES),
        *(f"SELECT kiosk.{each}" for each in FUNCTIONS),
        *(f"SELECT terminal.{each}" for each in TERMINAL_FUNCTIONS),
        "UPDATE kiosk.request SET state = 'approved'",
        "SELECT * FROM kiosk.request",
        "SELECT supervisor_reason FROM kiosk.request",
        "SELECT ticket_digest FROM kiosk.request",
        "SELECT reference FROM kiosk.request",
        "SELECT password_hash FROM kiosk.staff",
        "SELECT 1 FROM kiosk.holder",
        "SELECT 1 FROM kiosk.secret",
        "SELECT 1 FROM kiosk.register",
        "SELECT 1 FROM kiosk.failed_verification",
        "SELECT 1 FROM kiosk.staff_call",
        "SELECT 1 FROM kiosk.letter",
        "SELECT 1 FROM kiosk.ticket",
        "SELECT 1 FROM kiosk.enrolment",
        "SELECT 1 FROM kiosk.filing_notice",
        "SET ROLE kiosk_desk",
    ],
}
ALLOWED = {
    "desk_1": ["SELECT 1 FROM kiosk.holder", "DELETE FROM kiosk.holder", "SELECT * FROM terminal.about()"],
    "terminal_1": [
        "SELECT * FROM terminal.about()",
        "SELECT terminal.heartbeat('{}')",
        "SELECT terminal.head()",
        "SELECT terminal.own_call('mirail')",
        "SELECT terminal.letter_counts()",
    ],
    "auditor_1": [
        "SELECT * FROM kiosk.event",
        "SELECT state, verified_by, decided_by FROM kiosk.request",
        "SELECT login, role FROM kiosk.staff",
        "SELECT * FROM terminal.about()",
    ],
}


def tried(connection: psycopg.Connection, statement: str) -> str:
    """Try a statement and undo it; return what the server says: a code, or "done"."""
    try:
        with connection.transaction(force_rollback=True):
            connection.execute(statement.replace("session_user", f'"{connection.info.user}"'))
    except psycopg.Error as error:
        return error.sqlstate or str(error)
    return "done"


@pytest.fixture
def filled(cluster: Cluster, database: str) -> Iterator[str]:
    """A database with a request in it, and a terminal that it knows."""
    store = open_server(cluster.server(database, "desk_1"), a_device())
    store.submit(a_request(), happening())
    store.close()
    cluster.superuse("INSERT INTO kiosk.device (login, name) VALUES ('terminal_1', 'hall')", database)
    open_server(cluster.server(database, "terminal_1", "terminal"), a_device(2)).close()
    return database


def connected(cluster: Cluster, database: str, login: str) -> psycopg.Connection:
    where = {"host": "127.0.0.1", "port": cluster.port, "user": login, "dbname": database}
    return psycopg.connect(**where, password=PASSWORD, sslmode="require", autocommit=True)


@pytest.mark.parametrize("login", FORBIDDEN)
def test_what_is_forbidden_is_refused(cluster: Cluster, filled: str, login: str):
    """Not for lack of a table or a column: for lack of the right (42501)."""
    with connected(cluster, filled, login) as connection:
        answers = {statement: tried(connection, statement) for statement in FORBIDDEN[login]}

    assert {} == {statement: code for statement, code in answers.items() if code != "42501"}


@pytest.mark.parametrize("login", ALLOWED)
def test_what_is_allowed_is_done(cluster: Cluster, filled: str, login: str):
    """So that the refusals above are of the role, not of the database."""
    with connected(cluster, filled, login) as connection:
        answers = {statement: tried(connection, statement) for statement in ALLOWED[login]}

    assert {"done"} == set(answers.values()), answers


@pytest.mark.parametrize("statement", HISTORY)
def test_not_even_the_owner_alters_what_is_written_once(cluster: Cluster, filled: str, statement: str):
    """The guard stands, whoever asks; only taking it away would help, and the anchors outside tell of it."""
    with cluster.superuser(filled) as connection:
        connection.execute("SET ROLE kiosk_owner")

        assert "KI000" == tried(connection, statement)


@pytest.mark.parametrize("login", ["desk_1", "auditor_1"])
def test_nobody_hands_rights_on(cluster: Cluster, filled: str, login: str):
    """PostgreSQL answers such a GRANT with a warning only: nothing was granted."""
    with connected(cluster, filled, login) as connection:
        connection.execute(f"GRANT ALL ON kiosk.event TO {login}")
        may = connection.execute(
            "SELECT has_table_privilege('kiosk.event', 'UPDATE, DELETE, TRUNCATE')"
        ).fetchone()

    assert (False,) == may


def test_a_group_reaches_its_own_database_only(cluster: Cluster, filled: str):
    """Whoever has a login on the server has none in a database that isn't opened to it."""
    cluster.superuse("CREATE ROLE stranger LOGIN PASSWORD 'open-sesame-22'")
    try:
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            connected(cluster, filled, "stranger")
    finally:
        cluster.superuse("DROP ROLE stranger")
