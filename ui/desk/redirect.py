"""Send on: to the office that can help."""

from dataclasses import dataclass, field

from ui.desk_parts.choice_dialog import ChoiceDialog
from ui.desk_parts.options import Choice
from ui.stage import Stage


@dataclass(frozen=True, slots=True)
class RedirectView:
    """doors: where it may go. likely: the one that the cause points to, chosen already, or ""."""

    name: str = field(repr=False)
    doors: tuple[Choice, ...]
    likely: str = ""


class RedirectDialog(ChoiceDialog):
    """Emits picked(door code)."""

    def __init__(self, stage: Stage, view: RedirectView) -> None:
        super().__init__(stage, "redirect", view.name, view.doors, likely=view.likely, icon="send")
