import numpy as np
import pytest

from kiosk.reading.shine import NO_SHINE, shine_of
from tests.kiosk.reading.drawing import lit, page, reflection


def test_paper_without_white_has_no_shine():
    """Its grain stays below full white."""
    assert NO_SHINE is shine_of(page())


def test_a_reflection_takes_the_ink_away_and_leaves_the_paper_around():
    """That is what tells it from anything that is white by itself."""
    paper = (page((700, 480)) * 0.7).astype(np.uint8)
    shine = shine_of(lit(paper, reflection((350, 240), 160, 70)[:480, :700]))
    assert shine.clipped > 0.04
    assert shine.ink < 0.35
    assert shine.paper == pytest.approx(160, abs=25)


def test_a_page_lit_to_white_keeps_its_ink():
    """Overexposed, but nothing of it is hidden."""
    shine = shine_of(lit(page(), 30))
    assert min(shine.clipped, shine.ink) > 0.5


def test_all_white_leaves_no_paper_to_compare_with():
    """Nothing is known of what lies under it."""
    shine = shine_of(np.full((100, 100), 255, np.uint8))
    assert (1.0, 0.0, 255.0) == (shine.clipped, shine.ink, shine.paper)
