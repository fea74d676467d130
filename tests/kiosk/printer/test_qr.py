from kiosk.printer import qr
from tests.contracts.printer import QR
from tests.kiosk.printer.scanner import drawn, scanned


def test_the_drawing_in_letters_can_be_scanned():
    """Half blocks of ink on white read as the same code."""
    assert QR == scanned(drawn(qr.as_text(QR)))


def test_the_modules_can_be_scanned():
    """The square of modules is the code itself."""
    assert QR == scanned(qr.modules(QR))


def test_is_a_picture():
    """The picture is one that every browser shows."""
    assert b"<svg" in qr.as_svg(QR)
