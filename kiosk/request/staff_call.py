"""Somebody at a terminal asks for staff: a call names the terminal and the time, and nobody."""

from dataclasses import dataclass
from datetime import datetime, timedelta

STANDS = timedelta(minutes=15)  # after this, whoever called has found someone or gone


@dataclass(frozen=True, slots=True)
class StaffCall:
    """device: the terminal, as its settings call it. answered_at: since when somebody is on their way."""

    site: str
    device: str
    at: datetime
    answered_at: datetime | None = None
