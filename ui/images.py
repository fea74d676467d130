"""From a camera's pixels to a picture that Qt can paint."""

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage


def to_qimage(bgr: npt.NDArray[np.uint8]) -> QImage:
    """Copy a (H, W, 3) uint8 BGR array into an image that owns its pixels.

    Rows may be further apart than they are long (a cut-out of a picture); pixels may not.
    """
    height, width, _ = bgr.shape
    rows = bgr if bgr.strides[1:] == (3, 1) and bgr.strides[0] > 0 else np.ascontiguousarray(bgr)
    shared = QImage(rows.data, width, height, rows.strides[0], QImage.Format.Format_BGR888)
    return shared.copy()  # the array may go away, or be written to by the next frame
