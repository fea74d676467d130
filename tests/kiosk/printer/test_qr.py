import cv2
import numpy as np
import zxingcpp

from kiosk.printer import qr
from tests.contracts.printer import QR
from tests.kiosk.printer.scanner import drawn, scanned


def test_the_drawing_in_letters_can_be_scanned():
    """Half blocks of ink on white read as the same code."""
    assert QR == scanned(drawn(qr.as_text(QR)))


def test_the_modules_can_be_scanned():
    """The square of modules is the code itself."""
    assert QR == scanned(qr.modules(QR))


def test_the_picture_can_be_scanned():
    """The picture beside a ticket's text shows the code to a camera."""
    picture = cv2.imdecode(np.frombuffer(qr.as_png(QR), np.uint8), cv2.IMREAD_GRAYSCALE)

    assert [QR] == [code.text for code in zxingcpp.read_barcodes(picture)]
