"""The ticket: its number and code, what happens next, by when and where, and what is closed meanwhile."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.parts.actions import primary, secondary
from ui.parts.arrange import Thing, across, column, held
from ui.parts.card import Card
from ui.parts.door_facts import OfficeView
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.pages import Pages
from ui.parts.qr_view import Modules, QrView
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface, keep_private
from ui.parts.timeline import Point, Timeline
from ui.stage import Stage

QR, QR_SMALL = 300, 256  # pixels


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketView:
    """filed_at, answer_by: in local time. modules: of the QR code; none when an earlier ticket opens it.

    note: "replaces" where an earlier ticket opens nothing any more, "unsent" where the server doesn't know it yet.
    must_come: staff have to see the person first. can_print: there is a printer. is_printed: None until it is known;
    is_printing: paper was asked for.
    """

    reference: str
    filed_at: datetime
    answer_by: datetime
    office: OfficeView
    modules: Modules = field(repr=False, default=())
    note: Literal["", "replaces", "unsent"] = ""
    must_come: bool = True
    can_print: bool = False
    is_printing: bool = False
    is_printed: bool | None = None


class TicketScreen(Surface):
    """Emits print_asked() and finished()."""

    print_asked = Signal()
    finished = Signal()

    def __init__(self, stage: Stage, view: TicketView) -> None:
        super().__init__("screen")
        self.stage, self.view = stage, view
        self.is_dense = stage.is_wide or stage.is_low
        look, words = stage.look, stage.words
        done = (secondary if self._may_print else primary)(look, words("ticket.next"), "check")
        done.tapped.connect(self.finished)
        card, timeline = self._card(), self._next()
        is_apart = stage.is_wide and not look.is_large
        blocks: list[QWidget] = [card] if is_apart else [card, timeline]
        if look.is_large:
            blocks = [card, Label(look, self._advice(), "body"), timeline, self._meanwhile()]
        sheet = Sheet(
            stage,
            step=3,
            question=words("ticket.question"),
            body=Pages(stage, blocks, gap=look.space["m" if stage.is_low else "l"]),
            main=self._print_tap() if self._may_print else done,
            second=done if self._may_print else None,
            aside=timeline if is_apart else None,
            is_even=True,
        )
        self.setLayout(column(sheet))

    @property
    def _may_print(self) -> bool:
        view = self.view
        return view.can_print and bool(view.modules) and view.is_printed is not True and not view.is_printing

    def _print_tap(self) -> QWidget:
        tap = primary(self.stage.look, self.stage.words("ticket.print"), "printer")
        tap.tapped.connect(self.print_asked)
        return tap

    def _card(self) -> Card:
        """Return the ticket itself: the reference, and the code that opens the status."""
        look, words, view = self.stage.look, self.stage.words, self.view
        left = column(
            None,
            *([] if look.is_large else [Label(look, words("ticket.label"), "note")]),
            keep_private(Label(look, self._reference(), "reference", wrap=False)),
            *([] if look.is_large else [Label(look, self._advice(), "body")]),
            None,
            gap=look.space["xs"],
        )
        parts: list[Thing] = [(left, 1)]
        if view.modules:
            parts.append(QrView(look, view.modules, QR_SMALL if self.is_dense else QR, words("ticket.code")))
        return Card(look, *parts, is_across=True)

    def _reference(self) -> str:
        """Return the reference; where words are large, its last group on a line of its own."""
        if not self.stage.look.is_large:
            return self.view.reference
        before, dash, last = self.view.reference.rpartition("-")
        return f"{before}{dash}\n{last}" if dash else last

    def _advice(self) -> str:
        view, words = self.view, self.stage.words
        if view.is_printed is False:
            return words("ticket.not_printed")
        if view.is_printed:
            return words("ticket.printed")
        if view.is_printing:
            return words("ticket.printing")
        return words(f"ticket.{view.note or 'keep'}" if view.modules else "ticket.earlier")

    @property
    def _gap(self) -> int:
        """Return the room between lines: a wide screen has little, large words and low reach take theirs."""
        space = self.stage.look.space
        return space["xs"] if self.stage.is_wide else space["s" if self.stage.is_brief else "m"]

    def _next(self) -> QWidget:
        """Return what happens next, under its heading; large words leave that to the timeline."""
        look, timeline = self.stage.look, self._timeline()
        if look.is_large:
            return timeline
        heading = Label(look, self.stage.words("ticket.then"), "h2")
        return held(column(heading, timeline, gap=self._gap))

    def _timeline(self) -> Timeline:
        words, view = self.stage.words, self.view
        filed = Point(
            tone="done", when=words("ticket.today", time=words.time(view.filed_at)), what=words("ticket.sent")
        )
        where = "\n".join(words.line(part) for part in (view.office.place, view.office.hours) if part)
        come = Point(tone="now", when=words("ticket.now"), what=words("ticket.come"), says=where)
        wait = Point(tone="now", when=words("ticket.now"), what=words("ticket.wait"), icon="check")
        answer = Point(
            tone="next",
            when=words("ticket.by", day=words.day(view.answer_by)),
            what=words("ticket.answer"),
            says=words("ticket.meanwhile"),
        )
        points = [filed, come if view.must_come else wait, answer]
        return Timeline(self.stage.look, points, gap=self._gap)

    def _meanwhile(self) -> QWidget:
        look = self.stage.look
        return held(
            across(
                Icon(look, "info", colour="warn"),
                (Label(look, self.stage.words("ticket.meanwhile"), "body", tone="warn"), 1),
                gap=look.space["s"],
            )
        )
