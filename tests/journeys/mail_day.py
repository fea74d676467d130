"""A day of a campus that tells and hands over by mail, to be watched: python -m tests.journeys.mail_day."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.journeys.commands import Ended, Kiosk, someone

BY = "valideuse"


def live(telling: Kiosk, sending: Kiosk) -> Iterator[Ended]:
    """Play every command that sends. telling: notices, and secrets on paper; sending: requests to digital support."""
    student = someone()
    filed = telling.submit(student)
    yield filed
    reference = filed.json["reference"]
    yield telling.run("queue", login=BY)
    yield telling.run("approve", reference, "--seen", login=BY)
    yield telling.run("hand-over", reference, "--seen", login=BY)
    yield telling.run("queue", login=BY)
    filed = sending.submit(student)
    yield filed
    yield sending.run("approve", filed.json["reference"], "--seen", login=BY)
    yield sending.run("doctor")


if __name__ == "__main__":
    files = [Path(each) for each in sys.argv[1:]]
    kiosks = [Kiosk(config, data) for config, data in zip(files[::2], files[1::2], strict=True)]
    statuses = [ended.status for ended in live(*kiosks)]
    sys.exit(0 if statuses == [0] * 8 else f"exit statuses {statuses}")
