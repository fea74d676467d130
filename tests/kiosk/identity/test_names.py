"""A document's names against a directory's: both halves, three-valued."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.identity.names import compare_names
from kiosk.identity.student import BirthDate
from kiosk.identity.verdict import Item, Result
from kiosk.reading.document import DocumentFormat
from tests.kiosk.identity.papers import a_document, a_student

OK, REVIEW, FAILED, NOT_CHECKED = Result.OK, Result.REVIEW, Result.FAILED, Result.NOT_CHECKED


def compare(student, document):
    surname, given_names = compare_names(document, student)
    assert (Item.SURNAME, Item.GIVEN_NAMES) == (surname.item, given_names.item)
    return f"{surname.result} {surname.code}, {given_names.result} {given_names.code}"


MATCHES = [
    # the table of the facts
    (a_student("Élodie", "LE GOFF-D'HERVÉ"), "LE<GOFF<DHERVE<<ELODIE", "surname_equal given_equal"),
    (a_student("Élodie", "LE GOFF-D’HERVÉ"), "LE<GOFF<D<HERVE<<ELODIE", "surname_equal given_equal"),
    (a_student("Søren", "Åkesson"), "AAKESSON<<SOEREN", "surname_equal given_equal"),
    (a_student("Søren", "Åkesson"), "AKESSON<<SOREN", "surname_equal given_equal"),
    (a_student("Jürgen", "Groß"), "GROSS<<JUERGEN", "surname_equal given_equal"),
    (a_student("Jürgen", "Groß"), "GROSS<<JURGEN", "surname_equal given_equal"),
    (a_student("José", "Muñoz Peña"), "MUNOZ<PENA<<JOSE", "surname_equal given_equal"),
    (a_student("José", "Muñoz Peña"), "MUNXXOZ<PENXXA<<JOSE", "surname_equal given_equal"),
    (a_student("Chloé", "Bœuf"), "BOEUF<<CHLOE<ANNE", "surname_equal given_equal"),
    (a_student("Zoé", "Martin", birth_name="Dupond"), "DUPOND<<ZOE", "surname_birth_name given_equal"),
    # and others
    (a_student("Łukasz", "Đỗ"), "DO<<LUKASZ", "surname_equal given_equal"),
    (a_student("Anne", "de La Rochefoucauld"), "LA<ROCHEFOUCAULD<<ANNE", "surname_equal given_equal"),
    (a_student("Willeke", "Bruijn"), "DE<BRUIJN<<WILLEKE<LISELOTTE", "surname_equal given_equal"),
    (a_student("Nghĩa", "Lê"), "LE<<NGHIA", "surname_equal given_equal"),
    (a_student("Zoé", "Martin", birth_name="Dupond"), "MARTIN<<ZOE", "surname_equal given_equal"),
    (
        a_student("Zoé", "Martin", birth_name="Dupond"),
        "DUPOND<MARTIN<<ZOE",
        "surname_usage_joined given_equal",
    ),
    (
        a_student("Zoé", "Martin", birth_name="Dupond"),
        "MARTIN<DUPOND<<ZOE",
        "surname_usage_joined given_equal",
    ),
    (a_student("Jean-Luc"), "DUPOND<<JEAN<LUC<MARIE", "surname_equal given_equal"),
    (a_student("Jean-Luc"), "DUPOND<<JEANLUC", "surname_equal given_equal"),
    (a_student("JEANLUC"), "DUPOND<<JEAN<LUC", "surname_equal given_equal"),
    (a_student("Jean-Luc"), "DUPOND<<JEAN", "surname_equal given_prefix"),
    (a_student("Jean"), "DUPOND<<JEAN<LUC", "surname_equal given_equal"),
    (a_student("Claire"), "DUPOND<<MARIE<ANNE<CLAIRE", "surname_equal given_civil"),
    (a_student("Alex", civil_given_names="Marie, Anne"), "DUPOND<<MARIE<ANNE", "surname_equal given_civil"),
    (a_student("Alex", civil_given_names="Marie Anne Zoé"), "DUPOND<<MARIE", "surname_equal given_civil"),
    (a_student("", "Suharto"), "SUHARTO", "surname_equal given_none"),
    (a_student("-", "Suharto"), "<<SUHARTO", "surname_equal given_none"),
    (a_student("Suharto", ""), "SUHARTO", "surname_equal given_none"),
]


@pytest.mark.parametrize(("student", "names", "codes"), MATCHES)
def test_names_that_agree(student, names, codes):
    """However an issuer writes the letters, separators, particles and names in use."""
    surname, given_names = codes.split()

    assert f"ok {surname}, ok {given_names}" == compare(student, a_document(names))


TRUNCATED = [
    (a_student("André Estevão", "Caçador de Araújo"), "CACADOR<DE<ARAUJO<<ANDRE<ESTEV", "ok given_truncated"),
    (a_student("André Estevão", "Caçador de Araújo"), "CACADOR<DE<ARAUJO<<ANDRE<E", "ok given_truncated"),
    (a_student("Maximilienne", "Caçador de Araújo"), "CACADOR<DE<ARAUJO<<MAXIM", "ok given_truncated"),
    (
        a_student("André Estevão", "Caçador de Araújo"),
        "CACADOR<DE<ARAUJO<<A<ESTEVAO",
        "review given_initials",
    ),
    (a_student("André Estevão", "Caçador de Araújo"), "CACADOR<DE<ARAUJO<<A", "review given_initials"),
]


@pytest.mark.parametrize(("student", "names", "given_names"), TRUNCATED)
def test_given_names_cut_at_the_end_of_the_field(student, names, given_names):
    """A cut name agrees while enough of the first one is left to tell it by."""
    assert f"ok surname_equal, {given_names}" == compare(student, a_document(names, cut=True))


def test_the_same_letters_in_a_field_with_room_were_not_cut():
    """ESTEV is then another name."""
    student = a_student("André Estevão", "Caçador de Araújo")

    assert "ok surname_equal, review given_partly" == compare(
        student, a_document("CACADOR<DE<ARAUJO<<ANDRE<ESTEV")
    )


def test_a_surname_cut_by_the_old_french_card():
    """Its surname has a field of 25 of its own."""
    card = a_document(
        "DE<LA<ROCHEFOUCAULD<DOUDE<<ANNE", format=DocumentFormat.FRA, surname_cut=True, given_names_cut=False
    )

    assert "ok surname_truncated, ok given_equal" == compare(
        a_student("Anne", "de La Rochefoucauld Doudeauville"), card
    )
    assert "ok surname_truncated, ok given_equal" == compare(
        a_student("Anne", "La Rochefoucauld Doudeauville"), card
    )


def test_a_short_surname_in_a_full_field_was_not_cut():
    """The field is full of given names: LE is not the beginning of LEFEBVRE."""
    document = a_document("LE<<MARIE<CHRISTINE<ALEXANDRA<JOSEPHI", cut=True)

    assert "review birth_name_unknown, ok given_equal" == compare(a_student("Marie", "Lefebvre"), document)


DOUBTS = [
    (a_student("Zoé", "Martin"), "DUPOND<<ZOE", "review birth_name_unknown, ok given_equal"),
    (
        a_student("Zoé", "Martin", birth_name="Durand"),
        "DUPOND<<ZOE",
        "review surname_different, ok given_equal",
    ),
    (a_student("Lou"), "DUPOND<<MARTIN<PAUL", "ok surname_equal, review given_different"),
    (a_student("Thị Mai", "Nguyễn"), "MAI<<NGUYEN<THI", "review order_swapped, review order_swapped"),
    (a_student("Thị Mai", "Nguyễn"), "NGUYEN<THI<<MAI", "review order_swapped, review order_swapped"),
    (a_student("Jean", "Martin"), "JEAN<<MARTIN", "review order_swapped, review order_swapped"),
    (a_student("Jean", "Martin"), "JEAN<<MARTIN<LUC", "review order_swapped, review order_swapped"),
    (a_student("First", "Name"), "<<FIRST<NAME", "review order_swapped, review order_swapped"),
    (a_student("", "Aung San"), "AUNG<<SAN", "review order_swapped, review order_swapped"),
    (a_student("Muhammad", "Suharto"), "SUHARTO", "ok surname_equal, review given_missing"),
    (a_student("Muhammad", "Suharto"), "<<MUHAMMAD", "review surname_missing, ok given_equal"),
    (a_student("", "Dupond"), "DUPOND<<ZOE", "ok surname_equal, review given_unknown"),
    (a_student("Zoé", ""), "DUPOND<<ZOE", "review surname_unknown, ok given_equal"),
    (a_student("Zoé", "Lefèvre"), "LEFEBVRE<<ZOE", "review surname_one_letter, ok given_equal"),
    (a_student("Amélie", "de Lefèvre"), "LEFEBVRE<<AMELIE", "review surname_one_letter, ok given_equal"),
    (a_student("Chloé"), "DUPOND<<CHLOR<ANNE", "ok surname_equal, review given_one_letter"),
    (a_student("Chloé", "Lefèvre"), "LEFEBVRE<<CHLOR", "review surname_one_letter, review given_one_letter"),
    (a_student("Zoé", "Paul"), "PAUK<<ZOE", "review birth_name_unknown, ok given_equal"),
    (a_student("Léa"), "DUPOND<<LIA", "ok surname_equal, review given_different"),
    (a_student("José", "Muñoz"), "MUNOZ<PENA<<JOSE", "review surname_partly, ok given_equal"),
    (a_student("Zoé", "Dupond Martin"), "DUPOND<<ZOE", "review surname_partly, ok given_equal"),
    (a_student("Jean-Marc"), "DUPOND<<JEAN<LUC", "ok surname_equal, review given_partly"),
    (a_student("José", "Muñoz Peña"), "PENA<MUNOZ<<JOSE", "review order_swapped, review order_swapped"),
    (
        a_student("Claire", civil_given_names="Marie Claire"),
        "DUPOND<<ANNE<CLAIRE",
        "ok surname_equal, review given_partly",
    ),
    (
        a_student("Anne", "de La Rochefoucauld Doudeauville"),
        "DE<LA<ROCHEFOUCAULD<DOUDE<<ANNE",
        "review birth_name_unknown, ok given_equal",
    ),
    (a_student("J."), "DUPOND<<JEAN", "ok surname_equal, review given_initials"),
    (a_student("Zoé", "Петрова"), "PETROVA<<ZOE", "not_checked surname_other_script, ok given_equal"),
    (a_student("小明", "Wang"), "WANG<<XIAOMING", "ok surname_equal, not_checked given_other_script"),
    (
        a_student("小明", "王"),
        "WANG<<XIAOMING",
        "not_checked surname_other_script, not_checked given_other_script",
    ),
]


@pytest.mark.parametrize(("student", "names", "expected"), DOUBTS)
def test_names_that_only_a_person_can_settle(student, names, expected):
    """One half that agrees, a letter's difference, another order or script, with the same birth date."""
    assert expected == compare(student, a_document(names))


