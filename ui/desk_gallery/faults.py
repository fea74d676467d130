"""What a picture of the desk may hide: cut words, targets too small for a mouse, parts out of reach."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from ui.desk_parts.elided import Elided
from ui.desk_parts.row_list import RowList
from ui.desk_parts.scroll import Scroll
from ui.parts.tap import Tap

TARGET = 36  # pixels: what a mouse hits without aiming
Seen = TypeVar("Seen", bound=QWidget)
FOCUSABLE = (Tap, QLineEdit, QPlainTextEdit, RowList)


def faults(window: QWidget) -> list[str]:
    """Return a line for each fault of what can be seen now."""
    return [*_cut(window), *_small(window), *_outside(window), *_nameless(window), *_sideways(window)]


def _cut(window: QWidget) -> Iterator[str]:
    for label in _seen(window, QLabel):
        if isinstance(label, Elided):
            if label.is_cut and label.toolTip() != label.words:
                yield f"cut without a tooltip: {label.words[:50]}"
            continue
        size = label.size()
        if label.wordWrap():
            lacks = label.heightForWidth(size.width()) - size.height()
            lacks = max(lacks, label.minimumSizeHint().width() - size.width())
        else:
            hint = label.sizeHint()
            lacks = max(hint.height() - size.height(), hint.width() - size.width())
        if lacks > 1:
            yield f"cut by {lacks}: {label.accessibleName()[:50]}"


def _small(window: QWidget) -> Iterator[str]:
    for tap in _seen(window, Tap):
        if min(tap.height(), tap.width()) < TARGET:
            yield f"small: {tap.accessibleName()} {tap.width()} x {tap.height()}"


def _outside(window: QWidget) -> Iterator[str]:
    """Find what is outside the window; what a scroll bar brings in is not."""
    for part in _seen(window, QWidget):
        if not _scrolls(part) and not window.rect().contains(_place(window, part)):
            yield f"outside: {type(part).__name__} {_place(window, part).getRect()}"


def _sideways(window: QWidget) -> Iterator[str]:
    for scroll in _seen(window, Scroll):
        lacks = scroll.inside.width() - scroll.viewport().width()
        if lacks > 0:
            yield f"sideways by {lacks}: {scroll.inside.width()}"


def _nameless(window: QWidget) -> Iterator[str]:
    for kind in FOCUSABLE:
        for part in _seen(window, kind):
            if not part.accessibleName():
                yield f"nameless: {type(part).__name__}"


def _scrolls(part: QWidget) -> bool:
    parent = part.parentWidget()
    while parent is not None:
        if isinstance(parent, Scroll):
            return True
        parent = parent.parentWidget()
    return False


def _seen(window: QWidget, kind: type[Seen]) -> Iterator[Seen]:
    return (part for part in window.findChildren(kind) if part.isVisible())


def _place(window: QWidget, part: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())
