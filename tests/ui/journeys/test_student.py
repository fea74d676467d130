"""A student's way through the terminal, as seen and touched."""

from dataclasses import replace

import pytest

from kiosk.reading.card import CardKind, CardReading
from kiosk.triage.words import Symptom
from tests.given import NUMBER, a_document


def test_a_blocked_student_leaves_with_a_ticket(hall):
    """Symptom, notice, card, document, review, ticket: the request stands in the store."""
    hall.to_ticket()

    request = hall.bench.kit.store.get(hall.controller.state.ticket.reference)
    assert (Symptom.BLOCKED, "account_locked") == (request.symptom, request.holder.message)


def test_a_visit_ends_with_habits_and_forgets(hall):
    """After the ticket come the habits, then the first screen, with nothing held."""
    hall.to_ticket()
    hall.touch("ticket.next")
    assert "PreventionScreen" == hall.shown
    hall.touch("go.finish")

    assert ("FirstScreen", "Idle") == (hall.shown, hall.state)


def test_the_ticket_is_printed_when_asked_for(hall):
    """Once, with the code that opens the status."""
    hall.to_ticket()
    ticket = hall.controller.state.ticket
    hall.touch("ticket.print")
    hall.qtbot.waitUntil(lambda: hall.controller.state.is_printed is True)

    [(_, qr, reference)] = hall.bench.printer.printed
    assert (ticket.qr, ticket.reference) == (qr, reference)


def test_a_printer_that_is_away_takes_nothing_from_the_screen(hall):
    """The ticket stays, and says to photograph it."""
    hall.bench.printer.away = True
    hall.to_ticket()
    hall.touch("ticket.print")
    hall.qtbot.waitUntil(lambda: hall.controller.state.is_printed is False)

    assert "TicketScreen" == hall.shown
    assert hall.tap("ticket.print")


def test_who_forgot_the_password_gets_the_link_first(hall):
    """No camera opens for that."""
    hall.touch("first.start", "motive.forgotten")
    assert "ForgottenScreen" == hall.shown
    hall.touch("go.finish", "go.finish")

    assert ("FirstScreen", 0) == (hall.shown, hall.hand.opened)


def test_where_no_mail_came_the_account_is_blocked(hall):
    """“I tried, nothing came” leads on to the notice and the card."""
    hall.touch("first.start", "motive.forgotten", "forgotten.tried", "notice.accept")
    hall.show_card()

    assert Symptom.BLOCKED is hall.controller.state.matter.symptom


def test_enrolment_is_the_registrars(hall):
    """Place, hours, papers; and back."""
    hall.touch("first.start", "motive.registration")
    assert "RegistrationScreen" == hall.shown
    hall.touch("go.back")

    assert "MotiveScreen" == hall.shown


def test_a_suspected_hack_goes_to_the_desk_at_once(hall):
    """A person must look, and no camera opens."""
    hall.touch("first.start", "motive.suspected_hack")

    assert ("WayOutScreen", 0) == (hall.shown, hall.hand.opened)


def test_of_several_messages_the_visitor_recognises_one(hall):
    """The request carries its code."""
    hall.touch("first.start", "motive.expired")
    assert "MessagesScreen" == hall.shown
    hall.touch("Trop ancien.", "notice.accept")
    hall.until("CardScreen")

    assert ("old", False) == (hall.controller.state.matter.message, hall.controller.state.matter.urgent)


def test_urgent_is_kept_where_messages_are_asked_for(hall):
    """The tick on the screen before counts."""
    hall.touch("first.start", "motive.urgent", "motive.expired", "messages.none")

    assert (None, True) == (hall.controller.state.matter.message, hall.controller.state.matter.urgent)


def test_the_camera_opens_after_the_notice_only(hall):
    """And closes when the document was accepted."""
    hall.touch("first.start", "motive.blocked")
    assert 0 == hall.hand.opened
    hall.touch("notice.accept")
    hall.show_card()
    hall.show_document()

    hall.qtbot.waitUntil(lambda: not hall.hand.is_open)


def test_the_desk_may_be_preferred_to_the_camera(hall):
    """Where it is, and back to the notice."""
    hall.touch("first.start", "motive.blocked", "notice.desk_preferred")
    assert ("WayOutScreen", 0) == (hall.shown, hall.hand.opened)
    hall.touch("go.back")

    assert "NoticeScreen" == hall.shown


def test_the_notice_tells_more_when_asked(hall):
    """In detail, and in short again."""
    hall.touch("first.start", "motive.blocked", "notice.more", "notice.less")

    assert hall.tap("notice.more")


def test_the_number_may_be_typed(hall):
    """On the house's own pad; the claim says that it was typed."""
    hall.say_blocked()
    hall.touch("card.typing", *[digit if digit != "5" else "number.five" for digit in NUMBER], "number.done")
    hall.until("DocumentScreen")
    hall.show_document()
    hall.touch("review.send")
    hall.until("TicketScreen")

    checks = hall.bench.kit.store.get(hall.controller.state.ticket.reference).verification.verdict.codes
    assert any("typed" in code for code in checks)


