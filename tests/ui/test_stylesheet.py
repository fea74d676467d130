import re
from dataclasses import replace
from itertools import product

import pytest

from tests.ui.looks import LIGHT
from ui.stylesheet import named_values, stylesheet
from ui.tokens import Face, Theme, load_tokens


@pytest.mark.parametrize(("face", "theme"), list(product(Face, Theme)))
def test_every_name_in_the_stylesheet_is_a_token(face, theme):
    """Nothing is left to fill in, for either face in any theme."""
    assert "${" not in stylesheet(load_tokens().look(face, theme))


def test_two_tokens_with_one_name_are_refused():
    """A colour must never be painted as a number of pixels because their names are the same."""
    twice = replace(LIGHT, colour={**LIGHT.colour, "text_body": "#000000"})

    with pytest.raises(ValueError, match="text_body"):
        named_values(twice)


def test_no_colour_is_written_in_the_stylesheet_itself():
    """Every colour comes from a token, so that every theme reaches everything."""
    values = set(re.findall(r"#[0-9A-Fa-f]{6}", stylesheet(LIGHT)))

    assert values <= set(LIGHT.colour.values())
