import pytest
from PySide6.QtWidgets import QApplication

from kiosk.reading.hint import Hint
from tests.ui.looks import STAGE
from ui.parts.hint_banner import HintBanner
from ui.parts.pages import needed_height

HINTS = ("waiting_card", "reading", "glare", "hold_still")


@pytest.fixture
def banner(shown):
    made = HintBanner(STAGE, HINTS)
    shown(made)
    return made


def test_it_shows_one_order_at_a_time(banner):
    """Only what to do now can be read, by eye and by screen reader."""
    banner.show_hint("glare")

    assert ["glare"] == [hint for hint, page in banner.pages.items() if page.isVisible()]
    assert STAGE.words("hint.glare.order") in banner.accessibleName()


def test_its_height_never_jumps(banner, qtbot):
    """Whatever it says, it needs the same height: the picture above stays where it is."""
    heights = set()
    for hint in HINTS:
        banner.show_hint(hint)
        banner.show_progress(1, 3)
        heights.add(banner.heightForWidth(900))
        banner.show_progress(0, 3)
        heights.add(banner.heightForWidth(900))

    assert 1 == len(heights)


def test_its_words_are_measured_once(shown, monkeypatch):
    """A hint changes several times a second, beside a live picture that must not stand still meanwhile."""
    measured = []

    def noted(page, width):
        measured.append(page)
        return needed_height(page, width)

    monkeypatch.setattr("ui.parts.swap.needed_height", noted)
    banner = HintBanner(STAGE, HINTS)
    shown(banner)
    before = len(measured)
    for hint in HINTS:
        for found in (0, 1):
            banner.show_hint(hint)
            banner.show_progress(found, 3)
            QApplication.processEvents()

    assert len(HINTS) <= before == len(measured)


@pytest.mark.parametrize(("hint", "tone"), [("waiting_card", "ok"), ("reading", "ok"), ("glare", "brick")])
def test_brick_means_do_something(banner, hint, tone):
    """Calm is green; brick is for what the person can mend."""
    banner.show_hint(hint)

    assert tone == banner.property("tone")


def test_agreeing_views_are_counted_in_the_ring(banner):
    """The ring replaces the icon as soon as something was read, and goes when it is lost."""
    banner.show_progress(2, 3)
    assert (True, "2/3") == (banner.ring.isVisible(), banner.ring.words)

    banner.show_progress(0, 3)
    assert banner.disc.isVisible()
    assert not banner.ring.isVisible()


@pytest.mark.parametrize("hint", Hint)
def test_each_hint_of_the_reader_can_be_shown(shown, hint):
    """It has an icon, and an order and a sentence of its own."""
    banner = HintBanner(STAGE, ("waiting_card", hint))
    shown(banner)
    banner.show_hint(hint)

    assert (
        banner.accessibleName() == f"{STAGE.words(f'hint.{hint}.order')}. {STAGE.words(f'hint.{hint}.why')}"
    )
