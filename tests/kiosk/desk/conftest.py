"""A request that waits, and staff who can sign in."""

import pytest

from kiosk.filing import Witness, file_claim
from kiosk.journal.event import Happening
from kiosk.request.request import Request
from tests.given import NOW
from tests.kiosk.test_filing import a_claim


@pytest.fixture
def waiting(bench) -> Request:
    """A match that nobody stood by, filed at the terminal."""
    return file_claim(bench.kit, a_claim(), Witness()).request


@pytest.fixture
def happening() -> Happening:
    """An import, as it is recorded."""
    return Happening("register_imported", "", "system", NOW, {"count": 1, "rejected": 0})