DIFFERENT = [
    (a_student("Paul", "Durand"), "PETIT<<MARC", "failed surname_different, failed given_different"),
    (a_student("Zoé", "Lefèvre"), "LEFEBVRE<<MARC", "review surname_one_letter, failed given_different"),
    (a_student("Paul", "Durand"), "", "failed surname_missing, failed given_missing"),
    (a_student("", ""), "PETIT<<MARC", "failed surname_unknown, failed given_unknown"),
    (a_student("😀", "\x00"), "PETIT<<MARC", "failed surname_unknown, failed given_unknown"),
    (a_student("", "Suharto"), "SUKARNO", "failed surname_different, ok given_none"),
    (a_student("小明", "Durand"), "PETIT<<MARC", "failed surname_different, not_checked given_other_script"),
]


@pytest.mark.parametrize(("student", "names", "expected"), DIFFERENT)
def test_names_of_which_no_half_agrees(student, names, expected):
    """The same birth date alone makes nobody a student."""
    assert expected == compare(student, a_document(names))


@pytest.mark.parametrize("birth_date", [BirthDate.DIFFERENT, BirthDate.UNKNOWN, BirthDate.NOT_COMPARED])
@pytest.mark.parametrize("names", ["DUPOND<<ZOE", "MARTIN<<PAUL"])
def test_half_a_name_without_the_birth_date_is_not_enough(birth_date, names):
    """A first name, or a surname, identifies nobody."""
    assert "failed" in compare(a_student("Zoé", "Martin", birth_date=birth_date), a_document(names))


