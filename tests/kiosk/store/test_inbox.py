"""The inbox in SQLite keeps to the contract."""

import pytest

from kiosk.store import Store, inbox_of
from tests.contracts.inbox import Both, InboxContract


class TestSqliteInbox(InboxContract):
    @pytest.fixture
    def both(self, store: Store) -> Both:
        inbox = inbox_of(store)
        assert inbox is not None
        return store, inbox
