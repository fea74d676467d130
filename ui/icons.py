"""The icons in resources/icons: one stroke in currentColor, drawn at any size in any colour."""

from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer


def draw_icon(painter: QPainter, name: str, where: QRectF, colour: str) -> None:
    """Draw resources/icons/NAME.svg into a square, in "#RRGGBB"."""
    _renderer(name, colour).render(painter, where)


@lru_cache(maxsize=256)  # 34 icons in a handful of colours; a theme's colours fall out when it is left
def _renderer(name: str, colour: str) -> QSvgRenderer:
    """Return a renderer; QtSvg takes no currentColor from outside, so the word is replaced."""
    svg = (files("resources") / "icons" / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(svg.encode()))
