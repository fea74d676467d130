"""One PostgreSQL server for the whole run, and a database of its own for each test."""

import itertools
import signal
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import pytest

from kiosk.store.postgres.server import Role
from tests.servers.authority import make_authority
from tests.servers.postgres import Cluster, give

NUMBERS = itertools.count(1)
LOGINS: dict[str, Role] = {
    "desk_1": "desk",
    "desk_2": "desk",
    "terminal_1": "terminal",
    "terminal_2": "terminal",
    "auditor_1": "auditor",
}
# Makes a database of this kind (live unless told) and returns its name.
NewDatabase = Callable[..., str]


@contextmanager
def a_cluster(settings: Mapping[str, str] = MappingProxyType({})) -> Iterator[Cluster]:
    """Yield a running server in a folder that its account can reach. settings: beyond those of the tests."""
    with tempfile.TemporaryDirectory(prefix="kiosk-pg-", dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o711)
        own = folder / "own"
        own.mkdir(mode=0o755)
        give(own)
        cluster = Cluster(own, make_authority(folder))
        cluster.make()
        cluster.configure(settings)
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop(signal.SIGQUIT)  # nothing in it is needed any more


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    with a_cluster() as running:
        running.set_up("live_template")
        running.set_up("demo_template", demonstration=True)
        for login, role in LOGINS.items():
            running.add_login(login, role)
        yield running


@pytest.fixture
def new_database(cluster: Cluster) -> Iterator[NewDatabase]:
    made: list[str] = []

    def make(demonstration: bool = False) -> str:
        made.append(f"store_{next(NUMBERS)}")
        cluster.copy("demo_template" if demonstration else "live_template", made[-1])
        return made[-1]

    yield make
    for each in made:
        cluster.drop(each)


@pytest.fixture
def database(new_database: NewDatabase) -> str:
    return new_database()
