"""What is told under the bar: what is away, until it is back; what came to nothing, until it is read."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.errors import AlreadyDecided, DirectoryAway, StoreAway
from ui.desk.notice import NoticePanel, NoticeView
from ui.desk_acts.acts import Failure
from ui.desk_acts.sentences import is_carried_out, sentence
from ui.desk_face.scene import Scene

REFUSED, QUICKER, OPEN_ALREADY, ADMITTED = "refused", "quicker", "open_already", "admitted"
LASTING = ("store", "directory")


class Notices(QObject):
    """One of a kind at a time. Emits act_asked(code) where a notice offers something to do."""

    act_asked = Signal(str)

    def __init__(self, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self.scene = scene
        self.views: dict[str, NoticeView] = {}
        scene.controller.away_changed.connect(self._on_away)

    def tell(self, failure: Failure) -> None:
        """Say why an act came to nothing; what is away is said for as long as it is."""
        words, error = self.scene.words, failure.error
        if isinstance(error, DirectoryAway | StoreAway):
            self.put(NoticeView(REFUSED, "bad", sentence(error, words)))
        elif isinstance(error, AlreadyDecided):
            title = "carried_out" if is_carried_out(error) else "quicker"
            self.put(NoticeView(QUICKER, "warn", words(f"desk.notice.{title}"), sentence(error, words)))
        else:
            self.put(NoticeView(REFUSED, "warn", sentence(error, words)))

    def tell_open_already(self) -> None:
        """Say that what was taken back had been carried out at the same moment."""
        words = self.scene.words
        title, says = words("desk.notice.open_already"), words("desk.notice.open_already_says")
        self.put(NoticeView(OPEN_ALREADY, "warn", title, says))

    @Slot(str, str)
    def tell_admitted(self, title: str, says: str) -> None:
        """Say that a terminal was admitted, and with which key, until that is read."""
        self.put(NoticeView(ADMITTED, "ok", title, says))

    def dismiss(self) -> bool:
        """Take away what can be closed by hand; return whether there was any."""
        read = [code for code, view in self.views.items() if not view.is_lasting]
        for code in read:
            del self.views[code]
        self.show()
        return bool(read)

    def forget(self) -> None:
        self.views = {}

    def show(self) -> None:
        """Show them, unless a dialog is open: they are shown when it is closed."""
        if self.scene.window.dialog is not None:
            return
        panels = [NoticePanel(self.scene.stage(), view) for view in self.views.values()]
        for panel in panels:
            panel.dismissed.connect(self._on_dismissed)
            panel.act_asked.connect(self.act_asked)
        self.scene.window.show_notices(panels)

    def put_all(self, kind: str, views: Sequence[NoticeView]) -> None:
        """Tell these in the place of all whose code begins so."""
        kept = {code: view for code, view in self.views.items() if not code.startswith(kind)}
        self.views = {view.code: view for view in views} | kept
        self.show()

    def put(self, view: NoticeView) -> None:
        self.views.pop(view.code, None)
        self.views[view.code] = view
        self.show()

    @Slot(object)
    def _on_away(self, parts: frozenset[str]) -> None:
        words = self.scene.words
        for part in LASTING:
            self.views.pop(part, None)
            if part in parts:
                title, says = words(f"desk.notice.{part}"), words(f"desk.notice.{part}_says")
                self.views[part] = NoticeView(part, "warn", title, says, is_lasting=True)
        self.show()

    @Slot(str)
    def _on_dismissed(self, code: str) -> None:
        self.views.pop(code, None)
        self.show()
