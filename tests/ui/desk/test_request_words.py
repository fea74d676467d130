"""What the desk says of an account, from a dossier."""

from kiosk.request.request import State
from kiosk.triage.words import Cause
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
