"""The `kiosk` command on a database server, from its settings on."""

import json
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.request.reference import new_reference
from kiosk.store.postgres.migrations import STEPS
from tests.servers.computers import configured, keep_password
from tests.servers.postgres import Cluster


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    keep_password(tmp_path)
    return tmp_path


def printed(capsys: pytest.CaptureFixture[str]) -> object:
    return json.loads(capsys.readouterr().out)


def test_a_database_is_brought_to_its_form(
    cluster: Cluster, folder: Path, capsys: pytest.CaptureFixture[str]
):
    """Named first, then done, then nothing is left; by the owner's login, which no computer works with."""
    cluster.script("database.sql", prefix="kiosk", database="fresh_store")
    cluster.add_owner("migrator")
    words = configured(folder, cluster, "fresh_store")

    status = [main([*words, "migrate", "--owner", "migrator", *more]) for more in (["--dry-run"], [], [])]

    told = [
        json.loads(line)["steps"] for line in capsys.readouterr().out.replace("}\n{", "}\x00{").split("\x00")
    ]
    cluster.drop("fresh_store")
    steps = [step.name for step in STEPS]
    assert ([0, 0, 0], steps, steps, []) == (status, *told)


def test_a_sqlite_store_says_that_it_needs_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """It migrates by itself."""
    assert 0 == main(["--data", str(tmp_path), "migrate"])

    assert "by itself" in capsys.readouterr().out


def test_a_desk_and_a_terminal_are_examined(cluster, database, folder, capsys):
    """`kiosk doctor` on each: their store is in order, by what their login may see."""
    cluster.superuse("INSERT INTO kiosk.device (login, name) VALUES ('terminal_1', 'hall')", database)
    for login, role, level in (("desk_1", "desk", "warning"), ("terminal_1", "terminal", "ok")):
        main([*configured(folder, cluster, database, login, role), "doctor"])
        found = {each["part"]: each for each in printed(capsys)}

        assert (level, "ok") == (found["store"]["level"], found["keys"]["level"])
        assert found["directory"]["level"] in {"warning", "ok"}


@pytest.mark.parametrize(
    ("login", "role", "counts"), [("desk_1", "desk", True), ("terminal_1", "terminal", False)]
)
def test_health_is_told_as_numbers(cluster, database, folder, capsys, login, role, counts):
    """A desk counts the queue too; a terminal may not, and says nothing of it."""
    cluster.superuse("INSERT INTO kiosk.device (login, name) VALUES ('terminal_1', 'hall')", database)

    main([*configured(folder, cluster, database, login, role), "doctor", "--metrics"])

    told = capsys.readouterr().out
    assert 'kiosk_part_level{part="store"}' in told
    assert counts == ('kiosk_requests{state="waiting"} 0' in told)


def test_a_terminal_looks_a_reference_up(cluster, database, folder, capsys):
    """By the function that tells waiting or decided; nobody has this one."""
    cluster.superuse("INSERT INTO kiosk.device (login, name) VALUES ('terminal_1', 'hall')", database)
    words = configured(folder, cluster, database, "terminal_1", "terminal")

    assert 1 == main([*words, "status", new_reference(bytes(8))])
    assert "no request with this reference" in capsys.readouterr().err


def test_a_password_that_others_can_read_is_refused(cluster, database, folder, capsys):
    """Before anything is sent."""
    words = configured(folder, cluster, database)
    (folder / "password").chmod(0o644)

    assert 2 == main([*words, "status", "MK-7F3K-92Q8"])
    assert "chmod 600" in capsys.readouterr().err
