"""What was taken while the store was away goes by itself once the store answers."""

import pytest

from kiosk.desk.taking_in import take_in
from kiosk.request.request import State
from tests.kiosk.spool.test_outages import Hall
from tests.kits import a_bench
from ui.desk_acts.carrying import catch_up
from ui.terminal.posting import Posting

WAIT_MS = 5_000
SOON_MS = 10


@pytest.fixture
def hall(tmp_path):
    hall = Hall(a_bench(tmp_path), tmp_path)
    yield hall
    hall.close()


def test_letters_go_by_themselves(qtbot, hall):
    """Nobody types a command: the terminal posts, the desk takes in, the request waits."""
    filed = hall.visit(away=True)
    posting = Posting(hall.bench.kit, SOON_MS)

    qtbot.waitUntil(lambda: 0 == hall.spool.count(), timeout=WAIT_MS)
    assert posting.close()

    assert () == catch_up(hall.bench.kit)
    assert State.WAITING is hall.bench.kit.store.get(filed.request.reference).state


def test_without_a_spool_nothing_runs(qtbot, tmp_path):
    """A terminal beside its desk has none."""
    bench = a_bench(tmp_path)
    posting = Posting(bench.kit, SOON_MS)

    assert not posting.timer.isActive()
    posting.turn()

    assert posting.close()
    assert 0 == take_in(bench.kit).requests
    bench.kit.store.close()
