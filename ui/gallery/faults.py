"""What a picture may hide: cut words, targets too low for a finger, parts outside the window."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QWidget

from ui.parts.tap import Tap

Seen = TypeVar("Seen", bound=QWidget)
TOUCH = 112  # pixels: 20 mm or more on the screens that a terminal has


def faults(window: QWidget, touch: int = TOUCH) -> list[str]:
    """Return a line for each fault of what can be seen now."""
    return [*_cut(window), *_low(window, touch), *_outside(window), *_overlapping(window)]


def _cut(window: QWidget) -> Iterator[str]:
    for label in _seen(window, QLabel):
        size = label.size()
        if label.wordWrap():
            lacks = label.heightForWidth(size.width()) - size.height()
            lacks = max(lacks, label.minimumSizeHint().width() - size.width())
        else:
            hint = label.sizeHint()
            lacks = max(hint.height() - size.height(), hint.width() - size.width())
        if lacks > 1:
            yield f"cut by {lacks}: {label.accessibleName()[:50]}"


def _low(window: QWidget, touch: int) -> Iterator[str]:
    for tap in _seen(window, Tap):
        if min(tap.height(), tap.width()) < touch:
            yield f"small: {tap.accessibleName()} {tap.width()} x {tap.height()}"


def _outside(window: QWidget) -> Iterator[str]:
    for part in _seen(window, QWidget):
        if not window.rect().contains(_place(window, part)):
            yield f"outside: {type(part).__name__} {_place(window, part).getRect()}"


def _overlapping(window: QWidget) -> Iterator[str]:
    """Find words that lie on one another."""
    placed = [(label.accessibleName()[:40], _place(window, label)) for label in _seen(window, QLabel)]
    for index, (name, place) in enumerate(placed):
        for other, where in placed[index + 1 :]:
            common = place.intersected(where)
            if min(common.width(), common.height()) > 4:
                yield f"on one another: {name} / {other}"


def _seen(window: QWidget, kind: type[Seen]) -> Iterator[Seen]:
    return (part for part in window.findChildren(kind) if part.isVisible())


def _place(window: QWidget, part: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())
