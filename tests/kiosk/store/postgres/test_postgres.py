"""The PostgreSQL store keeps to the contract, on a real server over TLS."""

import pytest

from kiosk.store import Sealer, Store, open_server
from tests.contracts.store import Opening, StoreContract
from tests.kiosk.store.sealing import a_device
from tests.servers.fixtures import NewDatabase
from tests.servers.postgres import Cluster

DEVICE = a_device()


class TestPostgresStore(StoreContract):
    @pytest.fixture
    def opening(self, cluster: Cluster, new_database: NewDatabase) -> Opening:
        names: dict[str, str] = {}

        def opened(name: str = "live", demonstration: bool = False, sealer: Sealer = DEVICE) -> Store:
            if name not in names:
                names[name] = new_database(demonstration)
            login = "desk_1" if sealer is DEVICE else "desk_2"
            return open_server(cluster.server(names[name], login), sealer, demonstration=demonstration)

        return opened
