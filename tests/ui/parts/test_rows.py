"""Parts that put words in rows: check rows, badges, timelines, choices, offices."""

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.looks import LARGE, LIGHT, STAGE
from ui.parts.actions import primary, quiet_actions, secondary
from ui.parts.badge import Badge
from ui.parts.card import Card
from ui.parts.check_row import CheckRow
from ui.parts.choice import choice
from ui.parts.door_facts import OfficeView, door_facts
from ui.parts.fact import fact
from ui.parts.icon import Icon
from ui.parts.timeline import Point, Timeline


def said(widget) -> list[str]:
    return [label.accessibleName() for label in widget.findChildren(QLabel)]


@pytest.mark.parametrize(("tone", "icon"), [("ok", "check"), ("warn", "eye"), ("bad", "cross"), ("", "dash")])
def test_an_outcome_is_a_colour_an_icon_and_a_word(shown, tone, icon):
    """No outcome is told by colour alone; what nobody checked has a sign as well."""
    row = CheckRow(LIGHT, tone, "Surname", "agrees", "identical")
    shown(row)

    assert icon == row.findChild(Icon).name
    assert ["Surname", "identical", "agrees"] == said(row)
    assert "Surname: agrees" == row.accessibleName()


def test_large_words_leave_the_second_line_away(shown):
    """At twice the size a row keeps what matters."""
    row = CheckRow(LARGE, "ok", "Surname", "agrees", "identical")
    shown(row, LARGE)

    assert ["Surname", "agrees"] == said(row)


def test_a_badge_has_an_icon_and_a_word(shown):
    """A badge can be read without its colour."""
    badge = Badge(LIGHT, "eye", "seen", "ok")
    shown(badge)

    assert ["seen"] == said(badge)
    assert "ok" == badge.findChild(Icon).colour


def test_a_timeline_tells_when_and_what(shown):
    """Each point says when, then what; where there is no more to say, nothing."""
    points = [
        Point(tone="done", when="Today", what="Sent"),
        Point(tone="next", when="Monday", what="Answer", says="Here"),
    ]
    line = Timeline(LIGHT, points)
    shown(line)

    assert ["Today", "Sent", "Monday", "Answer", "Here"] == said(line)


def test_a_choice_says_all_of_it(shown):
    """A screen reader hears title and line as one."""
    tap = choice(LIGHT, "lock", "Blocked account", "After several tries")
    shown(tap)

    assert "Blocked account. After several tries" == tap.accessibleName()


def test_what_the_campus_left_out_is_not_there(shown):
    """An office without hours or address has no empty rows."""
    assert 1 == len(door_facts(STAGE, OfficeView(name="Desk", place="Hall")))
    assert 3 == len(door_facts(STAGE, OfficeView(name="Desk", hours="9 to 5", address="a@example.org")))


@pytest.mark.parametrize(("keeps", "lines"), [(False, ["Bring"]), (True, ["Bring", "a card"])])
def test_large_facts_keep_the_line_they_need(shown, keeps, lines):
    """Where the strong line can't stand alone, the second stays at any size."""
    row = fact(LARGE, "card", "Bring", "a card", keeps_line=keeps)
    shown(row, LARGE)

    assert lines == said(row)


@pytest.mark.parametrize(("width", "rows"), [(900, 1), (300, 2)])
def test_quiet_actions_stand_side_by_side_where_they_fit(shown, width, rows):
    """Long words never squeeze each other: they get a row each."""
    taps = [secondary(LIGHT, "Back", "back"), secondary(LIGHT, "Type my number", "form")]
    shown(Card(LIGHT, *quiet_actions(LIGHT, taps, width)), size=(952, 600))

    assert rows == len({tap.y() for tap in taps})


def test_an_action_that_is_off_has_no_shadow(shown):
    """What can't be touched doesn't look as if it stood out."""
    tap = primary(LIGHT, "Send", "send")
    shown(tap)
    tap.set_off(True)

    assert not tap.graphicsEffect().isEnabled()
    assert tap.findChild(Icon).is_off
