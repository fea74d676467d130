"""The student register comes from a file; a bad file changes nothing."""

import pytest

from kiosk.desk.registering import import_register
from kiosk.errors import NotAllowed, Refused
from kiosk.staff.account import Role

GOOD = "number,surname,given_name,display_name\n21900017,Dupond,Amélie,Amélie Dupond\n"


def test_good_lines_are_taken_in_and_bad_ones_told(bench, tmp_path):
    """Each with its line number."""
    path = tmp_path / "students.csv"
    path.write_text(GOOD + "n° 4,Durand,Paul,Paul Durand\n", encoding="utf-8")

    found = import_register(bench.kit, bench.staff[Role.ADMIN], path)

    assert (1, [3]) == (len(found.rows), [each.line for each in found.rejected])
    assert "Dupond" == bench.kit.store.register_entry("21900017")["surname"]


def test_a_file_without_one_good_line_leaves_the_register_as_it_was(bench, tmp_path):
    """An empty register would turn everyone away."""
    path = tmp_path / "students.csv"
    path.write_text(GOOD, encoding="utf-8")
    import_register(bench.kit, bench.staff[Role.ADMIN], path)
    path.write_text("number,surname,given_name,display_name\n", encoding="utf-8")

    with pytest.raises(Refused):
        import_register(bench.kit, bench.staff[Role.ADMIN], path)

    assert 1 == bench.kit.store.register_size()


def test_importing_takes_an_administrator(bench, tmp_path):
    """By the table."""
    with pytest.raises(NotAllowed):
        import_register(bench.kit, bench.staff[Role.SUPERVISOR], tmp_path / "students.csv")
