"""The letters and digits that a reference has."""

from kiosk.request.reference import ALPHABET
from ui.parts.pad import BACK, Keys, Pad
from ui.stage import Stage

COLUMNS = 6


def letter_pad(stage: Stage) -> Pad:
    codes = [*ALPHABET, BACK]
    return Pad(
        stage,
        Keys(
            rows=[codes[start : start + COLUMNS] for start in range(0, len(codes), COLUMNS)],
            role="h2",
            gap="xs",
            names={BACK: stage.words("letters.take_back")},
            accepts=str.isalnum,
        ),
    )
