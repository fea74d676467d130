"""Verify someone at the counter: card and document to the camera, or the number by scanner; then what is happening."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QResizeEvent

from ui.desk_parts.act import act
from ui.desk_parts.field import line_field, named, text_field
from ui.desk_parts.list_row import Sign
from ui.desk_parts.options import Choice
from ui.desk_parts.scroll import Scroll
from ui.desk_parts.step_row import StepRow
from ui.desk_parts.told_card import ToldCard
from ui.parts.arrange import across, column, held
from ui.parts.camera_panel import CameraPanel
from ui.parts.camera_view import CARD_RATIO
from ui.parts.card import Card
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.surface import Surface
from ui.parts.tick import tick
from ui.stage import Stage

MORE_HINTS = ("waiting_document", "other_side", "not_whole", "not_accepted", "all_read")
FEWEST = 8  # letters of a written reason
TALL = 700  # pixels


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyView:
    """number, document: what was read, in words; "" while it is awaited. edge: why a supervisor must write, or ""."""

    number: str = field(repr=False, default="")
    number_sign: Sign
    document: str = ""
    document_sign: Sign
    edge: str = ""
    is_camera_lost: bool = False
    is_busy: bool = False
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyAnswers:
    """What the person says, and what a supervisor wrote."""

    symptom: str
    urgent: bool
    language: str
    reason: str = field(repr=False, default="")


class VerifyPanel(Surface):
    """Emits number_taken(text, has_card), file_asked(VerifyAnswers), again_asked(), camera_asked()."""

    number_taken = Signal(str, bool)
    file_asked = Signal(object)
    again_asked = Signal()
    camera_asked = Signal()

    def __init__(
        self,
        stage: Stage,
        symptoms: Sequence[Choice],
        view: VerifyView,
        languages: Sequence[str] = ("fr", "en"),
    ) -> None:
        super().__init__("screen")
        self.stage, self.view = stage, view
        look, words = stage.look, stage.words
        self.has_card = True
        self.camera = CameraPanel(stage, "waiting_card", CARD_RATIO, MORE_HINTS)
        self.lost = self._lost_card()
        self.number = line_field(look, words("desk.verify.number_field"))
        self.number.setPlaceholderText(words("desk.verify.number_hint"))
        self.number.returnPressed.connect(self._on_number)
        self.holds = tick(look, words("desk.verify.has_card"))
        self.holds.set_on(True)
        self.holds.tapped.connect(self._on_holds)
        self.told = ToldCard(stage, symptoms, languages)
        self.told.changed.connect(self._show_possible)
        self.symptoms = self.told.symptoms
        self.reason = text_field(look, words("desk.verify.reason"), lines=2)
        self.reason.textChanged.connect(self._show_possible)
        self.card_row, self.document_row = (
            StepRow(stage, "desk.verify.card"),
            StepRow(stage, "desk.verify.document"),
        )
        self.edge = Label(look, "", "strong", tone="warn")
        self.edge_field = held(
            column(self.edge, named(look, words("desk.verify.reason"), self.reason), gap=8)
        )
        self.error, self.why = Label(look, "", "strong", tone="bad"), Label(look, "", "strong", tone="warn")
        self.go = act(stage, words("desk.verify.go"), "check", "", "primary")
        self.go.tapped.connect(self._on_go)
        self.again = act(stage, words("desk.verify.again"), "back")
        self.again.tapped.connect(self.again_asked)
        self._lay_out()
        self.show_view(view)

    def show_view(self, view: VerifyView) -> None:
        """Show what was read so far. What was told and typed stays."""
        self.view = view
        words = self.stage.words
        self.card_row.tell(view.number or words("desk.verify.card_wanted"), view.number_sign)
        self.document_row.tell(view.document or words("desk.verify.document_wanted"), view.document_sign)
        self.camera.waiting = _awaited(view)
        self.camera.show_reading(None)
        self.lost.setVisible(view.is_camera_lost)
        self.camera.setVisible(not view.is_camera_lost)
        self.edge.say(words("desk.verify.reason_says", why=view.edge) if view.edge else "")
        self.edge_field.setVisible(bool(view.edge))
        self.error.say(view.error)
        self.error.setVisible(bool(view.error))
        self._show_possible()

    def show_image(self, image: QImage) -> None:
        self.camera.show_image(image)

    def show_hint(self, hint: str | None) -> None:
        is_all_read = self.camera.waiting == "all_read"
        self.camera.show_reading(None if is_all_read else hint)

    def take_focus(self) -> None:
        """Be ready for the hand scanner."""
        self.number.setFocus()

    def forget(self) -> None:
        """Drop everything of the person who was here."""
        self.camera.forget()
        self.number.clear()
        self.reason.clear()
        self.told.forget()

    @property
    def answers(self) -> VerifyAnswers:
        """Return what the person said so far, and what a supervisor wrote."""
        return VerifyAnswers(
            symptom=self.told.symptom,
            urgent=self.told.is_urgent,
            language=self.told.language,
            reason=self.reason.toPlainText().strip() if self.view.edge else "",
        )

    def answer(self, answers: VerifyAnswers) -> None:
        """Fill in what was said before."""
        self.told.answer(answers.symptom, answers.language, is_urgent=answers.urgent)
        self.reason.setPlainText(answers.reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.says.setVisible(self.height() >= TALL)  # a low window needs its height for the camera
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        look, words = self.stage.look, self.stage.words
        gap, side = look.space["s"], look.space["m"]
        typed = across((self.number, 3), (self.holds, 2), gap=gap)
        read = Card(look, self.card_row, typed, self.document_row, gap=12, pad=16)
        inside = held(column(read, self.edge_field, self.told, None, gap=gap, margins=(side, 0, side, 8)))
        rows = Scroll(inside, look.colour["ground"])
        acts = across((self.go, 3), (self.again, 2), gap=gap)
        foot = Surface("foot", column(self.error, self.why, acts, gap=8, margins=(side, 10, side, 16)))
        self.says = Label(look, words("desk.verify.says"), "soft")
        head = column(
            Label(look, words("desk.verify.title"), "h1"),
            self.says,
            margins=(side, 16, side, 12),
        )
        left = column(head, (held(column((self.camera, 1), self.lost, margins=(side, 0, 0, side))), 1))
        self.setLayout(across((left, 1), (held(column(16, (rows, 1), foot)), 1)))

    def _lost_card(self) -> Card:
        look, words = self.stage.look, self.stage.words
        again = act(self.stage, words("desk.verify.camera_again"), "camera")
        again.tapped.connect(self.camera_asked)
        picture = Icon(look, "warning", px=72, colour="surface", tile="warn", is_disc=True)
        return Card(
            look,
            None,
            across(None, picture, None),
            Label(look, words("desk.verify.camera_lost"), "h2", tone="warn", align="center"),
            Label(look, words("desk.verify.camera_lost_says"), "body", align="center"),
            across(None, (again, 2), None),
            None,
            tone="warn",
        )

    def _show_possible(self, *_: object) -> None:
        lacking = self._lacking()
        words = self.stage.words
        self.go.set_off(bool(lacking) or self.view.is_busy)
        said = "busy" if self.view.is_busy else lacking or "ready"
        self.why.say(words(f"desk.verify.{said}"))

    def _lacking(self) -> str:
        """Return the key of what is missing, "" when nothing is."""
        view = self.view
        if not view.number and not view.document:
            return "missing_both"
        if not view.number or not view.document:
            return "missing_document" if view.number else "missing_number"
        if not self.told.symptom:
            return "missing_symptom"
        is_short = len(self.reason.toPlainText().strip()) < FEWEST
        return "missing_reason" if view.edge and is_short else ""

    def _on_number(self) -> None:
        text = self.number.text().strip()
        self.number.clear()
        if text:
            self.number_taken.emit(text, self.has_card)

    def _on_holds(self) -> None:
        self.has_card = not self.has_card
        self.holds.set_on(self.has_card)

    def _on_go(self) -> None:
        self.file_asked.emit(self.answers)


def _awaited(view: VerifyView) -> str:
    """Return the hint for what is to be shown next."""
    if view.number and view.document:
        return "all_read"
    return "waiting_document" if view.number else "waiting_card"
