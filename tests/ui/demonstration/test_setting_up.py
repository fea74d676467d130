"""Both windows of a demonstration stand side by side on any screen."""

import pytest

from ui.demonstration.setting_up import FRAME, UPRIGHT, factor_for, left_part
from ui.demonstration.strip import WIDTH

SCREENS = [(1366, 768), (1600, 900), (1920, 1080), (1920, 1200), (2560, 1440), (3840, 2160), (1280, 1024)]


@pytest.mark.parametrize("screen", SCREENS)
def test_the_terminal_fits_and_leaves_the_desk_its_half(screen):
    """Whole in height, with its frame; never more than half of the screen across, or all of what it needs."""
    width, height = screen
    factor = factor_for(width, height)

    assert UPRIGHT[1] * factor + FRAME <= height + 1
    assert left_part(width, height) <= width / 2 + 1
    assert left_part(width, height) >= min(round((UPRIGHT[0] + WIDTH) * factor), width // 2)
