"""One state of the terminal that is worth looking at."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import segno
from PySide6.QtWidgets import QWidget

from ui.stage import Stage


@dataclass(frozen=True, slots=True)
class Example:
    """is_idle: nobody's visit, so that the footer has nothing to finish.

    is_technical: before any visitor, so that there is no footer, and one size of words.
    """

    make: Callable[[Stage], QWidget]
    is_idle: bool = False
    is_technical: bool = False


@cache
def modules(content: str) -> tuple[tuple[bool, ...], ...]:
    """Return a QR code's modules, as kiosk.printer.qr draws them."""
    code = segno.make_qr(content, error="m", boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)
