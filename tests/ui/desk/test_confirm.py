"""What is asked before something that can't be taken back."""

import pytest

from kiosk.notices import Told
from kiosk.request.request import State
from kiosk.staff.account import Role
from kiosk.triage.words import Cause
from ui.desk.confirm import ConfirmDialog
from ui.desk_gallery import campus, views
from ui.parts.label import Label


def show(desk, *, role=Role.SUPERVISOR, steps=(), causes=(Cause.PASSWORD_EXPIRED,), told=None, made=None):
    seen = views.dossier(made or campus.request(1), causes=causes, told=told)
    desk.show_request(views.request(desk.stage.words, seen, role, steps, hands_over=True))
    return desk.panels.request


def press(desk, *keys: str) -> None:
    for key in keys:
        desk.window.key_pressed.emit(key)


def test_a_secret_waits_for_the_tick(desk):
    """Off until the person was seen; approving stays off, for there is no lock."""
    panel = show(desk)
    assert [False, False] == [panel.taps[code].isEnabled() for code in ("secret", "approve")]

    press(desk, "seen")
    assert [True, False] == [panel.taps[code].isEnabled() for code in ("secret", "approve")]


def test_a_secret_is_asked_about_before(desk):
    """Nothing is set by one key; the second one is another."""
    show(desk)
    press(desk, "seen", "secret")
    dialog = desk.window.dialog

    assert isinstance(dialog, ConfirmDialog)
    assert [] == [what for what in desk.asked if what[0] == "secret"]
    dialog.go.click()
    assert ("secret", True) in desk.asked


@pytest.mark.parametrize(
    ("role", "causes", "made"),
    [
        (Role.RECEPTION, (Cause.PASSWORD_EXPIRED,), None),
        (Role.SUPERVISOR, (Cause.CANT_TELL,), None),
        (Role.SUPERVISOR, (Cause.ADMINISTRATIVE_LOCK,), None),
        (Role.SUPERVISOR, (Cause.NOT_REGISTERED,), None),
        (Role.SUPERVISOR, (Cause.PASSWORD_EXPIRED,), State.FAILED),
    ],
    ids=["reception", "unknown", "closed", "not registered", "failed"],
)
def test_no_secret_is_offered_where_the_rule_refuses_it(desk, role, causes, made):
    """No button lies."""
    panel = show(desk, role=role, causes=causes, made=campus.decided(made) if made else None)

    assert "secret" not in panel.taps


def test_by_hand_the_steps_are_confirmed(desk):
    """Approving asks whether it is done; leaving the question approves nothing."""
    show(desk, steps=views.STEPS, causes=(Cause.TOO_MANY_TRIES,))
    press(desk, "seen", "approve")
    dialog = desk.window.dialog
    shown = [label.words for label in dialog.findChildren(Label)]

    assert [] == [step for step in views.STEPS if desk.stage.words(f"desk.step.{step}") not in shown]
    assert [] == [what for what in desk.asked if what[0] == "approve"]
    dialog.go.click()
    assert ("approve", True) in desk.asked


@pytest.mark.parametrize("told", [Told.NO_ADDRESS, Told.REFUSED, Told.GIVEN_UP])
def test_staff_see_that_a_person_could_not_be_told(desk, told):
    """They may say it themselves."""
    panel = show(desk, told=told)

    assert desk.stage.words(f"desk.warning.told_{told}") in [
        label.words for label in panel.findChildren(Label)
    ]


@pytest.mark.parametrize("told", [None, Told.WAITING, Told.SENT])
def test_a_notice_on_its_way_is_no_warning(desk, told):
    """Nothing to do."""
    panel = show(desk, told=told)
    said = {label.words for label in panel.findChildren(Label)}

    assert said.isdisjoint(
        desk.stage.words(f"desk.warning.told_{each}")
        for each in (Told.NO_ADDRESS, Told.REFUSED, Told.GIVEN_UP)
    )
