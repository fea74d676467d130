"""A dump of the standard tools brings the whole store back, its guards and rights included."""

import subprocess
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from kiosk.__main__ import main
from kiosk.store import open_server
from tests.kiosk.store.examples import a_request, happening
from tests.kiosk.store.postgres.test_commands import configured
from tests.kiosk.store.sealing import a_device, holds
from tests.servers.postgres import PASSWORD, Cluster, account, binaries


def run(cluster: Cluster, program: str, *words: str) -> None:
    where = ["-h", str(cluster.folder), "-p", str(cluster.port), "-U", "postgres"]
    done = subprocess.run(
        [binaries() / program, *where, *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        **account(),
    )
    assert done.returncode == 0, done.stderr


def test_a_dump_comes_back_whole(cluster: Cluster, database: str):
    """As the README says: the store goes on, its chain follows, and a terminal still reads no table."""
    with closing(open_server(cluster.server(database, "desk_1"), a_device())) as store:
        store.submit(a_request(), happening())
    cluster.superuse("INSERT INTO kiosk.device (login, name) VALUES ('terminal_1', 'hall')", database)
    dump, again = cluster.folder / "monday.dump", f"{database}_again"
    try:
        run(cluster, "pg_dump", "-Fc", "-f", str(dump), database)
        cluster.script("database.sql", prefix="kiosk", database=again)
        run(cluster, "pg_restore", "--exit-on-error", "--single-transaction", "-d", again, str(dump))

        with closing(open_server(cluster.server(again, "desk_1"), a_device())) as store:
            assert a_request() == store.get("r1")
            assert 2 == store.record(happening()).sequence
            assert holds(store)
        with closing(open_server(cluster.server(again, "terminal_1", "terminal"), a_device(2))) as terminal:
            assert terminal.by_ticket("ticket-r1") is not None
        where = {"host": "127.0.0.1", "port": cluster.port, "user": "terminal_1", "dbname": again}
        with (
            psycopg.connect(**where, password=PASSWORD, sslmode="require") as connection,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            connection.execute("SELECT 1 FROM kiosk.holder")
        with (
            cluster.superuser(again) as connection,
            pytest.raises(psycopg.Error, match="append-only"),
        ):
            connection.execute("DELETE FROM kiosk.event")
    finally:
        cluster.drop(again)
        dump.unlink(missing_ok=True)


def test_the_command_says_what_copies_a_server(
    cluster: Cluster, database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """It makes no file that looks like a backup."""
    assert 1 == main([*configured(tmp_path, cluster, database), "backup", str(tmp_path / "monday")])

    assert "pg_dump" in capsys.readouterr().err
    assert not (tmp_path / "monday").exists()
