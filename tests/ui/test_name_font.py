"""A name is read, or said letter by letter: a box says nothing to anyone."""

import pytest

from ui.name_font import code_of, readable

UNASSIGNED = "\U0010fffd"  # for private use, the last one there is: no font has it


@pytest.mark.parametrize(
    "name", ["Nguyễn Thị Hồng", "Ελένη Παπαδοπούλου", "Жанна Ћосић", "Ștefan Țurcanu", "Łukasz", "O’Neill"]
)
def test_the_bundled_fonts_write_it(qapp, name):
    """Vietnamese, Greek, Cyrillic, and all of Latin, whatever fonts the computer has."""
    assert name == readable(name)


def test_a_letter_that_no_font_has_is_said_by_its_code(qapp):
    """Never silently a box."""
    assert f"Li {code_of(UNASSIGNED)}" == readable(f"Li {UNASSIGNED}")


def test_a_code_is_written_as_unicode_does():
    """So that it can be looked up."""
    assert "[U+738B]" == code_of("王")
