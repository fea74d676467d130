"""One row of a list of requests, in words; a row without a key is a heading."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon and a word in a tone's colour."""

    icon: str
    word: str
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """key: what is emitted. when: by when it is due, over its day. spoken: the whole row for a screen reader."""

    key: str
    title: str = field(repr=False)
    line: str = ""
    badge: Sign | None = None
    mark: Sign | None = None
    when: Sign | None = None
    day: str = ""
    spoken: str = field(repr=False, default="")

    @property
    def is_heading(self) -> bool:
        return not self.key
