"""How every terminal screen is laid out: the question, what there is to read or choose, what to do about it.

Upright: one column, what is touched in the lower half; with low reach, all of it within that. Wide: the question stands
left under the step bar with the quiet actions at its foot, what is touched or taken away stands right.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.parts.actions import quiet_actions
from ui.parts.arrange import Thing, across, column, held
from ui.parts.heading import heading
from ui.parts.label import Label
from ui.parts.step_bar import step_bar
from ui.parts.surface import Surface, keep_private
from ui.parts.tap import Tap
from ui.stage import Stage, out_of_reach

LEFT, RIGHT = 8, 11  # shares of a wide screen
BETWEEN = 88  # pixels


class Sheet(Surface):
    """A screen's content. main: the one primary action. second: right under it. others: quiet ones.

    says: dropped for large words. aside: stands by the question; is_aside_low: by the actions.
    is_touched: the body is something to touch, not to read.
    is_even: two halves when wide. is_broad: one column even then, for a body that needs the whole width.
    is_personal: what is said is nobody else's business.
    """

    def __init__(
        self,
        stage: Stage,
        *,
        question: str,
        says: str = "",
        step: int | None = None,
        body: QWidget | None = None,
        main: QWidget | None = None,
        second: QWidget | None = None,
        others: Sequence[Tap] = (),
        aside: QWidget | None = None,
        is_aside_low: bool = False,
        is_touched: bool = False,
        is_even: bool = False,
        is_broad: bool = False,
        is_personal: bool = False,
    ) -> None:
        super().__init__("screen")
        self.stage, self.is_personal = stage, is_personal
        self.body: Thing = (body, 1) if body else None
        self.mains, self.others = [tap for tap in (main, second) if tap], list(others)
        self.asides = [aside] if aside else []
        self.is_aside_low = is_aside_low
        self.touched: QWidget | None = None
        look, is_broad = stage.look, is_broad and stage.is_wide
        shares = (1, 1) if is_even or look.is_large else (LEFT, RIGHT)
        left = (look.size["broad"] - BETWEEN) * shares[0] // sum(shares)
        width = look.size["broad"] if is_broad else left if stage.is_wide else look.size["wide"]
        head = self._head(question, says, step, width, is_broad=is_broad)
        if stage.is_low and is_touched:
            inner = self._low(head)
        elif not stage.is_wide:
            inner = self._upright(head)
        else:
            inner = self._broad(head) if is_broad else self._wide(head, shares, left)
        side, top = look.size["margin"], look.space["m"] if step is not None else look.space["l"]
        inner.setContentsMargins(
            side,
            top - 4 if stage.is_wide else top,
            side,
            look.space["l"] if not stage.is_wide else look.space["s"],
        )
        self.setLayout(inner)

    def _upright(self, head: list[Thing]) -> QBoxLayout:
        look = self.stage.look
        first, low = ([], self.asides) if self.is_aside_low else (self.asides, [])
        quiet = quiet_actions(look, self.others, look.size["wide"])
        return column(
            *head,
            look.space["xs"],
            *first,
            self.body,
            *low,
            look.space["xs"],
            *self.mains,
            *quiet,
            gap=look.space["s"],
        )

    def _low(self, head: list[Thing]) -> QBoxLayout:
        """Return what is read, and the rest below: all of that is touched, so that it gets the height within reach."""
        look = self.stage.look
        first, low = ([], self.asides) if self.is_aside_low else (self.asides, [])
        quiet = quiet_actions(look, self.others, look.size["wide"])
        self.touched = held(
            column(self.body, *low, look.space["xs"], *self.mains, *quiet, gap=look.space["s"])
        )
        return column(*head, look.space["xs"], *first, None, self.touched, gap=look.space["s"])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.touched is not None:
            window = self.window()
            end = self.mapTo(window, QPoint(0, self.height() - self.stage.look.space["l"])).y()
            self.touched.setFixedHeight(max(end - out_of_reach(window.height()), 0))

    def _wide(self, head: list[Thing], shares: tuple[int, int], left_width: int) -> QBoxLayout:
        look = self.stage.look
        quiet = quiet_actions(look, self.others, left_width)
        if look.is_large:  # the body needs the whole height
            left = column(*head, *self.asides, None, *self.mains, *quiet, gap=look.space["s"])
            right = column(self.body)
        else:
            first, low = ([], self.asides) if self.is_aside_low else (self.asides, [])
            left = column(*head, *first, None, *quiet, gap=look.space["s"])
            right = column(self.body, *low, *self.mains, gap=look.space["s"])
        return across((left, shares[0]), (right, shares[1]), gap=BETWEEN)

    def _broad(self, head: list[Thing]) -> QBoxLayout:
        """Return one column whose last row holds every action."""
        look = self.stage.look
        acts: list[Thing] = [(tap, 1) for tap in (*self.others, *self.asides, *self.mains)]
        return column(*head, self.body, across(*acts, gap=look.space["m"]), gap=look.space["s"])

    def _head(self, question: str, says: str, step: int | None, width: int, *, is_broad: bool) -> list[Thing]:
        look = self.stage.look
        asked = Label(look, heading(look, question, width) if look.is_large or is_broad else question, "h1")
        if is_broad and step is not None and not look.is_large:
            return [across((asked, 1), (step_bar(self.stage, step), 1), gap=BETWEEN)]
        head: list[Thing] = []
        if step is not None:
            head += [step_bar(self.stage, step), 0 if self.stage.is_brief else look.space["xs"]]
        head.append(asked)
        if says and not self.stage.is_brief:
            line = Label(look, says, "lead")
            head.append(keep_private(line) if self.is_personal else line)
        return head