def test_without_a_document_the_way_leads_to_the_desk(hall):
    """With what to bring, and nothing has failed."""
    hall.say_blocked()
    hall.show_card()
    hall.touch("document.not_at_hand")

    assert "WayOutScreen" == hall.shown


def test_a_strangers_document_gets_no_request_and_no_reason(hall):
    """The same way out as an unknown number."""
    hall.say_blocked()
    hall.show_card()
    hall.show_document(a_document(surname="PETIT", given_names="MARC"))
    hall.touch("review.send")
    hall.until("WayOutScreen")

    assert hall.controller.state.door is None
    assert hall.bench.kit.store.open_for(NUMBER) is None


def test_after_a_way_out_one_may_start_again(hall):
    """As a new visit, in the same language."""
    hall.touch("language.en")
    hall.say_blocked()
    hall.show_card(CardReading("Code128", "99999999", CardKind.STUDENT_NUMBER, "99999999"))
    hall.show_document()
    before = hall.controller.visit_id
    hall.touch("review.send")
    hall.until("WayOutScreen")
    hall.touch("way_out.again")

    assert ("MotiveScreen", "en") == (hall.shown, hall.face.language)
    assert before != hall.controller.visit_id


def test_what_was_read_may_be_shown_again(hall):
    """“No” on the review leads back to the document, which is read anew."""
    hall.say_blocked()
    hall.show_card()
    hall.show_document()
    hall.touch("review.again")
    hall.until("DocumentScreen")
    hall.show_document()

    assert "ReviewScreen" == hall.shown


def test_the_card_may_be_shown_again(hall):
    """Back at the document leads to the card, which is accepted a second time."""
    hall.say_blocked()
    hall.show_card()
    hall.hand.holds = None
    hall.touch("go.back")
    hall.until("CardScreen")
    hall.show_card()

    assert "DocumentScreen" == hall.shown


def test_a_second_visit_shows_the_first_ones_request(hall):
    """One open request a student: the same reference; its code takes the place of the first."""
    hall.to_ticket()
    first = hall.controller.state.ticket
    hall.touch("footer.finish")
    hall.to_ticket()

    second = hall.controller.state.ticket
    assert (first.reference, False, True) == (second.reference, first.replaces, second.replaces)
    assert second.qr not in (None, first.qr)


def ticket_card(ticket):
    return CardReading("QRCode", ticket.qr, CardKind.TICKET)


def test_the_tickets_code_opens_the_status(hall):
    """Shown to the camera: waiting, and by when."""
    hall.to_ticket()
    ticket = hall.controller.state.ticket
    hall.touch("footer.finish", "first.follow", "notice.accept")
    hall.until("FollowScreen")
    hall.hand.holds = ticket_card(ticket)
    hall.until("StatusScreen")

    assert "waiting" == hall.controller.state.status.state


def test_a_typed_reference_tells_only_waiting_or_decided(hall):
    """Letters and digits on the house's own pad; no state, no door."""
    hall.to_ticket()
    reference = hall.controller.state.ticket.reference
    hall.touch("footer.finish", "first.follow", "notice.accept", "follow.typing")
    hall.touch(*reference.removeprefix("MK-").replace("-", ""), "reference.done")
    hall.until("StatusScreen")

    assert (None, False) == (hall.controller.state.status.state, hall.controller.state.status.is_decided)


def test_an_unknown_ticket_is_looked_up_once(hall):
    """While it lies there, the screen says that nobody knows it and doesn't flicker."""
    hall.touch("first.follow", "notice.accept")
    hall.until("FollowScreen")
    hall.hand.holds = CardReading("QRCode", "MK1:" + "A" * 26, CardKind.TICKET)
    hall.qtbot.waitUntil(lambda: getattr(hall.controller.state, "not_found", False))
    opened, shown = hall.hand.opened, len(hall.hand.shown)
    hall.hand.shown.clear()
    hall.qtbot.waitUntil(lambda: len(hall.hand.shown) > 20)

    assert shown
    assert (opened, "FollowScreen") == (hall.hand.opened, hall.shown)


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_the_journey_is_the_same_in_both_shapes(hall, size):
    """Upright and wide."""
    hall.window.resize(*size)
    hall.to_ticket()

    assert size[0] > size[1] or not hall.window.is_wide


def test_an_expired_document_is_said_to_be_looked_at(hall):
    """The request is filed for a person to see."""
    hall.say_blocked()
    hall.show_card()
    hall.show_document(replace(a_document(), expiry=hall.now.date().replace(year=2020)))
    hall.touch("review.send")
    hall.until("TicketScreen")

    reference = hall.controller.state.ticket.reference
    assert "review" == hall.bench.kit.store.get(reference).verification.verdict.outcome


def test_who_goes_back_before_anything_was_read_shows_the_card_again(hall):
    """The reader hangs on the last frame of the card meanwhile: the card counts anew all the same."""
    hall.say_blocked()
    hall.show_card()
    hall.hand.gate.clear()
    hall.hand.holds = None
    hall.touch("go.back")
    hall.until("CardScreen")
    hall.hand.gate.set()
    hall.show_card()

    assert "DocumentScreen" == hall.shown
