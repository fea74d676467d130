"""Screens differ: the terminal is drawn for 1080 x 1920 pixels, and a finger needs 20 mm on each of them."""

import os
import subprocess
import sys
from collections.abc import MutableMapping
from dataclasses import dataclass

SHORT, LONG = 1080, 1920  # pixels that every screen of the terminal is drawn for, upright or wide
TOUCH = 112  # pixels of what is touched, at least: size.touch in tokens.toml
FINGER_MM = 20.0
INCH_MM = 25.4
LEAST_INCHES = 15.5  # across: a 16:9 screen on which 112 of 1920 pixels are 20 mm
FACTOR = "QT_SCALE_FACTOR"
MEASURE = (
    "from PySide6.QtGui import QGuiApplication as A; a = A([]); s = a.primaryScreen();"
    "print(s.size().width(), s.size().height(), s.physicalSize().width(), s.physicalSize().height())"
)


Asking = subprocess.Popen[str]


@dataclass(frozen=True, slots=True)
class Screen:
    """In pixels, and in millimetres as the screen says of itself: 0 where it doesn't."""

    width: int
    height: int
    width_mm: float = 0.0
    height_mm: float = 0.0

    @property
    def factor(self) -> float:
        """Return how much larger or smaller everything must be drawn for this screen."""
        short, long = sorted((self.width, self.height))
        return min(short / SHORT, long / LONG)

    @property
    def touch_mm(self) -> float | None:
        """Return how high the smallest target is on the glass; None where nobody knows."""
        if self.height_mm <= 0:
            return None
        return TOUCH * self.factor * self.height_mm / self.height


def too_small(screen: Screen) -> str:
    """Return a sentence where a finger has too little room, else nothing."""
    touch = screen.touch_mm
    if touch is None or touch >= FINGER_MM:
        return ""
    return (
        f"What is touched is {touch:.0f} mm high on this screen, and {FINGER_MM:.0f} mm are needed: "
        f"use one of {LEAST_INCHES} inches or more."
    )


def ask_for_screen() -> Asking:
    """Ask another process for the screen: Qt takes the factor before there is an application. It needs a moment."""
    return subprocess.Popen(
        [sys.executable, "-c", MEASURE], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )


def answered(asking: Asking) -> Screen | None:
    """Wait for the answer. None without a screen."""
    said, _ = asking.communicate()
    if asking.returncode != 0:
        return None
    width, height, width_mm, height_mm = map(float, said.split())
    return Screen(round(width), round(height), width_mm, height_mm)


def fill_screen(screen: Screen, environ: MutableMapping[str, str] = os.environ) -> None:
    """Let Qt draw for this screen, unless somebody already said how."""
    if FACTOR not in environ and screen.factor != 1.0:
        environ[FACTOR] = f"{screen.factor:.3f}"


def fit_to_screen(asking: Asking) -> str:
    """Let Qt draw for the screen that is there; return a sentence if it is too small for fingers, else nothing."""
    screen = answered(asking)
    if screen is None:
        return ""
    fill_screen(screen)
    return too_small(screen)
