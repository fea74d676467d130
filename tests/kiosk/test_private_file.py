import pytest

from kiosk.private_file import write_private


def test_writes_the_whole_content(tmp_path):
    """What is read is what was written."""
    write_private(tmp_path / "a", b"\x00\xff\n")

    assert b"\x00\xff\n" == (tmp_path / "a").read_bytes()


def test_is_read_by_its_owner_only(tmp_path):
    """Neither group nor others may read, even where a file was open to them before."""
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o644)

    write_private(tmp_path / "a", b"new")

    assert 0o600 == (tmp_path / "a").stat().st_mode & 0o777


def test_makes_a_folder_for_its_owner_only(tmp_path):
    """A folder that was missing is private too."""
    write_private(tmp_path / "new" / "a", b"")

    assert 0o700 == (tmp_path / "new").stat().st_mode & 0o777


def test_leaves_no_part_behind(tmp_path):
    """Once written there is one file, under its own name."""
    write_private(tmp_path / "a", b"one")
    write_private(tmp_path / "a", b"two")

    assert ["a"] == [path.name for path in tmp_path.iterdir()]


def test_leaves_what_was_there_when_it_fails(tmp_path):
    """A name that can't be replaced keeps what it has, and the part is cleared away."""
    (tmp_path / "a" / "inside").mkdir(parents=True)

    with pytest.raises(OSError, match="directory"):
        write_private(tmp_path / "a", b"new")

    assert ["a"] == [path.name for path in tmp_path.iterdir()]


def test_shows_no_half_of_a_file_that_is_being_replaced(tmp_path):
    """Who opened the old file goes on reading the old one, whole."""
    write_private(tmp_path / "a", b"old")
    with (tmp_path / "a").open("rb") as reader:
        write_private(tmp_path / "a", b"new")

        assert b"old" == reader.read()
