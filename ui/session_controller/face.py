"""Shows the visit in a shell: one screen per state, drawn anew for another language, size, theme or shape of window."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.session import Idle
from kiosk.session import events as on
from kiosk.session.states import OutOfOrder
from ui.screens.time_out import TimeOutScreen
from ui.session_controller import arriving, leaving, showing  # noqa: F401  they register their pages
from ui.session_controller.controller import SessionController
from ui.session_controller.covers import HELP, STAFF, TIME_OUT, cover_of
from ui.session_controller.header import WallClock, header_of
from ui.session_controller.preview import Preview
from ui.session_controller.reading_aloud import ReadingAloud
from ui.session_controller.scene import Aside, Scene, screen_of
from ui.stage import Stage
from ui.terminal.activity import Activity
from ui.terminal.campus import Campus
from ui.terminal.comfort import Comfort
from ui.terminal.voice import Silent, Voice
from ui.terminal.window import TerminalWindow


class TerminalFace(QObject):
    """drawn(): another screen is shown. covered(): something lies over it, or no longer does."""

    drawn = Signal()
    covered = Signal()

    def __init__(
        self, controller: SessionController, shell: TerminalWindow, campus: Campus, voice: Voice | None = None
    ) -> None:
        super().__init__(shell)
        self.controller, self.shell, self.campus = controller, shell, campus
        self.comfort = self.usual = Comfort(less_motion=campus.less_motion)
        self.over = ""
        self.wall_language = campus.languages[0]
        self.aside = Aside(since=controller.kit.now())
        self.state_kind = type(controller.state)
        self.shown_as: object = None
        self.screen: QWidget | None = None
        self.cover: QWidget | None = None
        self.preview = Preview(controller.watcher, lambda: self.screen, self)
        self.has_voice = voice is not None
        self.clock = WallClock(shell, controller.kit, controller.timing.clock, self)
        self.aloud = ReadingAloud(self, voice or Silent(), controller.watcher, parent=self)
        self._listen()
        self.draw()

    def _listen(self) -> None:
        controller, shell = self.controller, self.shell
        controller.moved.connect(self._on_moved)
        controller.forgotten.connect(self._on_forgotten)
        controller.staff_wanted.connect(self._on_staff_wanted)
        controller.calling.changed.connect(self._on_call)
        controller.idle.left.connect(self._on_left)
        shell.language_chosen.connect(self._on_language)
        shell.help_asked.connect(self._on_help)
        shell.staff_called.connect(self.call_staff)
        shell.reach_asked.connect(self._on_reach)
        shell.more_time_asked.connect(self._on_more_time)
        shell.finish_asked.connect(self.finish)
        shell.turned.connect(self.draw)
        self.activity = Activity(shell, controller.timing.settle)
        self.activity.noticed.connect(controller.idle.touch)
        for hushing in (controller.forgotten, self.activity.noticed):
            hushing.connect(self.aloud.hush)
        for telling in (self.drawn, self.covered):
            telling.connect(self.aloud.read)

    def close(self) -> None:
        """Show nothing more, say nothing more."""
        self.clock.stop()
        self.aloud.close()

    @property
    def language(self) -> str:
        match self.controller.state:
            case OutOfOrder():
                return self.wall_language
            case Idle(language):
                return language or self.campus.languages[0]
            case state:
                return state.visit.language

    @property
    def is_idle(self) -> bool:
        return isinstance(self.controller.state, Idle | OutOfOrder)

    @Slot()
    def draw(self) -> None:
        """Show the state as it is now; nothing happens if that is what is shown."""
        shown_as = (
            self.controller.state,
            self.aside,
            self.comfort,
            self.over if self.over != TIME_OUT else "",
            self.language,
            self.shell.is_wide,
        )
        if shown_as == self.shown_as and self.cover is None:
            return
        self.shown_as = shown_as
        stage = self.comfort.stage(self.language, is_wide=self.shell.is_wide)
        self.cover = None
        self.screen = screen_of(self.controller.state, self._scene(stage))
        self.shell.show_screen(
            stage,
            header_of(self.campus, self.controller.kit, self.language, stage),
            self.screen,
            is_idle=self.is_idle,
        )
        if self.over:
            self._cover()
        self.drawn.emit()

    def _scene(self, stage: Stage) -> Scene:
        return Scene(
            kit=self.controller.kit,
            campus=self.campus,
            stage=stage,
            language=self.language,
            aside=self.aside,
            send=self.controller.send,
            begin=self.controller.begin,
            turn=self._turn,
            note=self._note,
        )

    def _turn(self, aside: Aside) -> None:
        if aside.page != self.aside.page:
            self.activity.screen_changed()
        self.aside = aside
        self.controller.idle.touch()
        self.draw()

    def _note(self, aside: Aside) -> None:
        """Keep what was typed, so that another language doesn't lose it. The screen shows it already."""
        self.aside = aside

    # the session

    @Slot()
    def _on_moved(self) -> None:
        kind = type(self.controller.state)
        if kind is not self.state_kind:
            self.activity.screen_changed()
            self.state_kind, self.over = kind, ""
            self.aside = Aside(since=self.controller.kit.now())
        if self.over == TIME_OUT:
            self.over = ""
        self.draw()

    @Slot()
    def _on_forgotten(self) -> None:
        self.preview.forget()
        self.aside = Aside(since=self.controller.kit.now())
        self.comfort, self.over, self.wall_language = self.usual, "", self.campus.languages[0]
        self.draw()

    @Slot(int)
    def _on_left(self, seconds: int) -> None:
        if isinstance(self.cover, TimeOutScreen):
            self.cover.show_left(seconds)
        else:
            self._show_over(TIME_OUT)

    # header and footer

    @Slot(str)
    def _on_language(self, language: str) -> None:
        if isinstance(self.controller.state, OutOfOrder):
            self.wall_language = language
            self.draw()
        else:
            self.controller.send(on.LanguageChosen(language))

    @Slot()
    def _on_help(self) -> None:
        self._show_over("" if self.over == HELP else HELP)

    @Slot()
    def call_staff(self) -> None:
        self.controller.send(on.StaffCalled())

    @Slot()
    def _on_staff_wanted(self) -> None:
        self._show_over(STAFF)

    @Slot()
    def _on_call(self) -> None:
        """Say how far the call for staff has come, if that is what is looked at."""
        if self.over == STAFF:
            self._show_over(STAFF)

    @Slot()
    def _on_reach(self) -> None:
        """Move what is touched down, or up again; it was the second of two hasty touches for nothing."""
        self.activity.screen_changed()
        if self.is_idle:
            self.controller.idle.start(is_asking=False)
        self.be_seen(self.comfort.turned())

    @Slot()
    def _on_more_time(self) -> None:
        self.controller.send(on.MoreTimeAsked())
        if self.over == TIME_OUT:
            self._show_over("")

    @Slot()
    def finish(self) -> None:
        self.controller.send(on.Cancelled())

    @Slot()
    def stay(self) -> None:
        self.controller.idle.start()
        self._show_over("")

    # what covers the screen for a moment

    def _show_over(self, over: str) -> None:
        """Cover the screen, or show it again. Nobody may leave the terminal in help for ever."""
        self.over = over
        self.activity.screen_changed()
        if over and self.is_idle:
            self.controller.idle.start(is_asking=False)
        if over:
            self._cover()
        else:
            self.cover = None
            self.shell.uncover()
        self.covered.emit()

    @Slot()
    def close_cover(self) -> None:
        if self.over == STAFF and self.is_idle:  # no visit, whose end would forget it
            self.controller.calling.forget()
        self._show_over("")

    def _cover(self) -> None:
        if (stage := self.shell.stage) is not None:
            self.cover = cover_of(self.over, self, stage)
            self.shell.cover(self.cover)

    def be_seen(self, comfort: Comfort) -> None:
        """Draw as the visitor wants to see it; what lies over the screen stays."""
        self.comfort = comfort
        self.draw()
