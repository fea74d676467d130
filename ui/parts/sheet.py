"""How every terminal screen is laid out: the question, what there is to read or choose, what to do about it.

Upright: one column, what is touched in the lower half. Wide: the question stands left under the step bar with the
quiet actions at its foot, what is touched or taken away stands right.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.parts.arrange import Thing, across, column
from ui.parts.label import Label
from ui.parts.step_bar import step_bar
from ui.parts.surface import Surface
from ui.stage import Stage

LEFT, RIGHT = 8, 11  # shares of a wide screen


class Sheet(Surface):
    """A screen's content. main: the one primary action. others: quiet ones. says: dropped for large words."""

    def __init__(
        self,
        stage: Stage,
        *,
        question: str,
        says: str = "",
        step: int | None = None,
        body: QWidget | None = None,
        main: QWidget | None = None,
        others: Sequence[QWidget] = (),
        aside: QWidget | None = None,
        is_even: bool = False,
    ) -> None:
        super().__init__("screen")
        self.stage = stage
        look = stage.look
        head = self._head(question, says, step)
        side = look.size["margin"]
        if stage.is_wide:
            foot = self._side_by_side(others)
            left = column(*head, None, *([aside] if aside else []), *foot, gap=look.space["s"])
            right = column((body, 1) if body else None, *([main] if main else []), gap=look.space["m"])
            shares = (1, 1) if is_even or look.is_large else (LEFT, RIGHT)
            inner = across((left, shares[0]), (right, shares[1]), gap=88)
        else:
            acts = [*([main] if main else []), *self._side_by_side(others)]
            rest: list[Thing] = [look.space["s"], (body, 1) if body else None, look.space["xs"]]
            inner = column(*head, *rest, *([aside] if aside else []), *acts, gap=look.space["s"])
        top = look.space["m"] if step is not None else look.space["l"]
        inner.setContentsMargins(side, top, side, look.space["l"] if not stage.is_wide else look.space["m"])
        self.setLayout(inner)

    def _head(self, question: str, says: str, step: int | None) -> list[Thing]:
        look = self.stage.look
        head: list[Thing] = []
        if step is not None:
            head += [step_bar(self.stage, step), look.space["xs"] if look.is_large else look.space["m"]]
        head.append(Label(look, _flowing(question) if look.is_large else question, "h1"))
        if says and not look.is_large:
            head.append(Label(look, says, "lead"))
        return head

    def _side_by_side(self, others: Sequence[QWidget]) -> list[QBoxLayout]:
        """Return quiet actions in one row; large words need a row each."""
        if not others:
            return []
        look = self.stage.look
        if look.is_large:
            return [column(*others, gap=look.space["s"])]
        shares: list[Thing] = [(tap, len(tap.accessibleName()) + 8) for tap in others]
        return [across(*shares, gap=look.space["s"])]


def _flowing(question: str) -> str:
    """Return a heading without the breaks that were made for its usual size."""
    return question.replace("\n", " ")
