"""A store's file comes to the form the program knows, step by step, or stays as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from kiosk.errors import StoreAway
from kiosk.store.sqlite.connection import Connection, connect
from kiosk.store.sqlite.migrations import migrate, refuse_unknown_form


def first(database: Database) -> None:
    database.execute("CREATE TABLE one (word TEXT)")


def second(database: Database) -> None:
    database.execute("CREATE TABLE two (word TEXT)")


def failing(database: Database) -> None:
    second(database)
    raise RuntimeError("halfway")


def mark(database: Database) -> None:
    database.execute("INSERT INTO one VALUES ('marked')")


def tables(connection: Connection) -> list[str]:
    with connection.reading() as database:
        return database.table_names()


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    (tmp_path / "kiosk.sqlite").touch()
    connection = connect(tmp_path / "kiosk.sqlite", busy_timeout_s=1.0)
    yield connection
    connection.close()


def test_steps_are_taken_in_order_and_once(connection: Connection):
    """A second opening finds nothing to do."""
    for _ in range(2):
        migrate(connection, mark, (first, second))

    assert ["one", "two"] == tables(connection)


def test_an_older_store_takes_the_steps_it_misses(connection: Connection):
    """And is not marked a second time."""
    migrate(connection, mark, (first,))

    migrate(connection, mark, (first, second))

    with connection.reading() as database:
        assert [("marked",)] == database.execute("SELECT word FROM one").fetchall()
    assert ["one", "two"] == tables(connection)


def test_a_failing_step_is_undone_alone(connection: Connection):
    """The steps before it stand, and it can be taken again."""
    with pytest.raises(RuntimeError):
        migrate(connection, mark, (first, failing))
    assert ["one"] == tables(connection)

    migrate(connection, mark, (first, second))

    assert ["one", "two"] == tables(connection)


def test_a_store_of_a_newer_program_is_refused(connection: Connection):
    """With what to do, and no retry."""
    migrate(connection, mark, (first, second))

    with pytest.raises(StoreAway, match="newer version") as refusal:
        refuse_unknown_form(connection, (first,))

    assert not refusal.value.retry


def test_another_programs_file_is_refused(connection: Connection):
    """Its tables are left alone."""
    with connection.writing() as database:
        database.execute("CREATE TABLE recipes (title TEXT)")

    with pytest.raises(StoreAway, match="not a store of the kiosk"):
        refuse_unknown_form(connection, (first,))


def test_an_empty_file_becomes_a_store(connection: Connection):
    """A crash right after the file was made leaves one."""
    refuse_unknown_form(connection, (first,))
