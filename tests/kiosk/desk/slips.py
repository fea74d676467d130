"""A desk that hands one-time secrets over, on paper that a test can read."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from kiosk.errors import PrinterAway
from kiosk.open_secrets import OpenSecrets
from tests.kits import Bench


@dataclass(slots=True)
class Slips:
    """A printer that keeps what it printed, as paper does; it may be away, or fail while it prints."""

    printed: list[str] = field(default_factory=list)
    away: bool = False
    jams: bool = False

    def check(self) -> None:
        if self.away:
            raise PrinterAway("The printer doesn't answer.")

    def print_slip(self, text: str) -> None:
        if self.jams:
            raise PrinterAway("No paper.")
        self.printed.append(text)

    @property
    def secret(self) -> str:
        """What the last paper says, as it is typed."""
        return "".join(self.printed[-1].split("\n")[4:6])


def handing_over(bench: Bench, slips: Slips, folder: Path) -> Bench:
    """Give the bench what a campus has that hands secrets over."""
    rules = replace(bench.kit.rules, hands_over_secrets=True)
    bench.kit = replace(bench.kit, slips=slips, rules=rules, open_secrets=OpenSecrets(folder / "open"))
    return bench
