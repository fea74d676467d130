"""A terminal is admitted by the commands alone, works, is paused and revoked, on a real server."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from kiosk.__main__ import main
from kiosk.errors import StoreAway, TerminalRevoked, TerminalStopped
from kiosk.heartbeat import Heard, beat
from kiosk.settings import load
from kiosk.store import Letter
from kiosk.wiring import build_kit
from tests.journeys.commands import typing
from tests.kiosk.store.examples import NOW
from tests.servers.computers import configured, keep_password
from tests.servers.postgres import PASSWORD, Cluster

STAFF = "a-long-password-22"
SEAL = "yTFCsA4dLhbyeVgeQXdIbDqIGwi0iHTqnTwPOrpDdFk="
Run = Callable[..., tuple[int, object, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    keep_password(tmp_path)
    return tmp_path


@pytest.fixture
def run(
    cluster: Cluster,
    database: str,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Runs a command as an administrator at the desk; returns its status, what it printed, and its complaint."""
    cluster.add_owner("registrar", makes_logins=True)
    words = configured(folder, cluster, database)

    def run(*more: str, begin: list[str] | None = None) -> tuple[int, object, str]:
        signed_in = ["--as", "ada", "--password-stdin"] if begin is None else []
        with typing(f"{STAFF}\n{PASSWORD}\n"):
            status = main([*(begin or words), *signed_in, *more])
        printed = capsys.readouterr()
        return status, json.loads(printed.out) if printed.out else None, printed.err

    assert 0 == run("--password-stdin", "staff", "add", "ada", "--role", "admin", begin=words)[0]
    return run


def terminal_words(folder: Path, cluster: Cluster, database: str, name: str) -> list[str]:
    """Write the settings of a new terminal: the login that it will get, and a password file that isn't there yet."""
    words = configured(folder, cluster, database, f"kiosk_at_{name}", "terminal")
    file = folder / f"kiosk_at_{name}.toml"
    own = folder / f"kiosk_at_{name}"
    text = file.read_text().replace('"password"', f'"{own}/store.password"')
    file.write_text(f'{text}[spool]\nseal = "{SEAL}"\n')
    return words


@pytest.fixture
def admitted(run: Run, cluster: Cluster, database: str, folder: Path):
    """Admits a terminal of this name; returns the words its commands begin with. Its login goes at the end."""
    names: list[str] = []

    def admit(name: str) -> list[str]:
        names.append(name)
        words = terminal_words(folder, cluster, database, name)
        token = run("device", "token", name)[1]["token"]
        asked = run("device", "enrol", token, begin=words)[1]
        status, told, complaint = run("device", "admit", asked["line"], "--owner", "registrar")
        assert (0, asked["writer"]) == (status, told["writer"]), complaint
        return words

    yield admit
    for name in names:
        cluster.superuse(f'DROP ROLE IF EXISTS "kiosk_at_{name}"')


def kit_of(words: list[str]):
    return build_kit(load(Path(words[1]), {"KIOSK_DATA": words[3]}))


def listed(run: Run) -> dict[str, object]:
    (row,) = run("device", "list")[1]
    return row


def test_a_terminal_is_admitted_and_seen(run: Run, admitted, cluster: Cluster, database: str):
    """With a key and a password of its own, which nobody else ever saw; then it says how it is."""
    words = admitted("hall_1")
    assert ("active", None) == (listed(run)["state"], listed(run)["seen_at"])

    with closing(kit_of(words).store) as store:
        store.heartbeat({"camera": "ok", "spool": "3", "version": "0.1.0"})

    row = listed(run)
    assert ("ok", "3", "0.1.0") == (row["camera"], row["spool"], row["version"])
    assert row["seen_at"] is not None
    with cluster.superuser(database) as connection:
        found = connection.execute(
            "SELECT rolsuper, rolcreaterole, rolcreatedb, rolconnlimit FROM pg_roles WHERE rolname = 'kiosk_at_hall_1'"
        ).fetchone()
    assert (False, False, False, 3) == found


