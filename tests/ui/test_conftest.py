"""What fails a test that leaves something behind sees what is there."""

from tests.ui.conftest import open_below


def test_a_file_that_is_open_is_seen(tmp_path):
    """Until it is closed."""
    with (tmp_path / "store.sqlite").open("w"):
        held = open_below(tmp_path)

    assert (["store.sqlite"], []) == (held, open_below(tmp_path))
