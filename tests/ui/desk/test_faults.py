"""What a picture of the desk may hide."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ui.desk_gallery.examples import EXAMPLES
from ui.desk_gallery.faults import faults
from ui.desk_gallery.setting import SETTLING, SIZES, DeskSetting
from ui.tokens import Theme

SETTINGS = (
    DeskSetting("narrow", "fr"),
    DeskSetting("large", "en", Theme.CONTRAST),
    DeskSetting("usual", "fr", is_pseudo=True),
)
PARTS = 4  # all states in one take most of the time allowed on a busy machine


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_nothing_is_cut_too_small_nameless_or_out_of_reach(make_counter, setting, part):
    """Every state of the desk, in a small window, in contrast, and in a language twice as long."""
    counter, found = make_counter(setting), []
    counter.window.resize(*SIZES[setting.size])
    for name, show in list(EXAMPLES.items())[part::PARTS]:
        counter.window.dress(counter.stage)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        show(counter)
        for _ in range(SETTLING):
            QApplication.processEvents()
        found += [f"{name}: {fault}" for fault in faults(counter.window)]

    assert [] == found
