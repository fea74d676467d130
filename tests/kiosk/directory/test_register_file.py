import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.directory.register_file import RejectedLine, read_register
from kiosk.directory.register_row import Rejection
from kiosk.directory.register_text import LARGEST
from kiosk.errors import KioskError, NotFound, Refused
from kiosk.identity.register_columns import REGISTER_COLUMNS

HEADING = ",".join(REGISTER_COLUMNS)
GOOD = "21900001,Lefèvre,Noëlle,Noëlle Lefèvre,,,2004-02-29,yes,active,locked"


@pytest.fixture
def register(tmp_path):
    """Return a function that reads these lines, or bytes, as a register."""

    def read(*lines, encoding="utf-8"):
        path = tmp_path / "register.csv"
        path.write_bytes(
            b"".join(line if isinstance(line, bytes) else f"{line}\n".encode(encoding) for line in lines)
        )
        return read_register(path)

    return read


def good_line_but(**values: str) -> str:
    """Return the good line with some columns replaced."""
    return ",".join({**dict(zip(REGISTER_COLUMNS, GOOD.split(","), strict=True)), **values}.values())


def test_takes_a_good_line_in_whole(register):
    """Every column arrives under its English name."""
    assert dict(zip(REGISTER_COLUMNS, GOOD.split(","), strict=True)) == register(HEADING, GOOD).rows[0]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_finds_the_separator(register, separator):
    """Comma, semicolon and tab are told apart by the first line."""
    found = register(*(line.replace(",", separator) for line in (HEADING, GOOD)))

    assert "Noëlle" == found.rows[0]["given_name"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_reads_the_line_ends_of_every_system(register, end):
    """A file from an old spreadsheet counts its lines the same."""
    found = register(end.join((HEADING, GOOD, "x")).encode())

    assert (1, (3,)) == (len(found.rows), tuple(line.line for line in found.rejected))


def test_ignores_a_byte_order_mark(register):
    """What spreadsheets put before the first heading isn't part of it."""
    assert (
        1
        == len(register(HEADING, GOOD, encoding="utf-8").rows)
        == len(register(b"\xef\xbb\xbf", HEADING, GOOD).rows)
    )


def test_reads_french_headings(register):
    """Headings are known by their French names too, with accents, capitals and spaces."""
    row = register(
        "Numéro;NOM;Prénom;Nom de naissance;Date_de_naissance", "21900001;Roux;Zoé;Blanc;2004-02-29"
    ).rows[0]

    assert ("21900001", "Roux", "Zoé", "Blanc", "2004-02-29") == tuple(
        row[column] for column in ("number", "surname", "given_name", "birth_name", "birth_date")
    )


def test_composes_a_missing_display_name(register):
    """Staff see given name and surname where the file has no name to display."""
    assert "Zoé Roux" == register("number,surname,given_name", "21900001,Roux,Zoé").rows[0]["display_name"]


def test_takes_in_a_student_with_one_name(register):
    """A mononym stands in the surname's column, alone."""
    assert "Sukarno" == register("number,surname,given_name", "21900001,Sukarno,").rows[0]["display_name"]


def test_names_the_columns_it_ignores(register):
    """A heading with a typing error doesn't go unseen."""
    assert ("bith_date",) == register("number,surname,bith_date", "21900001,Roux,2004-02-29").ignored


def test_keeps_nothing_of_an_ignored_column(register):
    """What isn't needed isn't stored."""
    assert "0612345678" not in register("number,surname,phone", "21900001,Roux,0612345678").rows[0].values()


def test_skips_empty_lines_and_counts_them(register):
    """The line number is the one that a text editor shows."""
    found = register(HEADING, "", ",,,,,,,,,", GOOD, "x")

    assert (1, (RejectedLine(5, Rejection.COLUMN_COUNT),)) == (len(found.rows), found.rejected)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (GOOD + ",", Rejection.COLUMN_COUNT),
        ("21900002,Roux", Rejection.COLUMN_COUNT),
        (good_line_but(surname='"Roux'), Rejection.QUOTES),
        (good_line_but(surname='"Ro"ux'), Rejection.QUOTES),
        (good_line_but(surname="Ro\x00ux"), Rejection.CONTROL_CHARACTER),
        (good_line_but(surname="Ro\x1bux"), Rejection.CONTROL_CHARACTER),
        (good_line_but(surname="Ro\u202eux"), Rejection.CONTROL_CHARACTER),
        (good_line_but(surname="Ro\u2028ux"), Rejection.CONTROL_CHARACTER),
        (good_line_but(surname="R" * 257), Rejection.TOO_LONG),
        (good_line_but(surname="R" * 200_000), Rejection.TOO_LONG),
        (good_line_but(number=""), Rejection.NUMBER),
        (good_line_but(number="2.19E+07"), Rejection.NUMBER),
        (good_line_but(number="2190 0001"), Rejection.NUMBER),
        (good_line_but(number="٢١٩٠٠٠٠١"), Rejection.NUMBER),
        (good_line_but(number="2" * 33), Rejection.NUMBER),
        (good_line_but(surname="", given_name=" "), Rejection.NAME_MISSING),
        (good_line_but(birth_date="29/02/2004"), Rejection.BIRTH_DATE),
        (good_line_but(birth_date="20040229"), Rejection.BIRTH_DATE),
        (good_line_but(birth_date="2003-02-29"), Rejection.BIRTH_DATE),
        (good_line_but(birth_date="0001-01-01"), Rejection.BIRTH_DATE),
        (good_line_but(registered="maybe"), Rejection.REGISTERED),
        (good_line_but(standing="fine"), Rejection.STANDING),
        (good_line_but(account="nlefevre"), Rejection.ACCOUNT),
    ],
)
def test_rejects_a_bad_line_with_its_number_and_reason(register, line, reason):
    """The lines around it are taken in."""
    before, after = good_line_but(number="1"), good_line_but(number="2")
    found = register(HEADING, before, line, after)

    assert (2, (RejectedLine(3, reason),)) == (len(found.rows), found.rejected)


