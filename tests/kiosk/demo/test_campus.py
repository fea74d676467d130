"""The folder that holds the fictional campus."""

import csv

import pytest

from kiosk.demo.campus import students, write_campus
from kiosk.demo.fictional import Situation
from kiosk.directory.register_file import read_register
from kiosk.errors import Refused
from kiosk.reading.opencv import cv2
from kiosk.settings import load
from kiosk.staff.account import Role

COUNT = 18
COMPANY = students(seed=9, count=COUNT)


@pytest.fixture(scope="module")
def campus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("campus")
    write_campus(folder, COUNT, 9, on_video=1)
    return folder


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_student_has_a_picture_of_card_and_document(campus):
    """Also those whom the register doesn't know: they come to the terminal all the same."""
    pictures = {path.relative_to(campus / "students").as_posix() for path in campus.glob("students/*/*.png")}

    assert {
        f"{student.number}/{what}.png" for student in COMPANY for what in ("card", "document")
    } == pictures


def test_the_first_students_are_filmed_with_card_and_with_document(campus):
    """One sitting at the camera each."""
    number = COMPANY[0].number

    assert [f"{number}-card.avi", f"{number}-document.avi"] == sorted(p.name for p in campus.glob("videos/*"))


def test_the_register_is_taken_in_without_a_rejected_line(campus):
    """It is what a registrar's export should look like."""
    assert () == tuple(read_register(campus / "register.csv").rejected)


def test_a_number_unknown_to_the_register_is_not_in_it(campus):
    """And everybody else is."""
    known = {student.number for student in COMPANY if student.situation is not Situation.NOT_IN_REGISTER}

    assert known == {row["number"] for row in rows(campus / "register.csv")}


def test_everyone_is_expected_to_end_somehow(campus):
    """A verdict for each number."""
    expected = rows(campus / "expected.csv")

    assert {student.number for student in COMPANY} == {row["number"] for row in expected}
    assert {"match", "review", "mismatch"} == {row["verdict"] for row in expected}


def test_no_door_is_expected_where_nothing_is_filed(campus):
    """And one everywhere else."""
    assert all((row["verdict"] == "mismatch") == (row["door"] == "") for row in rows(campus / "expected.csv"))


def test_there_is_one_member_of_staff_of_each_role(campus):
    """Every act can be tried."""
    assert list(Role) == [row["role"] for row in rows(campus / "staff.csv")]


def test_the_staffs_passwords_are_long_enough(campus):
    """Twelve characters, as everywhere."""
    assert all(len(row["password"]) >= 12 for row in rows(campus / "staff.csv"))


def test_the_settings_open_a_demonstration_on_this_register(campus):
    """Nothing has to be written before trying it out."""
    settings = load(campus / "kiosk.toml", {})

    assert settings.store.demonstration
    assert campus / "register.csv" == settings.store.first_register


def test_pictures_can_be_opened(campus):
    """They are ordinary PNG files."""
    assert cv2.imread(str(next(campus.glob("students/*/document.png")))) is not None


def test_a_folder_that_cannot_be_written_is_refused(tmp_path):
    """A file stands where the folder should be."""
    (tmp_path / "taken").write_text("")

    with pytest.raises(Refused):
        write_campus(tmp_path / "taken", 1, on_video=0)


def test_a_campus_that_was_not_finished_has_no_settings(tmp_path):
    """So that the next start makes it anew, instead of showing a hall without videos."""
    (tmp_path / "videos").touch()

    with pytest.raises(Refused):
        write_campus(tmp_path, 1, 9, on_video=1)

    assert (tmp_path / "students").is_dir()
    assert not (tmp_path / "kiosk.toml").exists()
