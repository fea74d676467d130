"""The attract picture: a brick bridge over the river, in flat colours. The only picture of the house."""

import random
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.tokens import Look, Theme

SPANS = (
    (-0.13, 0.25),
    (0.17, 0.30),
    (0.52, 0.30),
    (0.87, 0.26),
)  # arches: left edge and width, shares of the width
PIERS = (0.145, 0.495, 0.845)


class Bridge(QWidget):
    """Painted once per size: the first screen must cost next to nothing."""

    def __init__(self, look: Look, height: int = 0) -> None:
        super().__init__()
        self.look = look
        self.picture: QPixmap | None = None
        if height:
            self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.picture = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.picture is None:
            self.picture = QPixmap(self.size())
            with QPainter(self.picture) as brush:
                brush.setRenderHint(QPainter.RenderHint.Antialiasing)
                _Scene(self.look, brush, self.width(), self.height()).paint()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self.picture)


class _Scene:
    """One painting of the bridge. A taller widget gets more sky and more river, the same bridge."""

    def __init__(self, look: Look, painter: QPainter, width: int, height: int) -> None:
        self.look, self.painter, self.width, self.all_height = look, painter, float(width), float(height)
        self.height = min(self.all_height, width * 0.56)
        self.above = (self.all_height - self.height) * 0.62
        self.water_line = self.height * 0.74
        self.deck = self.height * 0.36

    def paint(self) -> None:
        self._sky()
        self.painter.translate(0, self.above)
        self._sun_and_hills()
        self._bridge()
        self._river()

    def art(self, name: str, alpha: int = 255) -> QColor:
        colour = QColor(self.look.art[name])
        colour.setAlpha(alpha)
        return colour

    def _sky(self) -> None:
        sky = QLinearGradient(0, 0, 0, self.above + self.water_line)
        sky.setColorAt(0, QColor(self.look.colour["ground"]))
        sky.setColorAt(1, self.art("sky" if self.look.theme is Theme.LIGHT else "sky_night"))
        self.painter.fillRect(QRectF(0, 0, self.width, self.all_height), sky)

    def _sun_and_hills(self) -> None:
        width, height, line = self.width, self.height, self.water_line
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.art("sun"))
        self.painter.drawEllipse(QPointF(width * 0.67, height * 0.375), height * 0.24, height * 0.24)
        hills = QPainterPath(QPointF(0, line))
        hills.lineTo(0, height * 0.62)
        hills.cubicTo(width * 0.2, height * 0.55, width * 0.35, height * 0.68, width * 0.5, height * 0.64)
        hills.cubicTo(width * 0.7, height * 0.57, width * 0.85, height * 0.69, width, height * 0.61)
        hills.lineTo(width, line)
        self.painter.setBrush(self.art("hill"))
        self.painter.drawPath(hills)

    def _bridge(self) -> None:
        arches, rings = self._arches()
        body = self._deck_path()
        body.lineTo(self.width + 10, self.water_line + 2)
        body.lineTo(-10, self.water_line + 2)
        body.closeSubpath()
        body = body.subtracted(arches)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.art("masonry"))
        self.painter.drawPath(body)
        self._courses(body)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(self.art("stone"), self.height * 0.017))
        self.painter.drawPath(rings)
        self.painter.setPen(QPen(self.art("stone"), self.height * 0.021))
        self.painter.drawPath(self._deck_path())
        self._piers()

    def _deck_path(self) -> QPainterPath:
        bow = self.height * 0.07
        path = QPainterPath(QPointF(-10, self.deck + bow))
        path.quadTo(self.width * 0.46, self.deck - bow, self.width + 10, self.deck + bow)
        return path

    def _arches(self) -> tuple[QPainterPath, QPainterPath]:
        """Return the openings, and the stone rings around them."""
        openings, rings = QPainterPath(), QPainterPath()
        line, height = self.water_line, self.height
        for left, share in SPANS:
            x, span = left * self.width, share * self.width
            rise = min(span * 0.5, line - self.deck - height * 0.05)
            box = QRectF(x, line - rise, span, rise * 2)
            arch = QPainterPath(QPointF(x, line + 4))
            arch.arcTo(box, 180, -180)
            arch.closeSubpath()
            openings = openings.united(arch)
            rings.arcMoveTo(box, 180)
            rings.arcTo(box, 180, -180)
        for place in PIERS:
            eye = QPainterPath()
            eye.addEllipse(QPointF(self.width * place, line - height * 0.185), height * 0.036, height * 0.036)
            openings = openings.united(eye)
            rings.addPath(eye)
        return openings, rings

    def _courses(self, body: QPainterPath) -> None:
        """Paint the bricks: two tones, always the same ones."""
        self.painter.save()
        self.painter.setClipPath(body, Qt.ClipOperation.IntersectClip)
        dice = random.Random(11)  # noqa: S311  a picture, not a secret
        tall, long = max(8.0, self.height * 0.017), max(24.0, self.height * 0.055)
        for row in range(ceil((self.water_line - self.height * 0.2) / tall)):
            x = -long * (row % 2) / 2
            while x < self.width:
                pick = dice.random()
                if pick < 0.3:
                    shade = self.art("masonry_dark", 95) if pick < 0.17 else self.art("sun", 60)
                    self.painter.fillRect(
                        QRectF(x + 1, self.height * 0.2 + row * tall + 1, long - 2, tall - 2), shade
                    )
                x += long
        self.painter.restore()

    def _piers(self) -> None:
        """Paint the cutwaters: a pointed foot with a stone cap."""
        rise, half = self.height * 0.075, self.height * 0.038
        for place in PIERS:
            foot = QPointF(self.width * place, self.water_line)
            cap = [
                foot + QPointF(-half, -rise),
                foot + QPointF(0, -rise - half * 0.8),
                foot + QPointF(half, -rise),
            ]
            pier = QPainterPath(foot + QPointF(-half, 2))
            for corner in (*cap, foot + QPointF(half, 2)):
                pier.lineTo(corner)
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(self.art("masonry_dark"))
            self.painter.drawPath(pier)
            self.painter.setPen(QPen(self.art("stone"), self.height * 0.014))
            self.painter.drawPolyline(cap)

    def _river(self) -> None:
        line = self.water_line
        river = QRectF(0, line, self.width, self.all_height - self.above - line)
        water = QLinearGradient(river.topLeft(), river.bottomLeft())
        water.setColorAt(0, self.art("water"))
        water.setColorAt(1, self.art("water_deep"))
        self.painter.fillRect(river, water)
        self.painter.save()
        self.painter.setClipRect(river)
        self._reflection()
        self.painter.restore()
        self._ripples(river)

    def _reflection(self) -> None:
        self.painter.setOpacity(0.26)
        self.painter.translate(0, self.water_line)
        self.painter.scale(1, -0.6)
        self.painter.translate(0, -self.water_line)
        self._bridge()

    def _ripples(self, river: QRectF) -> None:
        """Paint short strokes, and the sun's road on the water."""
        dice = random.Random(3)  # noqa: S311  a picture, not a secret
        self.painter.setPen(Qt.PenStyle.NoPen)
        for _ in range(round(river.height() / 6)):
            depth, is_road = dice.random(), dice.random() < 0.45
            y = river.top() + 12 + depth * (river.height() - 26)
            length = (30 + dice.random() * 90) * (1 + depth) if is_road else 40 + dice.random() * 120
            sway = dice.uniform(-1, 1) * self.width * (0.05 + 0.07 * depth)
            x = self.width * 0.67 - length / 2 + sway if is_road else dice.random() * self.width - 60
            self.painter.setBrush(self.art("water_light", 150) if is_road else self.art("stone", 34))
            self.painter.drawRoundedRect(QRectF(x, y, length, 5), 2.5, 2.5)
