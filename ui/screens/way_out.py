"""No request: a person helps. After a failure, the same sentence whatever the reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.parts.actions import primary, secondary
from ui.parts.arrange import column
from ui.parts.door_facts import OfficeView, door_facts
from ui.parts.fact import fact
from ui.parts.pages import Pages
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface
from ui.stage import Stage

ICONS = {
    "bring_identity_document": "passport",
    "bring_student_card": "card",
    "bring_enrolment_certificate": "form",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOutView:
    """bring: codes of kiosk.triage.advice that name papers; others are passed over.

    is_directed: they came here by choice or without a paper, so that nothing has failed and they may go back.
    """

    office: OfficeView
    bring: Sequence[str] = ("bring_identity_document", "bring_student_card")
    is_directed: bool = False


class WayOutScreen(Surface):
    """Emits finished(); again() after a failure; went_back() where they were only directed."""

    finished = Signal()
    again = Signal()
    went_back = Signal()

    def __init__(self, stage: Stage, view: WayOutView) -> None:
        super().__init__("screen")
        look, words = stage.look, stage.words
        is_roomy = not stage.is_wide
        papers = [
            fact(look, ICONS[code], words(f"way_out.{code}"), tone="brick", is_roomy=is_roomy)
            for code in view.bring
            if code in ICONS
        ]
        done = primary(look, words("go.finish"), "check")
        done.tapped.connect(self.finished)
        if view.is_directed:
            other = secondary(look, words("go.back"), "back")
            other.tapped.connect(self.went_back)
        else:
            other = secondary(look, words("way_out.again"), "turn")
            other.tapped.connect(self.again)
        sheet = Sheet(
            stage,
            question=words("way_out.question"),
            says=words("way_out.directed_says" if view.is_directed else "way_out.says"),
            body=Pages(stage, [*door_facts(stage, view.office, is_roomy=is_roomy), *papers], is_card=True),
            main=done,
            others=[other],
        )
        self.setLayout(column(sheet))
