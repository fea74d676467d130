"""What a person at the counter says: what is happening, whether it is urgent, which language they read."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from ui.desk_parts.options import Choice, Options
from ui.parts.arrange import across
from ui.parts.card import Card
from ui.parts.label import Label
from ui.parts.segment import Option, Segment
from ui.parts.tick import tick
from ui.stage import Stage


class ToldCard(Card):
    """Emits changed(). symptom "": not said yet."""

    changed = Signal()

    def __init__(self, stage: Stage, symptoms: Sequence[Choice], languages: Sequence[str]) -> None:
        look, words = stage.look, stage.words
        self.first_language = self.language = words.language
        self.languages, self.is_urgent = tuple(languages), False
        self.symptoms = Options(stage, symptoms, columns=2, keys=False)
        self.urgent = tick(look, words("desk.verify.urgent"), "warn")
        tongues = [Option(code, code.upper(), words(f"language.{code}")) for code in languages]
        self.tongue = Segment(look, tongues, self.language)
        super().__init__(
            look,
            Label(look, words("desk.verify.told"), "h2"),
            self.symptoms,
            self.urgent,
            across((Label(look, words("desk.verify.language"), "strong"), 1), self.tongue),
            gap=10,
            pad=look.space["s"],
        )
        self.symptoms.chosen.connect(self.changed)
        self.urgent.tapped.connect(self._on_urgent)
        self.tongue.chosen.connect(self._on_language)

    @property
    def symptom(self) -> str:
        return self.symptoms.now

    def answer(self, symptom: str, language: str, *, is_urgent: bool) -> None:
        self.symptoms.choose(symptom)
        self.is_urgent = is_urgent
        self.urgent.set_on(is_urgent)
        self._on_language(language)

    def forget(self) -> None:
        self.symptoms.clear()
        self.answer("", self.first_language, is_urgent=False)

    def _on_urgent(self) -> None:
        self.is_urgent = not self.is_urgent
        self.urgent.set_on(self.is_urgent)

    def _on_language(self, code: str) -> None:
        self.language = code
        for tap, each in zip(self.tongue.taps, self.languages, strict=True):
            tap.set_on(each == code)
