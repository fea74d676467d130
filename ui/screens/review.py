"""Is this you? Masked, because others stand behind; nothing is sent before the visitor agrees."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.parts.actions import primary, secondary
from ui.parts.arrange import column
from ui.parts.card import Card
from ui.parts.check_row import CheckRow
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.pages import Pages
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface, keep_private
from ui.stage import Stage

DOTS = "•" * 5  # always as many: the mask doesn't tell how long a name is


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """initials: of given name and surname as read. number_end: the number's last two digits."""

    initials: tuple[str, str]
    number_end: str
    is_typed: bool = False
    is_expired: bool = False


class ReviewScreen(Surface):
    """Emits confirmed() and again()."""

    confirmed = Signal()
    again = Signal()

    def __init__(self, stage: Stage, view: ReviewView) -> None:
        super().__init__("screen")
        look, words = stage.look, stage.words
        send = primary(look, words("review.send"), "send")
        send.tapped.connect(self.confirmed)
        again = secondary(look, words("review.again"), "back")
        again.tapped.connect(self.again)
        blocks = [_person(stage, view), *_checks(stage, view)]
        sheet = Sheet(
            stage,
            step=3,
            question=words("review.question"),
            says=words("review.says"),
            body=Pages(stage, blocks, gap=look.space["m"]),
            main=send,
            others=[again],
        )
        self.setLayout(column(sheet))


def masked(initial: str) -> str:
    """Return "C•••••", or dots alone where nothing was read."""
    return initial[:1] + DOTS


def _person(stage: Stage, view: ReviewView) -> Card:
    look, words = stage.look, stage.words
    name = " ".join(masked(initial) for initial in view.initials)
    number = words("review.number", dots=DOTS, end=view.number_end)
    lines = column(
        *([] if look.is_large else [Label(look, words("review.read"), "note")]),
        Label(look, name, "h2"),
        Label(look, number, "soft"),
        gap=look.space["xs"],
    )
    card = Card(look, (lines, 1), Icon(look, "person", tile="tint"), is_across=True, pad=look.space["m"])
    keep_private(card)
    return card


def _checks(stage: Stage, view: ReviewView) -> list[CheckRow]:
    look, words = stage.look, stage.words
    card = ("card_typed", "typed") if view.is_typed else ("card", "done")
    paper = ("warn", "staff", "document_expired") if view.is_expired else ("ok", "done", "document_valid")
    return [
        CheckRow(
            look, "ok", words(f"review.{card[0]}"), words(f"review.{card[1]}"), words("review.card_says")
        ),
        CheckRow(
            look, paper[0], words("review.document"), words(f"review.{paper[1]}"), words(f"review.{paper[2]}")
        ),
        CheckRow(look, "warn", words("review.face"), words("review.later"), words("review.face_says")),
    ]
