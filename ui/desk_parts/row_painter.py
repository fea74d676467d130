"""Paints the rows of a list: many of them, so that no row is a widget."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.desk_parts.list_row import ListRow, Sign
from ui.fonts import font
from ui.icons import draw_icon
from ui.name_font import readable
from ui.tokens import Look

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
OPENED = Qt.ItemDataRole.UserRole + 1
EDGE = 8  # of the opened row
PAD_Y = 11
GAP = 5  # above the badges
ICON = 20


class RowPainter(QStyledItemDelegate):
    """Three lines a row; what is cut is in the tooltip, and in what a screen reader says."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look, self.pad = look, look.space["m"]
        self.strong, self.note = font(look.text["body"], 700), font(look.text["label"], 500)
        self.label = font(look.text["label"], 600)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: ListRow = index.data(ROW)
        if row.is_heading:
            return QSize(0, round(self.look.text["label"] * 2.6))
        lines = QFontMetrics(self.strong).height() + QFontMetrics(self.note).height()
        return QSize(0, lines + GAP + self._badge_height() + 2 * PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ListRow = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.is_heading:
            self._paint_heading(painter, option.rect, row)
        else:
            self._paint_ground(painter, option, is_opened=bool(index.data(OPENED)))
            self._paint_row(painter, option.rect.adjusted(self.pad, PAD_Y, -self.pad + 8, -PAD_Y), row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, row: ListRow) -> None:
        painter.fillRect(area, self._colour("sunken"))
        painter.fillRect(area.left(), area.bottom() - 1, area.width(), 2, self._colour("line"))
        inside = area.adjusted(self.pad, 0, -self.pad, 0)
        self._write(painter, inside, row.title, self.label, "soft")

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, is_opened: bool) -> None:
        area, is_now = option.rect, bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, self._colour("tint" if is_opened else "surface"))
        painter.fillRect(area.left(), area.bottom() - 1, area.width(), 2, self._colour("line"))
        if is_opened:
            painter.fillRect(area.left(), area.top(), EDGE, area.height() - 1, self._colour("primary"))
        if is_now:
            has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(self._colour("focus" if has_focus else "edge"), 4 if has_focus else 2))
            painter.drawRoundedRect(QRectF(area).adjusted(3, 3, -3, -4), 6, 6)

    def _paint_row(self, painter: QPainter, area: QRect, row: ListRow) -> None:
        """Paint name and when; reference and symptom; badges and day."""
        high, low = QFontMetrics(self.strong).height(), QFontMetrics(self.note).height()
        first = QRect(area.left(), area.top(), area.width(), high)
        if row.when is not None:
            width = self._sign_width(row.when)
            self._paint_due(painter, QRect(area.right() - width, area.top(), width, high), row.when)
            first.setRight(area.right() - width - 12)
        self._write(painter, first, readable(row.title), self.strong, "ink")
        second = QRect(area.left(), area.top() + high, area.width(), low)
        self._write(painter, second, row.line, self.note, "soft")
        self._paint_third(painter, area, row)

    def _paint_third(self, painter: QPainter, area: QRect, row: ListRow) -> None:
        x, high = area.left(), self._badge_height()
        y = area.bottom() - high + 1
        for sign in (row.badge, row.mark):
            if sign is not None:
                self._paint_badge(painter, x, y, sign)
                x += self._badge_width(sign) + 8
        day = min(QFontMetrics(self.note).horizontalAdvance(row.day) + 4, area.right() - x)
        self._write(painter, QRect(area.right() - day, y, day, high), row.day, self.note, "soft")

    def _paint_due(self, painter: QPainter, area: QRect, sign: Sign) -> None:
        icon = QRectF(area.left(), area.center().y() - ICON / 2 + 1, ICON, ICON)
        draw_icon(painter, sign.icon, icon, self.look.colour[sign.tone or "soft"])
        words = area.adjusted(ICON + 8, 0, 0, 0)
        self._write(painter, words, sign.word, self.label, sign.tone or "ink")

    def _paint_badge(self, painter: QPainter, x: int, y: int, sign: Sign) -> None:
        area = QRectF(x, y, self._badge_width(sign), self._badge_height())
        painter.setPen(QPen(self._colour(sign.tone or "edge"), 2))
        painter.setBrush(self._colour(f"{sign.tone}_tint" if sign.tone else "sunken"))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        icon = QRectF(x + 10, y + (area.height() - ICON) / 2, ICON, ICON)
        draw_icon(painter, sign.icon, icon, self.look.colour[sign.tone or "soft"])
        words = QRect(x + 18 + ICON, y, int(area.width()) - ICON - 24, int(area.height()))
        self._write(painter, words, sign.word, self.label, sign.tone or "soft")

    def _write(self, painter: QPainter, area: QRect, words: str, written: object, token: str) -> None:
        painter.setFont(written)  # type: ignore[arg-type]  # a QFont; the stubs want it spelt per overload
        painter.setPen(self._colour(token))
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        painter.drawText(area, flags, fitting)

    def _sign_width(self, sign: Sign) -> int:
        return QFontMetrics(self.label).horizontalAdvance(sign.word) + ICON + 12

    def _badge_width(self, sign: Sign) -> int:
        return QFontMetrics(self.label).horizontalAdvance(sign.word) + ICON + 32

    def _badge_height(self) -> int:
        return round(self.look.text["label"] * 1.7)

    def _colour(self, token: str) -> QColor:
        return QColor(self.look.colour[token])
