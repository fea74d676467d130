"""Where large headings break."""

import pytest

from tests.ui.looks import LARGE, LIGHT
from ui.parts.heading import heading


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (2000, "Mot de passe oublié"),
        (700, "Mot de passe\noublié"),
        (300, "Mot de passe oublié"),
    ],
)
def test_a_large_heading_breaks_where_it_was_broken_by_hand(width, shown):
    """One line where there is room, the hand's lines where they fit, else wherever the words allow."""
    assert shown == heading(LARGE, "Mot de passe\noublié", width)


def test_how_much_fits_depends_on_the_size_of_the_words():
    """The same room holds a smaller heading in one line."""
    assert ["Mot de passe oublié", "Mot de passe\noublié"] == [
        heading(look, "Mot de passe\noublié", 850) for look in (LIGHT, LARGE)
    ]
