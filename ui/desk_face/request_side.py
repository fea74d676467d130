"""The request at the right: what it says, and each act with the question that comes before it."""

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.desk.looking import Dossier
from kiosk.request.life import REDIRECTED_TO, RefusalReason
from kiosk.request.request import Request, State
from kiosk.triage.door import door
from kiosk.triage.words import Door
from ui.desk.confirm import ConfirmDialog, ConfirmView
from ui.desk.reason import ReasonDialog, ReasonView
from ui.desk.redirect import RedirectDialog, RedirectView
from ui.desk.refuse import RefuseDialog, RefuseView
from ui.desk.request import RequestPanel
from ui.desk_face.scene import Scene
from ui.desk_face.secret_question import secret_dialog
from ui.desk_parts.choice_dialog import ChoiceDialog
from ui.desk_parts.options import Choice
from ui.desk_views.request import Reader, refusal, request_view
from ui.desk_views.rows import holder_name


class RequestSide(QObject):
    """Emits shown(reference), ticket_asked(request), closed(): a question was answered or left,
    focus_lost(): what had the keyboard is gone.

    asked: the request as it was when a question was put. ticked: whether the person was seen, as of then.
    """

    shown = Signal(str)
    focus_lost = Signal()
    ticket_asked = Signal(object)
    closed = Signal()

    def __init__(self, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self.scene = scene
        self.panel: RequestPanel | None = None
        self.asked: Request | None = None
        self.ticked = False
        self.has_any = False
        self.is_waiting = False  # there is something newer to show when the dialog is closed
        controller = scene.controller
        controller.opened.connect(self._on_dossier)
        controller.moved.connect(self._on_dossier)
        controller.desk.acts.busy_changed.connect(self._on_busy)

    def build(self) -> RequestPanel:
        panel = self.panel = RequestPanel(self.scene.stage())
        panel.act_asked.connect(self._on_act)
        panel.focus_lost.connect(self.focus_lost)
        panel.tell_any(has_any=self.has_any)
        self.show()
        return panel

    def leave(self) -> None:
        """Another page takes the place: the panel is gone, and no question is open."""
        self.panel, self.asked, self.is_waiting = None, None, False

    def show(self) -> None:
        """Show the request that is open; under a dialog it stays as it is, for that is what the dialog asks about."""
        if self.panel is None:
            return
        if self.scene.window.dialog is not None:
            self.is_waiting = True
            return
        self.is_waiting = False
        controller = self.scene.controller
        dossier, staff = controller.dossier, controller.staff
        if dossier is None or staff is None:
            self.panel.show_view(None)
            return
        kit = controller.desk.kit
        reader = Reader(
            staff=staff,
            rules=kit.rules.approval,
            messages=self.scene.messages.get(self.scene.language, {}),
            steps=tuple(getattr(kit.channel, "instructions", ())),
            after=kit.channel.way,
            hands_over=kit.rules.hands_over_secrets,
        )
        self.panel.show_view(request_view(self.scene.when(), dossier, reader))
        self.panel.show_busy(is_busy=controller.is_deciding)

    @Slot(bool)
    def tell_any(self, has_any: bool) -> None:
        self.has_any = has_any
        if self.panel is not None:
            self.panel.tell_any(has_any=has_any)

    def press(self, code: str) -> None:
        if self.panel is not None:
            self.panel.press(code)

    @Slot(object)
    def _on_dossier(self, dossier: Dossier) -> None:
        self.show()
        self.shown.emit(dossier.request.reference)

    @Slot()
    def _on_busy(self) -> None:
        if self.panel is not None and self.scene.controller.dossier is not None:
            self.panel.show_busy(is_busy=self.scene.controller.is_deciding)

    @Slot(str, bool)
    def _on_act(self, code: str, seen: bool) -> None:
        dossier = self.scene.controller.dossier
        if dossier is None:
            return
        request = self.asked = dossier.request
        deciding = self.scene.controller.deciding
        match code:
            case "approve":
                self._approve(request, seen=seen)
            case "retry" if request.state is State.FAILED:
                deciding.retry(request)
            case "retry":
                deciding.approve(request, seen=seen)
            case "undo":
                deciding.undo(request)
            case "refuse":
                self._ask_refusal(request)
            case "redirect":
                self._ask_door(dossier)
            case "secret":
                self._ask_secret(dossier)
            case "ticket":
                self.ticket_asked.emit(request)

    def _approve(self, request: Request, *, seen: bool) -> None:
        view = self.panel.view if self.panel is not None else None
        self.ticked = seen
        if view is not None and view.steps and not view.needs_reason:
            self._ask_done(request, view.steps)
            return
        if view is None or not view.needs_reason:
            self.scene.controller.deciding.approve(request, seen=seen)
            return
        words = self.scene.words
        dialog = ReasonDialog(
            self.scene.stage(), ReasonView(words("desk.written.title"), words("desk.written.says"))
        )
        dialog.written.connect(self._on_written)
        self._ask(dialog)

    def _ask_done(self, request: Request, steps: tuple[str, ...]) -> None:
        """Where staff end the lock themselves, approving says that they did: ask for it."""
        words = self.scene.words
        title = words("desk.by_hand.title", name=holder_name(words, request))
        view = ConfirmView(title, words("desk.by_hand.says"), steps, words("desk.by_hand.go"), "check")
        dialog = ConfirmDialog(self.scene.stage(), view)
        dialog.confirmed.connect(self._on_done)
        self._ask(dialog)

    def _ask_secret(self, dossier: Dossier) -> None:
        dialog = secret_dialog(self.scene, dossier)
        if isinstance(dialog, ReasonDialog):
            dialog.written.connect(self._on_secret)
        else:
            dialog.confirmed.connect(self._on_secret)
        self._ask(dialog)

    def _ask_refusal(self, request: Request) -> None:
        words = self.scene.words
        reasons = tuple(Choice(reason, refusal(words, reason)) for reason in RefusalReason)
        dialog = RefuseDialog(self.scene.stage(), RefuseView(holder_name(words, request), reasons))
        dialog.picked.connect(self._on_refused)
        self._ask(dialog)

    def _ask_door(self, dossier: Dossier) -> None:
        words, request = self.scene.words, dossier.request
        doors = tuple(
            Choice(each, words(f"desk.redirect.{each}"), words(f"desk.redirect.{each}_says"))
            for each in REDIRECTED_TO
        )
        likely = door(dossier.causes[0], request.symptom) if dossier.causes else ""
        view = RedirectView(holder_name(words, request), doors, likely if likely in REDIRECTED_TO else "")
        dialog = RedirectDialog(self.scene.stage(), view)
        dialog.picked.connect(self._on_redirected)
        self._ask(dialog)

    def _ask(self, dialog: ConfirmDialog | ReasonDialog | ChoiceDialog) -> None:
        dialog.closed.connect(self.closed)
        self.scene.ask(dialog)

    def show_what_waits(self) -> None:
        """Show what came while a dialog was open."""
        if self.is_waiting:
            self.show()

    @Slot(str)
    def _on_written(self, reason: str) -> None:
        self.closed.emit()
        if self.asked is not None:
            self.scene.controller.deciding.approve(self.asked, seen=True, reason=reason)

    @Slot()
    def _on_done(self) -> None:
        self.closed.emit()
        if self.asked is not None:
            self.scene.controller.deciding.approve(self.asked, seen=self.ticked)

    @Slot()
    @Slot(str)
    def _on_secret(self, reason: str = "") -> None:
        self.closed.emit()
        if self.asked is not None:
            self.scene.controller.deciding.hand_over_secret(self.asked, reason)

    @Slot(str)
    def _on_refused(self, reason: str) -> None:
        self.closed.emit()
        if self.asked is not None:
            self.scene.controller.deciding.refuse(self.asked, reason)

    @Slot(str)
    def _on_redirected(self, to: str) -> None:
        self.closed.emit()
        if self.asked is not None:
            self.scene.controller.deciding.redirect(self.asked, Door(to))
