"""The letters and digits that a reference has."""

from kiosk.request.reference import ALPHABET
from ui.parts.pad import BACK, Keys, Pad
from ui.stage import Stage

COLUMNS, COLUMNS_LOW = 6, 8  # in fewer rows all of them are within reach


def letter_pad(stage: Stage) -> Pad:
    codes = [*ALPHABET, BACK]
    columns = COLUMNS_LOW if stage.is_low else COLUMNS
    return Pad(
        stage,
        Keys(
            rows=[codes[start : start + columns] for start in range(0, len(codes), columns)],
            role="h2",
            gap="xs",
            names={BACK: stage.words("letters.take_back")},
            accepts=str.isalnum,
        ),
    )
