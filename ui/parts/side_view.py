"""Which side to show: a small drawing per kind of document, its machine-readable lines in brick."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.parts.painting import painting
from ui.tokens import Look


@dataclass(frozen=True, slots=True)
class _Side:
    """ratio: width over height. lines: how many machine-readable ones. has_photo: on the side that has them."""

    ratio: float
    lines: int
    has_photo: bool
    has_fold: bool = False


# Source: ICAO Doc 9303 (TD1 85.6 x 54 mm three lines on the back; TD3 125 x 88 mm a page, two lines under the photo);
# the French card until 2021 is 105 x 74 mm with two lines on the front.
_SIDES = {
    "passport": _Side(0.78, 2, has_photo=True, has_fold=True),
    "national_identity_card": _Side(1.586, 3, has_photo=False),
    "old_french_card": _Side(1.42, 2, has_photo=True),
    "residence_permit": _Side(1.586, 3, has_photo=False),
    "other_identity_card": _Side(1.586, 3, has_photo=False),
    "other_document": _Side(0.78, 2, has_photo=True, has_fold=True),
}
KINDS = tuple(_SIDES)


class SideView(QWidget):
    """kind: one of KINDS. name: what the screen reader says."""

    def __init__(self, look: Look, kind: str, width: int, height: int, name: str) -> None:
        super().__init__()
        self.look, self.side = look, _SIDES[kind]
        self.setAccessibleName(name)
        self.setFixedSize(width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            sheet = self._sheet()
            painter.setPen(QPen(self._colour("primary"), 4))
            painter.setBrush(self._colour("surface"))
            painter.drawRoundedRect(sheet, 12, 12)
            page = sheet
            if self.side.has_fold:
                painter.drawLine(
                    QPointF(sheet.left(), sheet.center().y()), QPointF(sheet.right(), sheet.center().y())
                )
                page = sheet.adjusted(0, sheet.height() / 2, 0, 0)
            self._paint_print(painter, page)
            self._paint_zone(painter, page)

    def _sheet(self) -> QRectF:
        area = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        sheet = QRectF(0, 0, min(area.width(), area.height() * self.side.ratio), 0)
        sheet.setHeight(sheet.width() / self.side.ratio)
        sheet.moveCenter(area.center())
        return sheet

    def _paint_print(self, painter: QPainter, page: QRectF) -> None:
        """Paint the photo and the lines of print above the zone."""
        unit, left = page.height() * 0.1, page.left() + page.width() * 0.08
        if self.side.has_photo:
            photo = QRectF(left, page.top() + unit, page.width() * 0.22, unit * 3.9)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour("tint"))
            painter.drawRoundedRect(photo, 4, 4)
            painter.setBrush(self._colour("primary"))
            painter.drawEllipse(
                QPointF(photo.center().x(), photo.top() + unit * 1.4), unit * 0.75, unit * 0.85
            )
            painter.drawChord(
                QRectF(photo.center().x() - unit * 1.2, photo.bottom() - unit * 1.4, unit * 2.4, unit * 2.8),
                0,
                180 * 16,
            )
            left = photo.right() + page.width() * 0.08
        painter.setPen(QPen(self._colour("edge"), max(3.0, unit * 0.4), c=Qt.PenCapStyle.RoundCap))
        for row, share in enumerate((1.0, 0.7)):
            y = page.top() + unit * (1.6 + row * 1.7)
            right = left + (page.right() - page.width() * 0.1 - left) * share
            painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _paint_zone(self, painter: QPainter, page: QRectF) -> None:
        high = page.height() * 0.075
        pen = QPen(self._colour("brick"), high)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([0.9, 0.5])
        painter.setPen(pen)
        for line in range(self.side.lines):
            y = page.bottom() - page.height() * 0.1 - (self.side.lines - 1 - line) * high * 1.8
            painter.drawLine(QPointF(page.left() + 14, y), QPointF(page.right() - 14, y))

    def _colour(self, token: str) -> QColor:
        return QColor(self.look.colour[token])
