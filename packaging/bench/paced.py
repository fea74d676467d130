"""Videos that play as a webcam does."""

import time
from dataclasses import replace
from pathlib import Path

from kiosk.camera.pictures import Pictures

RATE = 30  # frames a second


class Paced:
    """Videos at the rate of a webcam."""

    is_live = True

    def __init__(self, campus: Path) -> None:
        self.open = lambda: Pictures(sorted((campus / "videos").glob("*document*")))
        self.camera, self.due, self.index = self.open(), time.monotonic(), 0

    def read(self):
        frame = self.camera.read()
        if frame is None:
            self.camera = self.open()
            frame = self.camera.read()
        self.due = max(self.due + 1 / RATE, time.monotonic())
        time.sleep(max(self.due - time.monotonic(), 0))
        self.index += 1
        return replace(frame, index=self.index, taken_at=time.monotonic())

    def close(self) -> None:
        self.camera.close()
