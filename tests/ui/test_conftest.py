"""What fails a test that leaves something behind sees what is there."""

from PySide6.QtCore import QTimer

from tests.ui.conftest import open_below, running_timers


def test_a_file_that_is_open_is_seen(tmp_path):
    """Until it is closed."""
    with (tmp_path / "store.sqlite").open("w"):
        held = open_below(tmp_path)

    assert (["store.sqlite"], []) == (held, open_below(tmp_path))


def test_a_timer_that_runs_is_seen():
    """Until it is stopped; one that never ran isn't."""
    running, still = QTimer(), QTimer()
    running.start(60_000)
    found = running_timers()
    running.stop()

    assert ([running], [], False) == (found, running_timers(), still.isActive())
