"""Whether what a visit needs is there is asked before anybody comes."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.errors import ModelAway
from tests.kits import a_bench
from tests.ui.hall import QUICK
from ui.session_controller import SessionController

AT_ONCE = replace(QUICK, warm_up=0)


@pytest.fixture
def opened(qtbot, tmp_path):
    """Return a function that makes a controller with what opens its reader; nobody has touched anything."""
    bench, made = a_bench(tmp_path), []

    def open_with(open_reader: Callable[[int], object]) -> SessionController:
        made.append(SessionController(replace(bench.kit, open_reader=open_reader), AT_ONCE))
        return made[-1]

    yield open_with
    for controller in made:
        assert controller.close()
    bench.kit.store.close()


def test_the_reader_is_loaded_before_the_first_visitor_comes(qtbot, opened):
    """Whoever shows the first card waits for nothing."""
    asked = []
    controller = opened(asked.append)
    controller.soundness.look_round()
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.waitUntil(lambda: not controller.errands.under_way)

    assert "" == controller.part_out_of_order()


def test_a_reader_that_cannot_work_is_told_before_anybody_shows_a_card(qtbot, opened):
    """Out of order, and again in order once the program is whole: no visitor has to find out."""
    broken = [ModelAway("A model is missing.")]

    def open_reader(_threads: int) -> object:
        if broken:
            raise broken[0]
        return object()

    controller = opened(open_reader)
    controller.soundness.look_round()
    qtbot.waitUntil(lambda: controller.part_out_of_order() == "model")
    broken.clear()
    qtbot.waitUntil(lambda: controller.part_out_of_order() == "")


def test_a_closed_terminal_loads_nothing_any_more(qtbot, opened):
    """Its timers end with it."""
    controller = opened(lambda _: object())
    controller.soundness.look_round()
    controller.close()

    timers = (controller.soundness.warming, controller.soundness.retry)

    assert [False, False] == [timer.isActive() for timer in timers]
