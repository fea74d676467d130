"""What the desk says of an account, from a dossier."""

import pytest

from kiosk.request.life import ENDED
from kiosk.request.request import State
from kiosk.triage.words import Cause, Door
from ui.desk_gallery import campus, views
from ui.desk_views.request import failure
from ui.words import load_words

WORDS = load_words("en")


def test_each_cause_is_named_with_its_office_in_order():
    """Not registered and locked: the registrar first, then the desk, and nobody is sent there twice."""
    causes = (Cause.NOT_REGISTERED, Cause.TOO_MANY_TRIES, Cause.PASSWORD_EXPIRED)
    told = views.request(WORDS, views.dossier(campus.request(3), causes=causes)).cause

    order = [WORDS(f"desk.cause.{cause}") for cause in causes]
    offices = [WORDS(f"desk.door.{door}") for door in ("registrar", "reception", "digital_support")]
    places = [f"{told.title} {told.says}".index(each) for each in (order[0], offices[0], *order[1:])]
    assert sorted(places) == places
    assert all(office in told.says for office in offices)


def test_a_server_that_stays_behind_is_named():
    """Whoever mends it knows which."""
    assert "ldap2.example.org" in failure(WORDS, "replica_behind:ldap2.example.org")
    request = campus.decided(State.FAILED, failure="replica_behind:ldap2.example.org")
    assert any(
        "ldap2.example.org" in said.title for said in views.request(WORDS, views.dossier(request)).warnings
    )


def told(request, *causes, **dossier):
    return views.request(WORDS, views.dossier(request, causes=causes, **dossier))


@pytest.mark.parametrize("state", sorted(ENDED - {State.FAILED}))
def test_an_ended_request_says_how_it_ended(state):
    """The badge names the state at the top, the sentence below says more than that it is over."""
    view = told(campus.ended(state, reason="withdrawn", to=Door.REGISTRAR), Cause.TOO_MANY_TRIES)

    assert WORDS(f"desk.state.{state}") == view.sign.word
    assert view.why not in ("", WORDS("desk.why.ended"))


@pytest.mark.parametrize("state", sorted(ENDED - {State.FAILED}))
def test_an_ended_request_asks_for_nothing(state):
    """Nobody is told to look at marked rows, or which office comes next, once it is over."""
    request = campus.ended(state, at=6, verdict=campus.REVIEW, reason="withdrawn", to=Door.REGISTRAR)
    view = told(request, Cause.SUSPECTED_HACK, Cause.TOO_MANY_TRIES)

    assert () == view.warnings
    assert WORDS("desk.door.digital_support") not in view.cause.says


@pytest.mark.parametrize("state", [State.APPROVED, State.FAILED])
def test_who_approved_is_said_while_it_is_carried_out(state):
    """Whoever takes it up again knows whom to ask."""
    view = told(campus.decided(state, failure="still_locked"), Cause.TOO_MANY_TRIES)

    assert "nferrand" in view.why


def test_a_carried_out_request_says_when():
    """Unlocked is a fact with a time, apart from the approval."""
    view = told(campus.ended(State.UNLOCKED), Cause.NOT_LOCKED)

    assert views.when(WORDS).moment(campus.NOW) in view.why


def test_each_further_cause_has_a_line_of_its_own():
    """Commas inside a cause are not mistaken for the end of it."""
    further = (Cause.TECHNICAL_LOCK, Cause.TOO_MANY_TRIES)
    says = told(campus.request(6), Cause.SUSPECTED_HACK, *further).cause.says

    lines = says.split("\n")
    assert [WORDS(f"desk.cause.{cause}") for cause in further] == [
        line.removeprefix("– ").split(" → ")[0] for line in lines[-2:]
    ]
