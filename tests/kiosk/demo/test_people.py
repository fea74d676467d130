"""The fictional students: repeatable, unique, and together of every kind."""

from datetime import date

import pytest

from kiosk.demo.campus import TODAY, students
from kiosk.demo.casting import COMPANY, ON_VIDEO
from kiosk.demo.expectation import VERDICTS, verdict
from kiosk.demo.fictional import Account, PaperKind, Situation
from kiosk.identity.verdict import Outcome
from kiosk.reading.mrz.parse import parse

CAMPUS = students()


def played(situation):
    return next(student for student in CAMPUS if student.situation is situation)


def zone_of(paper):
    return parse(paper.lines, today=TODAY)


def test_the_same_seed_gives_the_same_students():
    """A fault found on one computer is found on another."""
    assert students(seed=5, count=30) == students(seed=5, count=30)


def test_another_seed_gives_other_students():
    """Nobody comes to rely on one campus."""
    one, other = students(seed=5, count=30), students(seed=6, count=30)

    assert {student.number for student in one}.isdisjoint(student.number for student in other)


def test_a_larger_campus_begins_with_the_smaller_one():
    """Tests may take a few students and the demonstration all of them."""
    assert CAMPUS[:20] == students(count=20)


def test_every_number_has_eight_digits_and_one_student():
    """A number leads to one person."""
    numbers = {student.number for student in students(count=2000)}

    assert (2000, {8}, True) == (
        len(numbers),
        {len(number) for number in numbers},
        "".join(numbers).isdigit(),
    )


@pytest.mark.parametrize(("words", "field"), [(Situation, "situation"), (Account, "account")])
def test_the_first_company_covers_everything(words, field):
    """However small the campus, nothing is missing."""
    assert set(words) == {getattr(part, field) for part in COMPANY}


def test_the_videos_show_every_kind_of_document_and_every_verdict():
    """Whoever has no camera still sees the whole range."""
    shown = CAMPUS[:ON_VIDEO]

    assert (set(PaperKind), set(VERDICTS.values())) == (
        {student.paper.kind for student in shown},
        {verdict(student) for student in shown},
    )


def test_most_students_match():
    """A campus is not made of exceptions."""
    assert sum(verdict(student) is Outcome.MATCH for student in CAMPUS) > 0.6 * len(CAMPUS)


@pytest.mark.parametrize("student", CAMPUS, ids=lambda student: f"{student.number} {student.paper.kind}")
def test_every_zone_is_well_formed(student):
    """Each check digit holds, so that a misread one is the reader's."""
    zone = zone_of(student.paper)

    assert zone is not None
    assert zone.is_consistent


def test_a_long_name_does_not_fit_its_zone():
    """Truncation is met, not imagined."""
    long_names = [student.paper for student in CAMPUS if student.situation is Situation.LONG_NAME]

    assert all(zone.surname_cut or zone.given_names_cut for zone in map(zone_of, long_names))


def test_one_letter_is_missing_in_the_register():
    """The clerk who typed it left one out."""
    student = played(Situation.ONE_LETTER)

    assert len(student.paper.surname) == len(student.names.surname) + 1


def test_another_persons_document_agrees_in_nothing():
    """A friend's card is no near miss."""
    student = played(Situation.OTHER_PERSON)
    paper = student.paper

    assert paper.surname != student.names.surname
    assert paper.given_names != student.names.given_name
    assert not paper.birth.agrees_with(student.birth_date)


def test_a_namesake_differs_in_the_birth_date_alone():
    """The date tells them apart."""
    student = played(Situation.NAMESAKE)

    assert student.paper.surname == student.names.surname
    assert not student.paper.birth.agrees_with(student.birth_date)


def test_documents_in_force_last_for_years():
    """A demonstration set up today still works in two years."""
    lasting = date(TODAY.year + 2, 12, 31)
    in_force = [student.paper for student in CAMPUS if student.situation is not Situation.EXPIRED]

    assert all(paper.expiry > lasting for paper in in_force)


def test_some_cards_bear_a_longer_identifier_that_ends_in_the_number():
    """Cards of several universities look alike."""
    longer = [student.card for student in CAMPUS if student.card.barcode != student.number]

    assert longer
    assert all(len(card.barcode) == 12 and card.barcode.endswith(card.number) for card in longer)
