"""What is held about one person: handed over whole, or erased so that nothing names them."""

import json

import pytest

from kiosk.desk.deciding import approve, refuse, undo
from kiosk.desk.journal_keeping import verify_journal
from kiosk.desk.person import Erased, erase_person, export_person
from kiosk.errors import NotAllowed, Refused
from kiosk.request.life import RefusalReason
from kiosk.request.request import State
from kiosk.staff.account import Role
from kiosk.unattended import submit
from tests.given import NUMBER, a_document, a_student
from tests.kiosk.test_filing import a_claim

OTHER = "21900018"


def kinds(events):
    return [json.loads(event.body)["kind"] for event in events]


@pytest.fixture
def refused(bench, waiting):
    return refuse(bench.kit, bench.staff[Role.APPROVER], waiting.reference, RefusalReason.DID_NOT_COME)


def test_everything_held_is_handed_over(bench, refused):
    """Each request, ended or open, with its events; and what the failures' limit counts."""
    submit(bench.kit, a_claim(document=a_document(surname="PETIT", given_names="MARC")))
    again = submit(bench.kit, a_claim()).request

    held = export_person(bench.kit, bench.staff[Role.AUDITOR], NUMBER)

    assert {again, refused} == set(held.requests)
    assert ["request_filed", "request_refused"] == kinds(held.events[refused.id])
    assert ["request_filed"] == kinds(held.events[again.id])
    assert (1, None) == (held.failures, held.register)


def test_handing_over_is_recorded(bench, waiting):
    """Who had it, never about whom."""
    export_person(bench.kit, bench.staff[Role.AUDITOR], NUMBER)

    last = json.loads(list(bench.kit.store.events())[-1].body)
    assert ("person_exported", "", "one.auditor", {"count": 1}) == tuple(
        last[key] for key in ("kind", "subject", "by", "details")
    )


def test_nothing_held_is_an_answer_too(bench):
    """A person may ask who never came by."""
    held = export_person(bench.kit, bench.staff[Role.SUPERVISOR], OTHER)

    assert ((), {}, 0) == (held.requests, held.events, held.failures)
    assert Erased(0, 0, False) == erase_person(bench.kit, bench.staff[Role.ADMIN], OTHER)


def test_erasing_empties_each_request_and_the_journal_still_verifies(bench, refused):
    """The one that waits lapses first: nobody could act on it."""
    waiting = submit(bench.kit, a_claim()).request

    assert Erased(1, 2, False) == erase_person(bench.kit, bench.staff[Role.ADMIN], NUMBER)

    kept = [bench.kit.store.get(each.reference) for each in (refused, waiting)]
    assert [(State.REFUSED, None), (State.LAPSED, None)] == [(each.state, each.holder) for each in kept]
    assert ["request_lapsed", "person_erased"] == kinds(bench.kit.store.events())[-2:]
    assert verify_journal(bench.kit).first_broken is None


def test_others_keep_theirs(bench, waiting):
    """One number is erased."""
    bench.directory.add(a_student(number=OTHER), bench.directory.states[NUMBER])
    other = submit(bench.kit, a_claim(number=OTHER)).request

    erase_person(bench.kit, bench.staff[Role.SUPERVISOR], NUMBER)

    assert other == bench.kit.store.get(other.reference)


def test_a_dry_run_only_counts(bench, waiting):
    """Nothing moves."""
    assert Erased(1, 1, False) == erase_person(bench.kit, bench.staff[Role.ADMIN], NUMBER, dry_run=True)

    assert waiting == bench.kit.store.get(waiting.reference)


def test_what_is_being_carried_out_is_not_erased_under_way(bench, waiting):
    """The sentence says what to do; after taking the approval back it goes."""
    bench.directory.away = True
    approve(bench.kit, bench.staff[Role.SUPERVISOR], waiting.reference, seen=True)

    with pytest.raises(Refused, match="kiosk undo"):
        erase_person(bench.kit, bench.staff[Role.ADMIN], NUMBER)
    assert bench.kit.store.get(waiting.reference).holder is not None

    undo(bench.kit, bench.staff[Role.APPROVER], waiting.reference)
    assert Erased(1, 1, False) == erase_person(bench.kit, bench.staff[Role.ADMIN], NUMBER)


def test_erasing_is_no_way_around_the_limit(bench):
    """Failures are counted on, under a digest that names nobody."""
    for _ in range(3):
        submit(bench.kit, a_claim(document=a_document(surname="PETIT", given_names="MARC")))

    erase_person(bench.kit, bench.staff[Role.ADMIN], NUMBER)

    assert bench.kit.store.open_for(NUMBER) is None
    assert submit(bench.kit, a_claim()).door is not None


def test_the_register_is_told_apart(bench, happening):
    """It is a copy of the registrar's: erasing there is theirs to do."""
    bench.kit.store.replace_register([{"number": NUMBER, "surname": "Dupond"}], happening)

    held = export_person(bench.kit, bench.staff[Role.AUDITOR], NUMBER)
    erased = erase_person(bench.kit, bench.staff[Role.ADMIN], NUMBER)

    assert "Dupond" == held.register["surname"]
    assert erased.in_register


@pytest.mark.parametrize("role", [Role.RECEPTION, Role.APPROVER, Role.ADMIN])
def test_only_supervisors_and_auditors_export(bench, role):
    """By the table."""
    with pytest.raises(NotAllowed):
        export_person(bench.kit, bench.staff[role], NUMBER)


@pytest.mark.parametrize("role", [Role.RECEPTION, Role.APPROVER, Role.AUDITOR])
def test_only_supervisors_and_administrators_erase(bench, role):
    """By the table."""
    with pytest.raises(NotAllowed):
        erase_person(bench.kit, bench.staff[role], NUMBER)
