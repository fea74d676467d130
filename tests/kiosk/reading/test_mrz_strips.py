import numpy as np

from kiosk.reading.mrz_strips import STRIP_ROWS, level, paper_of


def a_line(ink, paper):
    """A strip with strokes between quiet ends, (STRIP_ROWS, 512) uint8."""
    strip = np.full((STRIP_ROWS, 512), paper, np.uint8)
    strip[5:-5, 60:-60][:, np.arange(392) % 13 < 5] = ink
    return strip


def test_the_sky_beside_a_line_takes_none_of_its_contrast():
    """A document before a window: its own paper is dark, and its edge is near the line's ends."""
    alone, beside = a_line(8, 40), a_line(8, 40)
    beside[:, :40] = beside[:, -40:] = 250
    beside[:4] = 250

    middle = slice(60, -60)

    assert level(beside)[8:-8, middle].std() > 0.7 * level(alone)[8:-8, middle].std()


def test_letters_in_a_reflection_on_the_line_are_left():
    """A blind frame's A read F when all that is lighter than paper was cut."""
    lit, part = a_line(40, 130), slice(200, 260)
    lit[:, part] = lit[:, part] // 2 + 170

    levelled = level(lit)

    assert np.ptp(levelled[8:-8, part]) > 0.3 * np.ptp(levelled[8:-8, 300:360])


def test_a_strip_without_anything_lighter_than_its_paper_is_levelled_as_it_is():
    """Mean 0, contrast 1."""
    levelled = level(a_line(40, 200))

    assert abs(levelled.mean()) < 1e-5
    assert 0.9 < levelled.std() < 1


def test_the_paper_is_what_most_of_a_line_is_not_darker_than():
    """Ink takes half of it at most."""
    assert paper_of(a_line(40, 200)) == 200
