"""One request at one look."""

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.request.request import Presence, State
from kiosk.staff.account import Role
from kiosk.triage.words import Cause
from ui.desk_gallery import campus, views
from ui.parts.label import Label
from ui.parts.tap import Tap


def said(panel) -> list[str]:
    """Every label that can be seen, from top to bottom as it was built."""
    return [label.words for label in panel.findChildren(Label) if label.isVisibleTo(panel)]


def show(desk, request, role=Role.SUPERVISOR, **dossier):
    desk.show_request(views.request(desk.stage.words, views.dossier(request, **dossier), role))
    return desk.panels.request


def test_presence_stands_before_the_checks(desk):
    """Nobody may read "agrees" before reading that nobody was there."""
    words = said(desk.panels.request)

    assert words.index(desk.stage.words("desk.presence.unattended_title")) < words.index(
        desk.stage.words("desk.request.checks")
    )


def test_what_nobody_checked_is_said(desk):
    """An unattended match still shows that no face was compared."""
    assert desk.stage.words("desk.unchecked.face") in said(desk.panels.request)


def test_a_person_seen_at_the_desk_has_no_unchecked_face(desk):
    """Whoever verified in person looked."""
    panel = show(desk, campus.request(2))

    assert (Presence.IN_PERSON, False) == (
        campus.request(2).verification.presence,
        desk.stage.words("desk.unchecked.face") in said(panel),
    )


def test_approving_waits_for_the_tick(desk):
    """The violet button is off until the person was seen."""
    assert not desk.panels.request.taps["approve"].isEnabled()


def test_the_reason_why_approving_is_off_is_on_the_screen(desk):
    """Off is always explained in words."""
    panel = show(desk, campus.request(1), causes=(Cause.ADMINISTRATIVE_LOCK,))

    assert panel.why.words
    assert panel.why.isVisibleTo(panel)


def test_reception_can_look_and_not_decide(desk):
    """A role that may not decide is offered the ticket only."""
    panel = show(desk, campus.request(1), Role.RECEPTION)

    assert ["ticket"] == list(panel.taps)


def test_the_same_view_again_changes_nothing(desk):
    """The queue is looked at every few seconds: nothing may jump meanwhile."""
    body = desk.panels.request.body

    show(desk, campus.request(1))

    assert body is desk.panels.request.body


def test_a_moved_request_drops_the_tick(desk):
    """Another desk changed it: who ticked must look again."""
    desk.panels.request.press("seen")

    panel = show(desk, campus.request(1, version=2))

    assert not panel.is_seen


def test_a_directory_that_comes_back_keeps_the_tick(desk):
    """The person was seen, whatever the directory does."""
    show(desk, campus.request(1), causes=(Cause.CANT_TELL,), away="away")
    desk.panels.request.press("seen")

    panel = show(desk, campus.request(1))

    assert panel.is_seen


def test_what_is_written_about_a_failure_stays_words(desk):
    """A failed request says what happened, and offers to try again."""
    panel = show(desk, campus.decided(State.FAILED, failure="still_locked"))

    assert "retry" in panel.taps


@pytest.mark.parametrize("name", ["<b>Ann</b>", campus.LONG_NAME, "Supercalifragilisticexpialidocious" * 3])
def test_any_name_is_shown_as_it_is(desk, name):
    """Names are data: no markup, no cut."""
    from dataclasses import replace

    request = campus.request(1)
    panel = show(desk, replace(request, holder=replace(request.holder, display_name=name)))

    shown = next(label for label in panel.findChildren(Label) if label.accessibleName() == name)
    assert shown.minimumSizeHint().width() <= shown.width()


def test_every_action_says_its_key_to_a_screen_reader(desk):
    """What is drawn on the button is said too."""
    names = [tap.accessibleName() for tap in desk.panels.request.taps.values()]

    assert all("key" in name for name in names)


def test_nothing_open_says_how_to_open(desk):
    """An empty place tells what to do."""
    desk.show_request(None)
    QApplication.processEvents()

    panel = desk.panels.request
    assert ([], desk.stage.words("desk.request.empty")) == (
        [tap for tap in panel.findChildren(Tap) if tap.isVisible()],
        next(word for word in said(panel) if word),
    )


def test_an_empty_queue_asks_for_no_choice(desk):
    """Nobody is told to choose a request where there is none, nor how they are ordered."""
    desk.show_request(None)
    desk.show_queue(views.queue(desk.stage.words))
    asked = desk.stage.words("desk.request.empty")

    assert asked not in said(desk.panels.request)
    assert desk.stage.words("desk.queue.order") not in said(desk.panels.queue)

    desk.show_queue(views.queue(desk.stage.words, campus.usual()))

    assert asked in said(desk.panels.request)
    assert desk.stage.words("desk.queue.order") in said(desk.panels.queue)
