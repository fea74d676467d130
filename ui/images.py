"""From a camera's pixels to a picture that Qt can paint."""

from PySide6.QtGui import QImage

from kiosk.reading.frame import Pixels


def to_qimage(bgr: Pixels) -> QImage:
    """Copy a (H, W, 3) uint8 BGR array into an image that owns its pixels.

    The stride is always passed: Qt takes rows to begin at multiples of four bytes otherwise.
    """
    height, width, _ = bgr.shape
    rows = bgr if bgr.flags.c_contiguous else bgr.copy()  # a cut-out or mirrored picture isn't
    shared = QImage(rows.data, width, height, rows.strides[0], QImage.Format.Format_BGR888)
    return shared.copy()  # the array may go away, or be written to by the next frame
