"""Example values that tests start from: a Monday morning in November, a student, a document, a request."""

from dataclasses import replace
from datetime import UTC, date, datetime

from kiosk.identity.student import BirthDate, Student
from kiosk.identity.verdict import Check, Item, Outcome, Result, Verdict
from kiosk.reading.document import DocumentFormat, DocumentReading, Field
from kiosk.reading.partial_date import PartialDate
from kiosk.request.request import Holder, Presence, Request, State, Verification
from kiosk.staff.account import Role, StaffAccount
from kiosk.triage.words import Door, Symptom

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 23)
NUMBER = "21900017"


def a_student(**changes: object) -> Student:
    """Amélie Dupond, known to the directory."""
    student = Student(
        number=NUMBER,
        surname="Dupond",
        given_name="Amélie",
        display_name="Amélie Dupond",
        birth_date=BirthDate.EQUAL,
    )
    return replace(student, **changes)


def a_document(**changes: object) -> DocumentReading:
    """Amélie Dupond's passport, read well."""
    document = DocumentReading(
        format=DocumentFormat.TD3,
        lines=(
            "P<FRADUPOND<<AMELIE<ZOE<<<<<<<<<<<<<<<<<<<<<",
            "20AA000004FRA0504173F3109214<<<<<<<<<<<<<<<8",
        ),
        checks=dict.fromkeys((Field.NUMBER, Field.BIRTH, Field.EXPIRY, Field.COMPOSITE), True),
        valid=True,
        document_code="P<",
        issuing_state="FRA",
        number="20AA00000",
        surname="DUPOND",
        given_names="AMELIE<ZOE",
        birth_date=PartialDate(2005, 4, 17),
        expiry=date(2031, 9, 21),
        confidence=0.99,
    )
    return replace(document, **changes)


def a_verdict(outcome: Outcome = Outcome.MATCH, *codes: str) -> Verdict:
    """A verdict whose doubtful checks carry these codes."""
    doubtful = tuple(Check(Item.SURNAME, Result.REVIEW, code) for code in codes)
    return Verdict(outcome, (Check(Item.BIRTH_DATE, Result.OK, "birth_date_equal"), *doubtful))


def a_verification(**changes: object) -> Verification:
    """What the terminal checked, alone."""
    verification = Verification(
        verdict=a_verdict(),
        document_type=DocumentFormat.TD3,
        issuing_state="FRA",
        presence=Presence.UNATTENDED,
        verified_by=None,
        device="terminal-1",
        at=NOW,
    )
    return replace(verification, **changes)


def a_holder(**changes: object) -> Holder:
    """Amélie Dupond, as a request holds her."""
    holder = Holder(
        student_number=NUMBER,
        account=NUMBER,
        display_name="Amélie Dupond",
        message="account_locked",
        salt="5a" * 16,
    )
    return replace(holder, **changes)


def a_request(**changes: object) -> Request:
    """A request that waits, filed unattended."""
    request = Request(
        id="a" * 32,
        reference="MK-2345-6789",
        ticket_digest="b" * 64,
        state=State.WAITING,
        version=1,
        symptom=Symptom.BLOCKED,
        door=Door.RECEPTION,
        urgent=False,
        site="mirail",
        filed_at=NOW,
        due_at=datetime(2026, 11, 24, 16, 0, tzinfo=UTC),
        verification=a_verification(),
        holder=a_holder(),
    )
    return replace(request, **changes)


def staff(role: Role, login: str | None = None) -> StaffAccount:
    """An account that signs in with nothing: for rules, not for doors."""
    return StaffAccount(login=login or f"one.{role}", role=role, password_hash="-")
