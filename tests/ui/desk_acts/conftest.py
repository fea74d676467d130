"""A desk on a real store: three people who can sign in, one student whose request waits."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import pytest

from kiosk.filing import Witness, file_claim
from kiosk.journal.event import Happening
from kiosk.request.request import Request
from kiosk.staff.account import Role, StaffAccount
from kiosk.staff.passwords import hash_password
from tests.kiosk.test_filing import a_claim
from tests.kits import Bench, a_bench
from tests.ui.desk_acts.staff import PASSWORD, WAIT_MS, Staff
from tests.ui.desk_acts.stand_ins import GatedDirectory, LockableStore, ScriptedCamera, ScriptedReader
from ui.desk_application import open_desk
from ui.desk_controller import DeskController
from ui.words import load_words


@dataclass(slots=True)
class Counter:
    """A reception point and what a test can do to it."""

    bench: Bench
    store: LockableStore
    directory: GatedDirectory
    camera: ScriptedCamera
    reader: ScriptedReader

    @property
    def kit(self):
        return self.bench.kit


@cache
def password_hash() -> str:
    return hash_password(PASSWORD, "")


@pytest.fixture
def counter(tmp_path) -> Iterator[Counter]:
    bench = a_bench(tmp_path)
    store, directory = LockableStore(bench.kit.store), GatedDirectory(bench.directory)
    camera, reader = ScriptedCamera(), ScriptedReader()
    channel = replace(bench.kit.channel, directory=directory)
    bench.kit = replace(
        bench.kit,
        store=store,
        directory=directory,
        channel=channel,
        open_camera=lambda paths: camera.open(),
        open_reader=lambda threads: reader,
    )
    for role in Role:
        account = StaffAccount(f"one.{role}", role, password_hash())
        bench.kit.store.add_staff(
            account, Happening("staff_added", account.login, "system", bench.clock.now(), {"role": role})
        )
    yield Counter(bench, store, directory, camera, reader)
    for gate in (directory.gate, camera.gate):
        gate.open()
    store.is_locked = False
    bench.kit.store.close()


@pytest.fixture
def waiting(counter) -> Request:
    """A match that nobody stood by, filed at the terminal."""
    return file_claim(counter.kit, a_claim(), Witness()).request


@pytest.fixture
def desk(qtbot, counter) -> Iterator[DeskController]:
    """A desk where nobody is signed in."""
    controller = DeskController(counter.kit)
    yield controller
    counter.directory.gate.open()
    assert controller.finish()


@pytest.fixture
def sign_in(qtbot):
    """Sign someone in at a desk, by role."""

    def signed_in(desk: DeskController, role: Role = Role.APPROVER) -> None:
        with qtbot.waitSignal(desk.desk.signed_in, timeout=WAIT_MS):
            desk.desk.sign_in(f"one.{role}", PASSWORD)

    return signed_in


@pytest.fixture
def shown(qtbot, desk, sign_in, waiting):
    """The waiting request on an approver's screen."""
    sign_in(desk)
    with qtbot.waitSignal(desk.opened, timeout=WAIT_MS) as opened:
        desk.open(waiting.reference)
    return opened.args[0]


@pytest.fixture
def at_desk(qtbot, counter):
    """Open a desk and sit down at it; more than one may stand side by side."""
    opened = []

    def sit_down(**settings) -> Staff:
        window = open_desk(counter.kit, load_words("fr"), **settings)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
        opened.append(window)
        return Staff(qtbot, window, counter)

    yield sit_down
    counter.directory.gate.open()
    for window in opened:
        assert window.close_down()


@pytest.fixture
def ann(at_desk, waiting) -> Staff:
    """An approver with the waiting request on the screen."""
    ann = at_desk()
    ann.signs_in()
    ann.waits_for(lambda: ann.face.controller.staff is not None)
    ann.sees_queue(1)
    ann.opens_first()
    return ann
