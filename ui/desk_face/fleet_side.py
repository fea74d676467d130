"""The page of the terminals: the list, the one that is open, the questions; looked at anew while it is shown."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.device.device import DeviceState
from kiosk.device.token import Token
from kiosk.printer.qr import modules
from ui.desk.admit import AdmitDialog
from ui.desk.confirm import ConfirmDialog, ConfirmView
from ui.desk.terminal import TerminalPanel
from ui.desk.terminals import TerminalsPanel
from ui.desk.token import NewTerminalDialog, TokenDialog, TokenView
from ui.desk_acts.acts import Failure
from ui.desk_acts.fleet import ADMIT, TOKEN, Admitted, Asked, Terminals
from ui.desk_acts.sentences import sentence
from ui.desk_face.scene import Scene
from ui.desk_parts.dialog import Dialog
from ui.desk_parts.side_by_side import SideBySide
from ui.desk_views.fleet import terminal_view, terminals_view

EVERY_MS = 10_000
KEYS = {  # what a key asks for on this page
    "new": "new",
    "approve": "admit",
    "ticket": "pause",
    "undo": "resume",
    "refuse": "revoke",
}
STATES = {"pause": DeviceState.PAUSED, "resume": DeviceState.ACTIVE}


class FleetSide(QObject):
    """Emits closed(): a dialog is done with. told(title, sentence): something that staff must compare."""

    closed = Signal()
    told = Signal(str, str)

    def __init__(self, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self.scene, self.fleet = scene, scene.controller.fleet
        self.seen: Terminals | None = None
        self.open_name = ""
        self.list: TerminalsPanel | None = None
        self.panel: TerminalPanel | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(EVERY_MS)
        self.timer.timeout.connect(self.fleet.look)
        self.fleet.looked.connect(self._on_looked)
        self.fleet.drawn.connect(self._on_drawn)
        self.fleet.admitted.connect(self._on_admitted)
        self.fleet.changed.connect(self._on_changed)

    def build(self) -> QWidget:
        stage = self.scene.stage()
        listed, panel = self.list, self.panel = TerminalsPanel(stage), TerminalPanel(stage)
        listed.opened.connect(self._on_opened)
        listed.new_asked.connect(self._ask_name)
        listed.admit_asked.connect(self._ask_line)
        panel.act_asked.connect(self._on_act)
        self._show()
        self.fleet.look()
        self.timer.start()
        return SideBySide(stage.look, listed, panel)

    def leave(self) -> None:
        """Another page takes the place: the panels are gone."""
        self.timer.stop()
        self.list = self.panel = None

    def forget(self) -> None:
        self.leave()
        self.seen, self.open_name = None, ""

    def take_focus(self) -> None:
        if self.list is not None:
            self.list.take_focus()

    def press(self, what: str) -> None:
        """Do what a key asks for."""
        if self.list is None or self.panel is None:
            return
        match KEYS.get(what, what):
            case "open":
                self.list.open_chosen()
            case "next" | "before":
                self.list.step(1 if what == "next" else -1)
            case "new":
                self.list.new.click()
            case "admit":
                self.list.admit.click()
            case code:
                self.panel.press(code)

    def tell(self, failure: Failure) -> bool:
        """Say in the dialog why nobody was told to come or admitted; return False where none is open."""
        dialog = self.scene.window.dialog
        if failure.act in (TOKEN, ADMIT) and isinstance(dialog, NewTerminalDialog | AdmitDialog):
            dialog.show_error(sentence(failure.error, self.scene.words))
            return True
        return False

    def _show(self) -> None:
        """Show what is known, told from now."""
        if self.list is None or self.panel is None:
            return
        when = self.scene.when()
        had_rows = bool(self.list.list.rows.rows)
        listed = terminals_view(when, self.seen)
        self.list.show_view(listed)
        view = terminal_view(when, self.seen, self.open_name)
        self.panel.show_view(view, has_any=bool(listed.rows))
        self.list.show_opened(view.name if view is not None else "")
        if not had_rows and self.seen is not None and self.scene.window.dialog is None:
            self.list.take_focus()

    def _ask(self, dialog: Dialog) -> None:
        dialog.closed.connect(self.closed)
        self.scene.ask(dialog)

    @Slot()
    def _ask_name(self) -> None:
        dialog = NewTerminalDialog(self.scene.stage())
        dialog.named.connect(self.fleet.draw)
        self._ask(dialog)

    @Slot()
    def _ask_line(self) -> None:
        dialog = AdmitDialog(self.scene.stage())
        dialog.asked.connect(self._on_line)
        self._ask(dialog)

    @Slot(str)
    def _on_act(self, code: str) -> None:
        if code in STATES:
            self.fleet.change(self.open_name, STATES[code])
            return
        words = self.scene.words
        steps = tuple(words(f"desk.terminals.revoke_{number}") for number in (1, 2, 3))
        title = words("desk.terminals.revoke_title", name=self.open_name)
        view = ConfirmView(
            title,
            words("desk.terminals.revoke_ask"),
            steps,
            words("desk.terminals.revoke_go"),
            "cross",
            is_for_good=True,
        )
        dialog = ConfirmDialog(self.scene.stage(), view)
        dialog.confirmed.connect(self._on_revoke)
        self._ask(dialog)

    @Slot()
    def _on_revoke(self) -> None:
        self.closed.emit()
        self.fleet.change(self.open_name, DeviceState.REVOKED)

    @Slot(str)
    def _on_opened(self, name: str) -> None:
        self.open_name = name
        self._show()

    @Slot(str, str, str)
    def _on_line(self, line: str, owner: str, password: str) -> None:
        self.fleet.admit(Asked(line, owner, password))

    @Slot(object)
    def _on_looked(self, seen: Terminals) -> None:
        self.seen = seen
        self._show()

    @Slot(object)
    def _on_drawn(self, token: Token) -> None:
        view = TokenView(
            name=token.name,
            text=token.text,
            until=self.scene.when().moment(token.until),
            modules=modules(token.text),
        )
        self._ask(TokenDialog(self.scene.stage(), view))
        self.open_name = token.name
        self.fleet.look()

    @Slot(object)
    def _on_admitted(self, admitted: Admitted) -> None:
        words = self.scene.words
        self.closed.emit()
        self.open_name = admitted.name
        title = words("desk.admit.done", name=admitted.name)
        self.told.emit(title, words("desk.admit.done_says", writer=admitted.writer))
        self.fleet.look()

    @Slot(object)
    def _on_changed(self, _device: object) -> None:
        self.fleet.look()
