"""At the desk a person is seen: staff are named, and edge papers take a supervisor's written reason."""

from datetime import date

import pytest

from kiosk.desk.filing_in_person import file_in_person
from kiosk.errors import DirectoryAway, NotAllowed, Refused
from kiosk.filing import TurnedAway
from kiosk.identity.verdict import Outcome
from kiosk.identity.verify import CardSource
from kiosk.request.request import Presence, State
from kiosk.staff.account import Role
from kiosk.unattended import submit
from tests.given import NUMBER, a_document
from tests.kiosk.test_filing import a_claim, bodies

EXPIRED = {"document": a_document(expiry=date(2024, 1, 1))}
NO_CARD = {"card": CardSource.TYPED}


def test_who_saw_the_person_is_named(bench):
    """The verification is in person, by the one who is signed in."""
    filed = file_in_person(bench.kit, bench.staff[Role.RECEPTION], a_claim())

    verification = filed.request.verification
    assert (State.WAITING, Presence.IN_PERSON) == (filed.request.state, verification.presence)
    assert ("one.reception", None) == (verification.verified_by, verification.supervisor_reason)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMIN])
def test_who_does_not_work_at_the_counter_verifies_nobody(bench, role):
    """Nothing is looked up for them."""
    with pytest.raises(NotAllowed):
        file_in_person(bench.kit, bench.staff[role], a_claim())

    assert [] == bodies(bench)


@pytest.mark.parametrize("edge", [EXPIRED, NO_CARD])
@pytest.mark.parametrize("role", [Role.RECEPTION, Role.APPROVER])
def test_edge_papers_take_a_supervisor(bench, role, edge):
    """Others are told so, and nothing is filed."""
    with pytest.raises(NotAllowed, match="supervisor"):
        file_in_person(bench.kit, bench.staff[role], a_claim(**edge))

    assert bench.kit.store.open_for(NUMBER) is None


@pytest.mark.parametrize("edge", [EXPIRED, NO_CARD])
@pytest.mark.parametrize("reason", [None, "", "  "])
def test_a_supervisor_writes_down_why(bench, edge, reason):
    """Blanks are no reason."""
    with pytest.raises(Refused, match="Write down"):
        file_in_person(bench.kit, bench.staff[Role.SUPERVISOR], a_claim(**edge), reason)

    assert bench.kit.store.open_for(NUMBER) is None


@pytest.mark.parametrize("edge", [EXPIRED, NO_CARD])
def test_the_reason_stays_with_the_verification(bench, edge):
    """As it was written, without the blanks around it."""
    filed = file_in_person(bench.kit, bench.staff[Role.SUPERVISOR], a_claim(**edge), " Known to the lab. ")

    assert "Known to the lab." == bench.kit.store.get(filed.request.reference).verification.supervisor_reason


def test_the_written_reason_is_not_in_the_journal(bench):
    """It may name someone, and the journal is never erased."""
    file_in_person(bench.kit, bench.staff[Role.SUPERVISOR], a_claim(**EXPIRED), "Known to the lab.")

    assert all("lab" not in str(body) for body in bodies(bench))


def test_only_a_supervisor_writes_a_reason(bench):
    """Even where the papers are in order: it would look like one's decision."""
    with pytest.raises(NotAllowed):
        file_in_person(bench.kit, bench.staff[Role.RECEPTION], a_claim(), "I know them.")


def test_no_reason_turns_a_mismatch_into_a_request(bench):
    """Another person's document stays one."""
    stranger = a_document(surname="PETIT", given_names="MARC")
    turned = file_in_person(
        bench.kit, bench.staff[Role.SUPERVISOR], a_claim(document=stranger), "I know them."
    )

    assert isinstance(turned, TurnedAway)
    assert Outcome.MISMATCH is turned.verdict.outcome


@pytest.mark.parametrize("is_shared", [True, False])
def test_staff_hear_of_a_number_that_several_entries_have(bench, is_shared):
    """The verdict is as for an unknown one, in the journal too; only staff can tell digital support."""
    bench.directory.shared = {"21999999"} if is_shared else set()

    turned = file_in_person(bench.kit, bench.staff[Role.RECEPTION], a_claim(number="21999999"))

    assert isinstance(turned, TurnedAway)
    assert (Outcome.MISMATCH, is_shared) == (turned.verdict.outcome, turned.is_number_shared)


def test_a_terminal_is_never_told_of_a_shared_number(bench):
    """The same as for an unknown one, and the directory isn't even asked."""
    bench.directory.shared = {"21999999"}

    assert not submit(bench.kit, a_claim(number="21999999")).is_number_shared


def test_a_directory_that_is_away_files_nothing(bench):
    """No answer is never "verified", in person neither."""
    bench.directory.away = True

    with pytest.raises(DirectoryAway):
        file_in_person(bench.kit, bench.staff[Role.RECEPTION], a_claim())

    assert [] == bodies(bench)


def test_what_the_terminal_checked_alone_is_verified_anew(bench, waiting):
    """The request stays, with its ticket; who saw the person now stands in it and in the journal."""
    filed = file_in_person(bench.kit, bench.staff[Role.RECEPTION], a_claim())

    kept = bench.kit.store.get(waiting.reference)
    assert (filed.request, filed.secret) == (kept, None)
    assert (Presence.IN_PERSON, "one.reception") == (
        kept.verification.presence,
        kept.verification.verified_by,
    )
    assert waiting.ticket_digest == kept.ticket_digest
    assert ["request_filed", "verified_in_person"] == [body["kind"] for body in bodies(bench)]


def test_a_second_look_at_someone_seen_changes_nothing(bench):
    """The first colleague's verification stands."""
    file_in_person(bench.kit, bench.staff[Role.RECEPTION], a_claim())

    filed = file_in_person(bench.kit, bench.staff[Role.APPROVER], a_claim())

    assert "one.reception" == filed.request.verification.verified_by
