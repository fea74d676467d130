"""A campus that hands one-time secrets over on a receipt printer."""

import re
from pathlib import Path

from tests.journeys.commands import Kiosk


def handing_over(fresh: Kiosk, folder: Path, printer: Path, *extra: str) -> Kiosk:
    """Return the campus under such settings. printer: its device file."""
    kiosk = fresh.decided_otherwise(folder)
    text = kiosk.config.read_text(encoding="utf-8")
    text, count = re.subn(
        r"(?ms)^\[printer\]\n.*?(?=^\[|\Z)", f'[printer]\nkind = "escpos"\ndevice = "{printer}"\n\n', text
    )
    assert count == 1
    kiosk.config.write_text("\n".join([text, "[unlock]", "one_time_secret = true", *extra]), encoding="utf-8")
    return kiosk
