"""The demonstration on a screen: the strip, and the terminal beside it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.demonstration.cast import Student
from ui.demonstration.prompter import Prompter
from ui.demonstration.setting_up import UPRIGHT
from ui.demonstration.strip import WIDTH, Strip
from ui.parts.arrange import across
from ui.stage import Stage
from ui.terminal.window import TerminalWindow
from ui.tokens import Face, load_tokens
from ui.words import load_words


class LiveWindow(QWidget):
    """Both in one window. key: to the desk. Without a prompter there is a real camera, and no strip is needed."""

    def __init__(
        self,
        terminal: TerminalWindow,
        cast: Sequence[Student],
        key: tuple[str, str],
        prompter: Prompter | None,
    ) -> None:
        super().__init__()
        self.setWindowTitle("mirail-kiosk")
        terminal.setFixedSize(*UPRIGHT)
        things: list[QWidget] = [terminal]
        if prompter is not None:
            stage = Stage(load_tokens().look(Face.TERMINAL), load_words("fr"))
            self.strip = Strip(stage, cast, key)
            self.strip.walked_up.connect(prompter.walk_up)
            things.insert(0, self.strip)
        self.setLayout(across(*things))
        self.resize(UPRIGHT[0] + (WIDTH if prompter else 0), UPRIGHT[1])
