"""A QR code, drawn from its modules: dark on white in every theme, with its quiet zone."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.parts.painting import painting
from ui.tokens import Look

QUIET = 4  # modules of white around it. Source: ISO/IEC 18004

Modules = Sequence[Sequence[bool]]  # a square; True is ink


class QrView(QWidget):
    """modules: without the quiet zone, as kiosk.printer.qr gives them. Modules are whole pixels."""

    def __init__(self, look: Look, modules: Modules, px: int, name: str) -> None:
        super().__init__()
        self.look, self.modules = look, modules
        self.setAccessibleName(name)
        self.setFixedSize(px, px)

    @property
    def module_px(self) -> int:
        return self.width() // (len(self.modules) + 2 * QUIET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.look.art["qr_paper"]))
            painter.drawRoundedRect(self.rect(), self.look.radius["s"], self.look.radius["s"])
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            side = self.module_px
            start = (self.width() - side * len(self.modules)) // 2
            ink = QColor(self.look.art["qr_ink"])
            for y, row in enumerate(self.modules):
                for x, is_ink in enumerate(row):
                    if is_ink:
                        painter.fillRect(QRect(start + x * side, start + y * side, side, side), ink)
