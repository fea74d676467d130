"""What moves, moves to an end and leaves nothing; where no motion is wanted, nothing moves."""

import pytest
from PySide6.QtCore import QAbstractAnimation, QObject, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from tests.ui.looks import LIGHT, STAGE, STILL
from ui.parts.bricks import Bricks
from ui.parts.camera_view import CARD_RATIO, Aim, CameraView
from ui.parts.hint_banner import HintBanner
from ui.parts.label import Label
from ui.parts.motion import RISE, Appearing, is_appearing, rise
from ui.parts.ring import Ring
from ui.parts.surface import Surface
from ui.parts.tap import Tap
from ui.stage import Stage

RUNNING = QAbstractAnimation.State.Running
MOVING = Stage(LIGHT, STAGE.words)


def running(root: QObject) -> list[QAbstractAnimation]:
    return [each for each in root.findChildren(QAbstractAnimation) if each.state() is RUNNING]


def inked_rows(image: QImage) -> list[int]:
    """Return the rows in which something dark is painted."""
    middle = range(0, image.width(), 3)
    return [y for y in range(image.height()) if any(image.pixelColor(x, y).lightness() < 120 for x in middle)]


def test_a_screen_comes_up_and_stays(shown, qtbot):
    """It begins unseen and a little lower, ends in its place, and nothing goes on running."""
    screen = Surface("screen")
    window = shown(screen, size=(200, 200))
    rise(screen, LIGHT)
    effect = screen.graphicsEffect()
    assert isinstance(effect, Appearing)
    assert effect.part == 0.0
    qtbot.waitUntil(lambda: not effect.isEnabled())

    assert running(window) == []


def test_halfway_up_it_stands_lower(shown):
    """By as many pixels as are left of the way."""
    label = Label(STILL, "I")
    window = shown(label, size=(200, 200))
    before = inked_rows(window.grab().toImage())
    effect = Appearing(label, RISE, None)
    label.setGraphicsEffect(effect)
    effect.part = 0.75
    after = inked_rows(window.grab().toImage())

    assert before
    assert after[0] - before[0] == pytest.approx(RISE / 4, abs=1)


def test_a_hint_fades_over_the_one_before(shown, qtbot):
    """In place; the picture of the old words is dropped at the end."""
    banner = HintBanner(MOVING, ("waiting_card", "glare"))
    window = shown(banner)
    banner.show_hint("glare")
    effect = banner.pages["glare"].graphicsEffect()
    assert not effect.before.isNull()
    assert is_appearing(window)
    qtbot.waitUntil(lambda: not effect.isEnabled())

    assert (None, []) == (effect.before, running(window))
    assert not is_appearing(window)


def test_a_hint_that_changes_in_the_middle_of_a_change_is_shown(shown, qtbot):
    """Back and forth, faster than it can fade."""
    banner = HintBanner(MOVING, ("waiting_card", "glare"))
    window = shown(banner)
    for hint in ("glare", "waiting_card", "glare"):
        banner.show_hint(hint)
    qtbot.waitUntil(lambda: running(window) == [])

    assert banner.pages["glare"].isVisible()


def test_a_ring_fills_step_by_step(shown, qtbot):
    """From where it was to where it is told to be."""
    ring = Ring(LIGHT, 100)
    shown(ring, size=(100, 100))
    ring.show_part(0.5, "1/2")
    assert ring.part < 0.5
    qtbot.waitUntil(lambda: ring.part == 0.5)


def test_chevrons_breathe_only_while_they_ask_for_something(shown):
    """And stop when the picture is hidden."""
    view = CameraView(LIGHT, CARD_RATIO, "camera")
    shown(view)
    view.show_aim(Aim.CLOSER)
    assert view.breath.state() is RUNNING
    view.show_aim(Aim.AGREEING)
    assert view.breath.state() is not RUNNING
    view.show_aim(Aim.CLOSER)
    view.hide()

    assert view.breath.state() is not RUNNING


def test_a_pressed_button_takes_its_colour_and_gives_it_back(shown, qtbot):
    """While the finger is on it."""
    tap = Tap(LIGHT, kind="primary", name="Send")
    shown(tap, size=(300, 150))
    QTest.mousePress(tap, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tap.press.part == 1.0)
    assert QColor(LIGHT.colour["primary_down"]) == tap.grab().toImage().pixelColor(150, 75)
    QTest.mouseRelease(tap, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tap.press.part == 0.0)

    assert QColor(LIGHT.colour["primary"]) == tap.grab().toImage().pixelColor(150, 75)


def test_nothing_moves_where_no_motion_is_wanted(shown):
    """A press is seen at once; screens, hints, rings, chevrons and bricks stand still."""
    parts = [
        HintBanner(Stage(STILL, STAGE.words), ("waiting_card", "glare")),
        Ring(STILL, 100),
        CameraView(STILL, CARD_RATIO, "camera"),
        Bricks(STILL, "wait"),
        Tap(STILL, kind="plain", name="go"),
    ]
    windows = [shown(part) for part in parts]
    banner, ring, view, _, tap = parts
    banner.show_hint("glare")
    ring.show_part(1.0, "all")
    view.show_aim(Aim.CLOSER)
    tap.setDown(True)
    tap.pressed.emit()
    rise(windows[0], STILL)

    assert [] == [each for window in windows for each in running(window)]
    assert (1.0, 1.0, None) == (ring.part, tap.press.part, windows[0].graphicsEffect())
