"""A part is away, or the desk stopped the terminal: nothing of the visit was kept, and where to go meanwhile."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.parts.arrange import across, column, held
from ui.parts.door_facts import OfficeView, door_facts
from ui.parts.fact import fact
from ui.parts.icon import Icon
from ui.parts.pages import Pages
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface
from ui.stage import Stage


@dataclass(frozen=True, slots=True)
class OutOfOrderView:
    """reset_link: "" where the campus gave none. why: "paused" or "ended" by the desk; "": a part is away."""

    office: OfficeView
    reset_link: str = ""
    why: str = ""


class OutOfOrderScreen(Surface):
    """Emits nothing: the way to staff is in the footer."""

    def __init__(self, stage: Stage, view: OutOfOrderView) -> None:
        super().__init__("screen")
        self.view = view
        look, words = stage.look, stage.words
        ending = f"_{view.why}" if view.why else ""
        blocks: list[QWidget] = door_facts(stage, view.office, is_roomy=True)
        if view.reset_link:
            says = words("out_of_order.reset_says", address=view.reset_link)
            blocks.append(
                fact(look, "key", words("out_of_order.reset"), says, keeps_line=True, is_roomy=True)
            )
        sheet = Sheet(
            stage,
            question=words(f"out_of_order.question{ending}"),
            says=words(f"out_of_order.says{ending}"),
            body=Pages(stage, blocks, is_card=True),
            aside=_sign(stage),
        )
        self.setLayout(column(sheet))


def _sign(stage: Stage) -> QWidget:
    look = stage.look
    sign = Icon(
        look, "warning", px=168 if not look.is_large else 112, colour="warn", tile="warn_tint", is_disc=True
    )
    around = look.space["s"] if not look.is_large else 0
    return held(across(sign, None, margins=(0, around, 0, around)))
