"""The SQLite store keeps to the contract, and to what only a file on this computer can be asked."""

import pytest

from kiosk.store import Sealer, Store, open_store
from tests.contracts.store import Opening, StoreContract
from tests.kiosk.store.sealing import a_device

DEVICE = a_device()


class TestSqliteStore(StoreContract):
    @pytest.fixture
    def opening(self, tmp_path) -> Opening:
        def opened(name: str = "live", demonstration: bool = False, sealer: Sealer = DEVICE) -> Store:
            return open_store(tmp_path / name / "kiosk.sqlite", sealer, demonstration=demonstration)

        return opened
