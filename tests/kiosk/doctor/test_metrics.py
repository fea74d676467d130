"""The health check as Prometheus reads it."""

from kiosk.doctor import Finding, Level
from kiosk.doctor.metrics import Queued, as_prometheus
from kiosk.request.request import State

FINDINGS = (
    Finding("store", Level.OK, "x"),
    Finding("clock", Level.WARNING, "y"),
    Finding("disk", Level.FAILED, "z"),
)


def test_each_part_has_its_level():
    """0, 1 or 2; what to do is for people, and isn't there."""
    lines = as_prometheus(FINDINGS, None).splitlines()

    assert [
        "# HELP kiosk_part_level How a part is: 0 ok, 1 warning, 2 failed.",
        "# TYPE kiosk_part_level gauge",
        'kiosk_part_level{part="store"} 0',
        'kiosk_part_level{part="clock"} 1',
        'kiosk_part_level{part="disk"} 2',
    ] == lines


def test_the_queue_is_counted():
    """By state, and by how long the oldest has waited."""
    text = as_prometheus((), Queued({State.WAITING: 3, State.FAILED: 0}, 125.4))

    assert 'kiosk_requests{state="waiting"} 3\n' in text
    assert 'kiosk_requests{state="failed"} 0\n' in text
    assert text.endswith("kiosk_oldest_waiting_seconds 125\n")
