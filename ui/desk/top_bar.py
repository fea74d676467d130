"""The violet bar: where one is, who is signed in, the time."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from ui.desk_parts.act import key_cap
from ui.desk_parts.elided import Elided
from ui.parts.arrange import across
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.mark import Mark
from ui.parts.surface import Surface
from ui.parts.tap import Tap
from ui.parts.which import Which
from ui.stage import Stage

GAP = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class TopBarView:
    """pages: codes that this role may open; page: the present one. who: login and role in words."""

    place: str
    who: str
    clock: str
    day: str = ""
    pages: tuple[str, ...] = ("queue", "verify", "figures")
    page: str = "queue"


class TopBar(Surface):
    """Emits page_asked(code), lock_asked(), help_asked()."""

    page_asked = Signal(str)
    lock_asked = Signal()
    help_asked = Signal()

    def __init__(self, stage: Stage, view: TopBarView) -> None:
        super().__init__("bar")
        self.stage = stage
        look, words = stage.look, stage.words
        self.setFixedHeight(look.size["header"])
        self.which = Which(self)
        self.which.touched.connect(self.page_asked)
        self.tabs = {code: self._tab(code) for code in view.pages}
        self.place, self.who = Elided(view.place, "h2"), Elided(view.who, "label")
        self.day = Label(look, view.day, "label", wrap=False)
        self.clock = Label(look, view.clock, "h2", wrap=False)
        self.help = self._tool("help", words("desk.bar.help"), "?")
        self.help.tapped.connect(self.help_asked)
        self.lock = self._tool("lock", words("desk.bar.lock"), "L")
        self.lock.tapped.connect(self.lock_asked)
        self.setLayout(
            across(
                Mark(look, 40, "bar"),
                self.place,
                *self.tabs.values(),
                8,
                None,
                self.who,
                self.day,
                self.clock,
                8,
                self.lock,
                self.help,
                gap=GAP,
                margins=(24, 8, 16, 8),
            )
        )
        self.show_page(view.page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the day out where the pages' names need its room: every document here has a date."""
        lay = self.layout()
        if lay is not None:
            lacks = 0 if self.day.isVisibleTo(self) else self.day.minimumSizeHint().width() + GAP
            self.day.setVisible(lay.minimumSize().width() + lacks <= self.width())
        super().resizeEvent(event)

    def show_page(self, page: str) -> None:
        for code, tab in self.tabs.items():
            tab.set_on(code == page)

    def show_time(self, clock: str, day: str) -> None:
        self.clock.say(clock)
        self.day.say(day)

    def _tab(self, code: str) -> Tap:
        look, words = self.stage.look, self.stage.words
        word = words(f"desk.page.{code}")
        tap = Tap(look, Label(look, word, "label", wrap=False), kind="tab", name=word, margins=(10, 4, 10, 4))
        tap.take_no_more_room()
        self.which.add(tap, code)
        return tap

    def _tool(self, icon: str, name: str, key: str) -> Tap:
        look = self.stage.look
        said = f"{name}, {self.stage.words('desk.key', cap=key)}"
        things = (Icon(look, icon, colour="on_bar"), key_cap(self.stage, key))
        tap = Tap(look, *things, kind="tab", name=said, gap=8, margins=(10, 4, 10, 4), is_centred=True)
        tap.take_no_more_room()
        tap.setToolTip(name)
        return tap
