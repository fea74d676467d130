"""What a student is told to bring or to do."""

import pytest

from kiosk.triage.advice import NOT_VERIFIED, Advice, advice, what_to_bring
from kiosk.triage.words import Cause, Door


@pytest.mark.parametrize(
    ("door", "first"),
    [
        (Door.SELF_SERVICE, Advice.USE_RESET_LINK),
        (Door.RECEPTION, Advice.COME_TO_DESK),
        (Door.DIGITAL_SUPPORT, Advice.KEEP_TICKET),
        (Door.REGISTRAR, Advice.GO_TO_REGISTRAR),
    ],
)
def test_every_door_has_something_to_do(door, first):
    """Nobody is sent away without knowing what comes next."""
    assert first is advice(door)[0]


def test_the_reset_link_goes_with_the_right_address():
    """The reset page ignores a personal address without a word."""
    assert {Advice.USE_RESET_LINK, Advice.USE_INSTITUTIONAL_ADDRESS} == set(advice(Door.SELF_SERVICE))


def test_self_service_is_not_always_a_reset():
    """An account that was never activated, or whose password must be changed first."""
    assert (Advice.ACTIVATE_ACCOUNT,) == advice(Door.SELF_SERVICE, Cause.NOT_ACTIVATED)
    assert (Advice.SIGN_IN_AND_CHANGE_PASSWORD,) == advice(Door.SELF_SERVICE, Cause.MUST_CHANGE_PASSWORD)


@pytest.mark.parametrize("cause", [Cause.TOO_MANY_TRIES, Cause.NOT_REGISTERED, Cause.CANT_TELL, Cause.IDLE])
def test_any_other_cause_changes_nothing_at_its_door(cause):
    """The door says it all."""
    assert advice(Door.RECEPTION) == advice(Door.RECEPTION, cause)


@pytest.mark.parametrize(
    ("has_card", "has_document", "expected"),
    [
        (False, False, "bring_identity_document bring_student_card bring_enrolment_certificate"),
        (True, False, "bring_identity_document"),
        (False, True, "bring_student_card bring_enrolment_certificate"),
        (True, True, ""),
    ],
)
def test_without_papers_one_learns_what_to_bring(has_card, has_document, expected):
    """No papers, no request; the number stands on the certificate as well."""
    assert tuple(expected.split()) == what_to_bring(has_card=has_card, has_document=has_document)


def test_who_was_not_verified_learns_nothing_but_where_to_go():
    """One advice for a wrong name and an unknown number alike."""
    assert (Advice.COME_TO_DESK, Advice.BRING_IDENTITY_DOCUMENT, Advice.BRING_STUDENT_CARD) == NOT_VERIFIED
