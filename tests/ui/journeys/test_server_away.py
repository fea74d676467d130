"""A terminal whose database server is away, or whose desk stops it: it starts, says what it can, and comes back."""

import signal
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.desk.journal_keeping import verify_journal
from kiosk.desk.taking_in import TakenIn, take_in
from kiosk.kit import Kit
from kiosk.request.request import State
from kiosk.spool.sealing import CampusKey
from tests.fakes import FakeDirectory
from tests.servers.fixtures import a_cluster
from tests.servers.postgres import Cluster
from tests.ui.served import ServedHall, a_clock, a_directory, a_kit
from ui.screens.ticket import TicketScreen

KEY = CampusKey(b"c" * 32)


@dataclass(slots=True)
class Place:
    """A campus with one database server, one desk and one terminal."""

    cluster: Cluster
    folder: Path
    qtbot: object
    halls: list[ServedHall]

    def terminal(self, directory: FakeDirectory | None) -> ServedHall:
        """Start the terminal; without a directory of the campus' own it asks the server's student register."""
        changes = {} if directory is None else {"directory": directory}
        kit = a_kit(
            self.cluster, self.folder / "terminal", "terminal_1", "terminal", KEY.seal.text, **changes
        )
        self.halls.append(ServedHall(self.qtbot, kit, a_clock()))
        return self.halls[-1]

    def desk(self) -> Kit:
        folder = self.folder / "desk"
        return a_kit(self.cluster, folder, "desk_1", "desk", KEY.seal.text, campus_key=KEY, now=a_clock().now)

    def says(self, state: str) -> None:
        """Let the desk pause, resume or revoke the terminal."""
        self.cluster.superuse(f"UPDATE kiosk.device SET state = '{state}'", "kiosk")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with a_cluster() as running:
        running.set_up("template_kiosk")
        running.add_login("desk_1", "desk")
        running.add_login("terminal_1", "terminal")
        yield running


@pytest.fixture
def place(cluster: Cluster, tmp_path: Path, qtbot) -> Iterator[Place]:
    cluster.copy("template_kiosk", "kiosk")
    cluster.superuse("INSERT INTO kiosk.device (login, name) VALUES ('terminal_1', 'hall')", "kiosk")
    made = Place(cluster, tmp_path, qtbot, [])
    yield made
    for hall in made.halls:
        hall.close()
    if cluster.process is None:
        cluster.start()
    cluster.drop("kiosk")


def until(hall: ServedHall, happened: Callable[[], bool]) -> None:
    hall.qtbot.waitUntil(happened, timeout=20_000)


def beat(hall: ServedHall) -> None:
    """Let the terminal say that it lives, and hear what the desk says to that."""
    for _ in range(2):
        until(hall, lambda: hall.room.heart.under_way is None)
        hall.room.heart.turn()
    until(hall, lambda: hall.room.heart.under_way is None)


def post(hall: ServedHall) -> None:
    """Let the courier's time come, and wait until nothing waits any more."""
    hall.time.advance(hours=1)
    hall.room.posting.turn()
    until(hall, lambda: hall.room.posting.under_way is None)


def test_a_terminal_started_during_an_outage_takes_a_request_that_arrives_once(place: Place):
    """It says that it is recorded here and not sent yet; without a restart it is at the desk afterwards."""
    place.cluster.stop(signal.SIGQUIT)
    hall = place.terminal(a_directory())
    hall.to_ticket()

    assert isinstance(hall.face.screen, TicketScreen)
    assert "unsent" == hall.face.screen.view.note
    assert 1 == hall.kit.spool.spool.count()

    place.cluster.start()
    post(hall)
    post(hall)

    assert 0 == hall.kit.spool.spool.count()
    with closing(place.desk()) as kit:
        assert [TakenIn(requests=1), TakenIn()] == [take_in(kit), take_in(kit)]
        assert {State.WAITING: 1} == {state: count for state, count in kit.store.counts().items() if count}
        assert verify_journal(kit).first_broken is None


def test_the_next_visitor_after_the_outage_is_filed_on_the_server(place: Place):
    """It connected meanwhile."""
    place.cluster.stop(signal.SIGQUIT)
    hall = place.terminal(a_directory())
    until(hall, lambda: not hall.room.heart.under_way)
    place.cluster.start()
    hall.to_ticket()

    assert ("", 0) == (hall.face.screen.view.note, hall.kit.spool.spool.count())


def test_a_register_that_is_on_the_server_cannot_be_asked(place: Place):
    """Nobody is asked for papers in vain: the screen says where the desk is, and goes away by itself."""
    place.cluster.stop(signal.SIGQUIT)
    hall = place.terminal(None)
    hall.until("OutOfOrderScreen")
    assert "directory" == hall.controller.part_out_of_order()

    place.cluster.start()
    hall.until("FirstScreen")


def test_a_pause_is_shown_and_ends_by_itself(place: Place):
    """As soon as the terminal beats; also where it was paused before it started."""
    hall = place.terminal(a_directory())
    place.says("paused")
    beat(hall)
    hall.until("OutOfOrderScreen")
    assert "paused" == hall.face.screen.view.why
    late = place.terminal(a_directory())
    late.until("OutOfOrderScreen")

    place.says("active")

    hall.until("FirstScreen")
    late.until("FirstScreen")


@pytest.mark.parametrize("is_running", [True, False])
def test_a_revoked_terminal_wipes_its_spool_and_stays_out_of_service(place: Place, is_running: bool):
    """While it runs and when it starts: a screen, and no crash."""
    place.cluster.stop(signal.SIGQUIT)
    hall = place.terminal(a_directory())
    hall.to_ticket()
    assert 1 == hall.kit.spool.spool.count()
    place.cluster.start()
    place.says("revoked")
    if is_running:
        beat(hall)
    else:
        hall = place.terminal(a_directory())

    hall.until("OutOfOrderScreen")

    assert ("ended", 0) == (hall.face.screen.view.why, hall.kit.spool.spool.count())
    with pytest.raises(hall.qtbot.TimeoutError):  # it doesn’t come back
        hall.qtbot.waitUntil(lambda: hall.shown == "FirstScreen", timeout=500)


def test_who_is_at_a_terminal_that_is_paused_is_not_cut_short(place: Place):
    """They read on; what they send isn't taken, and the screen says why."""
    hall = place.terminal(a_directory())
    beat(hall)
    hall.say_blocked()
    place.says("paused")
    beat(hall)
    assert "CardScreen" == hall.shown

    hall.show_card()
    hall.show_document()
    hall.touch("review.send")
    hall.until("OutOfOrderScreen")

    assert ("paused", 0) == (hall.face.screen.view.why, hall.kit.spool.spool.count())
