"""Someone at the counter: the camera's picture, what was read, what they say, and what it came to."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedLayout, QWidget

from kiosk.desk.ticketing import ticket_of
from kiosk.filing import Filed, TurnedAway
from kiosk.request.ticket import qr_text
from kiosk.triage.words import Symptom
from ui.desk.outcome import OutcomePanel
from ui.desk.verify import VerifyAnswers, VerifyPanel
from ui.desk_acts.acts import Failure
from ui.desk_acts.in_person import FILE, Shown, Told
from ui.desk_acts.sentences import sentence
from ui.desk_face.scene import Scene
from ui.desk_views.person import edge, outcome_view, symptoms, verify_view


class VerifySide(QObject):
    """Emits open_asked(reference), ticket_made(DeskTicket), ticket_lost(request): its first one can't be shown."""

    open_asked = Signal(str)
    ticket_made = Signal(object)
    ticket_lost = Signal(object)

    def __init__(self, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self.scene = scene
        self.edge = self.error = ""
        self.is_camera_lost = False
        self.panel: VerifyPanel | None = None
        self.outcome: OutcomePanel | None = None
        self.came: Filed | TurnedAway | None = None
        self.place: QWidget | None = None
        person = scene.controller.person
        person.image_came.connect(self._on_image)
        person.hinted.connect(self._on_hint)
        person.shown.connect(self._on_shown)
        person.camera_lost.connect(self._on_camera_lost)
        person.filed.connect(self._on_filed)
        scene.controller.desk.acts.busy_changed.connect(self._on_busy)

    def build(self) -> QWidget:
        """Return the page for the next person; the camera opens with it. Dressed anew, it keeps who is there."""
        before, came = self.panel, self.came
        self.place = QWidget()
        self.pages = QStackedLayout(self.place)
        if before is not None:
            self._ask(before.answers)
            self._show()
        elif came is not None:
            self._show_outcome(came)
        else:
            self.begin()
        return self.place

    @Slot()
    def begin(self) -> None:
        """Take the next person: nothing of the one before is kept."""
        self.edge = self.error = ""
        self.is_camera_lost, self.came = False, None
        self._ask()
        self.scene.controller.person.begin()

    @property
    def filed(self) -> Filed | None:
        return self.came if isinstance(self.came, Filed) else None

    def take_focus(self) -> None:
        """Be ready for the hand scanner."""
        if self.panel is not None:
            self.panel.take_focus()

    def press(self, what: str) -> None:
        """Take a key on the outcome's page; on the form, V goes back to the field for the number."""
        if self.outcome is None:
            self.take_focus()
            return
        if what == "verify":
            self.begin()
        elif what == "ticket" and self.filed is not None:
            self._on_ticket()
        elif what == "open" and self.filed is not None:
            self.open_asked.emit(self.filed.request.reference)

    def tell(self, failure: Failure) -> bool:
        """Say on the page why nothing was filed; return False where it was another act."""
        if failure.act != FILE or self.panel is None:
            return False
        words = self.scene.words
        self.edge = edge(words, failure.error) or self.edge
        self.error = sentence(failure.error, words)
        self._show()
        return True

    def end(self) -> None:
        """Leave the page: close the camera, forget the person."""
        self.scene.controller.person.end()
        self.panel = self.outcome = self.came = None
        self.edge = self.error = ""

    def _ask(self, answers: VerifyAnswers | None = None) -> None:
        """Show the form, with what was answered already."""
        words = self.scene.words
        view = verify_view(words, self.scene.controller.person.now)
        panel = self.panel = VerifyPanel(
            self.scene.stage(), symptoms(words), view, tuple(self.scene.languages)
        )
        panel.number_taken.connect(self._on_number)
        panel.file_asked.connect(self._on_file)
        panel.again_asked.connect(self.begin)
        panel.camera_asked.connect(self._on_camera_asked)
        if answers is not None:
            panel.answer(answers)
        self._put(panel)
        self.take_focus()

    def _put(self, page: QWidget) -> None:
        if not isinstance(page, OutcomePanel):
            self.outcome = None
        self.pages.addWidget(page)
        before = self.pages.currentWidget()
        self.pages.setCurrentWidget(page)
        if before is not None and before is not page:
            self.pages.removeWidget(before)
            before.hide()
            before.deleteLater()

    def _show(self) -> None:
        if self.panel is not None:
            controller = self.scene.controller
            view = verify_view(
                self.scene.words,
                controller.person.now,
                edge=self.edge,
                error=self.error,
                is_camera_lost=self.is_camera_lost,
                is_busy=controller.is_deciding,
            )
            self.panel.show_view(view)

    @Slot(QImage)
    def _on_image(self, image: QImage) -> None:
        if self.panel is not None:
            self.panel.show_image(image)

    @Slot(object)
    def _on_hint(self, hint: str | None) -> None:
        if self.panel is not None:
            self.panel.show_hint(hint)

    @Slot(object)
    def _on_shown(self, _shown: Shown) -> None:
        self.error = ""
        self._show()

    @Slot()
    def _on_busy(self) -> None:
        self._show()

    @Slot(object)
    def _on_camera_lost(self, _error: Exception) -> None:
        self.is_camera_lost = True
        self._show()

    @Slot()
    def _on_camera_asked(self) -> None:
        self.is_camera_lost = False
        self._show()
        self.scene.controller.person.open_camera()

    @Slot(str, bool)
    def _on_number(self, text: str, has_card: bool) -> None:
        self.scene.controller.person.take_number(text, has_card=has_card)

    @Slot(object)
    def _on_file(self, answers: VerifyAnswers) -> None:
        told = Told(
            symptom=Symptom(answers.symptom),
            language=answers.language,
            urgent=answers.urgent,
            supervisor_reason=answers.reason or None,
        )
        self.error = ""
        self.scene.controller.person.file(told)

    @Slot(object)
    def _on_filed(self, outcome: Filed | TurnedAway) -> None:
        if self.panel is None:
            return
        self.came = outcome
        self._show_outcome(outcome)

    def _show_outcome(self, came: Filed | TurnedAway) -> None:
        self.panel = None
        panel = self.outcome = OutcomePanel(self.scene.stage(), outcome_view(self.scene.words, came))
        panel.next_asked.connect(self.begin)
        panel.open_asked.connect(self.open_asked)
        panel.ticket_asked.connect(self._on_ticket)
        self._put(panel)
        panel.next.setFocus()

    @Slot()
    def _on_ticket(self) -> None:
        """Show the ticket of what was just filed; of a request that stood before, offer another."""
        if self.filed is None:
            return
        if self.filed.secret is None:
            self.ticket_lost.emit(self.filed.request)
        else:
            kit = self.scene.controller.desk.kit
            self.ticket_made.emit(ticket_of(kit, self.filed.request, qr_text(self.filed.secret)))
