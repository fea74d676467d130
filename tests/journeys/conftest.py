"""A small campus, made once; a store on which every one of its students came by; and a copy of it for each test."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from kiosk.demo.campus import write_campus
from tests.journeys.commands import COUNT, PEOPLE, Ended, Kiosk, passwords
from tests.kits import Bench, a_bench

# Every sign-in of these tests would else cost what an attacker's guess must cost.
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
AT_ONCE = "\n[trust]\nminimum_answer_seconds = 0\n"


@pytest.fixture(scope="session")
def campus(tmp_path_factory) -> Path:
    """The folder of a small fictional campus, where no answer is delayed."""
    folder = tmp_path_factory.mktemp("campus")
    write_campus(folder, COUNT, on_video=1)
    config = folder / "kiosk.toml"
    config.write_text(config.read_text(encoding="utf-8") + AT_ONCE, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def opened(campus, tmp_path_factory) -> Kiosk:
    """A store that took register and staff in, and nobody came by yet. For copies only."""
    kiosk = Kiosk(campus / "kiosk.toml", tmp_path_factory.mktemp("opened") / "data")
    with kiosk.kit():
        pass
    with closing(sqlite3.connect(kiosk.store, isolation_level=None)) as store:
        for login, password in passwords(campus).items():
            store.execute("UPDATE staff SET password_hash = ? WHERE login = ?", (QUICK.hash(password), login))
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return kiosk


@pytest.fixture(scope="session")
def visited(opened, tmp_path_factory) -> tuple[Kiosk, dict[str, Ended]]:
    """A store after each student showed card and document, and how each visit ended. For copies only."""
    kiosk = opened.elsewhere(tmp_path_factory.mktemp("visited") / "data")
    return kiosk, {student.number: kiosk.submit(student) for student in PEOPLE}


@pytest.fixture
def fresh(opened, tmp_path) -> Kiosk:
    """A store of this test's own where nobody came by yet."""
    return opened.elsewhere(tmp_path / "fresh")


@pytest.fixture
def kiosk(visited, tmp_path) -> Kiosk:
    """A store of this test's own where everybody came by."""
    return visited[0].elsewhere(tmp_path / "data")


@pytest.fixture(scope="session")
def references(visited) -> dict[str, str]:
    """The reference of each student who has a request."""
    outcomes = {number: ended.json for number, ended in visited[1].items()}
    return {number: outcome["reference"] for number, outcome in outcomes.items() if outcome["reference"]}


@pytest.fixture
def bench(tmp_path) -> Bench:
    """The core on a real store, with a clock and a directory that do as they are told."""
    bench = a_bench(tmp_path)
    yield bench
    bench.kit.store.close()
