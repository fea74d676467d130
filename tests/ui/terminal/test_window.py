import pytest
from PySide6.QtCore import QRect

from ui.terminal.window import TerminalWindow


@pytest.mark.parametrize("screen", [QRect(0, 0, 1080, 1920), QRect(0, 0, 1920, 1080)])
def test_it_takes_the_whole_screen_by_itself(qtbot, screen):
    """No window manager has to help."""
    window = TerminalWindow()
    qtbot.addWidget(window)
    asked = []
    window.setGeometry = asked.append  # the platform of the tests has a screen of its own size
    window.fill(screen)

    assert [screen] == asked
    assert window.isFullScreen()
