"""How long things are kept: from now to the moments before which things are due to go."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.errors import SettingsWrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """Days, each counted from the moment named.

    lapse_days: a request that nobody took up, from its filing. holder_days: who it was about, from its end.
    record_days: what was checked and decided, from its end. Raises SettingsWrong for days that contradict each other.
    """

    holder_days: int = 30
    record_days: int = 365
    lapse_days: int = 30

    def __post_init__(self) -> None:
        if min(self.holder_days, self.record_days, self.lapse_days) < 1:
            raise SettingsWrong("Retention is counted in whole days, one at least: correct [retention].")
        if self.record_days < self.holder_days:
            raise SettingsWrong(
                "A record can't go before its holder: raise record_days or lower holder_days."
            )

    def lapse_before(self, now: datetime) -> datetime:
        """Return the moment before which a request that still waits was filed too long ago."""
        return now - timedelta(days=self.lapse_days)

    def holder_before(self, now: datetime) -> datetime:
        """Return the moment before which a request ended long enough ago to forget its holder."""
        return now - timedelta(days=self.holder_days)

    def record_before(self, now: datetime) -> datetime:
        """Return the moment before which a request ended long enough ago to be deleted."""
        return now - timedelta(days=self.record_days)
