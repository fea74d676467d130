"""Lay things in a column or across, in one call."""

from collections.abc import Iterable

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

# a widget or layout, with its share of the room; a number: fixed room; None: whatever room is left
Thing = QWidget | QLayout | tuple[QWidget | QLayout, int] | int | None
Margins = tuple[int, int, int, int]  # left, top, right, bottom
NONE: Margins = (0, 0, 0, 0)


def column(*things: Thing, gap: int = 0, margins: Margins = NONE) -> QVBoxLayout:
    layout = QVBoxLayout()
    _fill(layout, things, gap, margins)
    return layout


def across(*things: Thing, gap: int = 0, margins: Margins = NONE) -> QHBoxLayout:
    layout = QHBoxLayout()
    _fill(layout, things, gap, margins)
    return layout


def held(layout: QLayout) -> QWidget:
    """Return a bare widget with this layout, for where a widget is needed."""
    holder = QWidget()
    holder.setLayout(layout)
    return holder


def _fill(layout: QBoxLayout, things: Iterable[Thing], gap: int, margins: Margins) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    for thing in things:
        match thing:
            case None:
                layout.addStretch(1)
            case int():
                layout.addSpacing(thing)
            case (item, share):
                _add(layout, item, share)
            case _:
                _add(layout, thing, 0)


def _add(layout: QBoxLayout, item: QWidget | QLayout, share: int) -> None:
    if isinstance(item, QWidget):
        layout.addWidget(item, share)
    else:
        layout.addLayout(item, share)
