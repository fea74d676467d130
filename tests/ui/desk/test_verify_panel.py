"""Someone at the counter: what is missing is said, what is told goes with what was shown."""

import pytest

from tests.ui.desk.hands import press
from ui.desk.verify import VerifyAnswers
from ui.desk_gallery import views
from ui.desk_gallery.examples import EXAMPLES
from ui.gallery.frames import camera_picture


@pytest.fixture
def panel(counter):
    EXAMPLES["verify"](counter)
    return counter.panels.verify


def show(counter, step, **changes):
    counter.show_person(views.person(counter.stage.words, step, **changes))


@pytest.mark.parametrize(("step", "lacks"), [(0, "both"), (1, "document"), (2, "symptom")])
def test_what_is_missing_is_said(counter, panel, step, lacks):
    """The button is off, and the sentence says why."""
    show(counter, step)

    assert (counter.stage.words(f"desk.verify.missing_{lacks}"), False) == (
        panel.why.words,
        panel.go.isEnabled(),
    )


def test_what_the_person_says_is_filed(counter, panel):
    """Symptom, urgency and language go together."""
    show(counter, 2)
    panel.symptoms.choose("expired")
    panel.told.urgent.click()

    panel.go.click()

    assert [("file", VerifyAnswers(symptom="expired", urgent=True, language="en"))] == counter.asked


def test_a_scanned_number_is_taken(counter, panel):
    """A hand scanner types and ends with Enter; the field is ready for the next."""
    panel.take_focus()
    press("21600001\r")

    assert ([("number", "21600001", True)], "") == (counter.asked, panel.number.text())


def test_a_typed_number_without_a_card_says_so(counter, panel):
    """Whoever takes the tick away says that no card was seen."""
    panel.holds.click()
    panel.take_focus()

    press("21600001\r")

    assert [("number", "21600001", False)] == counter.asked


def test_edge_papers_need_a_written_reason(counter, panel):
    """Without a supervisor's words nothing is filed."""
    show(counter, 2, edge="expired")
    panel.symptoms.choose("blocked")

    assert (True, False) == (panel.reason.isVisible(), panel.go.isEnabled())


def test_a_written_reason_goes_with_it(counter, panel):
    """What the supervisor wrote is part of the verification."""
    show(counter, 2, edge="expired")
    panel.symptoms.choose("blocked")
    panel.reason.setPlainText("renewal receipt shown")

    panel.go.click()

    assert "renewal receipt shown" == counter.asked[0][1].reason


def test_a_lost_camera_leaves_the_scanner(counter, panel):
    """The number can still be taken, and the camera asked for again."""
    show(counter, 0, is_camera_lost=True)

    assert (True, True, False) == (panel.lost.isVisible(), panel.number.isVisible(), panel.camera.isVisible())


def test_nothing_of_a_person_stays_for_the_next(counter, panel):
    """Picture, answers and written words go."""
    show(counter, 2, edge="expired")
    panel.show_image(camera_picture())
    panel.symptoms.choose("blocked")
    panel.told.urgent.click()
    panel.reason.setPlainText("renewal receipt shown")

    panel.forget()

    assert (None, "", False, "") == (
        panel.camera.view.image,
        panel.symptoms.now,
        panel.told.is_urgent,
        panel.reason.toPlainText(),
    )
