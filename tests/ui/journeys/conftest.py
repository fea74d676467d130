"""A terminal for every test, upright: one that nobody times out of, and one that is soon impatient."""

import pytest

from tests.ui.hall import QUICK, Hall


@pytest.fixture
def hall(qtbot, tmp_path):
    made = Hall(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def quick_hall(qtbot, tmp_path):
    made = Hall(qtbot, tmp_path, QUICK)
    yield made
    made.close()