def test_a_token_is_good_once_and_not_for_long(
    run: Run, admitted, cluster: Cluster, database: str, folder: Path
):
    """A second terminal doesn't come in by it, nor one that comes too late, nor one without."""
    words = admitted("hall_1")
    spare = terminal_words(folder, cluster, database, "hall_2")
    token = run("device", "token", "hall_2")[1]["token"]
    late = run("device", "enrol", token, begin=spare)[1]["line"]
    never = run("device", "enrol", "KIOSK-AAAAAAAAAAAAAAAAAAAAAAAAAA", begin=spare)[1]["line"]
    cluster.superuse(
        "UPDATE kiosk.enrolment SET until = now() - interval '1 second' WHERE name = 'hall_2'", database
    )

    for line in (late, never):
        status, _, complaint = run("device", "admit", line, "--owner", "registrar")
        assert (1, True) == (status, "no such token" in complaint)
    assert "already" in run("device", "token", "hall_1")[2]
    assert ["hall_1"] == [row["name"] for row in run("device", "list")[1]]
    with cluster.superuser(database) as connection:
        assert connection.execute("SELECT FROM pg_roles WHERE rolname = 'kiosk_at_hall_2'").fetchone() is None
    kit_of(words).store.close()


def test_a_login_that_may_not_make_logins_admits_nobody(
    run: Run, cluster: Cluster, database: str, folder: Path
):
    """The token stays good: nothing of it was done."""
    words = terminal_words(folder, cluster, database, "hall_1")
    token = run("device", "token", "hall_1")[1]["token"]
    line = run("device", "enrol", token, begin=words)[1]["line"]

    status, _, complaint = run("device", "admit", line, "--owner", "desk_1")

    assert (1, True) == (status, "CREATEROLE" in complaint)
    assert [] == run("device", "list")[1]


def test_a_paused_terminal_takes_nothing_and_keeps_what_it_has(run: Run, admitted):
    """Until it goes on."""
    kit = kit_of(admitted("hall_1"))
    try:
        kit.spool.spool.put(Letter("0" * 32, "w", b"x", b"y"), NOW)
        assert 0 == run("device", "pause", "hall_1")[0]

        with pytest.raises(TerminalStopped, match="paused"):
            kit.store.check()
        assert (Heard.STOPPED, 1) == (beat(kit), kit.spool.spool.count())

        assert 0 == run("device", "resume", "hall_1")[0]
        assert Heard.YES is beat(kit)
    finally:
        kit.store.close()
        kit.spool.close()


def test_a_revoked_terminal_is_refused_at_its_next_call_and_wipes_its_spool(
    run: Run, admitted, cluster, database
):
    """While it runs, and when it starts; nobody takes that back, not even in the database."""
    words = admitted("hall_1")
    kit = kit_of(words)
    kit.spool.spool.put(Letter("0" * 32, "w", b"x", b"y"), NOW)
    assert 0 == run("device", "revoke", "hall_1")[0]

    with pytest.raises(TerminalRevoked):
        kit.store.failures("22401234", NOW)
    assert (Heard.REVOKED, 0) == (beat(kit), kit.spool.spool.count())

    kit.spool.spool.put(Letter("1" * 32, "w", b"x", b"y"), NOW)
    kit.store.close()
    with pytest.raises(StoreAway, match="revoked"):
        kit_of(words)
    assert 0 == kit.spool.spool.count()
    kit.spool.close()
    status, _, complaint = run("device", "resume", "hall_1")
    assert (1, True) == (status, "for good" in complaint)
    with cluster.superuser(database) as connection, pytest.raises(psycopg.Error, match="for good"):
        connection.execute("UPDATE kiosk.device SET state = 'active'")


def test_every_act_is_in_the_journal(run: Run, admitted, cluster: Cluster, database: str):
    """Who, which terminal, when; and the chain holds."""
    admitted("hall_1")
    for act in ("pause", "resume", "revoke"):
        run("device", act, "hall_1")

    with cluster.superuser(database) as connection:
        bodies = connection.execute("SELECT body FROM kiosk.event ORDER BY writer, sequence").fetchall()
    said = [json.loads(body) for (body,) in bodies]
    told = [(each["kind"], each["subject"], each["by"]) for each in said if each["kind"].startswith("device")]
    kinds = ("expected", "admitted", "paused", "resumed", "revoked")
    assert [(f"device_{kind}", "hall_1", "ada") for kind in kinds] == told
