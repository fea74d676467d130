"""What every printer must do. A backend adds one fixture, `desk`, on paper 42 characters wide."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from kiosk.errors import PrinterAway
from kiosk.printer import Printer

WIDTH = 42
QR = "K1:K7F4-9TQX:0123456789abcdef0123456789abcdef"
REFERENCE = "K7F4-9TQX"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """lines: the text that came out on paper, line by line. code: what a scanner reads on it.

    away: the same kind of printer, unplugged.
    """

    printer: Printer
    away: Printer
    lines: Callable[[], list[str]]
    code: Callable[[], str]


class PrinterContract:
    def test_prints_french_letters(self, desk: Desk):
        """Accents, ligatures, capitals with accents, quotation marks and the euro come out as they are."""
        desk.printer.print_ticket("ÀÉÈÙÇ œuvre où naïf\n« là » — 5 €", QR, REFERENCE)

        assert ["ÀÉÈÙÇ œuvre où naïf", "« là » — 5 €"] == desk.lines()

    def test_prints_letters_that_came_apart_as_one(self, desk: Desk):
        """An accent that follows its letter is printed on it."""
        desk.printer.print_ticket("Noe\u0308lle", QR, REFERENCE)

        assert ["Noëlle"] == desk.lines()

    def test_keeps_lines_and_the_empty_ones_between(self, desk: Desk):
        """The ticket looks as it was composed."""
        desk.printer.print_ticket("Demande enregistrée\n\nK7F4-9TQX", QR, REFERENCE)

        assert ["Demande enregistrée", "", "K7F4-9TQX"] == desk.lines()

    def test_wraps_between_words(self, desk: Desk):
        """A long line goes on in the next without breaking a word."""
        desk.printer.print_ticket("Réponse au plus tard le lundi 30 novembre, fin de journée.", QR, REFERENCE)

        assert ["Réponse au plus tard le lundi 30 novembre,", "fin de journée."] == desk.lines()

    def test_wraps_a_word_longer_than_the_paper(self, desk: Desk):
        """Nothing is lost at the paper's edge."""
        desk.printer.print_ticket("x" * (2 * WIDTH + 1), QR, REFERENCE)

        assert ["x" * WIDTH, "x" * WIDTH, "x"] == desk.lines()

    def test_prints_no_commands_from_the_text(self, desk: Desk):
        """A control character in a text can't cut the paper or change the page."""
        desk.printer.print_ticket("a\x1bm\x1dV\x00b", QR, REFERENCE)

        assert ["amVb"] == desk.lines()

    def test_prints_what_a_page_description_would_take_as_its_own(self, desk: Desk):
        """Brackets and backslashes are letters."""
        desk.printer.print_ticket(r"(a) Tj \ ) b", QR, REFERENCE)

        assert [r"(a) Tj \ ) b"] == desk.lines()

    def test_prints_the_code(self, desk: Desk):
        """The ticket's secret can be scanned from it."""
        desk.printer.print_ticket("Demande enregistrée", QR, REFERENCE)

        assert QR == desk.code()

    def test_prints_a_second_ticket(self, desk: Desk):
        """Nothing of the first is left over."""
        desk.printer.print_ticket("one", QR, REFERENCE)
        desk.lines()

        desk.printer.print_ticket("two", QR, REFERENCE)

        assert ["two"] == desk.lines()

    def test_checks_in_silence_when_it_is_ready(self, desk: Desk):
        """A printer that would print passes its check."""
        desk.printer.check()

    def test_says_it_is_away_when_checked(self, desk: Desk):
        """The health check finds the unplugged printer."""
        with pytest.raises(PrinterAway):
            desk.away.check()

    def test_says_it_is_away_when_printing(self, desk: Desk):
        """Nobody is told to take a ticket that never came."""
        with pytest.raises(PrinterAway):
            desk.away.print_ticket("Demande enregistrée", QR, REFERENCE)

    def test_names_no_secret_when_away(self, desk: Desk):
        """The sentence says what to do, and nothing of the ticket."""
        with pytest.raises(PrinterAway) as caught:
            desk.away.print_ticket("Demande enregistrée", QR, REFERENCE)

        assert not [part for part in (QR, "Demande") if part in str(caught.value)]
