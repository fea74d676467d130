"""The panels in a window without anything behind them: what is asked for is only noted."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ui.desk.confirm import ConfirmDialog
from ui.desk.figures import FiguresView
from ui.desk.help import HelpDialog, HelpView
from ui.desk.notice import NoticePanel, NoticeView
from ui.desk.outcome import OutcomePanel, OutcomeView
from ui.desk.queue import QueueView
from ui.desk.reason import ReasonDialog
from ui.desk.redirect import RedirectDialog
from ui.desk.refuse import RefuseDialog
from ui.desk.report import ReportPanel, ReportView
from ui.desk.request import RequestView
from ui.desk.search import SearchView
from ui.desk.sign_in import SignInPanel, SignInView
from ui.desk.ticket import TicketDialog, TicketView
from ui.desk.toast import ToastPanel, ToastView
from ui.desk.top_bar import TopBarView
from ui.desk.verify import VerifyView
from ui.desk.window import DeskWindow
from ui.desk_gallery.panels import Panels
from ui.desk_gallery.questions import done_view, reason_view, redirect_view, refuse_view, secret_view
from ui.desk_parts.dialog import Dialog
from ui.stage import Stage


class Counter(QObject):
    """Shows views and takes keys as a desk does. asked: every act that came to its end, in order."""

    panels: Panels

    def __init__(self, window: DeskWindow, stage: Stage) -> None:
        super().__init__(window)
        self.window, self.stage = window, stage
        self.asked: list[tuple[object, ...]] = []
        self.request: RequestView | None = None
        self.is_open = False
        window.dress(stage)
        window.key_pressed.connect(self._on_key)

    def show_sign_in(self, view: SignInView) -> SignInPanel:
        panel = SignInPanel(self.stage, view)
        panel.sign_in_asked.connect(lambda login, _: self.asked.append(("sign_in", login)))
        self.window.show_alone(panel)
        panel.take_focus()
        return panel

    def show_desk(self, bar: TopBarView, verify: VerifyView) -> None:
        self.is_open = True
        panels = self.panels = Panels(self.stage, bar, verify)
        panels.queue.opened.connect(lambda reference: self.asked.append(("open", reference)))
        panels.search.opened.connect(lambda reference: self.asked.append(("open", reference)))
        panels.search.search_asked.connect(lambda text: self.asked.append(("search", text)))
        panels.search.left.connect(self.leave_search)
        panels.queue.search_asked.connect(self.show_search)
        panels.request.act_asked.connect(self._on_act)
        panels.verify.number_taken.connect(lambda *what: self.asked.append(("number", *what)))
        panels.verify.file_asked.connect(lambda answers: self.asked.append(("file", answers)))
        panels.bar.page_asked.connect(self.show_page)
        panels.bar.lock_asked.connect(lambda: self.asked.append(("lock",)))
        panels.bar.help_asked.connect(self.show_help)
        self.window.show_desk(panels.bar, panels.holder)
        self.show_page(bar.page)

    def show_page(self, code: str) -> None:
        self.panels.show_page(code)
        if code == "queue":
            self.panels.list.take_focus()
        elif code == "verify":
            self.panels.verify.take_focus()

    def show_queue(self, view: QueueView) -> None:
        self.panels.queue.show_view(view)
        self.panels.request.tell_any(has_any=bool(view.rows))

    def show_request(self, view: RequestView | None) -> None:
        self.request = view
        self.panels.request.show_view(view)
        self.panels.queue.show_opened(view.reference if view else "")

    def show_search(self) -> None:
        self.panels.side.setCurrentWidget(self.panels.search)
        self.panels.search.take_focus()

    def leave_search(self) -> None:
        self.panels.search.forget()
        self.panels.side.setCurrentWidget(self.panels.queue)
        self.panels.queue.take_focus()

    def show_search_results(self, view: SearchView) -> None:
        self.panels.search.show_view(view)

    def show_figures(self, view: FiguresView | None) -> None:
        self.panels.figures.show_view(view)

    def show_report(self, view: ReportView) -> None:
        """Show an examination in the place of every page."""
        self.panels.show_only(ReportPanel(self.stage, view))

    def show_page_of(self, page: QWidget) -> None:
        """Show a page that is made elsewhere."""
        self.panels.show_only(page)

    def ask(self, dialog: Dialog) -> None:
        """Open a question that is made elsewhere."""
        self._open(dialog)

    def show_person(self, view: VerifyView) -> None:
        self.panels.verify.show_view(view)

    def show_image(self, image: QImage) -> None:
        self.panels.verify.show_image(image)

    def show_outcome(self, view: OutcomeView) -> None:
        self.panels.show_outcome(OutcomePanel(self.stage, view))

    def show_notices(self, views: Sequence[NoticeView]) -> None:
        self.window.show_notices([NoticePanel(self.stage, view) for view in views])

    def show_toast(self, view: ToastView) -> ToastPanel:
        toast = ToastPanel(self.stage, view)
        toast.undo_asked.connect(lambda reference: self.asked.append(("undo", reference)))
        self.window.show_toast(toast)
        return toast

    def show_ticket(self, view: TicketView) -> None:
        dialog = TicketDialog(self.stage, view)
        dialog.replace_asked.connect(lambda: self.asked.append(("new ticket", view.reference)))
        dialog.print_asked.connect(lambda: self.asked.append(("print", view.reference)))
        self._open(dialog)

    def show_help(self) -> None:
        self._open(HelpDialog(self.stage, HelpView(theme=self.stage.look.theme)))

    def _on_act(self, code: str, is_seen: bool) -> None:
        view, words = self.request, self.stage.words
        if view is None:
            return
        if code == "refuse":
            refusing = RefuseDialog(self.stage, refuse_view(words, view))
            refusing.picked.connect(lambda reason: self._end("refuse", reason))
            self._open(refusing)
        elif code == "redirect":
            redirecting = RedirectDialog(self.stage, redirect_view(words, view))
            redirecting.picked.connect(lambda door: self._end("redirect", door))
            self._open(redirecting)
        elif code == "approve" and view.needs_reason:
            writing = ReasonDialog(self.stage, reason_view(words))
            writing.written.connect(lambda reason: self._end("approve", is_seen, reason))
            self._open(writing)
        elif code == "secret" or (code == "approve" and view.steps):
            ask = secret_view if code == "secret" else done_view
            confirming = ConfirmDialog(self.stage, ask(words, view))
            confirming.confirmed.connect(lambda: self._end(code, is_seen))
            self._open(confirming)
        elif code == "ticket":
            self.show_ticket(TicketView(reference=view.reference))
        else:
            self.asked.append((code, view.reference, is_seen))

    def _open(self, dialog: Dialog) -> None:
        dialog.closed.connect(self.window.close_dialog)
        self.window.open_dialog(dialog)

    def _end(self, *what: object) -> None:
        self.asked.append(what)
        self.window.close_dialog()

    def _on_key(self, what: str) -> None:
        if not self.is_open:
            return
        if what in ("queue", "verify", "figures"):
            self.show_page(what)
        elif what == "search":
            self.show_search()
        elif what == "help":
            self.show_help()
        elif what == "lock":
            self.asked.append(("lock",))
        elif what == "open":
            self.panels.list.open_chosen()
        elif what in ("next", "before"):
            self.panels.list.step(1 if what == "next" else -1)
        elif what != "close":
            self.panels.request.press(what)
