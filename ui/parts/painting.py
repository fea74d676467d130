"""A painter that ends with its block, whatever happens in it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget


@contextmanager
def painting(widget: QWidget) -> Iterator[QPainter]:
    """Paint a widget with smooth edges, in its paintEvent.

    A painter that only goes out of scope lives on in an exception's traceback, and takes Qt's window down with it.
    """
    with QPainter(widget) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        yield painter
