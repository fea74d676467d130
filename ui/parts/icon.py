"""An icon, alone or centred on a tile or a disc."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.icons import draw_icon
from ui.parts.painting import painting
from ui.tokens import Look

TILE_ROUND = 4.4  # the side over the corner's radius
OUTLINE = 3  # pixels
INSIDE = 0.58  # how much of a tile its icon takes


class Icon(QWidget):
    """An icon of px by px in a colour of the look; on a tile of another one, if given."""

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        px: int | None = None,
        colour: str = "primary",
        tile: str = "",
        is_disc: bool = False,
    ) -> None:
        super().__init__()
        self.look, self.name, self.colour, self.tile, self.is_disc = look, name, colour, tile, is_disc
        self.is_off = False
        side = px if px is not None else look.size["tile"] if tile else look.size["icon"]
        self.setFixedSize(side, side)

    def show_icon(self, name: str, colour: str, tile: str = "") -> None:
        """Show another icon in the same place."""
        self.name, self.colour, self.tile = name, colour, tile
        self.update()

    def set_off(self, is_off: bool) -> None:
        """Show it in the colour of what isn't possible now."""
        self.is_off = is_off
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            area = QRectF(self.rect())
            if self.tile:
                area = self._paint_tile(painter, area)
            draw_icon(painter, self.name, area, self.look.colour["soft" if self.is_off else self.colour])

    def _paint_tile(self, painter: QPainter, area: QRectF) -> QRectF:
        """Paint the ground; return where the icon goes."""
        colour = self.look.colour
        painter.setBrush(QColor(colour[self.tile]))
        painter.setPen(Qt.PenStyle.NoPen)
        if colour[self.tile] in (colour["ground"], colour["surface"]):  # a tint that contrast has none of
            painter.setPen(QPen(QColor(colour[self.colour]), OUTLINE))
            area = area.adjusted(OUTLINE / 2, OUTLINE / 2, -OUTLINE / 2, -OUTLINE / 2)
        radius = area.width() / (2 if self.is_disc else TILE_ROUND)
        painter.drawRoundedRect(area, radius, radius)
        margin = area.width() * (1 - INSIDE) / 2
        return area.adjusted(margin, margin, -margin, -margin)
