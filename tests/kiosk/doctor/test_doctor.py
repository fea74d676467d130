"""The health check tells each part by itself."""

from kiosk.doctor import Finding, Level, examine
from kiosk.errors import CameraAway


def away():
    raise CameraAway("No camera answers: plug it in.")


def test_a_part_that_is_away_is_a_failure_and_hides_no_other():
    """Its sentence says what to do."""
    findings = examine({"camera": away, "store": lambda: (Level.OK, "The store saves durably.")})

    assert (
        Finding("camera", Level.FAILED, "No camera answers: plug it in."),
        Finding("store", Level.OK, "The store saves durably."),
    ) == findings
