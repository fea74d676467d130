"""How densely a desk is laid out: the same on a small laptop as on a large screen, only smaller."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSize

from ui.tokens import Look

# The least size of a window for each share of the sizes in tokens.toml; below the last one nothing shrinks further.
SHARES = ((1.0, QSize(1560, 940)), (0.9, QSize(1400, 840)))
DENSEST = 0.8


def share_for(window: QSize) -> float:
    """Return how large words and parts are in a window of this size, 1.0 or less."""
    return next(
        (
            share
            for share, least in SHARES
            if window.width() >= least.width() and window.height() >= least.height()
        ),
        DENSEST,
    )


def dense(look: Look, share: float) -> Look:
    """Return the look with smaller words, parts and gaps; edges stay as thick, and the focus as plain."""
    size = _times(look.size, share) | {name: look.size[name] for name in ("border", "focus")}
    return replace(look, text=_times(look.text, share), size=size, space=_times(look.space, share))


def _times(sizes: Mapping[str, int], share: float) -> dict[str, int]:
    return {name: round(px * share) for name, px in sizes.items()}
