"""The strip beside the terminal of a demonstration: what to do, and which student walks up."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from ui.demonstration.cast import Student
from ui.desk_parts.scroll import Scroll
from ui.parts.arrange import column, held
from ui.parts.label import Label
from ui.parts.surface import Surface
from ui.parts.tap import Tap
from ui.parts.which import Which
from ui.stage import Stage
from ui.stylesheet import stylesheet

WIDTH = 600


class Strip(Surface):
    """Emits walked_up(Student). key: login and password for the desk; a demonstration's are no secret."""

    walked_up = Signal(object)

    def __init__(self, stage: Stage, cast: Sequence[Student], key: tuple[str, str]) -> None:
        super().__init__("window")
        self.cast = {student.number: student for student in cast}
        self.which = Which(self)
        self.which.touched.connect(self._on_touched)
        self.taps = {student.number: self._tap(stage, student) for student in cast}
        look, words = stage.look, stage.words
        steps = words("demonstration.says", login=key[0], password=key[1])
        people = Scroll(held(column(*self.taps.values(), None, gap=look.space["xs"])), look.colour["ground"])
        side = look.space["m"]
        self.setLayout(
            column(
                Label(look, words("demonstration.question"), "h1"),
                *(Label(look, line, "body") for line in steps.split("\n")),
                look.space["s"],
                Label(look, words("demonstration.who"), "h2"),
                (people, 1),
                gap=look.space["s"],
                margins=(side, side, side, side),
            )
        )
        self.setStyleSheet(stylesheet(look))
        self.setFixedWidth(WIDTH)

    def _tap(self, stage: Stage, student: Student) -> Tap:
        look, words = stage.look, stage.words
        name = student.name or words("demonstration.unknown")
        account = words(f"demonstration.account_{student.account}") if student.account else ""
        says = ", ".join(filter(None, (account, words(f"demonstration.{student.verdict}"))))
        lines = column(Label(look, name, "strong"), Label(look, says, "note"))
        tap = Tap(look, (lines, 1), kind="choice", name=f"{name}. {says}")
        self.which.add(tap, student.number)
        return tap

    def _on_touched(self, number: str) -> None:
        for each, tap in self.taps.items():
            tap.set_on(each == number)
        self.walked_up.emit(self.cast[number])
