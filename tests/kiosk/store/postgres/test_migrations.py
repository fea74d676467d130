"""Numbered steps, forward only, taken once, while others work."""

from collections.abc import Iterator

import psycopg
import pytest

from kiosk.errors import Refused, StoreAway
from kiosk.store import open_server
from kiosk.store.postgres.migrations import FORM, LOCK, STEPS, Step, migrate, missing, refuse_unknown_form
from tests.kiosk.store.examples import a_request, happening
from tests.kiosk.store.sealing import a_device
from tests.servers.postgres import Cluster

EXPANDING = Step("a note beside a request", 1, ("ALTER TABLE request ADD COLUMN note text",))
CONTRACTING = Step("no note any more", FORM + 2, ("ALTER TABLE request DROP COLUMN note",))
KNOWN = [(number, step.needs) for number, step in enumerate(STEPS, 1)]
FAILING = Step("half", 1, ("CREATE TABLE half (x text)", "SELECT 1 / 0"))


@pytest.fixture
def owner(cluster: Cluster, database: str) -> Iterator[psycopg.Connection]:
    with cluster.superuser(database) as connection:
        yield connection


def forms(connection: psycopg.Connection) -> list[tuple[int, int]]:
    return connection.execute("SELECT number, needs FROM kiosk.form ORDER BY number").fetchall()


def test_a_step_is_taken_once(owner: psycopg.Connection):
    """A second run finds nothing to do."""
    assert (EXPANDING,) == migrate(owner, "kiosk", False, (*STEPS, EXPANDING))
    assert () == migrate(owner, "kiosk", False, (*STEPS, EXPANDING))

    assert [*KNOWN, (FORM + 1, 1)] == forms(owner)


def test_what_is_missing_is_named_without_being_done(owner: psycopg.Connection):
    """`kiosk migrate --dry-run`."""
    assert (EXPANDING,) == missing(owner, (*STEPS, EXPANDING))

    assert KNOWN == forms(owner)


def test_a_running_program_goes_on_while_the_database_expands(cluster, database, owner):
    """Its statements name their columns, and its prepared ones are planned anew."""
    store = open_server(cluster.server(database, "desk_1"), a_device())
    for number in range(8):
        store.submit(a_request(f"r{number}"), happening())

    migrate(owner, "kiosk", False, (*STEPS, EXPANDING))

    store.submit(a_request("after"), happening())
    assert a_request("r1") == store.get("r1")
    store.close()
    open_server(cluster.server(database, "desk_1"), a_device()).close()


def test_a_program_that_is_too_old_is_refused(cluster, database, owner):
    """After a contracting step: it would read or write what isn't there."""
    migrate(owner, "kiosk", False, (*STEPS, EXPANDING, CONTRACTING))

    with pytest.raises(StoreAway, match="newer version") as fault:
        open_server(cluster.server(database, "desk_1"), a_device())

    assert not fault.value.retry


def test_an_older_program_doesnt_migrate(owner: psycopg.Connection):
    """Nor does it say that nothing is missing."""
    migrate(owner, "kiosk", False, (*STEPS, EXPANDING))

    with pytest.raises(StoreAway, match="newer version"):
        migrate(owner, "kiosk", False, STEPS)


def test_a_database_that_is_too_old_is_told():
    """The program waits for the administrator."""
    with pytest.raises(StoreAway, match="kiosk migrate"):
        refuse_unknown_form(1, 1, known=2)


def test_a_step_that_fails_is_undone_alone(owner: psycopg.Connection):
    """What came before it stands."""
    with pytest.raises(psycopg.errors.DivisionByZero):
        migrate(owner, "kiosk", False, (*STEPS, EXPANDING, FAILING))

    assert [*KNOWN, (FORM + 1, 1)] == forms(owner)
    assert (None,) == owner.execute("SELECT to_regclass('kiosk.half')").fetchone()


def test_one_migration_at_a_time(cluster: Cluster, database: str, owner: psycopg.Connection):
    """The second is told to wait."""
    with cluster.superuser(database) as other:
        other.execute(f"SELECT pg_advisory_lock({LOCK})")

        with pytest.raises(Refused, match="under way"):
            migrate(owner, "kiosk", False)


def test_a_step_gives_way_to_those_who_work(cluster: Cluster, database: str, owner: psycopg.Connection):
    """It doesn't get its lock, lets the others pass, and tries again: then nobody holds it."""
    with cluster.superuser(database) as other:
        other.execute("BEGIN; SELECT FROM kiosk.request")
        pauses: list[float] = []

        def pause(seconds: float) -> None:
            pauses.append(seconds)
            other.execute("COMMIT")

        migrate(owner, "kiosk", False, (*STEPS, EXPANDING), pause)

    assert (1, [*KNOWN, (FORM + 1, 1)]) == (len(pauses), forms(owner))
