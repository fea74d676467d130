"""The panels of one dressing: made together, in one look and language, and thrown away together."""

from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.desk.figures import FiguresPanel
from ui.desk.outcome import OutcomePanel
from ui.desk.queue import QueuePanel
from ui.desk.request import RequestPanel
from ui.desk.search import SearchPanel
from ui.desk.top_bar import TopBar, TopBarView
from ui.desk.verify import VerifyPanel, VerifyView
from ui.desk_gallery.questions import symptoms
from ui.desk_parts.side_by_side import SideBySide
from ui.stage import Stage


class Panels:
    """page: the pages one over the other. side: queue and search one over the other."""

    def __init__(self, stage: Stage, bar: TopBarView, verify: VerifyView) -> None:
        self.bar = TopBar(stage, bar)
        self.queue, self.search, self.request = QueuePanel(stage), SearchPanel(stage), RequestPanel(stage)
        self.verify = VerifyPanel(stage, symptoms(stage.words), verify)
        self.figures = FiguresPanel(stage)
        self.side_holder, self.holder, self.verify_holder = QWidget(), QWidget(), QWidget()
        self.side, self.page = QStackedLayout(self.side_holder), QStackedLayout(self.holder)
        self.verify_pages = QStackedLayout(self.verify_holder)
        self.outcome: OutcomePanel | None = None
        for panel in (self.queue, self.search):
            self.side.addWidget(panel)
        self.verify_pages.addWidget(self.verify)
        self.pages = {
            "queue": SideBySide(stage.look, self.side_holder, self.request),
            "verify": self.verify_holder,
            "figures": self.figures,
        }
        for page in self.pages.values():
            self.page.addWidget(page)

    @property
    def list(self) -> QueuePanel | SearchPanel:
        """Return whichever list is shown."""
        return self.search if self.side.currentWidget() is self.search else self.queue

    def show_only(self, panel: QWidget) -> None:
        """Show a panel over the pages."""
        self.page.addWidget(panel)
        self.page.setCurrentWidget(panel)

    def show_page(self, code: str) -> None:
        if code in self.pages:
            self.page.setCurrentWidget(self.pages[code])
        self.bar.show_page(code)

    def show_outcome(self, panel: OutcomePanel | None) -> None:
        """Show what a verification came to, in the place of the form; None shows the form."""
        if self.outcome is not None:
            self.verify_pages.removeWidget(self.outcome)
            self.outcome.hide()
            self.outcome.deleteLater()
        self.outcome = panel
        if panel is not None:
            self.verify_pages.addWidget(panel)
            self.verify_pages.setCurrentWidget(panel)
        else:
            self.verify_pages.setCurrentWidget(self.verify)
