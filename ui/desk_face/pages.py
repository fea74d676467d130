"""The desk's pages under their bar: which one is shown, who may open which, and what a key means on it."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.staff.permissions import Act
from ui.desk.top_bar import TopBar, TopBarView
from ui.desk_acts.examining import HEALTH, JOURNAL
from ui.desk_face.figures_side import FiguresSide
from ui.desk_face.fleet_side import FleetSide
from ui.desk_face.queue_side import QueueSide
from ui.desk_face.report_side import ReportSide
from ui.desk_face.request_side import RequestSide
from ui.desk_face.scene import Scene
from ui.desk_face.verify_side import VerifySide
from ui.desk_parts.side_by_side import SideBySide
from ui.desk_views.reports import health_view, journal_view

PAGES = {
    "queue": Act.QUEUE,
    "verify": Act.VERIFY_IN_PERSON,
    "figures": Act.FIGURES,
    "health": Act.DOCTOR,
    "journal": Act.JOURNAL,
    "terminals": Act.DEVICES,
}
DECISIONS = ("seen", "approve", "refuse", "redirect", "undo", "retry", "secret", "ticket")


class Pages(QObject):
    """Emits shown(): a page took the place of another. lock_asked, help_asked: on the bar."""

    shown = Signal()
    lock_asked = Signal()
    help_asked = Signal()

    def __init__(self, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self.scene, examining = scene, scene.controller.examining
        self.page = ""
        self.bar: TopBar | None = None
        self.queue, self.request = QueueSide(scene, self), RequestSide(scene, self)
        self.verify, self.figures = VerifySide(scene, self), FiguresSide(scene, self)
        self.fleet = FleetSide(scene, self)
        self.reports = {
            "health": ReportSide(
                scene, HEALTH, examining.look_at_parts, examining.examined, health_view, self
            ),
            "journal": ReportSide(scene, JOURNAL, examining.verify, examining.verified, journal_view, self),
        }
        self.request.shown.connect(self.queue.mark)
        self.request.focus_lost.connect(self.take_focus)
        self.queue.listed.connect(self.request.tell_any)

    @property
    def offered(self) -> tuple[str, ...]:
        """Return the pages that whoever is signed in may open."""
        return tuple(page for page, act in PAGES.items() if self.scene.controller.may(act))

    def show(self, page: str) -> None:
        """Show a page, or the first one that this role may open."""
        offered = self.offered
        self.page = page if page in offered else next(iter(offered), "")
        self.leave()
        self.scene.window.show_desk(self._make_bar(offered), self._make_page())
        self.shown.emit()
        self.take_focus()

    @Slot(str)
    def go_to(self, page: str) -> None:
        """Show another page, if this role may open it."""
        if page in self.offered and page != self.page:
            self.show(page)

    def leave(self) -> None:
        """Let go of the panels that are about to be deleted, and of the person at the counter."""
        if self.page != "verify":
            self.verify.end()
        self.figures.leave()
        self.fleet.leave()
        self.queue.leave()
        self.request.leave()
        for report in self.reports.values():
            report.leave()

    def forget(self) -> None:
        """Take everything off: the desk is locked."""
        self.page, self.bar = "", None
        self.leave()
        self.figures.forget()
        self.fleet.forget()
        self.queue.forget()

    def show_time(self) -> None:
        if self.bar is not None:
            self.bar.show_time(*self._time())

    def press(self, what: str) -> None:
        """Do what a key asks for on the page that is shown."""
        is_told = self.page == "verify" and self.verify.outcome is not None
        if (is_told and what not in PAGES) or (self.page == "verify" and what == "verify"):
            self.verify.press(what)
        elif what == "search" and "queue" in self.offered:
            self.go_to("queue")
            self.queue.start_search()
        elif what in PAGES:
            self.go_to(what)
        elif self.page == "queue":
            (self.request if what in DECISIONS else self.queue).press(what)
        elif self.page == "terminals":
            self.fleet.press(what)
        elif self.page in self.reports:
            self.reports[self.page].press(what)

    def escape(self) -> None:
        """Take away what can be: the search, then the request. Elsewhere leave a field, so that letters are keys."""
        if self.page != "queue":
            self.scene.window.setFocus()
            return
        if self.queue.is_searching:
            self.queue.leave_search()
        elif self.scene.controller.dossier is not None:
            self.scene.controller.close_dossier()
            self.request.show()
            self.queue.mark("")

    @Slot()
    def take_focus(self) -> None:
        if self.page == "queue":
            self.queue.take_focus()
        elif self.page == "verify":
            self.verify.take_focus()
        elif self.page == "terminals":
            self.fleet.take_focus()
        elif self.page in self.reports:
            self.reports[self.page].take_focus()

    def _make_page(self) -> QWidget:
        match self.page:
            case "queue":
                return SideBySide(self.scene.stage().look, self.queue.build(), self.request.build())
            case "verify":
                return self.verify.build()
            case "figures":
                return self.figures.build()
            case "terminals":
                return self.fleet.build()
            case "health" | "journal":
                return self.reports[self.page].build()
        return QWidget()

    def _make_bar(self, offered: tuple[str, ...]) -> TopBar:
        clock, day = self._time()
        staff, words = self.scene.controller.staff, self.scene.words
        view = TopBarView(
            place=self.scene.place.get(self.scene.language, words("desk.place")),
            who=f"{staff.login} · {words(f'desk.role.{staff.role}')}" if staff else "",
            clock=clock,
            day=day,
            pages=offered,
            page=self.page,
        )
        bar = self.bar = TopBar(self.scene.stage(), view)
        bar.page_asked.connect(self.go_to)
        bar.lock_asked.connect(self.lock_asked)
        bar.help_asked.connect(self.help_asked)
        return bar

    def _time(self) -> tuple[str, str]:
        when = self.scene.when()
        local = when.calendar.local(when.now)
        return when.words.time(local), when.day(when.now)
