"""The desk's face: ties window, pages and controller together, and takes every key that no field wanted."""

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.desk.looking import Dossier
from kiosk.request.request import Request, State
from kiosk.staff.account import StaffAccount
from kiosk.triage.words import Cause
from ui.desk.help import HelpDialog, HelpView
from ui.desk_acts.acts import Failure
from ui.desk_acts.idle_lock import IDLE_MS, IdleLock
from ui.desk_acts.signed_in import SIGN_IN
from ui.desk_face.calls import Calls
from ui.desk_face.entrance import Entrance
from ui.desk_face.notices import Notices
from ui.desk_face.pages import Pages
from ui.desk_face.scene import Scene
from ui.desk_face.ticket_side import TicketSide
from ui.desk_face.toasts import Toasts
from ui.tokens import Theme

CLOCK_MS = 10_000


class DeskFace(QObject):
    """One desk on the screen, from the sign-in to its end."""

    def __init__(self, scene: Scene, idle_ms: int = IDLE_MS) -> None:
        super().__init__(scene.window)
        self.scene, self.window, self.controller = scene, scene.window, scene.controller
        self.entrance, self.pages = Entrance(scene, self), Pages(scene, self)
        self.queue_side, self.request_side = self.pages.queue, self.pages.request
        self.verify_side, self.ticket_side = self.pages.verify, TicketSide(scene, self)
        self.notices, self.toasts = Notices(scene, self), Toasts(scene, self)
        self.calls = Calls(scene, self.notices, self)
        self.idle = IdleLock(scene.window, idle_ms)
        self.undone = ""  # the reference of an approval that was just taken back
        self.clock = QTimer(self)
        self.clock.setInterval(CLOCK_MS)
        self._listen()
        self.dress()

    def dress(self) -> None:
        """Make everything anew in the present language and look; what was on the screen stays."""
        self.window.dress(self.scene.stage())
        if self.controller.staff is None:
            self.entrance.show()
        else:
            self.calls.tell()
            self.pages.show(self.pages.page)

    @Slot()
    def lock(self) -> None:
        self.controller.desk.lock()

    def close(self) -> bool:
        """Stop everything; return whether all ended in time."""
        for timer in (self.clock, self.toasts.timer):
            timer.stop()
        self.idle.stop()
        return self.controller.finish()

    def _listen(self) -> None:
        window, controller = self.window, self.controller
        window.key_pressed.connect(self._on_key)
        window.resized.connect(self._on_resized)
        window.closed.connect(self._on_closed)
        controller.desk.signed_in.connect(self._on_signed_in)
        controller.desk.locked.connect(self._on_locked)
        controller.refused.connect(self._on_refused)
        controller.deciding.decided.connect(self._on_decided)
        controller.moved.connect(self._on_moved)
        self.entrance.language_chosen.connect(self._on_language)
        self.pages.shown.connect(self.notices.show)
        self.pages.lock_asked.connect(self.lock)
        self.pages.help_asked.connect(self._on_help)
        self.queue_side.opened.connect(self._on_open)
        self.request_side.ticket_asked.connect(self.ticket_side.ask)
        self.request_side.closed.connect(self._on_dialog_closed)
        self.ticket_side.closed.connect(self._on_dialog_closed)
        self.pages.fleet.closed.connect(self._on_dialog_closed)
        self.pages.fleet.told.connect(self.notices.tell_admitted)
        self.verify_side.open_asked.connect(self._on_open)
        self.verify_side.ticket_made.connect(self.ticket_side.show)
        self.verify_side.ticket_lost.connect(self.ticket_side.ask)
        self.toasts.undo_asked.connect(controller.deciding.undo)
        self.idle.ran_out.connect(self.lock)
        self.clock.timeout.connect(self.pages.show_time)

    @Slot(object)
    def _on_signed_in(self, _staff: StaffAccount) -> None:
        self.entrance.leave()
        self.pages.show("queue")
        self.idle.start()
        self.clock.start()

    @Slot(str)
    def _on_locked(self, login: str) -> None:
        """Take everything off the screen."""
        self.idle.stop()
        self.clock.stop()
        self.toasts.hide()
        self.entrance.locked_by, self.undone = login, ""
        self.pages.forget()
        self.calls.forget()
        self.notices.forget()
        self.ticket_side.forget()
        self.entrance.show()

    @Slot(object)
    def _on_refused(self, failure: Failure) -> None:
        """Say it where it was asked for, else under the bar."""
        if failure.act == SIGN_IN or self.controller.staff is None:
            self.entrance.tell(failure.error)
            return
        sides = (self.verify_side, self.ticket_side, self.pages.fleet)
        is_told = any(side.tell(failure) for side in sides)
        if not (is_told or any(report.tell(failure) for report in self.pages.reports.values())):
            self.notices.tell(failure)

    @Slot(object)
    def _on_decided(self, request: Request) -> None:
        self.undone = request.reference if request.state is State.WAITING else ""

    @Slot(object)
    def _on_moved(self, dossier: Dossier) -> None:
        """Say so where an approval was taken back that another desk was carrying out at that moment."""
        if dossier.request.reference == self.undone and Cause.NOT_LOCKED in dossier.causes:
            self.toasts.hide()
            self.notices.tell_open_already()
        self.undone = ""

    @Slot(str)
    def _on_open(self, reference: str) -> None:
        self.pages.go_to("queue")
        self.controller.open(reference)

    @Slot()
    def _on_help(self) -> None:
        view = HelpView(self.scene.theme, tuple(self.scene.languages), self.pages.offered)
        dialog = HelpDialog(self.scene.stage(), view)
        dialog.theme_chosen.connect(self._on_theme)
        dialog.language_chosen.connect(self._on_language)
        dialog.closed.connect(self._on_dialog_closed)
        self.scene.ask(dialog)

    @Slot()
    def _on_dialog_closed(self) -> None:
        """Show what came while it was open."""
        self.window.close_dialog()
        self.request_side.show_what_waits()
        self.notices.show()
        self._on_resized()

    @Slot()
    def _on_resized(self) -> None:
        """Fit words and parts to the window's size; a question that is open is answered first."""
        if self.window.dialog is None and self.scene.is_refitted():
            self.dress()

    @Slot(str)
    def _on_theme(self, theme: str) -> None:
        self.scene.theme = Theme(theme)
        self.dress()

    @Slot(str)
    def _on_language(self, language: str) -> None:
        self.scene.language = language
        self.dress()

    @Slot()
    def _on_closed(self) -> None:
        self.close()

    @Slot(str)
    def _on_key(self, what: str) -> None:
        if self.controller.staff is None:
            return
        match what:
            case "lock":
                self.lock()
            case "help":
                self._on_help()
            case "go":
                self.calls.press()
            case "close":
                if not self.notices.dismiss():
                    self.pages.escape()
            case _:
                self.pages.press(what)
