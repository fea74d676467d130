"""How a document moves before the camera: brought in, held by an unsteady hand, moved nearer, taken away."""

from dataclasses import dataclass
from math import cos, exp, radians, sin, tau

import numpy as np

from kiosk.demo.motion import Pose

ENTRIES = ((-1, 0.25), (1, 0.2), (0, 1), (0, -1), (-0.7, 0.7))  # whence the hand comes, in frames


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """One showing of a document. Seconds, pixels of a 1280x720 frame, radians.

    start, leave: when it comes and goes. rest: where it is held. tremor, sway: amplitudes of fast and slow movement.
    """

    start: float
    leave: float
    rest: Pose
    come_s: float
    go_s: float
    entry: tuple[float, float]
    exit: tuple[float, float]
    tremor: float
    sway: float
    waves: np.ndarray
    shift_at: float
    shift: Pose

    def pose(self, moment: float) -> Pose:
        """Return where the document's middle is, in pixels from the frame's own middle."""
        away = max(0.0, 1 - (moment - self.start) / self.come_s) ** 2
        gone = max(0.0, (moment - self.leave) / self.go_s) ** 2
        settling = 1 + 2.5 * exp(-((max(0.0, moment - self.start) / (1.1 * self.come_s)) ** 2))
        x, y, scale, turn, tilt_x, tilt_y = (self._wave(axis, moment) * settling for axis in range(6))
        moved = 1 / (1 + exp(-12 * (moment - self.shift_at)))
        return Pose(
            x=self.rest.x + 1500 * (self.entry[0] * away + self.exit[0] * gone) + x + moved * self.shift.x,
            y=self.rest.y + 900 * (self.entry[1] * away + self.exit[1] * gone) + y + moved * self.shift.y,
            scale=self.rest.scale
            * (1 - 0.12 * away)
            * (1 + 0.002 * scale)
            * (1 + moved * (self.shift.scale - 1)),
            turn=self.rest.turn - 0.25 * away + 0.002 * turn + moved * self.shift.turn,
            tilt_x=self.rest.tilt_x + 0.006 * tilt_x + 0.3 * away,
            tilt_y=self.rest.tilt_y + 0.006 * tilt_y - 0.2 * gone,
        )

    def _wave(self, axis: int, moment: float) -> float:
        slow, fast = self.waves[axis, :2], self.waves[axis, 2:]
        swaying = sum(share * sin(tau * beat * moment + phase) for share, beat, phase in slow)
        trembling = sum(share * sin(tau * beat * moment + phase) for share, beat, phase in fast)
        return float(self.sway * swaying + self.tremor * trembling)

    def is_near(self, moment: float) -> bool:
        """Say whether the document is anywhere near the frame."""
        return self.start <= moment <= self.leave + self.go_s


def draw_hold(
    rng: np.random.Generator, start: float, seconds: float, share_px: float, size: tuple[float, float]
) -> Hold:
    """Return a random showing.

    share_px: the zone's length in sprite pixels. size: the document's, in sprite pixels.
    """
    turn = float(rng.choice([0, 0, 0, 0, 0, 0, 0, 180, 90, 270]))
    degrees = turn + float(np.clip(rng.normal(0, 5), -15, 15))
    scale = float(rng.uniform(0.42, 0.9)) * 1280 / share_px
    rest = resting(rng, radians(degrees), scale, size)
    waves = np.stack(
        [
            rng.uniform(0.4, 1, (6, 4)),
            np.tile([0.5, 1.1, 3.5, 8.5], (6, 1)) * rng.uniform(0.7, 1.3, (6, 4)),
            rng.uniform(0, tau, (6, 4)),
        ],
        axis=2,
    )
    moves = rng.random() < 0.25
    shift = Pose(
        x=float(rng.normal(0, 60)) * moves,
        y=float(rng.normal(0, 35)) * moves,
        scale=1 + float(rng.uniform(-0.12, 0.2)) * moves,
        turn=float(rng.normal(0, 0.06)) * moves,
        tilt_x=0,
        tilt_y=0,
    )
    come, go = ENTRIES[rng.integers(len(ENTRIES))], ENTRIES[rng.integers(len(ENTRIES))]
    return Hold(
        start=start,
        leave=start + seconds,
        rest=rest,
        come_s=float(rng.uniform(0.3, 0.8)),
        go_s=float(rng.uniform(0.25, 0.6)),
        entry=come,
        exit=go,
        tremor=float(rng.uniform(0.1, 1.5)),
        sway=float(rng.gamma(2, 4)),
        waves=waves,
        shift_at=start + float(rng.uniform(0.8, 1.6)),
        shift=shift,
    )


def resting(rng: np.random.Generator, turn: float, scale: float, size: tuple[float, float]) -> Pose:
    """Return where a document is held: smaller if turned upright, near the middle, its lower edge mostly in sight."""
    width, height = size
    across = abs(cos(turn)) * width + abs(sin(turn)) * height
    down = abs(sin(turn)) * width + abs(cos(turn)) * height
    scale = min(scale, 1340 / across, 860 / down, 680 / width / max(abs(sin(turn)), 0.3))
    room_x, room_y = max(20.0, (1280 - across * scale) / 2), max(10.0, (720 - down * scale) / 2)
    lift = max(0.0, (down * scale - 700) / 2) * (cos(turn) if abs(cos(turn)) > 0.7 else 0)
    return Pose(
        x=float(rng.uniform(-0.7, 0.7)) * room_x,
        y=float(rng.uniform(-0.7, 0.7)) * room_y - lift,
        scale=scale,
        turn=turn,
        tilt_x=float(rng.normal(0, 0.12)),
        tilt_y=float(rng.normal(0, 0.12)),
    )
