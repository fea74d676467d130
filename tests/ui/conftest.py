"""What holds for every test with a window: the style, the font, and nothing left: no window, no file, no timer."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLayout, QWidget
from shiboken6 import isValid

from tests.ui.looks import LIGHT
from ui.fonts import load_fonts
from ui.garbage import collect_due
from ui.parts.arrange import column
from ui.parts.surface import Surface
from ui.stylesheet import stylesheet
from ui.tokens import Look


@pytest.fixture(autouse=True)
def _garbage_is_collected_here() -> Iterator[None]:
    """As the program does, in the window's thread only."""
    gc.disable()
    yield
    collect_due()


@pytest.fixture(autouse=True)
def _no_file_is_left(tmp_path: Path) -> Iterator[None]:
    """Fail a test that leaves a file of its folder open: a store, a spool, a lock."""
    yield
    if left := open_below(tmp_path):
        pytest.fail(f"the test left open: {', '.join(left)}")


def open_below(folder: Path) -> list[str]:
    """Return the files in a folder that this process holds open."""
    held = []
    for handle in Path("/proc/self/fd").iterdir():
        try:
            file = handle.readlink()
        except OSError:  # the one that listed them
            continue
        if file.is_relative_to(folder):
            held.append(file.name)
    return sorted(held)


@pytest.fixture(autouse=True)
def _nothing_is_left(qapp: QApplication) -> Iterator[None]:
    """Style the application as the program does; fail a test that leaves a window open."""
    if qapp.style().name() != "fusion":
        qapp.setStyle("Fusion")
    load_fonts()
    yield
    left = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if left:
        pytest.fail(f"the test left open: {', '.join(sorted({type(widget).__name__ for widget in left}))}")


@pytest.fixture(autouse=True)
def _no_timer_is_left(_nothing_is_left: None) -> Iterator[None]:
    """Fail a test that leaves a timer running. What was there before is set aside: only what it made is looked at."""
    gc.freeze()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = running_timers()
    gc.unfreeze()
    for timer in left:
        timer.stop()
    if left:
        pytest.fail(f"the test left running: {', '.join(map(_told, left))}")


def running_timers() -> list[QTimer]:
    """Return the timers that run, of those that Python made and still knows."""
    return [
        each for each in gc.get_objects() if isinstance(each, QTimer) and isValid(each) and each.isActive()
    ]


def _told(timer: QTimer) -> str:
    return f"{type(timer.parent()).__name__}'s timer of {timer.interval()} ms"


@pytest.fixture
def shown(qtbot) -> Callable[..., Surface]:
    """Return a function that shows a part on the ground of a window, in a look and a size."""
    windows = []  # Python must hold a window, or its parts go with it

    def show(part: QWidget, look: Look = LIGHT, size: tuple[int, int] = (952, 400)) -> Surface:
        layout = column(part)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the platform can't limit a window
        window = Surface("window", layout)
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.setStyleSheet(stylesheet(look))
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(*size)
        window.show()
        QApplication.processEvents()
        return window

    return show
