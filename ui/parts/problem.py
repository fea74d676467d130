"""What is wrong while a terminal is set up, what to do about it, and word for word what was found."""

from ui.parts.arrange import column, held
from ui.parts.card import Card
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.stage import Stage


def problem_card(stage: Stage, code: str, note: str = "") -> Card:
    """Return the card. code: of set_up.problem_..."""
    look = stage.look
    lines = [Label(look, stage.words(f"set_up.problem_{code}"), "strong", tone="warn")]
    if note:
        lines.append(Label(look, note, "label"))
    said = held(column(*lines, gap=look.space["xs"]))
    return Card(look, Icon(look, "warning", colour="warn"), (said, 1), tone="warn", is_across=True)
