"""Staff find a request by what the person in front of them has: a ticket, a card, a name."""

import pytest

from kiosk.desk.deciding import refuse
from kiosk.desk.searching import search
from kiosk.errors import NotAllowed
from kiosk.filing import Witness, file_claim
from kiosk.request.life import RefusalReason
from kiosk.request.ticket import qr_text
from kiosk.staff.account import Role
from tests.fakes import LOCKED
from tests.given import NUMBER, a_document, a_student
from tests.kiosk.test_filing import a_claim

OTHER = "21900018"


@pytest.fixture
def filed(bench):
    """Amélie Dupond's request waits, and so does Jean-Loup N'Guessan's."""
    bench.directory.add(
        a_student(
            number=OTHER, surname="N'Guessan", given_name="Jean-Loup", display_name="Jean-Loup N’Guessan"
        ),
        LOCKED,
    )
    other = a_document(surname="N<GUESSAN", given_names="JEAN<LOUP")
    file_claim(bench.kit, a_claim(number=OTHER, document=other), Witness())
    return file_claim(bench.kit, a_claim(), Witness())


def names(bench, text: str) -> list[str]:
    found = search(bench.kit, bench.staff[Role.RECEPTION], text)
    return [request.holder.display_name for request in found]


@pytest.mark.parametrize("text", ["dupond", "DUPOND Amelie", "  amélie ", "dup am", NUMBER, "é&çààà&è"])
def test_an_open_request_is_found_by_name_or_number(bench, filed, text):
    """In any order and case, with or without accents; and as a scanner with the wrong keyboard types it."""
    assert ["Amélie Dupond"] == names(bench, text)


@pytest.mark.parametrize("text", ["jean loup", "guessan", "n guessan", "N'GUESSAN"])
def test_hyphens_and_apostrophes_do_not_matter(bench, filed, text):
    """They are written in many ways."""
    assert ["Jean-Loup N’Guessan"] == names(bench, text)


@pytest.mark.parametrize("text", ["", " ", "-", "d", "2190", "pond", "smith"])
def test_too_little_or_nothing_finds_nobody(bench, filed, text):
    """One letter isn't a search, and part of a number isn't one either."""
    assert [] == names(bench, text)


def test_a_reference_is_found_as_people_write_it(bench, filed):
    """Small letters, no dashes."""
    written = filed.request.reference.lower().replace("-", "")

    assert ["Amélie Dupond"] == names(bench, written)


def test_a_ticket_held_under_the_scanner_is_found(bench, filed):
    """Its code opens the request."""
    assert ["Amélie Dupond"] == names(bench, qr_text(filed.secret))


def test_an_ended_request_is_found_by_its_reference_alone(bench, filed):
    """Who has no ticket any more asks about a new one."""
    refuse(bench.kit, bench.staff[Role.APPROVER], filed.request.reference, RefusalReason.WITHDRAWN)

    assert ["Amélie Dupond"] == names(bench, filed.request.reference)
    assert [] == names(bench, "Dupond")


def test_who_may_not_look_does_not_search(bench, filed):
    """An auditor proves, and reads nobody's name."""
    with pytest.raises(NotAllowed):
        search(bench.kit, bench.staff[Role.AUDITOR], "Dupond")
