"""A store moves from its file to a server: whole, proven, and however often it was interrupted."""

import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.errors import Refused, StoreAway
from kiosk.staff.account import Role, StaffAccount
from kiosk.store import Letter, Store, inbox_of, open_server, open_store
from kiosk.store.moved_tables import TABLES
from kiosk.store.moving import give_up, move
from kiosk.store.postgres.server import Server
from tests.kiosk.store.examples import MINUTE, NOW, a_holder, a_request, approved, ended, happening
from tests.kiosk.store.sealing import a_device, holds
from tests.servers.postgres import PASSWORD, Cluster
from tests.servers.proxy import Proxy

STAYS = {"about", "pulse", "claim", "move", "sqlite_sequence"}
PATIENCE_S = 30
ANN = StaffAccount("ann", Role.APPROVER, "$argon2id$x")
ROW = {"number": "1", "surname": "ÅS", "birth_date": "2004-02-29"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "kiosk.sqlite"


@pytest.fixture
def owner(cluster: Cluster, database: str) -> Server:
    cluster.script("add_login.sql", prefix="kiosk", part="owner", login="mover")
    cluster.superuse(f"ALTER ROLE mover PASSWORD '{PASSWORD}'")
    return cluster.server(database, "mover")


def filled(path: Path, extra: int = 0) -> None:
    """Make a store with something of everything in it, by two devices."""
    with closing(open_store(path, a_device(1))) as store:
        store.add_staff(ANN, happening("staff_added", ""))
        store.replace_register([ROW], happening("register_imported", ""))
        store.note_failure("22401234", NOW, happening("verification_failed", ""))
        store.note_sign_in("ann", NOW, False, happening("signed_in", ""))
        store.submit(
            a_request("r1", holder=a_holder("1", message="« ça ne marche pas »\n\t\\N")), happening()
        )
        inbox = inbox_of(store)
        for name in ("r2", "r3", "r4"):
            inbox.post(Letter(f"id-{name}", "w", b"\x00\xff" + name.encode(), b"signed"), NOW)
        inbox.take_request("id-r2", a_request("r2", holder=a_holder("1")), happening(), happening())
        inbox.set_aside("id-r3")
        for number in range(extra):
            store.submit(a_request(f"x{number}"), happening())
    with closing(open_store(path, a_device(2))) as store:
        old = store.submit(a_request("old"), happening())
        store.swap(old, ended(old), happening("unlocked", "id-old"))
        due = store.submit(a_request("due"), happening())
        store.swap(due, approved(due), happening("request_approved", "id-due"), MINUTE)


def desk(cluster: Cluster, database: str, login: str = "desk_1", key: int = 1) -> Store:
    return open_server(cluster.server(database, login), a_device(key))


def test_everything_moves_and_goes_on(path: Path, owner: Server, cluster: Cluster, database: str):
    """Requests, holders, tickets, staff, counts, register, letters, keys; each chain follows its last event."""
    filled(path)

    moved = move(path, owner, "kiosk", NOW)

    assert moved.journal.first_broken is None
    assert {name for name, each in moved.tables.items() if not each.rows} == {"staff_call"}
    with closing(desk(cluster, database)) as store, closing(desk(cluster, database, "desk_2", 2)) as second:
        assert store.get("r1") == store.get("r2") == store.by_ticket("ticket-r2")
        assert "« ça ne marche pas »\n\t\\N" == store.get("r1").holder.message
        assert ANN == store.staff("ann")
        assert 1 == store.failures("22401234", NOW)
        assert (NOW,) == store.failed_sign_ins("ann", NOW)
        assert "ÅS" == store.register_entry("1")["surname"]
        assert (("id-r4",), (1, 1)) == (
            tuple(each.id for each in inbox_of(store).letters()),
            inbox_of(store).letter_counts(),
        )
        inbox_of(store).post(Letter("id-new", "w", b"x", b"y"), NOW)
        assert "due" == second.claim_due(NOW, MINUTE).reference
        assert second.record(happening()).sequence == 5
        assert holds(store)


def test_nobody_is_told_again_of_what_moved(path: Path, owner: Server, cluster: Cluster, database: str):
    """Holders heard of their requests on the computer where they were filed; of later ones a desk tells them."""
    filled(path)
    move(path, owner, "kiosk", NOW)

    with closing(desk(cluster, database)) as store:
        store.submit(a_request("later"), happening())
        left: list[str] = []
        store.filings.leave_notices(lambda request: left.append(request.reference))

    assert ["later"] == left


def test_every_table_is_moved_or_stays_for_a_reason(path: Path):
    """A later form can't be forgotten: nor a column of it."""
    filled(path)
    with closing(sqlite3.connect(path)) as file:
        names = {row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        columns = {
            table.name: {row[1] for row in file.execute(f"PRAGMA table_info({table.name})")}
            for table in TABLES
        }

    assert names - STAYS == {table.name for table in TABLES}
    assert {table.name: set(table.columns) for table in TABLES} == columns


def test_the_file_takes_nothing_more(path: Path, owner: Server):
    """Not from a program that had it open, nor from one that opens it; each is told where the store went."""
    filled(path)
    with closing(open_store(path, a_device(1))) as open_before:
        move(path, owner, "kiosk", NOW)

        with pytest.raises(StoreAway, match=r"was moved to 127\.0\.0\.1/"):
            open_before.submit(a_request("late"), happening())
        with pytest.raises(StoreAway, match="was moved"):
            inbox_of(open_before).post(Letter("late", "w", b"", b""), NOW)
        assert open_before.get("r1").reference == "r1"
    with pytest.raises(StoreAway, match="was moved"):
        open_store(path, a_device(1))
    for again in (lambda: move(path, owner, "kiosk", NOW), lambda: give_up(path)):
        with pytest.raises(Refused, match="was moved"):
            again()


def test_a_move_that_fails_closes_the_file_until_it_is_repeated_or_given_up(path: Path, owner: Server):
    """Nothing is lost either way, and nobody's request falls between the two."""
    filled(path)
    with Proxy(owner_port(owner)) as proxy:
        proxy.cut_after = 25  # of the client's writes: somewhere in the copying
        with pytest.raises(StoreAway):
            move(path, through(owner, proxy.port), "kiosk", NOW)
    with pytest.raises(StoreAway, match="is being moved"):
        open_store(path, a_device(1))

    give_up(path)

    with closing(open_store(path, a_device(1))) as store:
        store.submit(a_request("in between"), happening())
    assert 4 == move(path, owner, "kiosk", NOW).tables["request"].rows


def test_what_isn_t_empty_is_left_alone(path: Path, owner: Server, cluster: Cluster, database: str):
    """Someone works there already: the file goes on taking requests."""
    filled(path)
    with closing(desk(cluster, database, key=3)) as store:
        store.submit(a_request("theirs"), happening())

        with pytest.raises(Refused, match="isn't empty"):
            move(path, owner, "kiosk", NOW)

        assert 1 == sum(store.counts().values())
    open_store(path, a_device(1)).close()


def test_the_kinds_don_t_mix(path: Path, cluster: Cluster, owner: Server, new_database):
    """A demonstration's database takes no live store."""
    filled(path)
    into = cluster.server(new_database(True), "mover")

    with pytest.raises(Refused, match="other kind"):
        move(path, into, "kiosk", NOW)
    open_store(path, a_device(1)).close()


def test_a_login_that_isn_t_the_owner_s_is_told(path: Path, cluster: Cluster, database: str):
    """A desk's can't pass for every writer."""
    filled(path)

    with pytest.raises(StoreAway, match="kiosk_owner"):
        move(path, cluster.server(database, "desk_1"), "kiosk", NOW)
    open_store(path, a_device(1)).close()


def owner_port(server: Server) -> int:
    return int(server.address.rpartition(":")[2].partition("/")[0])


def through(server: Server, port: int) -> Server:
    return replace(server, address=server.address.replace(str(owner_port(server)), str(port)))


SETTINGS = '[store]\nauthorities = "{authorities}"\npassword_file = "password"\npath = "{path}"\n'


@pytest.mark.parametrize("writes", [6, 30, 60, 80, 100, 140])
def test_a_move_that_is_killed_is_repeated(
    path: Path, owner: Server, cluster: Cluster, database: str, tmp_path: Path, writes: int
):
    """By kill -9, after so many words to the server: before the file is closed, while copying, while proving."""
    filled(path, extra=20)
    (tmp_path / "password").write_text(PASSWORD)
    (tmp_path / "password").chmod(0o600)
    config = tmp_path / "kiosk.toml"
    config.write_text(SETTINGS.format(authorities=cluster.authority.file, path=path))
    with Proxy(cluster.port) as proxy:
        to = through(owner, proxy.port).address
        words = ["--config", str(config), "--data", str(tmp_path / "own"), "move-store", "--to", to]
        process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        waiting = threading.Event()
        while process.poll() is None and proxy.writes < writes:
            waiting.wait(0.0005)
        process.send_signal(signal.SIGKILL)
        process.wait(PATIENCE_S)

        status = main(words)

    assert status == 0 or process.returncode == 0  # it had ended before: then it can't be repeated
    with closing(desk(cluster, database)) as store:
        assert (23, True) == (sum(store.counts().values()), holds(store))
    with pytest.raises(StoreAway, match="was moved"):
        open_store(path, a_device(1))
