import pytest

from kiosk.reading.models import load_models
from kiosk.reading.mrz_network import Network
from kiosk.reading.mrz_ocr import MrzReader


@pytest.fixture(scope="module")
def network():
    """The program's own reader network."""
    return Network(load_models().reader, 1)


@pytest.fixture(scope="module")
def reader():
    """What reads zones, with the program's own networks."""
    return MrzReader()
