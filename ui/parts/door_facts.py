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


def door_facts(stage: Stage, office: OfficeView) -> list[QWidget]:
    """Return a row each, the office's name first."""
    look, words = stage.look, stage.words
    rows = [fact(look, "desk", words.typeset(office.name), words.typeset(office.place), keeps_line=True)]
    if office.hours:
        rows.append(fact(look, "clock", words("door.hours"), words.typeset(office.hours), keeps_line=True))
    if office.address:
        rows.append(fact(look, "phone", words("door.address"), office.address, keeps_line=True))
    return rows
