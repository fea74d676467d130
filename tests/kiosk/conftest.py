"""What tests of the shell share."""

import pytest

from tests.kits import Bench, a_bench


@pytest.fixture
def bench(tmp_path) -> Bench:
    bench = a_bench(tmp_path)
    yield bench
    bench.kit.store.close()
