"""The small parts in their states, on one page: what screens and the desk's panels are made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from ui.gallery.example import modules
from ui.gallery.frames import camera_picture
from ui.parts.actions import primary, secondary
from ui.parts.arrange import across, column, held
from ui.parts.badge import Badge
from ui.parts.camera_panel import CameraPanel
from ui.parts.camera_view import CARD_RATIO
from ui.parts.card import Card
from ui.parts.check_row import CheckRow
from ui.parts.choice import choice
from ui.parts.countdown import Countdown
from ui.parts.label import Label
from ui.parts.qr_view import QrView
from ui.parts.segment import Option, Segment
from ui.parts.side_view import KINDS, SideView
from ui.parts.step_bar import step_bar
from ui.parts.surface import Surface, restyle
from ui.parts.tick import tick
from ui.parts.timeline import Point, Timeline
from ui.stage import Stage
from ui.stylesheet import stylesheet

TONES = ("ok", "warn", "bad", "")
LONG_NAME = "Marie-Antoinette Rakotomalala-Schwarzenegger de la Tour du Pin"


def parts_page(stage: Stage) -> Surface:
    """Return a page of parts, sized to what it holds. Its owner closes it."""
    gap = stage.look.space["m"]
    page = Surface(
        "window",
        across(
            (column(*_touched(stage), None, gap=gap), 1),
            (column(*_read(stage), None, gap=gap), 1),
            gap=stage.look.space["l"],
            margins=(gap, gap, gap, gap),
        ),
    )
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    page.setStyleSheet(stylesheet(stage.look))
    page.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # type: ignore[union-attr]  # set above
    page.resize(1920, 1920)
    return page


def _touched(stage: Stage) -> list[QWidget]:
    look = stage.look
    off, keyed = (
        primary(look, "Not possible now", "send"),
        choice(look, "lock", "Reached by key", "the focus"),
    )
    off.set_off(True)
    restyle(keyed, "keyed", "true")
    ticked = tick(look, "Ticked")
    ticked.set_on(True)
    options = [Option("a", "One", "one"), Option("b", "Two", "two"), Option("c", "Three", "three")]
    panel = CameraPanel(stage, "waiting_card", CARD_RATIO)
    panel.show_image(camera_picture())
    panel.show_reading(None, 2, 3)
    panel.setFixedHeight(560)
    return [
        step_bar(stage, 1),
        primary(look, "Primary", "send"),
        off,
        held(
            across(
                secondary(look, "Secondary", "back"),
                secondary(look, "Danger", "erase", kind="danger"),
                gap=16,
            )
        ),
        choice(look, "key", "Choice", LONG_NAME),
        keyed,
        held(across(tick(look, "To tick"), ticked, gap=16)),
        Segment(look, options, "b", is_full=True),
        panel,
    ]


def _read(stage: Stage) -> list[QWidget]:
    look = stage.look
    rows = [
        CheckRow(
            look, tone, LONG_NAME if tone == "warn" else "Surname", tone or "not checked", "as a line says"
        )
        for tone in TONES
    ]
    badges = [Badge(look, "eye", tone or "none", tone) for tone in (*TONES, "brick")]
    points = [
        Point(tone="done", when="Today", what="Done"),
        Point(tone="now", when="Now", what=LONG_NAME, says="With a line"),
        Point(tone="next", when="Later", what="To come"),
    ]
    sides = [SideView(look, kind, 140, 100, kind) for kind in KINDS]
    return [
        Card(look, *rows),
        held(across(*badges, None, gap=12)),
        Card(look, Label(look, "A tone", "strong"), tone="brick"),
        Timeline(look, points),
        held(across(*sides, None, gap=12)),
        held(across(QrView(look, modules("example"), 260, "code"), Countdown(look, 30, 200), None, gap=24)),
    ]
