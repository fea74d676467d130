"""Staff hand a ticket over: printed, or shown, and a new one where the first is lost."""

import json

import pytest

from kiosk.desk.deciding import refuse
from kiosk.desk.ticketing import new_ticket, print_ticket, ticket_of
from kiosk.errors import AlreadyDecided, NotAllowed, NotFound, PrinterAway
from kiosk.filing import Witness, file_claim
from kiosk.request.life import RefusalReason
from kiosk.request.ticket import qr_text
from kiosk.staff.account import Role
from kiosk.visit import status
from tests.kiosk.test_filing import a_claim


def test_a_ticket_says_what_the_terminals_does(bench):
    """Its reference and its code, in the holder's language."""
    filed = file_claim(bench.kit, a_claim(language="en"), Witness(login="ann"))
    ticket = ticket_of(bench.kit, filed.request, qr_text(filed.secret))

    assert f"Tracking number: {filed.request.reference}" in ticket.lines
    assert ticket.qr not in repr(ticket)


def test_a_new_ticket_opens_the_request_and_the_old_one_nothing(bench):
    """Who finds the lost one reads nothing with it."""
    filed = file_claim(bench.kit, a_claim(), Witness())

    ticket = new_ticket(bench.kit, bench.staff[Role.RECEPTION], filed.request.reference)

    assert filed.request.reference == status(bench.kit, ticket.qr).reference
    with pytest.raises(NotFound):
        status(bench.kit, qr_text(filed.secret))


def test_a_new_ticket_is_in_the_journal(bench, waiting):
    """With who gave it, and without its code."""
    new_ticket(bench.kit, bench.staff[Role.RECEPTION], waiting.reference)

    last = [json.loads(event.body) for event in bench.kit.store.events()][-1]
    assert ("ticket_replaced", "one.reception") == (last["kind"], last["by"])


def test_an_ended_request_gets_no_ticket(bench, waiting):
    """There is nothing left to follow."""
    refuse(bench.kit, bench.staff[Role.APPROVER], waiting.reference, RefusalReason.WITHDRAWN)

    with pytest.raises(AlreadyDecided):
        new_ticket(bench.kit, bench.staff[Role.RECEPTION], waiting.reference)


def test_a_ticket_is_printed_by_those_who_may(bench, waiting):
    """An auditor prints none."""
    ticket = new_ticket(bench.kit, bench.staff[Role.RECEPTION], waiting.reference)

    print_ticket(bench.kit, bench.staff[Role.RECEPTION], ticket)
    with pytest.raises(NotAllowed):
        print_ticket(bench.kit, bench.staff[Role.AUDITOR], ticket)

    assert [("\n".join(ticket.lines), ticket.qr, waiting.reference)] == bench.printer.printed


def test_a_printer_that_is_away_says_so(bench, waiting):
    """The ticket stays on the screen."""
    ticket = new_ticket(bench.kit, bench.staff[Role.RECEPTION], waiting.reference)
    bench.printer.away = True

    with pytest.raises(PrinterAway):
        print_ticket(bench.kit, bench.staff[Role.RECEPTION], ticket)
