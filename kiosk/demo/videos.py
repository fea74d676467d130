"""Cards and documents as a camera over a desk sees them being shown: an unsteady hand, a lens that hunts."""

from collections.abc import Iterable, Iterator
from math import sin
from pathlib import Path

import numpy as np

from kiosk.demo.desk import desk
from kiosk.demo.hand import held, page_left
from kiosk.demo.lens import defocused, glared, grainy, lit, smeared
from kiosk.demo.motion import Pose, UnsteadyHand
from kiosk.demo.sheet import PX_PER_MM
from kiosk.errors import Refused
from kiosk.reading.frame import Pixels
from kiosk.reading.opencv import cv2

WIDTH, HEIGHT = 1280, 720
FPS = 15
SECONDS = 2.4
LARGEST = (1000, 640)  # how large a person lets a document grow in the frame, in pixels
NEAREST = 10.6  # pixels a millimetre: nobody holds a card nearer
EXPOSURE = 0.4  # of the time between two frames


def hold_to_camera(
    picture: Pixels, seed: int, seconds: float = SECONDS, fps: float = FPS
) -> Iterator[Pixels]:
    """Yield (720, 1280, 3) uint8 BGR frames: a hand brings the picture, settles, and holds it still for over 1 s."""
    width = _width(picture)
    sprite = held(picture, width, seed)
    middle = (page_left(width) + width / 2, picture.shape[0] * width / picture.shape[1] / 2)
    hand, ground = UnsteadyHand(seed), desk(WIDTH, HEIGHT, seed % 3)
    before = hand.pose(-1 / fps)
    for index in range(round(seconds * fps)):
        moment = index / fps
        pose = hand.pose(moment)
        frame = _laid(ground, sprite, pose, middle)
        frame = smeared(frame, (pose.x - before.x) * EXPOSURE, (pose.y - before.y) * EXPOSURE)
        frame = defocused(frame, hand.defocus(moment))
        yield grainy(_in_light(frame, seed, moment), seed + index)
        before = pose


def record(frames: Iterable[Pixels], path: Path, fps: float = FPS) -> None:
    """Write frames as an MJPG video. Raises Refused if the file can't be written."""
    code = cv2.VideoWriter.fourcc(*"MJPG")
    # OpenCV's own MJPG writer ignores the quality asked for and makes files three times as large.
    film = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, code, fps, (WIDTH, HEIGHT))
    if not film.isOpened():
        raise Refused("The video can't be written: check that the folder exists and has room.")
    for frame in frames:
        film.write(frame)
    film.release()


def _width(picture: Pixels) -> int:
    """Return how wide the picture appears: as near as it fits."""
    rows, columns = (float(side) for side in picture.shape[:2])
    return round(min(LARGEST[0], LARGEST[1] * columns / rows, columns / PX_PER_MM * NEAREST))


def _laid(ground: Pixels, sprite: Pixels, pose: Pose, middle: tuple[float, float]) -> Pixels:
    """Return the ground with the sprite over it."""
    centred = np.array([[1, 0, WIDTH / 2], [0, 1, HEIGHT / 2], [0, 0, 1.0]])
    over = cv2.warpPerspective(sprite, centred @ pose.matrix(middle), (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR)
    see_through = 255 - over[:, :, 3]
    clear = cv2.merge([see_through, see_through, see_through])
    return np.asarray(
        cv2.add(cv2.multiply(ground, clear, scale=1 / 255), cv2.cvtColor(over, cv2.COLOR_BGRA2BGR))
    )


def _in_light(frame: Pixels, seed: int, moment: float) -> Pixels:
    """Return the frame as the light changes, and as a glare passes while the hand settles."""
    frame = lit(frame, 0.95 + 0.05 * sin(2.1 * moment + seed), 0.03 * sin(seed))
    strength = 0.75 * max(0.0, 1 - abs(moment - 0.95) / 0.45)
    if strength == 0:
        return frame
    return glared(frame, WIDTH * (0.1 + 0.7 * moment), HEIGHT * (0.3 + 0.05 * (seed % 5)), 130, strength)
