from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint

from tests.ui.looks import LARGE, STAGE
from ui.parts.footer import Footer
from ui.parts.header import Header, HeaderView
from ui.parts.label import Label
from ui.parts.tap import Tap
from ui.parts.tools import Tools
from ui.stage import Stage

VIEW = HeaderView(place="Reception", clock="10:42")


@pytest.fixture
def header(shown):
    made = Header(STAGE, VIEW)
    shown(made)
    return made


def test_a_language_can_be_chosen_at_any_time(header, qtbot):
    """Touching FR asks for French; the present one is shown as chosen."""
    french, english = header.languages.taps
    assert english.is_on

    with qtbot.waitSignal(header.language_chosen) as chosen:
        french.click()

    assert ["fr"] == chosen.args


def test_help_is_one_touch_away(header, qtbot):
    """The question mark has a name and leads to help."""
    with qtbot.waitSignal(header.help_asked):
        header.help.click()

    assert "Help and text size" == header.help.accessibleName()


def test_the_time_moves_on(header):
    """The clock shows what it is told."""
    header.show_time("10:43")

    assert "10:43" == header.clock.accessibleName()


def test_one_language_needs_no_choice(shown):
    """Where a campus offers one language there is nothing to choose."""
    header = Header(STAGE, HeaderView(place="Reception", languages=("en",)))
    shown(header)

    assert not hasattr(header, "languages")


@pytest.mark.parametrize(
    ("tap", "signal"), [("staff", "staff_called"), ("time", "more_time_asked"), ("finish", "finish_asked")]
)
def test_the_footer_passes_on_what_was_touched(shown, qtbot, tap, signal):
    """Staff, time and the end are there on every screen."""
    footer = Footer(STAGE)
    shown(footer)

    with qtbot.waitSignal(getattr(footer, signal)):
        getattr(footer, tap).click()


def test_without_a_visit_there_is_nothing_to_finish(shown):
    """On the first screen only staff can be called, and an upright screen be moved down."""
    footer, wide = (Footer(stage, is_idle=True) for stage in (STAGE, replace(STAGE, is_wide=True)))
    shown(footer)
    shown(wide)

    assert ([footer.staff, footer.reach], [wide.staff]) == (footer.taps, wide.taps)


def test_low_reach_is_on_by_a_touch_and_off_by_another(shown, qtbot):
    """The same button, in the same place, says what it will do."""
    footer, low = Footer(STAGE), Footer(replace(STAGE, is_low=True))
    for each, name in ((footer, "footer.lower"), (low, "footer.higher")):
        shown(each)
        with qtbot.waitSignal(each.reach_asked):
            each.reach.click()

        assert STAGE.words(name) == each.reach.accessibleName()
        assert STAGE.words(f"{name}_short") in [label.words for label in each.reach.findChildren(Label)]


def test_low_reach_leaves_the_header_nothing_to_touch(shown, qtbot):
    """Language and help are below; the place and the time stay above."""
    stage = replace(STAGE, is_low=True)
    header, tools = Header(stage, VIEW), Tools(stage, VIEW.languages)
    shown(header)
    shown(tools)
    with qtbot.waitSignals([tools.language_chosen, tools.help_asked]):
        for tap in tools.findChildren(Tap):
            tap.click()

    assert ([], "10:42") == (header.findChildren(Tap), header.clock.words)


def test_short_words_keep_their_full_names(shown):
    """Large text shortens what is read, not what a screen reader says."""
    footer = Footer(Stage(LARGE, STAGE.words))
    shown(footer, LARGE)

    assert "Finish and erase" == footer.finish.accessibleName()


@pytest.mark.parametrize("is_wide", [False, True])
def test_header_and_footer_keep_the_same_distance_from_the_edges(shown, is_wide):
    """What is touched at the top is as far from the edge of the glass as what is touched at the bottom."""
    stage = replace(STAGE, is_wide=is_wide)
    header, footer = Header(stage, VIEW), Footer(stage)
    for part in (header, footer):
        shown(part, size=(1920, part.sizeHint().height()))

    above = header.help.mapTo(header, QPoint(0, 0)).y()
    below = footer.height() - footer.staff.mapTo(footer, QPoint(0, footer.staff.height())).y()
    assert abs(above - below) <= stage.look.size["border"]
