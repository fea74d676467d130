"""How long things may take on a terminal, in milliseconds; tests hand in short ones."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """quiet: without a touch, until the screen asks whether someone is there; patient: after "more time".

    seconds: how many the countdown has, 20 or more (WCAG 2.2.1). second: how long one of them is.
    warm_up: from the start until what reads frames is loaded: the first screen is there by then, and nobody has come.
    retry: between two looks at whether what was away is back. call: at whether somebody answers a call for staff.
    clock: at the clock on the wall.
    settle: how long another screen takes no touch, since a second touch follows the first within half a second.
    """

    quiet: int = 60_000
    patient: int = 180_000
    seconds: int = 30
    second: int = 1_000
    warm_up: int = 1_000
    retry: int = 20_000
    call: int = 3_000
    clock: int = 5_000
    settle: int = 400
