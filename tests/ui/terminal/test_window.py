import pytest
from PySide6.QtCore import QRect

from ui.terminal.window import TerminalWindow


@pytest.mark.parametrize("screen", [QRect(0, 0, 1080, 1920), QRect(0, 0, 1920, 1080)])
def test_it_takes_the_whole_screen_by_itself(qtbot, screen):
    """No window manager has to help."""
    window = TerminalWindow()
    qtbot.addWidget(window)
    window.fill(screen)

    assert window.isFullScreen()
    assert screen == window.normalGeometry()  # what it has where nobody makes it full


@pytest.mark.parametrize("screen", [QRect(0, 0, 1080, 1920), QRect(0, 0, 1920, 1080)])
def test_on_a_screen_that_it_knows_it_never_turns(qtbot, screen):
    """What is drawn before it is shown is drawn for that screen, once."""
    window = TerminalWindow(screen)
    qtbot.addWidget(window)
    is_wide = window.is_wide
    turned = []
    window.turned.connect(lambda: turned.append(window.is_wide))
    window.fill(screen)

    assert (screen.width() > screen.height(), []) == (is_wide, turned)
