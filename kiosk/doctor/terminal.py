"""Can the terminal speak as it is set to, and does its notice say whom to write to?"""

import shutil
from collections.abc import Callable

from kiosk.doctor import Level


def check_terminal(
    speech: str, contact: str | None, find: Callable[[str], str | None] = shutil.which
) -> tuple[Level, str]:
    """Look at what a visitor would miss. speech: "off", or the program that speaks."""
    if speech != "off" and find(speech) is None:
        return Level.WARNING, f"{speech} isn't installed, so that the terminal stays silent: install it."
    if contact is None:
        return (
            Level.WARNING,
            "The notice names no data protection officer: set contact in [data_protection].",
        )
    return Level.OK, "The terminal has what its notice and its voice need."
