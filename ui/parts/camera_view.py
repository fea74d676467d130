"""The live picture, mirrored, with the outline to fill: dimmed outside, four corners, chevrons inward or outward."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHideEvent, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import draw_icon
from ui.parts.breath import Breath
from ui.parts.painting import painting
from ui.tokens import Look

CARD_RATIO = 1.586  # ISO/IEC 7810 ID-1
PAGE_RATIO = 1.42  # ID-3, a passport's page, and ID-2
DIM = 150  # of 255, outside the outline


class Aim(StrEnum):
    """What the outline says."""

    LOOKING = "looking"
    CLOSER = "closer"
    AGREEING = "agreeing"


class CameraView(QWidget):
    """Paints the newest picture given; forgets it on request and when it is hidden.

    ratio: the outline's width over its height. name: what the screen reader says.
    """

    def __init__(self, look: Look, ratio: float, name: str) -> None:
        super().__init__()
        self.look, self.ratio = look, ratio
        self.image: QImage | None = None
        self.aim = Aim.LOOKING
        self.breath = Breath(look, self)
        self.setAccessibleName(name)
        self.setMinimumSize(320, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage) -> None:
        self.image = image
        self.update()

    def show_aim(self, aim: Aim) -> None:
        if aim is not self.aim:
            self.aim = aim
            self.breath.go(is_wanted=aim is Aim.CLOSER and self.isVisible())
            self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        self.breath.go(is_wanted=False)
        super().hideEvent(event)

    def forget(self) -> None:
        self.image = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            area, radius = QRectF(self.rect()), self.look.radius["l"]
            frame = QPainterPath()
            frame.addRoundedRect(area, radius, radius)
            painter.setClipPath(frame)
            outline = self.outline()
            if self.image is None:
                self._paint_closed(painter, area)
            else:
                self._paint_picture(painter, area, self.image)
                self._paint_outside(painter, frame, outline)
                self._paint_overlay(painter, outline)

    def outline(self) -> QRectF:
        """Return where the card or document should be, as large as fits."""
        area = QRectF(self.rect())
        outline = QRectF(0, 0, min(area.height() * 0.84 * self.ratio, area.width() * 0.9), 0)
        outline.setHeight(outline.width() / self.ratio)
        outline.moveCenter(area.center())
        return outline

    def _paint_closed(self, painter: QPainter, area: QRectF) -> None:
        """Paint that there is no picture yet."""
        painter.fillRect(area, QColor(self.look.colour["tint"]))
        side = min(area.width(), area.height()) * 0.22
        where = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
        draw_icon(painter, "camera", where, self.look.colour["primary"])

    @staticmethod
    def _paint_picture(painter: QPainter, area: QRectF, image: QImage) -> None:
        """Paint the picture as a mirror shows it, filling the area."""
        scale = max(area.width() / image.width(), area.height() / image.height())
        shown = QRectF(0, 0, area.width() / scale, area.height() / scale)
        shown.moveCenter(QRectF(image.rect()).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(area.width(), 0)
        painter.scale(-1, 1)
        painter.drawImage(area, image, shown)
        painter.restore()

    def _paint_outside(self, painter: QPainter, frame: QPainterPath, outline: QRectF) -> None:
        inside = QPainterPath()
        inside.addRoundedRect(outline, self.look.radius["l"], self.look.radius["l"])
        dim = QColor(self.look.art["rim"])
        dim.setAlpha(DIM)
        painter.fillPath(frame.subtracted(inside), dim)

    def _paint_overlay(self, painter: QPainter, outline: QRectF) -> None:
        """Paint strokes with a dark rim, so that they hold on any picture."""
        colour = self.look.art["agreeing" if self.aim is Aim.AGREEING else "looking"]
        for path in _corners(outline, self.look.radius["l"]):
            self._stroke(painter, path, colour)
        if self.aim is Aim.CLOSER:
            for path in _chevrons(outline, self.breath.part):
                self._stroke(painter, path, self.look.art["toward"])

    def _stroke(self, painter: QPainter, path: QPainterPath, colour: str) -> None:
        rim = QColor(self.look.art["rim"])
        rim.setAlpha(190)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for width, shade in ((16, rim), (9, QColor(colour))):
            pen = QPen(shade, width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPath(path)


def _corners(around: QRectF, radius: int) -> list[QPainterPath]:
    arm = around.height() * 0.16
    paths = []
    for x, y, dx, dy in _directions(around):
        path = QPainterPath(QPointF(x, y + dy * (arm + radius)))
        path.lineTo(x, y + dy * radius)
        path.quadTo(x, y, x + dx * radius, y)
        path.lineTo(x + dx * (arm + radius), y)
        paths.append(path)
    return paths


def _chevrons(around: QRectF, part: float) -> list[QPainterPath]:
    """Return arrow heads near each corner, pointing outward: fill the outline. part: how far out they are, 0 to 1."""
    inset, arm = around.height() * (0.16 - 0.05 * part), around.height() * 0.08
    paths = []
    for x, y, dx, dy in _directions(around):
        tip = QPointF(x + dx * inset, y + dy * inset)
        path = QPainterPath(tip + QPointF(dx * arm, 0))
        path.lineTo(tip)
        path.lineTo(tip + QPointF(0, dy * arm))
        paths.append(path)
    return paths


def _directions(around: QRectF) -> list[tuple[float, float, int, int]]:
    """Return each corner with the way inward."""
    left, top, right, bottom = around.left(), around.top(), around.right(), around.bottom()
    return [(left, top, 1, 1), (right, top, -1, 1), (right, bottom, -1, -1), (left, bottom, 1, -1)]
