"""A day at the reception point in one process, to be watched from outside: python -m tests.journeys.whole_day."""

import sys
from pathlib import Path

from tests.journeys.commands import Ended, Kiosk


def live(kiosk: Kiosk, number: str, stranger: str) -> list[Ended]:
    """Play every command that sees a person; return how each ended. All but the stranger's visit must go well."""
    card, document = (kiosk.campus / f"{number}-{what}.avi" for what in ("card", "document"))
    videos = ("--card", card, "--document", document)
    pictures = [kiosk.campus / "students" / each for each in (f"{number}/card.png", f"{number}/document.png")]
    other = kiosk.campus / "students" / stranger / "document.png"
    first = kiosk.run("submit", "--card", pictures[0], "--document", pictures[1], "--json")
    reference = first.json["reference"]
    by = {"login": "valideuse"}
    return [
        kiosk.run("scan", *pictures),
        kiosk.run("scan", "--steady", card, document),
        first,
        kiosk.run("submit", *videos),
        kiosk.run("queue", **by),
        kiosk.run("show", reference, **by),
        kiosk.run("approve", reference, "--seen", **by),
        kiosk.run("status", reference),
        kiosk.run("journal", "verify"),
        kiosk.run("doctor"),
        kiosk.run("submit", "--card", pictures[0], "--document", other),
    ]


if __name__ == "__main__":
    config, data, number, stranger = sys.argv[1:]
    statuses = [ended.status for ended in live(Kiosk(Path(config), Path(data)), number, stranger)]
    sys.exit(0 if statuses == [0] * 10 + [1] else f"exit statuses {statuses}")
