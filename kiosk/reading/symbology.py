"""The kinds of code that may stand on a card, and one that was seen."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # settings and rules name symbologies without looking at a picture
    import numpy as np
    import numpy.typing as npt


class Symbology(StrEnum):
    """A kind of code, by the name that settings and listings use."""

    CODE_128 = "Code128"
    CODE_39 = "Code39"
    ITF = "ITF"
    CODABAR = "Codabar"
    EAN_13 = "EAN13"
    QR = "QRCode"
    DATA_MATRIX = "DataMatrix"
    AZTEC = "Aztec"
    PDF417 = "PDF417"

    @property
    def is_linear(self) -> bool:
        """True for bars, False for codes of two dimensions."""
        return self not in {Symbology.QR, Symbology.DATA_MATRIX, Symbology.AZTEC, Symbology.PDF417}


@dataclass(frozen=True, slots=True, eq=False)
class Code:
    """A code in a picture.

    text: printable characters only, of bounded length.
    corners: (4, 2) float32 x, y in pixels, clockwise from the code's own top left.
    """

    symbology: Symbology
    text: str = field(repr=False)
    corners: "npt.NDArray[np.float32]"
