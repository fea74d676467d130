"""A list of requests: arrows or J and K choose, Enter or a click opens."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.desk_parts.fading import FADE, fade
from ui.desk_parts.list_row import ListRow
from ui.desk_parts.once import Once
from ui.desk_parts.row_painter import OPENED, ROW, RowPainter
from ui.tokens import Look

Index = QModelIndex | QPersistentModelIndex
_MOVES = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}


class RowModel(QAbstractListModel):
    """The rows, and which one is open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[ListRow, ...] = ()
        self.opened = ""

    def put(self, rows: Sequence[ListRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def show_opened(self, key: str) -> None:
        self.opened = key
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def place_of(self, key: str) -> int | None:
        return next((at for at, row in enumerate(self.rows) if key and row.key == key), None)

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.rows[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        said = row.spoken or row.title
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return said
            case Qt.ItemDataRole.ToolTipRole:
                return said
            case _ if role == ROW:
                return row
            case _ if role == OPENED:
                return bool(row.key) and row.key == self.opened
        return None


class RowList(QListView):
    """Emits opened(key), once however often it is pressed. Rows that come and go leave the chosen one chosen."""

    opened = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.look, self.once = look, Once()
        self.rows = RowModel(self)
        self.setProperty("kind", "rows")
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.painter_of_rows = RowPainter(look)  # a view doesn't own its delegate
        self.setItemDelegate(self.painter_of_rows)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.clicked.connect(self._on_clicked)

    @property
    def chosen(self) -> str:
        """Return the key of the row under the cursor, or ""."""
        at = self.currentIndex().row()
        return self.rows.rows[at].key if 0 <= at < len(self.rows.rows) else ""

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show other rows; the chosen one stays, and if it went the cursor stays where it was."""
        if tuple(rows) == self.rows.rows:
            return
        key, at, scroll = self.chosen, self.currentIndex().row(), self.verticalScrollBar().value()
        self.rows.put(rows)
        place = self.rows.place_of(key)
        if place is None and at >= 0:
            place = self._nearest(at)
        if place is not None:
            self._choose(place)
        self.verticalScrollBar().setValue(scroll)

    def show_opened(self, key: str) -> None:
        self.rows.show_opened(key)
        place = self.rows.place_of(key)
        if place is not None:
            self._choose(place)
            self.scrollTo(self.rows.index(place))

    def step(self, steps: int) -> None:
        """Choose the next row (1) or the one before (-1), past headings."""
        at = (
            self.currentIndex().row() + steps
            if self.chosen
            else (0 if steps > 0 else len(self.rows.rows) - 1)
        )
        while 0 <= at < len(self.rows.rows):
            if not self.rows.rows[at].is_heading:
                self._choose(at)
                self.scrollTo(self.rows.index(at))
                return
            at += steps

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which row Enter is for: Qt makes the first one current, and doesn't say so."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            place = self._nearest(max(self.currentIndex().row(), 0))
            if place is not None:
                self._choose(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen row in sight when the list gets lower: it is made before its place is known."""
        super().resizeEvent(event)
        if self.chosen:
            self.scrollTo(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let a row that goes on past an edge fade out there: half a line of words looks like a mistake."""
        super().paintEvent(event)
        last = self.viewport().height() - 1
        with QPainter(self.viewport()) as painter:
            for edge, inwards in ((0, 1), (last, -1)):
                row = self.visualRect(self.indexAt(QPoint(1, edge)))
                if row.isValid() and edge != (row.top() if inwards > 0 else row.bottom()):
                    seen = row.bottom() if inwards > 0 else last - row.top()
                    high = min(seen, FADE) * inwards
                    fade(painter, self.viewport().width(), edge, high, self.look.colour["surface"])

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint everything anew: what faded at an edge would be moved along as it is."""
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    def open_chosen(self) -> None:
        if self.chosen and self.once.passes(self.chosen):
            self.opened.emit(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep what moves in a list; letters belong to the desk."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.open_chosen()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _on_clicked(self, _index: Index) -> None:
        self.open_chosen()

    def _choose(self, place: int) -> None:
        index = self.rows.index(place)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _nearest(self, at: int) -> int | None:
        places = [place for place, row in enumerate(self.rows.rows) if not row.is_heading]
        return min(places, key=lambda place: abs(place - at), default=None)
