"""An office as rows: where, when, how to reach it. What the campus left out isn't there."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.parts.fact import fact
from ui.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeView:
    """An office in the visitor's language, as the settings write it."""

    name: str
    place: str = ""
    hours: str = ""
    address: str = ""


def door_facts(stage: Stage, office: OfficeView, *, is_roomy: bool = False) -> list[QWidget]:
    """Return a row each, the office's name first."""
    look, words = stage.look, stage.words
    said = [
        ("desk", words.typeset(office.name), words.line(office.place)),
        ("clock", words("door.hours"), words.line(office.hours)),
        ("mail" if "@" in office.address else "phone", words("door.address"), office.address),
    ]
    return [
        fact(look, icon, strong, says, keeps_line=True, is_roomy=is_roomy)
        for icon, strong, says in said
        if says or icon == "desk"
    ]
