import pytest

from kiosk.errors import PrinterAway
from kiosk.printer.none import NoPrinter
from tests.contracts.printer import QR, REFERENCE


def test_never_says_that_a_ticket_came_out():
    """Where there is no printer, nobody is told to take a ticket."""
    with pytest.raises(PrinterAway):
        NoPrinter().print_ticket("Demande enregistrée", QR, REFERENCE)


def test_is_away_for_good():
    """Trying again is no use, which tells a choice from a fault."""
    with pytest.raises(PrinterAway) as caught:
        NoPrinter().check()

    assert not caught.value.retry
