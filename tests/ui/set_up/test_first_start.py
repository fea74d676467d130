"""A new terminal's first start: its own camera reads the desk's token, a person admits it, and it works."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from kiosk.demo.videos import hold_to_camera, record
from kiosk.desk.devices import expect_device
from kiosk.device.admission import Asking, parse
from kiosk.device.token import new_token
from kiosk.journal.event import Happening
from kiosk.kit import Kit
from kiosk.printer.qr import modules
from kiosk.settings import Settings, load
from kiosk.staff.account import Role, StaffAccount
from kiosk.wiring import build_kit
from kiosk.wiring.clock import now
from kiosk.wiring.enrolling import admit_device
from kiosk.wiring.newcomers import Newcomer, newcomer
from tests.fakes import Randomness
from tests.servers.computers import keep_password
from tests.servers.fixtures import NewDatabase, cluster, new_database
from tests.servers.postgres import PASSWORD, Cluster, free_port
from ui.screens.admission import AdmissionScreen
from ui.screens.token import TokenScreen
from ui.set_up.first_start import FirstStart
from ui.starting.terminal import hall_of, set_up_of
from ui.terminal.window import TerminalWindow

__all__ = ["cluster", "new_database"]
WAIT_MS = 30_000
SETTINGS = """
[store]
kind = "postgresql"
address = "postgresql://{address}/{database}"
role = "{role}"
authorities = "{authorities}"
demonstration = true
{more}

