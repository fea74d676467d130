"""A claim is verified against the directory and filed, or turned away, with its event."""

import json

import pytest

from kiosk.errors import DirectoryAway
from kiosk.filing import Claim, Filed, TurnedAway, Witness, file_claim
from kiosk.identity.student import BirthDate
from kiosk.identity.verdict import Outcome
from kiosk.identity.verify import CardSource
from kiosk.request.request import Presence, State
from kiosk.request.ticket import ticket_digest
from kiosk.triage.account_state import AccountState, Standing
from kiosk.triage.words import Door, Symptom
from tests.fakes import LOCKED
from tests.given import NUMBER, a_document, a_student


def a_claim(**changes: object) -> Claim:
    facts = {
        "number": NUMBER,
        "card": CardSource.NUMBER,
        "document": a_document(),
        "symptom": Symptom.BLOCKED,
    }
    return Claim(**(facts | changes))


def bodies(bench) -> list[dict]:
    return [json.loads(event.body) for event in bench.kit.store.events()]


def test_a_match_is_filed_and_waits(bench):
    """Unattended, with a ticket that opens it."""
    filed = file_claim(bench.kit, a_claim(), Witness())

    assert isinstance(filed, Filed)
    assert (State.WAITING, Outcome.MATCH) == (filed.request.state, filed.verdict.outcome)
    assert Presence.UNATTENDED is filed.request.verification.presence
    assert filed.request == bench.kit.store.by_ticket(ticket_digest(filed.secret))


def test_staff_who_stood_by_are_named(bench):
    """In person, the verification says who."""
    filed = file_claim(bench.kit, a_claim(), Witness(login="ann"))

    assert (Presence.IN_PERSON, "ann") == (
        filed.request.verification.presence,
        filed.request.verification.verified_by,
    )


def test_an_open_request_is_returned_instead_of_a_second(bench):
    """The same reference, and no new ticket: only the first one opens it."""
    first = file_claim(bench.kit, a_claim(), Witness())
    second = file_claim(bench.kit, a_claim(), Witness())

    assert first.request == second.request
    assert second.secret is None
    assert 1 == len(bodies(bench))


def test_another_birth_date_files_nothing(bench):
    """Even where the names agree: namesakes exist."""
    bench.directory.add(a_student(birth_date=BirthDate.DIFFERENT), LOCKED)

    turned = file_claim(bench.kit, a_claim(), Witness())

    assert Outcome.MISMATCH is turned.verdict.outcome
    assert turned.door is None
    assert bench.kit.store.open_for(NUMBER) is None
    assert ["verification_failed"] == [body["kind"] for body in bodies(bench)]


def test_an_unknown_number_looks_like_any_mismatch(bench):
    """Without a code that would tell them apart."""
    turned = file_claim(bench.kit, a_claim(number="99999999"), Witness())

    assert isinstance(turned, TurnedAway)
    assert (Outcome.MISMATCH, ()) == (turned.verdict.outcome, turned.verdict.codes)


@pytest.mark.parametrize(
    "state",
    [
        AccountState(standing=Standing.ADMINISTRATIVE_LOCK, locked=False),
        AccountState(standing=Standing.ACTIVE, locked=True, registered=False),
    ],
)
def test_what_the_registrar_must_solve_is_not_filed(bench, state):
    """Ending a lock would not help; the door says so, and the journal that it was shown."""
    bench.directory.add(a_student(), state)

    turned = file_claim(bench.kit, a_claim(), Witness())

    assert (Door.REGISTRAR, Outcome.MATCH) == (turned.door, turned.verdict.outcome)
    assert ["way_out_shown"] == [body["kind"] for body in bodies(bench)]


def test_a_directory_that_is_away_files_nothing(bench):
    """No answer is never "verified", and nothing is counted against the number."""
    bench.directory.away = True

    with pytest.raises(DirectoryAway):
        file_claim(bench.kit, a_claim(), Witness())

    assert [] == bodies(bench)


def test_no_event_names_a_person(bench):
    """Neither the student's number and names, nor what the document says."""
    file_claim(bench.kit, a_claim(), Witness())
    file_claim(bench.kit, a_claim(number="99999999"), Witness())

    text = "".join(event.body for event in bench.kit.store.events())
    for word in (
        NUMBER,
        "99999999",
        "Dupond",
        "DUPOND",
        "Amélie",
        "AMELIE",
        "20AA00000",
        "2005-04-17",
        "050417",
    ):
        assert word not in text
