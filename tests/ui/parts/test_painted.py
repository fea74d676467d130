"""The painted parts: what they show, and that they show it."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from kiosk.printer.qr import modules
from tests.ui.looks import CONTRAST, LARGE, LIGHT, STAGE, STILL
from ui.parts.bricks import Bricks
from ui.parts.bridge import Bridge
from ui.parts.countdown import Countdown
from ui.parts.icon import Icon
from ui.parts.mark import Mark
from ui.parts.qr_view import QUIET, QrView
from ui.parts.ring import Ring
from ui.parts.side_view import KINDS, SideView
from ui.parts.step_bar import StepBar, in_a_sentence, step_bar
from ui.parts.tick import tick
from ui.stage import Stage


def colours(widget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(0, image.height(), 2)}


@pytest.mark.parametrize("look", [LIGHT, CONTRAST], ids=["light", "contrast"])
def test_a_qr_code_is_dark_on_white_in_every_theme(shown, look):
    """Read back from the painting, every module is where segno put it, with four white ones around."""
    code = modules("KIOSK1:0123456789abcdef")
    view = QrView(look, code, 400, "the code")
    shown(view, look)
    image = view.grab().toImage()
    side = view.module_px
    start = (400 - side * len(code)) // 2
    painted = [
        [
            image.pixelColor(start + x * side + side // 2, start + y * side + side // 2)
            == QColor(look.art["qr_ink"])
            for x in range(len(code))
        ]
        for y in range(len(code))
    ]

    assert code == painted
    assert start >= QUIET * side
    assert image.pixelColor(start // 2, 200) == QColor("#FFFFFF")


@pytest.mark.parametrize(("seconds", "words"), [(30, "30"), (7, "7"), (0, "0"), (-2, "0")])
def test_the_countdown_says_how_long(shown, seconds, words):
    """The seconds that are left can be read and heard; there are never fewer than none."""
    countdown = Countdown(LIGHT, 30, 200)
    shown(countdown)
    countdown.show_left(seconds)

    assert words == countdown.words == countdown.accessibleName()
    assert 0 <= countdown.part <= 1


def test_a_ring_fills(shown):
    """More of it is painted the further it is."""
    ring = Ring(STILL, 120)
    shown(ring)
    counts = []
    for part in (0.0, 0.5, 1.0):
        ring.show_part(part, "")
        image = ring.grab().toImage()
        counts.append(
            sum(image.pixelColor(x, y) == QColor(LIGHT.colour["ok"]) for x in range(120) for y in range(120))
        )

    assert counts[0] < counts[1] < counts[2]


@pytest.mark.parametrize("kind", KINDS)
def test_every_document_shows_its_lines_in_brick(shown, kind):
    """The side to show is drawn with its machine-readable lines."""
    view = SideView(LIGHT, kind, 172, 124, kind)
    shown(view)

    assert LIGHT.colour["brick"].lower() in colours(view)


def test_the_step_bar_says_where_one_is(shown):
    """Its name tells a screen reader the step; laid, present and coming bricks look different."""
    bar = step_bar(STAGE, 1)
    shown(bar)

    assert "Step 2 of 4: card" == bar.accessibleName()
    assert {STILL.colour["primary"].lower(), STILL.colour["brick"].lower()} <= colours(bar)


def test_large_words_need_one_line_of_steps(shown):
    """Twice the text leaves no room for four names: the step is said in a line."""
    line = step_bar(Stage(LARGE, STAGE.words), 0)
    shown(line, LARGE)

    assert not isinstance(line, StepBar)
    assert "Step 1 of 4: reason" == line.accessibleName()


def test_bricks_stand_still_where_motion_was_asked_away(shown):
    """Less motion means none; the name still says what goes on."""
    bricks = Bricks(STILL, "On its way")
    shown(bricks)

    assert bricks.animation.State.Stopped == bricks.animation.state()


def test_bricks_are_laid_only_while_they_can_be_seen(shown):
    """A hidden animation costs nothing."""
    bricks = Bricks(LIGHT, "On its way")
    shown(bricks)
    assert bricks.animation.State.Running == bricks.animation.state()

    bricks.hide()
    assert bricks.animation.State.Stopped == bricks.animation.state()


def test_the_bridge_is_painted_once_per_size(shown):
    """The first screen stands all day: painting it again is copying it."""
    bridge = Bridge(LIGHT)
    shown(bridge)
    bridge.grab()
    before = bridge.picture
    bridge.grab()

    assert before is bridge.picture
    assert LIGHT.art["masonry"].lower() in colours(bridge)


@pytest.mark.parametrize("on", ["ground", "bar"])
def test_the_mark_has_a_brick_heart(shown, on):
    """The violet looks like itself on either ground."""
    mark = Mark(LIGHT, 72, on)
    shown(mark)

    assert LIGHT.colour["brick"].lower() in colours(mark)


def test_an_icon_can_become_another(shown):
    """A place on the screen keeps its size while what it shows changes."""
    icon = Icon(LIGHT, "card", px=60, tile="tint")
    shown(icon)
    before = icon.grab().toImage()
    icon.show_icon("cross", "on_brick", "brick")

    assert before != icon.grab().toImage()
    assert before.size() == icon.grab().toImage().size()


def test_a_tick_fills_its_box(shown):
    """Ticked can be seen without colour: there is a check in the box."""
    tap = tick(LIGHT, "Seen")
    shown(tap)
    before = tap.grab().toImage()
    tap.set_on(True)

    assert before != tap.grab().toImage()


@pytest.mark.parametrize(("name", "said"), [("Carte", "carte"), ("ID", "ID"), ("Pièce", "pièce")])
def test_a_step_is_named_inside_a_sentence(name, said):
    """In small letters, unless it is an abbreviation."""
    assert said == in_a_sentence(name)


def test_a_painter_ends_with_an_exception(shown, monkeypatch, qtbot, qtlog):
    """The traceback is kept here, as a debugger or a log may: the window is painted again all the same."""
    icon = Icon(LIGHT, "eye")
    shown(icon)

    def fail(*_: object) -> None:
        raise LookupError

    with qtbot.capture_exceptions() as caught:
        with monkeypatch.context() as patched:
            patched.setattr("ui.parts.icon.draw_icon", fail)
            icon.update()
            QApplication.processEvents()
        icon.update()
        QApplication.processEvents()

    assert [LookupError] == [kind for kind, *_ in caught]
    assert LIGHT.colour["primary"].lower() in colours(icon)
    assert [] == [record.message for record in qtlog.records if "endPaint" in record.message]
