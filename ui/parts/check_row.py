"""An outcome in a row: a colour, an icon and a word, and what it was about."""

from PySide6.QtWidgets import QWidget

from ui.parts.arrange import across, column
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.tokens import Look

ICONS = {"ok": "check", "warn": "eye", "bad": "cross", "": "dash"}


class CheckRow(QWidget):
    """tone: "ok", "warn", "bad", or "" for what nobody checked. what: the thing. word: how it came out."""

    def __init__(self, look: Look, tone: str, what: str, word: str, says: str = "") -> None:
        super().__init__()
        self.setAccessibleName(f"{what}: {word}")
        disc = Icon(
            look, ICONS[tone], px=look.size["disc"], colour="surface", tile=tone or "soft", is_disc=True
        )
        lines = [Label(look, what, "strong")]
        if says and not look.is_large:
            lines.append(Label(look, says, "soft"))
        outcome = Label(look, word, "strong", tone=tone, wrap=False)
        if look.is_large:  # the outcome goes under: two columns of large words are two columns of syllables
            body = column(*lines, outcome)
            self.setLayout(across(disc, (body, 1), gap=look.space["m"]))
        else:
            self.setLayout(across(disc, (column(*lines, gap=2), 1), outcome, gap=look.space["m"]))
