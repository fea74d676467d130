"""How an unsteady hand moves a card before a camera, and what the lens makes of it."""

from dataclasses import dataclass
from math import cos, exp, pi, sin, tau
from random import Random

import numpy as np
import numpy.typing as npt

ARRIVED_S = 0.55  # the hand has come in
STEADY_S = 1.0  # it has settled; from here it is held nearly still
Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """Where the middle of the card is, in pixels of the frame, and how it is turned, in radians."""

    x: float
    y: float
    scale: float
    turn: float
    tilt_x: float
    tilt_y: float

    def matrix(self, middle: tuple[float, float]) -> Matrix:
        """Return the (3, 3) perspective from a flat picture with this middle to the frame."""
        distance = 1900.0  # pixels from the lens: tilts of a few degrees show, no more
        to_middle = np.array([[1, 0, -middle[0]], [0, 1, -middle[1]], [0, 0, 1.0]])
        across, along = cos(self.turn) * self.scale, sin(self.turn) * self.scale
        turned = np.array([[across, -along, 0], [along, across, 0], [0, 0, 1.0]])
        tilted = np.array(
            [[1, 0, 0], [0, 1, 0], [sin(self.tilt_y) / distance, sin(self.tilt_x) / distance, 1.0]]
        )
        placed = np.array([[1, 0, self.x], [0, 1, self.y], [0, 0, 1.0]])
        return np.asarray(placed @ tilted @ turned @ to_middle)


class UnsteadyHand:
    """A smooth random movement, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        dice = Random(f"hand/{seed}")
        self._waves = [
            [
                (dice.uniform(0.5, 1) / order, dice.uniform(0.7, 1.3) * order, dice.uniform(0, tau))
                for order in (1, 2, 4)
            ]
            for _ in range(6)
        ]
        self._rest = Pose(
            x=dice.uniform(-14, 14),
            y=dice.uniform(-8, 8),
            scale=dice.uniform(0.97, 1.02),
            turn=dice.uniform(-0.045, 0.045),
            tilt_x=dice.uniform(-0.1, 0.1),
            tilt_y=dice.uniform(-0.1, 0.1),
        )
        self._focus_phase = dice.uniform(0, pi)

    def pose(self, seconds: float) -> Pose:
        """Return the pose relative to the middle of the frame."""
        away = max(0.0, 1 - seconds / ARRIVED_S) ** 2
        swing = 0.09 + 0.91 * exp(-((max(0.0, seconds - 0.15) / 0.42) ** 2))
        rest, (x, y, scale, turn, tilt_x, tilt_y) = self._rest, (self._wave(at, seconds) for at in range(6))
        return Pose(
            x=rest.x - 1150 * away + 26 * swing * x,
            y=rest.y + 420 * away + 20 * swing * y,
            scale=rest.scale * (1 - 0.16 * away + 0.05 * swing * scale),
            turn=rest.turn - 0.3 * away + 0.08 * swing * turn,
            tilt_x=rest.tilt_x + 0.25 * swing * tilt_x,
            tilt_y=rest.tilt_y + 0.25 * swing * tilt_y,
        )

    def defocus(self, seconds: float) -> float:
        """Return the blur of a lens that hunts for the new distance, as a Gaussian's sigma in pixels."""
        hunting = exp(-2.6 * max(0.0, seconds - 0.3)) * abs(cos(7.5 * seconds + self._focus_phase))
        return 0.55 + 4.2 * hunting * (seconds < STEADY_S + 0.25)

    def _wave(self, at: int, seconds: float) -> float:
        return sum(share * sin(tau * beat * seconds + phase) for share, beat, phase in self._waves[at])
