"""Draw a ticket's QR code: model 2, error correction M, wherever it is printed."""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import segno

CORRECTION = "m"
QUIET = 4  # modules of white around it. Source: ISO/IEC 18004
INK = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def modules(content: str) -> list[list[bool]]:
    """Return the square of modules without its quiet zone; True is ink."""
    return [[bool(module) for module in row] for row in _code(content).matrix]


def as_text(content: str) -> list[str]:
    """Return lines of half blocks, two rows of modules each: for dark ink on white."""
    rows = modules(content)
    if len(rows) % 2:
        rows = [*rows, [False] * len(rows)]
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return [" " * QUIET + "".join(INK[half] for half in zip(*pair, strict=True)) for pair in pairs]


def as_png(content: str) -> bytes:
    """Return a picture that a camera reads, a module six pixels wide."""
    picture = BytesIO()
    _code(content).save(picture, kind="png", scale=6, border=QUIET)
    return picture.getvalue()


def _code(content: str) -> "segno.QRCode":
    import segno

    return segno.make_qr(content, error=CORRECTION, boost_error=False)
