"""A desk's window for every test: its panels, and nothing behind them."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.desk.window import DeskWindow
from ui.desk_gallery import campus, views
from ui.desk_gallery.counter import Counter
from ui.desk_gallery.setting import DeskSetting


@pytest.fixture
def make_counter(qtbot):
    """Make a counter in a setting, shown."""
    QApplication.setStyle("Fusion")

    def make(setting: DeskSetting) -> Counter:
        window = DeskWindow()
        qtbot.addWidget(window)
        window.resize(1440, 900)
        counter = Counter(window, setting.stage())
        window.show()
        window.activateWindow()
        return counter

    return make


@pytest.fixture
def counter(make_counter):
    """A counter in English with nobody signed in."""
    return make_counter(DeskSetting(language="en"))


@pytest.fixture
def desk(counter, qtbot):
    """A counter with the usual queue, one request open, the keyboard in the list."""
    words = counter.stage.words
    counter.show_desk(views.bar(words), views.person(words))
    counter.show_queue(views.queue(words, campus.usual()))
    counter.show_request(views.request(words, views.dossier(campus.request(1))))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is counter.panels.queue.list)
    return counter