def test_names_in_another_script_without_the_birth_date_fail():
    """Then nothing at all was compared."""
    student = a_student("小明", "王", birth_date=BirthDate.UNKNOWN)

    assert "failed surname_other_script, failed given_other_script" == compare(
        student, a_document("WANG<<XIAO")
    )


def results(student, document):
    return [check.result for check in compare_names(document, student)]


LATIN = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=9)
ACCENTED = dict(zip("ACEINOUYZ", "ÂÇÉÎŃÔÛÝŻ", strict=True))


@given(surname=LATIN, given_name=LATIN, on_card=LATIN, given_on_card=LATIN)
def test_accents_change_nothing(surname, given_name, on_card, given_on_card):
    """A name and the same name without its accents compare alike with any document."""
    document = a_document(f"{on_card}<<{given_on_card}")
    accented = [name.translate(str.maketrans(ACCENTED)) for name in (given_name, surname)]

    assert compare(a_student(given_name, surname), document) == compare(a_student(*accented), document)


@given(
    surname=st.text("aäåæñöøœüßłđ", min_size=1, max_size=9),
    given_name=st.text("éüøn", min_size=1, max_size=9),
)
def test_a_name_written_by_the_table_matches(surname, given_name):
    """The plainest form of each letter, as French issuers write it."""
    plain = str.maketrans(
        {"ä": "A", "å": "A", "æ": "AE", "ñ": "N", "ö": "O", "ø": "O", "œ": "OE", "ü": "U", "ß": "SS"}
        | {"ł": "L", "đ": "D", "é": "E", "a": "A", "n": "N"}
    )
    document = a_document(f"{surname.translate(plain)}<<{given_name.translate(plain)}")

    assert [OK, OK] == results(a_student(given_name, surname), document)


