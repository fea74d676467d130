from dataclasses import FrozenInstanceError

import pytest

from ui.tokens import Face, Theme, load_tokens


def test_less_motion_means_none():
    """Who asked for less motion gets no animation at all."""
    look = load_tokens().look(Face.TERMINAL, less_motion=True)

    assert set(look.motion.values()) == {0}
    assert not look.is_moving


def test_body_text_grows_by_the_whole_scale():
    """Twice the text size doubles what is read as a sentence."""
    tokens = load_tokens()
    body = tokens.look(Face.TERMINAL).text["body"]

    assert 2 * body == tokens.look(Face.TERMINAL, scale=2.0).text["body"]


def test_headings_grow_less_and_stay_the_largest():
    """A heading starts large; at twice the size it is still larger than the body."""
    large = load_tokens().look(Face.TERMINAL, scale=2.0).text

    assert large["body"] < large["h2"] < large["h1"] < 2 * load_tokens().look(Face.TERMINAL).text["h1"]


@pytest.mark.parametrize("theme", Theme)
def test_every_theme_has_the_same_colours(theme):
    """No theme lacks a colour that another one has."""
    tokens = load_tokens()

    assert tokens.look(Face.DESK).colour.keys() == tokens.look(Face.DESK, theme).colour.keys()


def test_both_faces_know_the_same_names():
    """A part works on the terminal and at the desk: only the numbers differ."""
    terminal, desk = (load_tokens().look(face) for face in Face)

    assert terminal.text.keys() == desk.text.keys()
    assert terminal.size.keys() == desk.size.keys()
    assert terminal.radius.keys() == desk.radius.keys()


def test_a_look_cannot_be_changed():
    """A look is a value: neither its fields nor its tables can be written to."""
    look = load_tokens().look(Face.TERMINAL)

    with pytest.raises(FrozenInstanceError):
        look.scale = 3.0
    with pytest.raises(TypeError):
        look.colour["ink"] = "#000000"
