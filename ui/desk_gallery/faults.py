"""What a picture of the desk may hide: cut words, targets too small for a mouse, parts out of reach."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from ui.desk_parts.elided import Elided
from ui.desk_parts.row_list import RowList
from ui.desk_parts.scroll import Scroll
from ui.gallery.faults import cut_words, place_of, seen, small_taps
from ui.parts.tap import Tap

TARGET = 36  # pixels: what a mouse hits without aiming
FOCUSABLE = (Tap, QLineEdit, QPlainTextEdit, RowList)


def faults(window: QWidget) -> list[str]:
    """Return a line for each fault of what can be seen now."""
    cut = cut_words(label for label in seen(window, QLabel) if not isinstance(label, Elided))
    small = small_taps(window, TARGET)
    return [*cut, *_untold(window), *small, *_outside(window), *_nameless(window), *_sideways(window)]


def _untold(window: QWidget) -> Iterator[str]:
    """Find words that are shortened, and that no tooltip gives in full."""
    for label in seen(window, Elided):
        if label.is_cut and label.toolTip() != label.words:
            yield f"cut without a tooltip: {label.words[:50]}"


def _outside(window: QWidget) -> Iterator[str]:
    """Find what is outside the window; what a scroll bar brings in is not."""
    for part in seen(window, QWidget):
        if not _scrolls(part) and not window.rect().contains(place_of(window, part)):
            yield f"outside: {type(part).__name__} {place_of(window, part).getRect()}"


def _sideways(window: QWidget) -> Iterator[str]:
    for scroll in seen(window, Scroll):
        lacks = scroll.inside.width() - scroll.viewport().width()
        if lacks > 0:
            yield f"sideways by {lacks}: {scroll.inside.width()}"


def _nameless(window: QWidget) -> Iterator[str]:
    for kind in FOCUSABLE:
        for part in seen(window, kind):
            if not part.accessibleName():
                yield f"nameless: {type(part).__name__}"


def _scrolls(part: QWidget) -> bool:
    parent = part.parentWidget()
    while parent is not None:
        if isinstance(parent, Scroll):
            return True
        parent = parent.parentWidget()
    return False
