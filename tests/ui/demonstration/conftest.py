"""A fictional campus of one student, filmed."""

import pytest

from kiosk.demo.campus import write_campus


@pytest.fixture(scope="session")
def campus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("campus")
    write_campus(folder, students=1, on_video=1)
    return folder
