"""Read a printed QR code as a telephone would."""

import cv2
import numpy as np
import zxingcpp

QUIET = 4
SCALE = 8


def scanned(ink: list[list[bool]]) -> str:
    """Return the content of the only code on this paper, one entry a module, True where there is ink."""
    paper = np.where(np.pad(np.array(ink), QUIET), 0, 255).astype(np.uint8)
    picture = cv2.resize(paper, None, fx=SCALE, fy=SCALE, interpolation=cv2.INTER_NEAREST)
    (code,) = zxingcpp.read_barcodes(picture)
    return code.text


def drawn(lines: list[str]) -> list[list[bool]]:
    """Return the ink of lines of half blocks."""
    width = max(map(len, lines))
    rows = (line.ljust(width) for line in lines)
    return [row for line in rows for row in ([c in "▀█" for c in line], [c in "▄█" for c in line])]
