"""The servers of one directory: whoever answers first is asked, and each can be asked by name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from kiosk.directory.connection.link import Link
from kiosk.errors import DirectoryAway

Answer = TypeVar("Answer")
REST_S = 30.0  # how long a server that was away is asked last


@dataclass
class Servers:
    """links: in the order of the settings, the one that takes changes first. clock: seconds that only grow."""

    links: Sequence[Link]
    clock: Callable[[], float] = field(repr=False)
    _away_until: dict[str, float] = field(default_factory=dict)

    def ask(self, question: Callable[[Link], Answer]) -> Answer:
        """Return the first server's answer, or the next one's if it is away. Raises DirectoryAway if all are."""
        faults = []
        for link in self._in_order():
            try:
                answer = question(link)
            except DirectoryAway as error:
                self._away_until[link.address.name] = self.clock() + REST_S
                faults.append(error)
            else:
                self._away_until.pop(link.address.name, None)
                return answer
        raise _together(faults)

    def ask_each(self, question: Callable[[Link], Answer]) -> Mapping[str, Answer]:
        """Return every server's answer by its name. Raises DirectoryAway if one is away."""
        return {link.address.name: question(link) for link in self.links}

    def _in_order(self) -> Sequence[Link]:
        now = self.clock()
        return sorted(self.links, key=lambda link: self._away_until.get(link.address.name, now) > now)


def _together(faults: Sequence[DirectoryAway]) -> DirectoryAway:
    """Return one fault that says them all."""
    sentences = dict.fromkeys(str(fault) for fault in faults)
    return DirectoryAway(" ".join(sentences), retry=any(fault.retry for fault in faults))
