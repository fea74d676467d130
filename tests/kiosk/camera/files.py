"""Pictures and videos written for a test."""

import numpy as np

from kiosk.reading.opencv import cv2


def write_picture(path, pixels=None):
    """Write a picture; its kind is the name's ending."""
    shown = np.full((40, 60, 3), 120, np.uint8) if pixels is None else pixels
    assert cv2.imwrite(str(path), shown)
    return path


def write_video(path, frames=4, size=(64, 48)):
    """Write a video whose frames grow lighter."""
    writer = cv2.VideoWriter(
        str(path), cv2.VideoWriter_fourcc(*("mp4v" if path.suffix in {".mp4", ".mov"} else "MJPG")), 10, size
    )
    for light in range(frames):
        writer.write(np.full((size[1], size[0], 3), 40 + 40 * light, np.uint8))
    writer.release()
    return path
