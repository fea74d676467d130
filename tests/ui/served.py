"""A terminal in a hall as the program itself puts it together, on a database server of the test's own."""

from dataclasses import replace
from pathlib import Path

from kiosk.kit import Kit
from kiosk.settings import load
from kiosk.wiring import build_kit
from tests.fakes import LOCKED, Clock, FakeDirectory
from tests.given import NOW, a_student
from tests.servers.computers import configured, keep_password
from tests.servers.postgres import Cluster
from tests.ui.hall import CAMPUS, LONG, Hall, Hand, HandCamera, HandReader
from ui.hall import Hall as Room

SPOOL = """
[spool]
seal = "{seal}"
"""
TIMING = replace(LONG, retry=50)


def a_kit(cluster: Cluster, folder: Path, login: str, role: str, seal: str, **changes: object) -> Kit:
    """Build the kit of one computer from settings of its own, as the windows' entries do."""
    folder.mkdir(exist_ok=True)
    keep_password(folder)
    words = configured(folder, cluster, "kiosk", login, role, SPOOL.format(seal=seal))
    kit = build_kit(load(Path(words[1]), {"KIOSK_DATA": words[3]}), may_come_late=True)
    return replace(kit, **changes)  # type: ignore[arg-type]


def a_directory() -> FakeDirectory:
    """Return a directory of the campus' own, which answers though the store doesn't."""
    found = FakeDirectory()
    found.add(a_student(), LOCKED)
    return found


class ServedHall(Hall):
    """Hands as a Hall of the tests has them, on the program's own room."""

    def __init__(self, qtbot, kit: Kit, clock: Clock) -> None:
        self.qtbot, self.hand, self.time = qtbot, Hand(), clock
        self.kit = replace(
            kit,
            open_camera=lambda _: HandCamera(self.hand),
            open_reader=lambda _: HandReader(self.hand),
            now=clock.now,
            pause=clock.pause,
            clock=clock.monotonic,
        )
        self.room = Room(self.kit, CAMPUS, timing=TIMING)
        self.controller, self.window, self.face = self.room.controller, self.room.window, self.room.face
        self.window.resize(1080, 1920)
        qtbot.addWidget(self.window)
        self.window.show()

    def close(self) -> None:
        self.hand.gate.set()
        self.hand.camera_gate.set()
        self.room.close()


def a_clock() -> Clock:
    return Clock(NOW)
