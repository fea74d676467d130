"""Digits in the order of a telephone. The 5 says that it is the middle."""

from ui.parts.pad import BACK, Keys, Pad
from ui.stage import Stage

ROWS = ("123", "456", "789", (None, "0", BACK))


def number_pad(stage: Stage) -> Pad:
    words = stage.words
    return Pad(
        stage,
        Keys(
            rows=ROWS,
            role="key",
            gap="s",
            names={"5": words("number.five"), BACK: words("number.take_back")},
            accepts=str.isdecimal,
        ),
    )