[camera]
kind = "pictures"
paths = ["{video}"]
"""
PX = 24  # of the code's modules, before the camera is so far from it


def film(path: Path, text: str) -> None:
    """Film a hand that holds a code to the camera, on paper: it comes, trembles, and a lamp glares."""
    ink = np.pad(np.array(modules(text), dtype=bool), ((6, 6), (16, 6)))  # a thumb lies on the left edge
    code = np.kron(np.where(ink, 30, 235).astype(np.uint8), np.ones((PX, PX), np.uint8))
    part = path.with_name("part.avi")
    record(hold_to_camera(np.dstack([code] * 3), seed=3), part)
    part.replace(path)  # a camera may be looking


@dataclass(slots=True)
class Place:
    """A campus with a desk, and the computer that is to become a terminal."""

    qtbot: object
    cluster: Cluster
    database: str
    folder: Path
    started: list[FirstStart] = field(default_factory=list)

    @property
    def video(self) -> Path:
        return self.folder / "shown.avi"

    def settings(self, role: str, address: str, more: str = "") -> Settings:
        own = self.folder / role
        own.mkdir(exist_ok=True)
        file = own / "kiosk.toml"
        words = {"role": role, "address": address, "more": more, "video": self.video}
        where = {"database": self.database, "authorities": self.cluster.authority.file}
        file.write_text(SETTINGS.format(**words, **where))
        return load(file, {"KIOSK_DATA": str(own)})

    def desk(self) -> tuple[Settings, Kit, StaffAccount]:
        more = f'password_file = "{keep_password(self.folder)}"'
        settings = self.settings("desk", f"desk_1@127.0.0.1:{self.cluster.port}", more)
        kit, ada = build_kit(settings), StaffAccount("ada", Role.ADMIN, "-")
        if not kit.store.all_staff():
            kit.store.add_staff(ada, Happening("staff_added", "ada", "system", now(), {"role": Role.ADMIN}))
        return settings, kit, ada

    def token(self, name: str = "hall_3") -> str:
        _, kit, ada = self.desk()
        text = expect_device(kit, ada, name).text
        kit.store.close()
        return text

    def admit(self, asking: Asking) -> None:
        settings, kit, ada = self.desk()
        admit_device(settings, kit, ada, ("registrar", PASSWORD), parse(asking.line))
        kit.store.close()

    def terminal(self, port: int | None = None) -> Settings:
        """The settings that a technician brings: no login, no password."""
        return self.settings("terminal", f"127.0.0.1:{port or self.cluster.port}")

    def start(self, settings: Settings, new: Newcomer | None = None) -> FirstStart:
        found = new or newcomer(settings)
        assert found is not None
        first = FirstStart(partial(set_up_of, settings, found), partial(hall_of, settings), self.show)
        first.set_up.timer.setInterval(50)
        self.started.append(first)
        return first

    def show(self, window: TerminalWindow) -> None:
        window.resize(1080, 1920)
        self.qtbot.addWidget(window)
        window.show()

    def until(self, condition) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT_MS)

    def until_problem(self, first: FirstStart, code: str) -> None:
        self.until(lambda: first.set_up.screen.view.problem == code)


@pytest.fixture
def place(qtbot, cluster: Cluster, new_database: NewDatabase, tmp_path: Path) -> Iterator[Place]:
    cluster.add_owner("registrar", makes_logins=True)
    made = Place(qtbot, cluster, new_database(demonstration=True), tmp_path)
    yield made
    for first in made.started:
        first.close()
    cluster.superuse('DROP ROLE IF EXISTS "kiosk_at_hall_3"')


def test_the_camera_reads_the_token_and_the_terminal_starts_once_it_is_admitted(place: Place):
    """Key, password and login are its own; at the next start it is an ordinary terminal."""
    settings = place.terminal()
    film(place.video, place.token())
    first = place.start(settings)
    place.until(lambda: isinstance(first.set_up.screen, AdmissionScreen))
    asking = first.set_up.asking
    assert ("hall_3", asking.writer) == (asking.name, first.set_up.screen.view.writer)
    assert first.hall is None

    place.admit(asking)

    place.until(lambda: first.hall is not None)
    assert first.hall.window.isVisible()
    assert not first.window.isVisible()
    place.until(lambda: type(first.hall.face.screen).__name__ == "FirstScreen")
    first.hall.kit.store.check()
    assert newcomer(settings) is None
    assert not (settings.data / "store.asking").exists()


def test_a_terminal_that_was_switched_off_while_it_asked_goes_on(place: Place):
    """What it asked with is still there, and nobody scans anything again."""
    settings = place.terminal()
    asking = newcomer(settings).ask(place.token())
    place.admit(asking)

    first = place.start(settings)

    place.until(lambda: first.hall is not None)


@pytest.mark.parametrize(
    ("shown", "problem"),
    [
        ("MK1:AAAAAAAAAAAAAAAAAAAAAA", "not_a_token"),
        (new_token(Randomness().secret, "hall_3", now() - timedelta(hours=1)).text, "token_over"),
    ],
    ids=["a ticket", "an old token"],
)
def test_what_is_no_good_token_is_told(place: Place, shown: str, problem: str):
    """A ticket, or a token of an hour ago; the camera goes on looking."""
    film(place.video, shown)
    first = place.start(place.terminal())

    place.until_problem(first, problem)
    assert isinstance(first.set_up.screen, TokenScreen)

    film(place.video, place.token())
    place.until(lambda: isinstance(first.set_up.screen, AdmissionScreen))


def test_a_camera_that_is_missing_is_told_and_found_when_it_comes(place: Place):
    """The sentence names the other way, too."""
    first = place.start(place.terminal())
    first.set_up.camera_again.setInterval(50)
    place.until_problem(first, "camera")

    film(place.video, place.token())

    place.until(lambda: isinstance(first.set_up.screen, AdmissionScreen))


def test_a_server_that_is_not_there_is_told(place: Place):
    """As soon as it asked; and what it shows can be admitted all the same."""
    film(place.video, place.token())
    first = place.start(place.terminal(port=free_port()))

    place.until(lambda: isinstance(first.set_up.screen, AdmissionScreen))
    place.until_problem(first, "server_away")
    assert "doesn't answer" in first.set_up.screen.view.note


def test_a_server_that_cannot_be_trusted_is_told(place: Place):
    """Word for word, for whoever mends kiosk.toml."""
    film(place.video, place.token())
    settings = place.settings("terminal", f"localhost:{place.cluster.port}")
    first = place.start(settings)

    place.until(lambda: isinstance(first.set_up.screen, AdmissionScreen))
    place.until_problem(first, "server")
    assert "another host" in first.set_up.screen.view.note


class TooLate(Newcomer):
    """Asks, and its token's time is over at once."""

    def is_over(self, asking: Asking) -> bool:
        return True


def test_a_token_that_nobody_admitted_in_time_is_told(place: Place):
    """It was used elsewhere, or the desk is another server's: the terminal can't know, and wants a new one."""
    film(place.video, place.token())
    settings = place.terminal()
    first = place.start(settings, TooLate(settings))

    place.until_problem(first, "not_admitted")
    assert isinstance(first.set_up.screen, TokenScreen)
