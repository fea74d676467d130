"""The desk's face: ties window, sides and controller together, and takes every key that no field wanted."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from kiosk.desk.figures import Figures
from kiosk.request.request import Request, State
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act
from ui.desk.figures import FiguresPanel
from ui.desk.help import HelpDialog, HelpView
from ui.desk.sign_in import SignInPanel, SignInView
from ui.desk.toast import ToastPanel, ToastView
from ui.desk.top_bar import TopBar, TopBarView
from ui.desk_acts.acts import Failure
from ui.desk_acts.idle_lock import IDLE_MS, IdleLock
from ui.desk_acts.sentences import sentence
from ui.desk_acts.signed_in import SIGN_IN
from ui.desk_face.notices import Notices
from ui.desk_face.queue_side import QueueSide
from ui.desk_face.request_side import RequestSide
from ui.desk_face.scene import Scene
from ui.desk_face.ticket_side import TicketSide
from ui.desk_face.verify_side import VerifySide
from ui.desk_parts.side_by_side import SideBySide
from ui.desk_views.figures import figures_view
from ui.desk_views.rows import holder_name
from ui.tokens import Theme

PAGES = {"queue": Act.QUEUE, "verify": Act.VERIFY_IN_PERSON, "figures": Act.FIGURES}
DECISIONS = ("seen", "approve", "refuse", "redirect", "undo", "retry", "ticket")
CLOCK_MS, TOAST_MS = 10_000, 8_000
TOASTS = {
    State.WAITING: ("warn", "undone"),
    State.APPROVED: ("warn", "approved"),
    State.UNLOCKED: ("ok", "approved_done"),
    State.HANDED_OVER: ("ok", "approved_done"),
    State.FAILED: ("bad", "failed"),
    State.REFUSED: ("ok", "refused"),
    State.REDIRECTED: ("ok", "redirected"),
}


class DeskFace(QObject):
    """One desk on the screen, from the sign-in to its end."""

    def __init__(self, scene: Scene, idle_ms: int = IDLE_MS) -> None:
        super().__init__(scene.window)
        self.scene, self.window, self.controller = scene, scene.window, scene.controller
        self.page = "queue"
        self.locked_by = ""
        self.bar: TopBar | None = None
        self.sign_in: SignInPanel | None = None
        self.figures: Figures | None = None
        self.figures_panel: FiguresPanel | None = None
        self.queue_side, self.request_side = QueueSide(scene, self), RequestSide(scene, self)
        self.ticket_side, self.verify_side = TicketSide(scene, self), VerifySide(scene, self)
        self.notices = Notices(scene, self)
        self.idle = IdleLock(scene.window, idle_ms)
        self.clock, self.toast_time = QTimer(self), QTimer(self)
        self.clock.setInterval(CLOCK_MS)
        self.toast_time.setInterval(TOAST_MS)
        self.toast_time.setSingleShot(True)
        self._listen()
        self.dress()

    def dress(self) -> None:
        """Make everything anew in the present language and look; what was on the screen stays."""
        self.window.dress(self.scene.stage())
        if self.controller.staff is None:
            self._show_sign_in()
        else:
            self._show_page(self.page)

    @Slot()
    def lock(self) -> None:
        self.controller.desk.lock()

    def close(self) -> bool:
        """Stop everything; return whether all ended in time."""
        for timer in (self.clock, self.toast_time):
            timer.stop()
        self.idle.stop()
        return self.controller.finish()

    def _listen(self) -> None:
        window, controller = self.window, self.controller
        window.key_pressed.connect(self._on_key)
        window.closed.connect(self._on_closed)
        controller.desk.signed_in.connect(self._on_signed_in)
        controller.desk.locked.connect(self._on_locked)
        controller.refused.connect(self._on_refused)
        controller.deciding.decided.connect(self._on_decided)
        controller.looking.counted.connect(self._on_counted)
        self.queue_side.opened.connect(self._on_open)
        self.request_side.shown.connect(self.queue_side.mark)
        self.request_side.ticket_asked.connect(self.ticket_side.ask)
        self.request_side.closed.connect(self._on_dialog_closed)
        self.ticket_side.closed.connect(self._on_dialog_closed)
        self.verify_side.open_asked.connect(self._on_open)
        self.verify_side.ticket_made.connect(self.ticket_side.show)
        self.verify_side.ticket_lost.connect(self.ticket_side.ask)
        self.idle.ran_out.connect(self.lock)
        self.clock.timeout.connect(self._on_clock)
        self.toast_time.timeout.connect(self._on_toast_read)

    def _pages(self) -> tuple[str, ...]:
        return tuple(page for page, act in PAGES.items() if self.controller.may(act))

    def _show_sign_in(self, error: str = "") -> None:
        self.bar = None
        self.sign_in = SignInPanel(self.scene.stage(), self._sign_in_view(error))
        self.sign_in.sign_in_asked.connect(self._on_sign_in)
        self.sign_in.other_asked.connect(self._on_other)
        self.sign_in.language_chosen.connect(self._on_language)
        self.window.show_alone(self.sign_in)
        self.sign_in.take_focus()

    def _sign_in_view(self, error: str = "", *, is_busy: bool = False) -> SignInView:
        return SignInView(
            place=self.scene.place.get(self.scene.language, ""),
            locked_by=self.locked_by,
            error=error,
            is_busy=is_busy,
            languages=tuple(self.scene.languages),
        )

    def _show_page(self, page: str) -> None:
        """Show a page that this role may open; an administrator has none but the bar."""
        pages = self._pages()
        self.page = page if page in pages else next(iter(pages), "")
        self._leave_page()
        bar = self._make_bar(pages)
        self.window.show_desk(bar, self._make_page())
        self.notices.show()
        self._take_focus()

    def _leave_page(self) -> None:
        """Let go of the panels that are about to be deleted, and of the person at the counter."""
        if self.page != "verify":
            self.verify_side.end()
        self.figures_panel = None
        self.queue_side.leave()
        self.request_side.leave()

    def _make_bar(self, pages: tuple[str, ...]) -> TopBar:
        clock, day = self._time()
        staff = self.controller.staff
        words = self.scene.words
        who = f"{staff.login} · {words(f'desk.role.{staff.role}')}" if staff else ""
        place = self.scene.place.get(self.scene.language, words("desk.place"))
        view = TopBarView(place=place, who=who, clock=clock, day=day, pages=pages, page=self.page)
        self.bar = TopBar(self.scene.stage(), view)
        self.bar.page_asked.connect(self._on_page)
        self.bar.lock_asked.connect(self.lock)
        self.bar.help_asked.connect(self._on_help)
        return self.bar

    def _make_page(self) -> QWidget:
        match self.page:
            case "queue":
                return SideBySide(self.scene.stage().look, self.queue_side.build(), self.request_side.build())
            case "verify":
                return self.verify_side.build()
            case "figures":
                self.figures_panel = FiguresPanel(self.scene.stage())
                self._show_figures()
                self.controller.looking.count()
                return self.figures_panel
        return QWidget()

    def _take_focus(self) -> None:
        if self.page == "queue":
            self.queue_side.take_focus()
        elif self.page == "verify":
            self.verify_side.take_focus()

    def _time(self) -> tuple[str, str]:
        when = self.scene.when()
        local = when.calendar.local(when.now)
        return when.words.time(local), when.day(when.now)

    def _show_figures(self) -> None:
        if self.figures_panel is not None and self.page == "figures" and self.figures is not None:
            self.figures_panel.show_view(figures_view(self.scene.when(), self.figures))

    @Slot(str, str)
    def _on_sign_in(self, login: str, password: str) -> None:
        if self.controller.desk.sign_in(login, password) and self.sign_in is not None:
            self.sign_in.show_view(self._sign_in_view(is_busy=True))

    @Slot()
    def _on_other(self) -> None:
        self.locked_by = ""
        self._show_sign_in()

    @Slot(object)
    def _on_signed_in(self, _staff: StaffAccount) -> None:
        self.locked_by, self.sign_in = "", None
        self._show_page("queue")
        self.idle.start()
        self.clock.start()

    @Slot(str)
    def _on_locked(self, login: str) -> None:
        """Take everything off the screen."""
        self.idle.stop()
        self.clock.stop()
        self.locked_by, self.figures, self.page = login, None, ""
        self._leave_page()
        self.notices.forget()
        self.queue_side.forget()
        self.ticket_side.forget()
        self._show_sign_in()

    @Slot(object)
    def _on_refused(self, failure: Failure) -> None:
        if failure.act == SIGN_IN or self.controller.staff is None:
            if self.sign_in is not None:
                self.sign_in.show_view(self._sign_in_view(sentence(failure.error, self.scene.words)))
                self.sign_in.take_focus()
        elif not (self.verify_side.tell(failure) or self.ticket_side.tell(failure)):
            self.notices.tell(failure)

    @Slot(object)
    def _on_decided(self, request: Request) -> None:
        """Say what was done."""
        if request.state not in TOASTS or self.controller.staff is None:
            return
        tone, key = TOASTS[request.state]
        said = self.scene.words(f"desk.toast.{key}", name=holder_name(self.scene.words, request))
        toast = ToastPanel(self.scene.stage(), ToastView(tone, said, request.reference))
        self.window.show_toast(toast)
        self.toast_time.start()

    @Slot()
    def _on_toast_read(self) -> None:
        self.window.show_toast(None)

    @Slot(object)
    def _on_counted(self, figures: Figures) -> None:
        self.figures = figures
        self._show_figures()

    @Slot(str)
    def _on_open(self, reference: str) -> None:
        if self.page != "queue":
            self._show_page("queue")
        self.controller.open(reference)

    @Slot(str)
    def _on_page(self, page: str) -> None:
        if page in self._pages() and page != self.page:
            self._show_page(page)

    @Slot()
    def _on_help(self) -> None:
        dialog = HelpDialog(self.scene.stage(), HelpView(self.scene.theme, tuple(self.scene.languages)))
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

    @Slot(str)
    def _on_theme(self, theme: str) -> None:
        self.scene.theme = Theme(theme)
        self.dress()

    @Slot(str)
    def _on_language(self, language: str) -> None:
        self.scene.language = language
        self.dress()

    @Slot()
    def _on_clock(self) -> None:
        if self.bar is not None:
            self.bar.show_time(*self._time())

    @Slot()
    def _on_closed(self) -> None:
        self.close()

    @Slot(str)
    def _on_key(self, what: str) -> None:
        """Do what a key asks for on the page that is shown."""
        if self.controller.staff is None:
            return
        match what:
            case "lock":
                self.lock()
            case "help":
                self._on_help()
            case "close":
                self._on_escape()
            case _ if self.page == "verify" and self.verify_side.outcome is not None and what not in PAGES:
                self.verify_side.press(what)
            case "verify" if self.page == "verify":
                self.verify_side.press(what)
            case "search" if "queue" in self._pages():
                self._on_page("queue")
                self.queue_side.start_search()
            case _ if what in PAGES:
                self._on_page(what)
            case _ if self.page == "queue":
                self._on_queue_key(what)

    def _on_queue_key(self, what: str) -> None:
        if what in DECISIONS:
            self.request_side.press(what)
        else:
            self.queue_side.press(what)

    def _on_escape(self) -> None:
        """Take away what can be: what was told, the search, the request, in this order."""
        if self.notices.dismiss() or self.page != "queue":
            return
        if self.queue_side.is_searching:
            self.queue_side.leave_search()
        elif self.controller.dossier is not None:
            self.controller.close_dossier()
            self.request_side.show()
            self.queue_side.mark("")