@given(
    known=st.tuples(
        st.text("ABCDEFG ", min_size=1, max_size=20), st.text("ABCDEFG ", min_size=1, max_size=20)
    ),
    shown=st.tuples(st.text("TUVWXYZ<", max_size=20), st.text("TUVWXYZ<", max_size=20)),
    cut=st.booleans(),
)
def test_names_without_a_letter_in_common_never_match(known, shown, cut):
    """Whatever is cut, missing or empty."""
    document = a_document("", surname=shown[0], given_names=shown[1], surname_cut=cut, given_names_cut=cut)

    assert OK is not compare_names(document, a_student(*known))[0].result


@given(
    known=st.tuples(st.text(), st.text(), st.text(), st.text()),
    shown=st.tuples(LATIN, LATIN),
    cut=st.booleans(),
)
def test_any_text_can_be_compared(known, shown, cut):
    """No directory entry makes comparing fail, and none matches a name that it doesn't bear."""
    student = a_student(known[0], known[1], birth_name=known[2], civil_given_names=known[3])
    document = a_document("<<".join(shown) + "QQQQQ", cut=cut)

    assert [OK, OK] != results(student, document)


def test_very_long_names_take_no_longer_than_a_moment():
    """Neither the number of spellings nor the length of a name lets anyone hold up the queue."""
    endless = "Ä'Ö-Ü Ñ’Ø Å" * 10_000
    student = a_student(endless, endless, birth_name=endless, civil_given_names=endless)
    started = time.process_time()

    compare(student, a_document("A<O<U<N<O<A<A<O<U<N<O<A<A<O<U<N<<A<O<U<N<O<A", cut=True))

    assert time.process_time() - started < 1
