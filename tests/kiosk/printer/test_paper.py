import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.printer.paper import lay_out, windows_1252


@given(text=st.text(), width=st.integers(1, 60))
def test_no_line_is_wider_than_the_paper(text, width):
    """Whatever the text, nothing runs over the edge."""
    assert all(len(line) <= width for line in lay_out(text, width))


@given(text=st.text(alphabet="abcé-œ \n"), width=st.integers(1, 60))
def test_loses_no_letter(text, width):
    """Only blanks may go where a line breaks."""
    assert "".join(text.split()) == "".join("".join(lay_out(text, width)).split())


def test_does_not_break_a_reference_at_its_hyphen():
    """A tracking number stays in one piece."""
    assert ["numéro de suivi", "K7F4-9TQX"] == lay_out("numéro de suivi K7F4-9TQX", 20)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("œ€é", b"\x9c\x80\xe9"),
        ("ş", b"s"),
        ("ễ", b"e"),
        ("日", b"?"),
        ("12\u202f30", b"12 30"),
        ("a\x1bm", b"am"),
    ],
)
def test_finds_a_byte_for_every_letter(written, printed):
    """A letter the page lacks loses its accent or becomes a question mark; a command is dropped."""
    assert printed == windows_1252(written)
