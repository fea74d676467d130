"""The server's disk is full: a clear sentence, nothing half done, and it goes on once there is space.

The system itself says that there is no space (ENOSPC): the file of an empty table gives way to /dev/full for a while,
which needs neither a mount nor rights that a container lacks.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from kiosk.desk.carrying_out import LEASE
from kiosk.errors import StoreAway
from kiosk.request.request import Request, State
from kiosk.store import Store, open_server
from kiosk.store.postgres.server import Role
from tests.kiosk.store.examples import a_request, approved, happening
from tests.kiosk.store.postgres.test_lost_answers import a_new_one, filed
from tests.kiosk.store.sealing import a_device, holds
from tests.servers.postgres import Cluster

FULL = Path("/dev/full")


@contextmanager
def no_space_for(cluster: Cluster, database: str, table: str) -> Iterator[None]:
    """Let this table, which is empty yet, have no space."""
    with cluster.superuser(database) as connection:
        (name,) = connection.execute("SELECT pg_relation_filepath(%s)", [f"kiosk.{table}"]).fetchone()
        assert connection.execute(f"SELECT count(*) FROM kiosk.{table}").fetchone() == (0,)
    file, kept = cluster.data / name, cluster.data / f"{name}.kept"
    file.rename(kept)
    file.symlink_to(FULL)
    forget_files(cluster, database)
    try:
        yield
    finally:
        kept.replace(file)
        forget_files(cluster, database)


def forget_files(cluster: Cluster, database: str) -> None:
    """End the sessions that hold the table's file open: the next ones open what lies there now."""
    end = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s"
    with cluster.superuser() as connection:
        connection.execute(end, [database])


def decide(store: Store, request: Request) -> Request:
    """Approve and claim, as a desk does in one move."""
    return store.swap(request, approved(request), happening("request_approved"), LEASE)


@pytest.fixture
def desk(cluster: Cluster, database: str) -> Iterator[Store]:
    with closing(open_server(cluster.server(database, "desk_1"), a_device(1))) as store:
        yield store


@pytest.mark.parametrize("role", ["desk", "terminal"])
def test_a_request_that_finds_no_space_is_told(cluster: Cluster, database: str, desk: Store, role: Role):
    """Neither the request nor its event stands; the same request is taken once there is space."""
    cluster.superuse("INSERT INTO kiosk.device (login, name) VALUES ('terminal_1', 'hall-1')", database)
    request = a_new_one("r1")
    with closing(open_server(cluster.server(database, f"{role}_1", role), a_device(2))) as store:
        with no_space_for(cluster, database, "holder"):
            with pytest.raises(StoreAway, match="disk is full") as told:
                store.submit(request, filed(request))
            assert (0, []) == (desk.counts()[State.WAITING], list(desk.events()))

        assert told.value.retry
        assert request.reference == store.submit(request, filed(request)).reference
    assert (1, 1) == (desk.counts()[State.WAITING], len(list(desk.events())))
    assert holds(desk)


def test_a_decision_that_finds_no_space_is_told(cluster: Cluster, database: str, desk: Store):
    """The request waits as before, and is decided once there is space."""
    kept = desk.submit(a_request(), happening())
    with no_space_for(cluster, database, "claim"):
        with pytest.raises(StoreAway, match="disk is full"):
            decide(desk, kept)
        assert kept == desk.get(kept.reference)

    assert State.APPROVED is decide(desk, kept).state
    assert 2 == len(list(desk.events()))
    assert holds(desk)
