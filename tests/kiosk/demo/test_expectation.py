"""What is expected of each student, set beside what the rooms that decide it say: two tables, written apart."""

from dataclasses import fields

import pytest

from kiosk.demo.campus import TODAY, students
from kiosk.demo.expectation import DOORS, VERDICTS, door, verdict
from kiosk.demo.fictional import Account, Situation
from kiosk.demo.lists import STANDINGS
from kiosk.directory.birth_date import compare
from kiosk.identity.policy import DEFAULT_POLICY
from kiosk.identity.student import Student
from kiosk.identity.verdict import Outcome
from kiosk.identity.verify import CardSource, verify
from kiosk.reading.document import DocumentReading
from kiosk.reading.mrz.parse import parse
from kiosk.triage.account_state import Standing
from kiosk.triage.door import provisional_door
from kiosk.triage.words import Symptom


def reading_of(paper):
    """What a perfect reader makes of this document."""
    zone = parse(paper.lines, today=TODAY)
    shared = {field.name for field in fields(DocumentReading)} & {field.name for field in fields(zone)}
    return DocumentReading(valid=True, **{name: getattr(zone, name) for name in shared})


def known_of(student):
    """What the directory says once the birth date is compared."""
    names = student.names
    return Student(
        number=student.number,
        surname=names.surname,
        given_name=names.given_name,
        display_name=f"{names.given_name} {names.surname}",
        birth_name=names.birth_name,
        civil_given_names=names.civil_given_names,
        birth_date=compare(student.birth_date, student.paper.birth),
    )


def verified(student):
    source = CardSource.NUMBER if student.card.barcode == student.number else CardSource.CANDIDATE
    document = reading_of(student.paper)
    return verify(document, known_of(student), card=source, policy=DEFAULT_POLICY, today=TODAY)


def registered(seed):
    return [student for student in students(seed=seed) if student.is_registered]


@pytest.mark.parametrize("seed", [1, 31, 77])
def test_the_verifier_agrees_with_how_each_student_was_made(seed):
    """A disagreement is a fault of one or the other; both were written without looking."""
    wrong = {
        (student.situation, student.paper.lines, student.names): verified(student).codes
        for student in registered(seed)
        if verified(student).outcome is not verdict(student)
    }

    assert {} == wrong


@pytest.mark.parametrize("account", Account)
def test_the_terminals_door_agrees_with_the_account_as_it_was_made(account):
    """What the terminal may say to a student who reports a blocked account."""
    standing = STANDINGS.get(account, Standing.ACTIVE)
    is_registered = account is not Account.REGISTRATION_PENDING

    assert DOORS[account] is provisional_door(Symptom.BLOCKED, standing, is_registered)


def test_every_situation_has_a_verdict():
    """Nobody is made without knowing how it must end."""
    assert set(Situation) == set(VERDICTS)


def test_a_mismatch_leads_to_no_door():
    """A stranger learns nothing of the account."""
    strangers = [student for student in students() if verdict(student) is Outcome.MISMATCH]

    assert [None] * len(strangers) == [door(student) for student in strangers]