def test_rejects_the_later_of_two_lines_with_one_number(register):
    """The first stands, and the second is told."""
    found = register(HEADING, GOOD, good_line_but(surname="Roux"))

    assert ("Lefèvre", (RejectedLine(3, Rejection.NUMBER_TWICE),)) == (
        found.rows[0]["surname"],
        found.rejected,
    )


def test_costs_one_student_when_a_quotation_mark_is_left_open(register):
    """An open quotation mark doesn't swallow the lines that follow it."""
    others = [good_line_but(number=str(number)) for number in range(50)]

    assert 50 == len(register(HEADING, good_line_but(number='"9'), *others).rows)


def test_says_nothing_personal_about_a_rejected_line(register):
    """The reason can be shown, printed and logged."""
    found = register(HEADING, GOOD, good_line_but(number="21900002", surname="Mirabeau", birth_date="soon"))

    assert "line 3: the birth date is not a day written YYYY-MM-DD: correct it or leave it empty" == str(
        found.rejected[0]
    )


@pytest.mark.parametrize("reason", Rejection)
def test_every_reason_has_its_sentence(reason):
    """No code is left for a person to guess."""
    assert reason.sentence


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"\n\n \n", "empty_file"),
        (b"\xef\xbb\xbf", "empty_file"),
        (GOOD.encode(), "no_heading"),
        (b"surname,given_name\nRoux,Zo\n", "no_heading"),
        (b"number,surname,nom\n1,Roux,Roux\n", "heading_twice"),
        (HEADING.encode(), "no_good_line"),
        (HEADING.encode() + b"\nx\n", "no_good_line"),
        (b"PK\x03\x04rest of a workbook", "workbook"),
        (bytes(range(256)) * 8, "encoding"),
        (b"\x7fELF\x00\x01\x02\x03" * 100, "no_heading"),
        (f"{HEADING}\n{GOOD}\n".encode("utf-16"), "encoding"),
        (f"{HEADING}\n{GOOD}\n".encode("latin-1"), "encoding"),
        (b"\xef\xbb\xbf" + b"x" * LARGEST, "too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_refuses_a_file_that_is_no_register(register, content, code):
    """One reason for the whole file, and nothing is imported."""
    with pytest.raises(Refused) as caught:
        register(content)

    assert (code,) == caught.value.reasons


def test_says_which_line_is_not_utf_8(register):
    """Whoever opens the file finds the place."""
    with pytest.raises(Refused, match="Line 3 "):
        register(
            HEADING, good_line_but(surname="Roux", given_name="Zo", display_name=""), GOOD.encode("latin-1")
        )


def test_says_that_a_file_is_not_there(tmp_path):
    """A mistyped path is told as such."""
    with pytest.raises(NotFound):
        read_register(tmp_path / "register.csv")


def test_refuses_a_folder(tmp_path):
    """A folder is not a register."""
    with pytest.raises(Refused) as caught:
        read_register(tmp_path)

    assert ("not_a_file",) == caught.value.reasons


def test_refuses_a_pipe_without_waiting_for_it(tmp_path):
    """What might never end isn't opened."""
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(Refused) as caught:
        read_register(tmp_path / "pipe")

    assert ("not_a_file",) == caught.value.reasons


@given(
    content=st.one_of(st.binary(max_size=300), st.text(alphabet='0123456789aé,;"\t\r\n\x00 ', max_size=200))
)
def test_gets_through_anything(tmp_path_factory, content):
    """Whatever follows the first line, each line is taken in, rejected or empty, or the file is refused."""
    path = tmp_path_factory.mktemp("any") / "register.csv"
    path.write_bytes(
        b"number;surname\n1;Roux\n" + (content if isinstance(content, bytes) else content.encode())
    )

    try:
        found = read_register(path)
    except KioskError:
        return

    assert all(row["number"] and set(REGISTER_COLUMNS) == set(row) for row in found.rows)
