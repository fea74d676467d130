"""The terminal's side: one duration for every answer, three failures a day, tickets that open a status."""

import pytest

from kiosk.desk.deciding import approve
from kiosk.desk.filing_in_person import file_in_person
from kiosk.errors import DirectoryAway, NotFound
from kiosk.filing import Filed
from kiosk.identity.verdict import Outcome
from kiosk.request.ticket import qr_text
from kiosk.staff.account import Role
from kiosk.triage.words import Door
from kiosk.unattended import submit
from kiosk.visit import NOT_VERIFIED, status, with_request, without_request
from tests.given import NUMBER, a_document
from tests.kiosk.test_filing import a_claim, bodies

STRANGER = {"surname": "PETIT", "given_names": "MARC"}


@pytest.mark.parametrize("changes", [{}, {"number": "99999999"}, {"document": a_document(**STRANGER)}])
def test_every_answer_takes_the_same_time(bench, changes):
    """Match, unknown number and mismatch wait until the minimum is over."""
    submit(bench.kit, a_claim(**changes))

    assert [2.0] == bench.clock.paused


def test_a_failure_of_the_directory_takes_as_long(bench):
    """Else its speed would tell whether the number got that far."""
    bench.directory.away = True

    with pytest.raises(DirectoryAway):
        submit(bench.kit, a_claim())

    assert [2.0] == bench.clock.paused


def test_after_three_failures_only_the_desk_helps(bench):
    """Even with the right papers, and for this number only."""
    for _ in range(3):
        submit(bench.kit, a_claim(document=a_document(**STRANGER)))

    turned = submit(bench.kit, a_claim())

    assert (Outcome.MISMATCH, Door.RECEPTION) == (turned.verdict.outcome, turned.door)
    assert bench.kit.store.open_for(NUMBER) is None


def test_the_next_day_the_terminal_helps_again(bench):
    """The count starts anew at midnight."""
    for _ in range(3):
        submit(bench.kit, a_claim(document=a_document(**STRANGER)))
    bench.clock.advance(days=1)

    assert isinstance(submit(bench.kit, a_claim()), Filed)


def test_a_ticket_is_printed_with_its_code(bench):
    """The paper says the reference, never why the account is closed."""
    filed = submit(bench.kit, a_claim())
    leaving = with_request(bench.kit, filed, "en")

    [(text, qr, reference)] = bench.printer.printed
    assert leaving.printed
    assert (qr_text(filed.secret), filed.request.reference) == (qr, reference)
    assert "blocked" not in text.lower()


def test_a_printer_that_is_away_loses_no_request(bench):
    """The screen shows what the paper would."""
    bench.printer.away = True
    leaving = with_request(bench.kit, submit(bench.kit, a_claim()), "fr")

    assert not leaving.printed
    assert leaving.outcome.request == bench.kit.store.get(leaving.outcome.request.reference)


def test_every_failure_reads_the_same(bench):
    """An unknown number and a stranger's document get the same lines."""
    unknown = submit(bench.kit, a_claim(number="99999999"))
    stranger = submit(bench.kit, a_claim(document=a_document(**STRANGER)))

    lines = [without_request(bench.kit, turned, turned.door, "fr").ticket for turned in (unknown, stranger)]
    assert lines[0] == lines[1]
    assert len(NOT_VERIFIED) < len(lines[0])


def test_the_ticket_opens_the_status(bench):
    """Its holder reads the state; who types the reference reads one of two words."""
    filed = submit(bench.kit, a_claim())

    by_ticket = status(bench.kit, qr_text(filed.secret))
    typed = status(bench.kit, filed.request.reference.lower())

    assert filed.request == by_ticket.request
    assert ("waiting", None) == (typed.word, typed.request)


@pytest.mark.parametrize(
    "text", ["", "MK1:AAAAAAAAAAAAAAAAAAAAAAAAAA", "MK-2222-2222", "robert'); DROP TABLE"]
)
def test_what_opens_nothing_is_not_found(bench, text):
    """With a sentence, whatever was typed."""
    with pytest.raises(NotFound):
        status(bench.kit, text)


# who comes again


def test_who_comes_again_gets_a_new_ticket_for_the_same_request(bench):
    """The first may never have been printed. It opens nothing any more, and the new one says so."""
    first = submit(bench.kit, a_claim())
    again = submit(bench.kit, a_claim())
    leaving = with_request(bench.kit, again, "en")

    assert (first.request.id, True) == (again.request.id, again.replaces)
    assert again.request == status(bench.kit, qr_text(again.secret)).request
    with pytest.raises(NotFound):
        status(bench.kit, qr_text(first.secret))
    assert "replaces" in "\n".join(leaving.ticket)
    assert leaving.printed


def test_a_new_ticket_leaves_its_event(bench):
    """Nobody stood by: the visitor's."""
    submit(bench.kit, a_claim())
    submit(bench.kit, a_claim())

    assert [("request_filed", "visitor"), ("ticket_replaced", "visitor")] == [
        (body["kind"], body["by"]) for body in bodies(bench)
    ]


def test_who_proves_less_than_who_filed_gets_no_ticket(bench):
    """A document that only resembles doesn't take over what a match filed."""
    first = submit(bench.kit, a_claim())
    again = submit(bench.kit, a_claim(document=a_document(surname="DUPONT")))

    assert (Outcome.REVIEW, first.request.id, None) == (
        again.verdict.outcome,
        again.request.id,
        again.secret,
    )
    assert first.request == status(bench.kit, qr_text(first.secret)).request


def test_who_filed_with_a_doubt_comes_again_with_the_same(bench):
    """They proved as much as the first time."""
    doubtful = a_claim(document=a_document(surname="DUPONT"))
    submit(bench.kit, doubtful)

    assert submit(bench.kit, doubtful).replaces


def test_what_staff_had_in_hand_keeps_its_ticket(bench):
    """Seen in person, or approved: a stolen card and document at the terminal take nothing over."""
    claim = a_claim()
    seen = file_in_person(bench.kit, bench.staff[Role.RECEPTION], claim)
    assert submit(bench.kit, claim).secret is None

    bench.directory.away = True
    approve(bench.kit, bench.staff[Role.APPROVER], seen.request.reference, seen=True)
    bench.directory.away = False
    assert submit(bench.kit, claim).secret is None
    assert seen.request.id == status(bench.kit, qr_text(seen.secret)).request.id


def test_nobody_gets_a_ticket_by_failing(bench):
    """A stranger with the card is turned away, and the ticket stays."""
    first = submit(bench.kit, a_claim())
    submit(bench.kit, a_claim(document=a_document(**STRANGER)))

    assert first.request == status(bench.kit, qr_text(first.secret)).request
