"""The terminal's window: header, one screen, footer; and what may cover the screen for a moment."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLayout, QStackedLayout, QWidget

from ui.fonts import load_fonts
from ui.parts.arrange import column
from ui.parts.footer import Footer
from ui.parts.header import Header, HeaderView
from ui.parts.motion import rise
from ui.parts.surface import Surface
from ui.parts.tap import Tap
from ui.parts.tools import Tools
from ui.stage import Stage
from ui.stylesheet import stylesheet


class Shell(QWidget):
    """Shows the screens it is given and passes on what header and footer were touched for.

    touched: anything at all was touched or typed (the time-out starts anew).
    """

    language_chosen = Signal(str)
    help_asked = Signal()
    staff_called = Signal()
    reach_asked = Signal()
    more_time_asked = Signal()
    finish_asked = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        load_fonts()
        self.stage: Stage | None = None
        self.window_ground = Surface("window")
        self.lay = column(self.window_ground)
        self.lay.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the screen decides how large
        self.setLayout(self.lay)
        self.header: Header | None = None
        self.screen_stack = QStackedLayout()
        self.shown: QWidget | None = None
        self.over: QWidget | None = None

    def show_screen(
        self,
        stage: Stage,
        header: HeaderView,
        screen: QWidget,
        *,
        is_idle: bool = False,
        has_footer: bool = True,
    ) -> None:
        """Replace everything: another screen, or the same in another language, size or theme.

        has_footer: False where no visitor can be, so that there is nobody to call staff.
        """
        self.over = None
        is_by_key = self._is_by_key()
        self._dress(stage, header, is_idle=is_idle, has_footer=has_footer)
        self.shown = screen
        self.screen_stack.addWidget(screen)
        self.screen_stack.setCurrentWidget(screen)
        self._lay_out()
        rise(screen, stage.look)
        if is_by_key:
            _focus_first(screen)

    def cover(self, screen: QWidget) -> None:
        """Lay a screen over the present one, which stays as it is. Opaque: whoever walked away left things to read."""
        is_by_key, is_other = self._is_by_key(), type(self.over) is not type(screen)
        self.uncover()
        self.over = screen
        self.screen_stack.addWidget(screen)
        self.screen_stack.setCurrentWidget(screen)
        if self.stage is not None and is_other:
            rise(screen, self.stage.look)
        if is_by_key:
            _focus_first(screen)

    def uncover(self) -> None:
        if self.over is not None:
            self.screen_stack.removeWidget(self.over)
            self.over.hide()
            self.over.deleteLater()
            self.over = None
        if self.shown is not None:
            self.screen_stack.setCurrentWidget(self.shown)

    def show_time(self, clock: str) -> None:
        if self.header is not None:
            self.header.show_time(clock)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def _dress(self, stage: Stage, header: HeaderView, *, is_idle: bool, has_footer: bool) -> None:
        if self.stage is None or self.stage.look != stage.look:
            self.setStyleSheet(stylesheet(stage.look))
        self.stage = stage
        before = self.window_ground
        self.header, foot = Header(stage, header), Footer(stage, is_idle=is_idle)
        self._pass_on(self.header, foot)
        below: list[Surface] = [foot] if has_footer else []
        if stage.is_low:
            tools = Tools(stage, header.languages)
            self._pass_on_tools(tools)
            below.insert(0, tools)
        self.screen_stack = QStackedLayout()
        self.window_ground = Surface("window", column(self.header, (self.screen_stack, 1), *below))
        self.lay.replaceWidget(before, self.window_ground)
        before.hide()
        before.deleteLater()

    def _lay_out(self) -> None:
        """Show the new ground now: a layout shows what it is given only when the events are next looked at."""
        self.window_ground.show()
        self.lay.activate()
        if (inside := self.window_ground.layout()) is not None:
            inside.activate()

    def _is_by_key(self) -> bool:
        """Return whether the visitor works with a keyboard: the focus can be seen."""
        focus = QApplication.focusWidget()
        return isinstance(focus, Tap) and self.isAncestorOf(focus) and focus.property("keyed") == "true"

    def _pass_on(self, header: Header, footer: Footer) -> None:
        self._pass_on_tools(header)
        footer.staff_called.connect(self.staff_called)
        footer.reach_asked.connect(self.reach_asked)
        footer.more_time_asked.connect(self.more_time_asked)
        footer.finish_asked.connect(self.finish_asked)

    def _pass_on_tools(self, tools: Header | Tools) -> None:
        tools.language_chosen.connect(self.language_chosen)
        tools.help_asked.connect(self.help_asked)


def _focus_first(screen: QWidget) -> None:
    """Go on where the new screen begins: whoever uses keys would start at the header each time otherwise.

    A pad that takes what is typed has the focus already.
    """
    if screen.focusWidget() is not None:
        return
    first = next((tap for tap in screen.findChildren(Tap) if tap.isVisible() and tap.isEnabled()), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.TabFocusReason)
