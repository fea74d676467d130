"""Many pictures on one."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ui.fonts import font

GAP = 24
TITLE = 28
GROUND, INK = "#D9CFC6", "#2B1A40"


def contact_sheet(pictures: Sequence[tuple[str, QImage]], columns: int, width: int) -> QImage:
    """Return the pictures in rows, each under its name and `width` wide."""
    shrunk = [
        (name, picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))
        for name, picture in pictures
    ]
    height = max(picture.height() for _, picture in shrunk) + TITLE + GAP
    size = (GAP + columns * (width + GAP), GAP + ceil(len(shrunk) / columns) * height)
    sheet = QImage(*size, QImage.Format.Format_RGB32)
    sheet.fill(QColor(GROUND))
    with QPainter(sheet) as painter:
        painter.setFont(font(20, 600))
        painter.setPen(QColor(INK))
        for index, (name, picture) in enumerate(shrunk):
            x = GAP + index % columns * (width + GAP)
            y = GAP + index // columns * height
            painter.drawText(QRect(x, y, width, TITLE), Qt.AlignmentFlag.AlignVCenter, name)
            painter.drawImage(x, y + TITLE, picture)
    return sheet
