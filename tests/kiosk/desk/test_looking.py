"""What staff see: the queue, and everything about one request."""

import pytest

from kiosk.desk.looking import dossier, queue
from kiosk.errors import NotAllowed
from kiosk.filing import Witness, file_claim
from kiosk.staff.account import Role
from kiosk.triage.words import Cause
from tests.fakes import LOCKED
from tests.given import a_student
from tests.kiosk.test_filing import a_claim


def test_the_queue_has_urgent_requests_first(bench, waiting):
    """Then those that are due first."""
    bench.directory.add(a_student(number="21900018"), LOCKED)
    urgent = file_claim(bench.kit, a_claim(number="21900018", urgent=True), Witness()).request

    page = queue(bench.kit, bench.staff[Role.RECEPTION])

    assert (urgent, waiting) == page.requests


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMIN])
def test_who_needs_no_person_sees_none(bench, waiting, role):
    """Auditors and administrators have no business in the queue."""
    for look in (
        lambda: queue(bench.kit, bench.staff[role]),
        lambda: dossier(bench.kit, bench.staff[role], "x"),
    ):
        with pytest.raises(NotAllowed):
            look()


def test_a_dossier_tells_the_cause(bench, waiting):
    """From the directory as it is now."""
    found = dossier(bench.kit, bench.staff[Role.RECEPTION], waiting.reference)

    assert (waiting, (Cause.TOO_MANY_TRIES,), None) == (found.request, found.causes, found.directory_away)


def test_a_directory_that_is_away_leaves_the_cause_open(bench, waiting):
    """The request is shown all the same, with why nothing is known."""
    bench.directory.away = True

    found = dossier(bench.kit, bench.staff[Role.RECEPTION], waiting.reference)

    assert ((Cause.CANT_TELL,), "The directory doesn't answer.") == (found.causes, found.directory_away)


def test_earlier_requests_are_listed_without_this_one(bench, waiting):
    """The first request has none."""
    assert () == dossier(bench.kit, bench.staff[Role.RECEPTION], waiting.reference).earlier
