"""A terminal that starts while another program holds its store: out of order, and in order by itself."""

import sqlite3
from contextlib import closing
from dataclasses import replace

from kiosk.journal.sealer import DeviceSealer
from kiosk.journal.signature import DeviceKey
from kiosk.store import open_store
from tests.kits import a_bench
from tests.ui.hall import CAMPUS, QUICK
from ui.hall import Hall as Room
from ui.screens.out_of_order import OutOfOrderScreen


def test_it_starts_and_goes_on_when_the_store_is_free(qtbot, tmp_path):
    """Nobody stands there to start it again; the desk that writes ends at some time."""
    bench = a_bench(tmp_path)
    bench.kit.store.close()
    with closing(sqlite3.connect(tmp_path / "store.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        late = open_store(
            tmp_path / "store.sqlite",
            DeviceSealer(DeviceKey(b"k" * 32)),
            demonstration=True,
            busy_timeout_s=0.02,
            may_come_late=True,
        )
        kit = replace(bench.kit, store=late, open_reader=lambda _: object())
        room = Room(kit, CAMPUS, timing=QUICK)
        qtbot.addWidget(room.window)
        qtbot.waitUntil(lambda: isinstance(room.face.screen, OutOfOrderScreen))
        part = room.controller.part_out_of_order()
        other.execute("ROLLBACK")
        qtbot.waitUntil(lambda: room.controller.part_out_of_order() == "")

        assert "store" == part
        assert not isinstance(room.face.screen, OutOfOrderScreen)
        room.close()
