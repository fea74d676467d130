"""Cyclic garbage is collected in the window's thread, and nowhere else.

Python collects it in whatever thread happens to allocate. An object of Qt's in a cycle is then destroyed in a
background thread: it holds a lock of Qt's and waits for Python's, while the window holds Python's and waits for
Qt's, and both stand still for ever (PySide 6.11, seen twice under load).
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000


class Garbage(QObject):
    """Takes collecting over from Python for as long as the program runs. Made in the window's thread.

    What was loaded before stays for ever, and is no longer looked through.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self.timer = QTimer(self)
        self.timer.timeout.connect(collect_due)
        self.timer.start(EVERY_MS)


def collect_due() -> None:
    """Collect the oldest generation that is due by Python's own thresholds; nothing where the youngest isn't."""
    oldest = -1
    for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True):
        if count <= most:
            break
        oldest += 1
    if oldest >= 0:
        gc.collect(oldest)
