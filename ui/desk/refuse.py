"""Refuse: with a reason that the student will read, word for word."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ui.desk_parts.choice_dialog import ChoiceDialog
from ui.desk_parts.options import Choice
from ui.stage import Stage


@dataclass(frozen=True, slots=True)
class RefuseView:
    """name: whose request. reasons: codes of life.RefusalReason with what the student reads."""

    name: str = field(repr=False)
    reasons: Sequence[Choice]


class RefuseDialog(ChoiceDialog):
    """Emits picked(reason code)."""

    def __init__(self, stage: Stage, view: RefuseView) -> None:
        super().__init__(stage, "refuse", view.name, view.reasons, icon="cross", kind="danger")
