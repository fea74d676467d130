"""The demonstration: a chosen student's videos go through camera, reader and store, as a real visit would."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from kiosk.settings import load
from kiosk.wiring import build_kit
from tests.kiosk.session.given_visit import WAYS
from tests.ui.hall import LONG
from ui.demonstration.cast import cast_of
from ui.demonstration.live import LiveWindow
from ui.demonstration.prompter import Prompter
from ui.demonstration.props import PropCamera, Props, on_paper
from ui.demonstration.setting_up import has_display
from ui.demonstration.story import Teller, tell_following, tell_visit
from ui.session_controller import SessionController, TerminalFace
from ui.starting.campus import campus_of
from ui.terminal.one_camera import OneCamera
from ui.terminal.window import TerminalWindow


class Stage:
    """A terminal on the campus, its camera at the props, its films as fast as they are read."""

    def __init__(self, campus, data):
        self.settings = load(campus / "kiosk.toml", {"KIOSK_DATA": str(data)})
        self.props = Props()
        self.kit = replace(build_kit(self.settings), open_camera=self.props.open_camera)
        cameras = OneCamera(lambda: self.kit.open_camera(None), wait=lambda _: None)
        self.controller = SessionController(self.kit, LONG, cameras)
        self.window = TerminalWindow()
        self.window.resize(1080, 1920)
        self.face = TerminalFace(self.controller, self.window, campus_of(self.settings))
        self.prompter = Prompter(self.face, self.props, self.settings.printer.folder)

    def close(self):
        self.face.close()
        assert self.controller.close()
        self.kit.store.close()
        self.window.close()
        self.window.deleteLater()


@pytest.fixture
def stage(qtbot, campus, tmp_path):
    made = Stage(campus, tmp_path)
    yield made
    made.close()


def test_the_story_is_played_to_its_end(stage, campus, tmp_path, capsys):
    """Card and document are read from their videos, the ticket is filed, printed, and shown to the camera."""
    stage.window.show()
    teller = Teller(stage.face, stage.prompter, tmp_path, settle_ms=0)
    tell_visit(teller, cast_of(campus)[0])
    tell_following(teller)

    assert 12 == len(list(tmp_path.glob("*.png")))
    assert "12-StatusScreen.png" in capsys.readouterr().out


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform knows no smallest size
def test_the_strip_chooses_who_walks_up(qtbot, stage, campus):
    """Once the terminal asks for a card, theirs is held to the camera."""
    [student] = cast_of(campus)
    live = LiveWindow(stage.window, [student], ("login", "password"), stage.prompter)
    live.show()
    qtbot.mouseClick(live.strip.taps[student.number], Qt.MouseButton.LeftButton)
    assert stage.props.held is None
    stage.controller.send(*WAYS["ShowingCard"])

    assert student.card == stage.props.held
    stage.window.setParent(None)
    live.close()


def test_a_film_begins_again_after_a_pause(campus):
    """Whoever was too slow sees the student hold it up again; with nothing held, an empty desk."""
    [student] = cast_of(campus)
    props = Props()
    camera = PropCamera(props)
    empty = camera.read()
    props.hold(student.card)
    film = [camera.read().index for _ in range(60)]
    camera.close()

    assert 0 == empty.index
    assert film.count(35) == 1
    assert film.index(1, 40) > 40


def test_a_code_lies_on_paper_at_its_own_sharpness():
    """Enlarged by whole pixels, in the middle of the slip."""
    paper = on_paper(np.zeros((100, 100, 3), np.uint8))

    rows, columns = (np.flatnonzero(paper[:, :, 0].min(axis) == 0) for axis in (1, 0))
    assert rows.size == columns.size == paper.shape[1] // 2 // 100 * 100
    assert (paper.shape[0] - 1, paper.shape[1] - 1) == (rows[0] + rows[-1], columns[0] + columns[-1])


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({}, False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
def test_a_display_is_what_the_environment_says(environ, expected):
    """Without one the story plays by itself."""
    assert expected == has_display(environ)
