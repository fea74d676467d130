import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.looks import LIGHT
from ui.parts.label import NO_BREAK_HYPHEN, Label, keep_compounds, keep_last_together
from ui.words import NO_BREAK


def test_data_is_never_markup(shown):
    """A name or message with angle brackets is shown as it is written."""
    label = Label(LIGHT, "Lignes <<<, <b>gras</b>")
    shown(label)

    assert "&lt;&lt;&lt;, &lt;b&gt;gras" in label.text()
    assert "Lignes <<<, <b>gras</b>" == label.accessibleName()


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Elle doit remplir le cadre.", f"Elle doit remplir le{NO_BREAK}cadre."),
        ("Maintenant la pièce", f"Maintenant la{NO_BREAK}pièce"),
        (f"Êtes-vous encore là{NO_BREAK}?", f"Êtes-vous encore{NO_BREAK}là{NO_BREAK}?"),
    ],
)
def test_a_short_last_word_never_stands_alone(words, kept):
    """The last line has more than one short word."""
    assert kept == keep_last_together(words)


@pytest.mark.parametrize(
    "words",
    ["Retour", "Plus de", "Deux mots", "une réinitialisation extraordinairement", "What is happening?"],
)
def test_few_or_long_words_may_break(words):
    """Two words alone, or two long ones, aren't tied together."""
    assert words == keep_last_together(words)


@given(st.text(alphabet="ab é\n.", max_size=60))
def test_only_spaces_change(words):
    """Keeping words together never changes a word."""
    assert words == keep_last_together(words).replace(NO_BREAK, " ")


def test_a_compound_stays_whole():
    """A hyphen inside a word is no place to break; a dash between words is."""
    assert f"rez{NO_BREAK_HYPHEN}de{NO_BREAK_HYPHEN}chaussée - ici" == keep_compounds("rez-de-chaussée - ici")


def test_saying_something_else_tells_the_screen_reader(shown):
    """The accessible name is always what can be seen."""
    label = Label(LIGHT, "before")
    shown(label)
    label.say("after")

    assert "after" == label.accessibleName()
    assert "after" in label.text()


def test_tight_headings_keep_their_descenders(shown):
    """A heading of two tight lines is not cut below: a thin line makes room."""
    loose, tight = Label(LIGHT, "gypq\ngypq", "choice"), Label(LIGHT, "gypq\ngypq", "h1")
    shown(loose)
    shown(tight)

    assert tight.text().count("<p") > loose.text().count("<p")
