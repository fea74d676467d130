"""The list at the left: the queue, or what a search found."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from kiosk.request.request import Request
from ui.desk.queue import QueuePanel
from ui.desk.search import SearchPanel, SearchView
from ui.desk_acts.queue_watch import QueueNow
from ui.desk_face.scene import Scene
from ui.desk_views.rows import queue_view, search_view


class QueueSide(QObject):
    """Emits opened(reference), listed(bool): whether there is anything to choose.

    What it knew is shown again when the window is dressed anew.
    """

    opened = Signal(str)
    listed = Signal(bool)

    def __init__(self, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self.scene = scene
        self.seen: QueueNow | None = None
        self.found: tuple[str, tuple[Request, ...]] | None = None
        self.is_searching = False
        self.queue: QueuePanel | None = None
        self.search: SearchPanel | None = None
        scene.controller.queue.seen.connect(self._on_seen)
        scene.controller.looking.found.connect(self._on_found)

    def build(self) -> QWidget:
        """Return the list's place, with new panels in it."""
        stage = self.scene.stage()
        queue, search = self.queue, self.search = QueuePanel(stage), SearchPanel(stage)
        for panel in (queue, search):
            panel.opened.connect(self.opened)
        queue.search_asked.connect(self.start_search)
        search.search_asked.connect(self._on_search_asked)
        search.left.connect(self.leave_search)
        place = QWidget()
        self.pages = QStackedLayout(place)
        self.pages.addWidget(queue)
        self.pages.addWidget(search)
        self.show()
        return place

    def leave(self) -> None:
        """Another page takes the place: these panels are gone."""
        self.queue = self.search = None
        self.is_searching, self.found = False, None

    def forget(self) -> None:
        self.leave()
        self.seen = None

    @property
    def list(self) -> QueuePanel | SearchPanel | None:
        return self.search if self.is_searching else self.queue

    def show(self) -> None:
        """Show what is known, told from now: due words change with the day."""
        if self.queue is None or self.search is None:
            return
        if self.seen is not None:
            self.queue.show_view(queue_view(self.scene.when(), self.seen))
        if self.found is not None:
            self.search.show_view(search_view(self.scene.when(), *self.found))
        shown = self.search if self.is_searching else self.queue
        self.pages.setCurrentWidget(shown)
        self.listed.emit(bool(shown.list.rows.rows))

    def take_focus(self) -> None:
        if self.list is not None:
            self.list.take_focus()

    def press(self, what: str) -> None:
        """Open the chosen row, or choose another."""
        if self.list is None:
            return
        if what == "open":
            self.list.open_chosen()
        else:
            self.list.step(1 if what == "next" else -1)

    def mark(self, reference: str) -> None:
        for panel in (self.queue, self.search):
            if panel is not None:
                panel.show_opened(reference)

    @Slot()
    def start_search(self) -> None:
        self.is_searching = True
        self.show()
        self.take_focus()

    @Slot()
    def leave_search(self) -> None:
        self.is_searching, self.found = False, None
        if self.search is not None:
            self.search.forget()
        self.show()
        self.take_focus()

    @Slot(object)
    def _on_seen(self, seen: QueueNow) -> None:
        self.seen = seen
        self.show()

    @Slot(str)
    def _on_search_asked(self, text: str) -> None:
        if self.search is not None:
            busy = SearchView(text=text, title=self.scene.words("desk.search.busy"), is_busy=True)
            self.search.show_view(busy)
            self.scene.controller.looking.search(text)

    @Slot(str, object)
    def _on_found(self, text: str, requests: tuple[Request, ...]) -> None:
        if self.is_searching:
            self.found = (text, requests)
            self.show()
