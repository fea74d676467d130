"""What a finger sees at once: the button takes another colour while it is pressed."""

from PySide6.QtCore import QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QWidget

from ui.parts.painting import painting
from ui.tokens import Look

# the ground and the edge of a kind that is pressed; kinds that aren't named are left to the stylesheet
COLOURS = {
    "primary": ("primary_down", "primary_down"),
    **dict.fromkeys(("choice", "secondary", "danger", "plain", "tick"), ("tint", "primary")),
}
ROUND = {"choice": "l", "primary": "l", "secondary": "l"}  # radius by kind; "m" for the others


class Press(QVariantAnimation):
    """How far a button is pressed, 0 to 1. It belongs to the button, and paints between its ground and its words."""

    def __init__(self, look: Look, button: QWidget, kind: str) -> None:
        super().__init__(button)
        self.look, self.button, self.kind = look, button, kind
        self.part = 0.0
        self.setDuration(look.motion["press"])
        self.valueChanged.connect(self._move)

    def show_down(self, *, is_down: bool) -> None:
        """Go to the pressed colour or back, at once where nothing may move."""
        goal = 1.0 if is_down else 0.0
        self.stop()
        if not self.look.is_moving:
            self._move(goal)
            return
        self.setStartValue(self.part)
        self.setEndValue(goal)
        self.start()

    def _move(self, part: object) -> None:
        self.part = float(str(part))
        self.button.update()

    def paint(self) -> None:
        if not self.part or self.kind not in COLOURS:
            return
        ground, edge = (QColor(self.look.colour[token]) for token in COLOURS[self.kind])
        is_keyed = self.button.property("keyed") == "true"  # the focus stays in sight around it
        half = self.look.size["focus"] if is_keyed else self.look.size["border"] / 2
        radius = self.look.radius[ROUND.get(self.kind, "m")] - half
        with painting(self.button) as painter:
            painter.setOpacity(self.part)
            painter.setBrush(ground)
            painter.setPen(QPen(edge, self.look.size["border"], j=Qt.PenJoinStyle.RoundJoin))
            area = QRectF(self.button.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(area, radius, radius)
