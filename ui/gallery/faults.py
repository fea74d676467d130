"""What a picture may hide: cut words, targets too low for a finger, parts outside the window."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QWidget

from ui.parts.tap import Tap
from ui.shell import Shell
from ui.stage import out_of_reach

Seen = TypeVar("Seen", bound=QWidget)
TOUCH = 112  # pixels: 20 mm or more on the screens that a terminal has


def faults(window: QWidget, touch: int = TOUCH) -> list[str]:
    """Return a line for each fault of what can be seen now."""
    cut = cut_words(seen(window, QLabel))
    stage = window.stage if isinstance(window, Shell) else None
    high = too_high(window, out_of_reach(window.height())) if stage is not None and stage.is_low else ()
    return [*cut, *small_taps(window, touch), *_outside(window), *_overlapping(window), *high]


def cut_words(labels: Iterable[QLabel]) -> Iterator[str]:
    """Yield a line for each whose words need more room than it has."""
    for label in labels:
        size = label.size()
        if label.wordWrap():
            lacks = label.heightForWidth(size.width()) - size.height()
            lacks = max(lacks, label.minimumSizeHint().width() - size.width())
        else:
            hint = label.sizeHint()
            lacks = max(hint.height() - size.height(), hint.width() - size.width())
        if lacks > 1:
            yield f"cut by {lacks}: {label.accessibleName()[:50]}"


def small_taps(window: QWidget, least: int) -> Iterator[str]:
    """Yield a line for each that is lower or narrower than so many pixels."""
    for tap in seen(window, Tap):
        if min(tap.height(), tap.width()) < least:
            yield f"small: {tap.accessibleName()} {tap.width()} x {tap.height()}"


def too_high(window: QWidget, least: int) -> Iterator[str]:
    """Yield a line for each that begins less than so many pixels below the upper edge."""
    for tap in seen(window, Tap):
        if place_of(window, tap).top() < least:
            yield f"too high: {tap.accessibleName()} at {place_of(window, tap).top()}, not {least}"


def _outside(window: QWidget) -> Iterator[str]:
    for part in seen(window, QWidget):
        if not window.rect().contains(place_of(window, part)):
            yield f"outside: {type(part).__name__} {place_of(window, part).getRect()}"


def _overlapping(window: QWidget) -> Iterator[str]:
    """Find words that lie on one another."""
    placed = [(label.accessibleName()[:40], place_of(window, label)) for label in seen(window, QLabel)]
    for index, (name, place) in enumerate(placed):
        for other, where in placed[index + 1 :]:
            common = place.intersected(where)
            if min(common.width(), common.height()) > 4:
                yield f"on one another: {name} / {other}"


def seen(window: QWidget, kind: type[Seen]) -> Iterator[Seen]:
    """Return the parts of a kind that can be seen now."""
    return (part for part in window.findChildren(kind) if part.isVisible())


def place_of(window: QWidget, part: QWidget) -> QRect:
    """Return where a part lies in its window."""
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())
