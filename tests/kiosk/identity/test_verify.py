"""From a document, a student and a policy to a verdict."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.identity.document_kind import DocumentKind
from kiosk.identity.policy import DEFAULT_POLICY, Policy, Rule, Tolerance
from kiosk.identity.reason import Reason
from kiosk.identity.student import BirthDate
from kiosk.identity.verdict import Item, Outcome, Result
from kiosk.identity.verify import CardSource, verify
from kiosk.reading.document import DocumentFormat, Field
from kiosk.reading.partial_date import PartialDate
from tests.kiosk.identity.papers import TODAY, a_document, a_student

EXPIRED = a_document(expiry=date(2026, 11, 22))


def verdict(document, student=None, *, card=CardSource.NUMBER, **policy):
    return verify(
        document, student or a_student(), card=card, policy=replace(DEFAULT_POLICY, **policy), today=TODAY
    )


def said(document, student=None, **choices):
    found = verdict(document, student, **choices)
    return found.outcome, found.codes


def test_a_passport_that_agrees_in_everything_is_a_match():
    """Every item is checked, in its order, and each is right."""
    found = verdict(a_document())

    assert Outcome.MATCH == found.outcome
    assert list(Item) == [check.item for check in found.checks]
    assert {Result.OK} == {check.result for check in found.checks}
    assert () == found.codes


def test_without_a_document_there_is_nothing_to_compare():
    """A card alone opens nothing."""
    assert ("unreadable", ("no_document", "no_document", *["not_compared"] * 4)) == said(None)


@pytest.mark.parametrize(
    ("checks", "code"),
    [
        ({Field.BIRTH: True, Field.COMPOSITE: False}, "check_digits_wrong"),
        ({Field.BIRTH: True}, "not_confident"),
    ],
)
def test_a_document_that_was_not_read_for_sure_is_unreadable(checks, code):
    """A wrong check digit, or letters that the reader isn't sure of: nothing is compared."""
    assert ("unreadable", (code, *["not_compared"] * 4)) == said(a_document(valid=False, checks=checks))


@pytest.mark.parametrize("form", [DocumentFormat.LICENCE, DocumentFormat.MRVA, DocumentFormat.MRVB])
def test_licences_and_visas_are_not_accepted(form):
    """And nobody's name is compared with theirs."""
    assert ("mismatch", ("document_not_accepted", *["not_compared"] * 4)) == said(a_document(format=form))


def test_a_campus_decides_which_documents_it_accepts():
    """Accepted, looked at by a person, refused."""
    outcomes = [
        verdict(a_document(), documents={DocumentKind.PASSPORT: rule}).outcome
        for rule in (Rule.ACCEPT, Rule.REVIEW, Rule.REFUSE)
    ]

    assert ["match", "review", "mismatch"] == outcomes


def test_a_residence_permit_goes_to_a_person():
    """It isn't among the documents that the campus announces, and many students hold nothing else."""
    permit = a_document(format=DocumentFormat.TD1, document_code="IR", nationality="MAR")

    assert ("review", ("document_to_review",)) == said(permit)


def test_a_specimen_opens_nothing_but_a_demonstration():
    """Documents of Utopia are in every manual."""
    specimen = a_document(issuing_state="UTO", nationality="UTO")

    assert ("mismatch", ("specimen", *["not_compared"] * 4)) == said(specimen)
    assert ("match", ()) == said(specimen, specimens=True)


def test_an_expired_document_goes_to_a_person_or_is_refused():
    """As the campus has it."""
    assert ("review", ("expired",)) == said(EXPIRED)
    assert ("mismatch", ("expired",)) == said(EXPIRED, expired=Tolerance.REFUSE)


def test_a_date_that_only_the_printed_card_shows_goes_to_a_person():
    """Also where expired documents are refused: nobody knows yet."""
    card = a_document(
        format=DocumentFormat.FRA, issued=(2016, 11), birth_date=PartialDate(2002, 5, 5), expiry=None
    )

    assert ("review", ("read_the_printed_date",)) == said(card, expired=Tolerance.REFUSE)


