"""The strip beside the terminal of a demonstration: choose which student walks up."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtWidgets import QScrollArea

from ui.demonstration.cast import Student
from ui.parts.arrange import column, held
from ui.parts.label import Label
from ui.parts.surface import Surface
from ui.parts.tap import Tap
from ui.stage import Stage
from ui.stylesheet import stylesheet

WIDTH = 420


class Strip(Surface):
    """Emits walked_up(Student)."""

    walked_up = Signal(object)

    def __init__(self, stage: Stage, cast: Sequence[Student]) -> None:
        super().__init__("window")
        self.cast = {student.number: student for student in cast}
        self.mapper = QSignalMapper(self)
        self.mapper.mappedString.connect(self._on_touched)
        self.taps = {student.number: self._tap(stage, student) for student in cast}
        look, words = stage.look, stage.words
        people = QScrollArea()
        people.setWidgetResizable(True)
        people.setWidget(held(column(*self.taps.values(), None, gap=look.space["xs"])))
        side = look.space["s"]
        self.setLayout(
            column(
                Label(look, words("demonstration.question"), "h1"),
                Label(look, words("demonstration.says"), "body"),
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
        says = " · ".join(filter(None, (student.account, words(f"demonstration.{student.verdict}"))))
        lines = column(Label(look, name, "strong"), Label(look, says, "label"))
        tap = Tap(look, (lines, 1), kind="row", name=f"{name}. {says}")
        self.mapper.setMapping(tap, student.number)
        tap.tapped.connect(self.mapper.map)
        return tap

    def _on_touched(self, number: str) -> None:
        for each, tap in self.taps.items():
            tap.set_on(each == number)
        self.walked_up.emit(self.cast[number])
