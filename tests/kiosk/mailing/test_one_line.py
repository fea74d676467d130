import pytest

from kiosk.mailing.one_line import is_address, one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Amélie Dupond", "Amélie Dupond"),
        ("Ame\u0301lie", "Amélie"),
        ("Dupond\r\nBcc: all@univ.example", "Dupond Bcc: all@univ.example"),
        ("Dupond\u2028Bcc: x", "Dupond Bcc: x"),
        ("Dupond\x00\x1b[31m", "Dupond [31m"),
        ("\u202egnihton\u202c si", "gnihton si"),
        ("\u2067نور\u2069", "نور"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u00adb", "a b"),
        ("\ud800", ""),
        ("  two   blanks\t", "two blanks"),
    ],
)
def test_leaves_one_line_that_reads_as_it_stands(text, line):
    """No break starts a header, no sign turns the writing round; letters that need a joiner keep it."""
    assert line == one_line(text)


def test_cuts_what_nobody_could_read():
    """A name without an end takes no more than its line."""
    assert 200 == len(one_line("x" * 100_000))
    assert one_line("x" * 300).endswith("…")


@pytest.mark.parametrize(
    "address", ["a@univ.example", "21900017@etu.univ-tlse2.example", "o'neil+ent@localhost", "a.b@c"]
)
def test_knows_an_address(address):
    """What directories hold."""
    assert is_address(address)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a@",
        "@b",
        "a@b@c",
        "a b@c",
        "a@b\r\nRCPT TO:<c@d>",
        "a@b\n",
        "<a@b>",
        "a@b>",
        "a@b,c@d",
        '"a b"@c',
        "é@univ.example",
        "a@univ..example",
        "a" * 65 + "@b",
        "a@" + "b" * 256,
    ],
)
def test_takes_nothing_else_for_one(text):
    """A value that could end the address and begin something else is none."""
    assert not is_address(text)