@pytest.mark.parametrize(
    ("birth_date", "expected"),
    [
        (BirthDate.EQUAL, ("match", ())),
        (BirthDate.DIFFERENT, ("mismatch", ("birth_date_different",))),
        (BirthDate.UNKNOWN, ("review", ("birth_date_unknown",))),
        (BirthDate.NOT_COMPARED, ("review", ("birth_date_not_compared",))),
    ],
)
def test_the_birth_date_decides_between_namesakes(birth_date, expected):
    """Another date is a mismatch even where the names agree; an unknown one is a person's matter."""
    assert expected == said(a_document(), a_student(birth_date=birth_date))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("PETIT<<MARC", ("mismatch", ("surname_different", "given_different"))),
        ("PETIT<<AMELIE", ("review", ("birth_name_unknown",))),
        ("DUPOND<<MARC", ("review", ("given_different",))),
        ("DUPONT<<AMELIE", ("review", ("surname_one_letter",))),
        ("AMELIE<<DUPOND", ("review", ("order_swapped", "order_swapped"))),
    ],
)
def test_names_that_differ(names, expected):
    """Both halves: a mismatch. One half, or a letter: a person decides."""
    assert expected == said(a_document(names))


@pytest.mark.parametrize("names", ["DUPONT<<AMELIE", "DUPOND<<AMELIA"])
def test_a_campus_may_refuse_names_that_differ_by_a_letter(names):
    """Names have no check digit, so a letter may be misread; a campus may still be strict."""
    assert Outcome.MISMATCH == verdict(a_document(names), one_letter=Tolerance.REFUSE).outcome


def test_a_chosen_first_name_is_not_a_mismatch():
    """The document has other given names than the directory shows; surname and birth date agree."""
    assert ("review", ("given_different",)) == said(a_document("DUPOND<<MARTIN"), a_student("Lou"))


def test_a_typed_number_goes_to_a_person():
    """Nobody showed a card."""
    assert ("review", ("number_typed",)) == said(a_document(), card=CardSource.TYPED)


def test_a_candidate_number_counts_with_a_document_that_agrees():
    """A longer identifier may be another university's; names and birth date tell."""
    unsure = a_student(birth_date=BirthDate.UNKNOWN)

    assert ("match", ()) == said(a_document(), card=CardSource.CANDIDATE)
    assert ("review", ("expired",)) == said(EXPIRED, card=CardSource.CANDIDATE)
    assert ("review", ("card_candidate", "birth_date_unknown")) == said(
        a_document(), unsure, card=CardSource.CANDIDATE
    )


def test_several_doubts_are_all_told():
    """Staff see each of them, in the order of the checks."""
    student = a_student(surname="Dupont", birth_date=BirthDate.UNKNOWN)

    assert ("review", ("number_typed", "expired", "surname_one_letter", "birth_date_unknown")) == said(
        EXPIRED, student, card=CardSource.TYPED
    )


DOCUMENTS = st.builds(
    a_document,
    st.sampled_from(["DUPOND<<AMELIE", "PETIT<<MARC", "PETIT<<AMELIE", "<<DUPOND", ""]),
    cut=st.booleans(),
    valid=st.booleans(),
    format=st.sampled_from(DocumentFormat),
    document_code=st.sampled_from(["P", "I", "IR", "AC", "X", ""]),
    issuing_state=st.sampled_from(["FRA", "UTO", "MAR", ""]),
    expiry=st.none() | st.dates(),
    issued=st.none() | st.tuples(st.integers(1988, 2087), st.integers(1, 12)),
    birth_date=st.none() | st.builds(PartialDate, st.none() | st.integers(1926, 2026), st.none(), st.none()),
)


@given(
    document=st.none() | DOCUMENTS,
    birth_date=st.sampled_from(BirthDate),
    card=st.sampled_from(CardSource),
    policy=st.builds(
        Policy,
        documents=st.dictionaries(st.sampled_from(DocumentKind), st.sampled_from(Rule)),
        expired=st.sampled_from(Tolerance),
        one_letter=st.sampled_from(Tolerance),
        specimens=st.booleans(),
    ),
)
def test_every_verdict_is_complete_and_fails_closed(document, birth_date, card, policy):
    """Each item once, known codes only; a match only where every check is right and the document was read."""
    found = verify(document, a_student(birth_date=birth_date), card=card, policy=policy, today=TODAY)

    assert list(Item) == [check.item for check in found.checks]
    assert {check.code for check in found.checks} <= set(Reason)
    if found.outcome is Outcome.MATCH:
        assert document is not None
        assert document.valid
        assert BirthDate.EQUAL is birth_date
        assert () == found.codes


def test_a_verdict_holds_no_value_that_was_compared():
    """Codes only: a printed verdict says nothing of the document or the directory."""
    text = repr(verdict(a_document("PETIT<<MARC"), a_student("Zoé", "Durand"))).upper()

    assert not any(secret in text for secret in ("PETIT", "MARC'", "ZO", "DURAND", "20AA", "21900001"))
