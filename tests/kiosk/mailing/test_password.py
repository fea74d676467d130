import pytest

from kiosk.errors import SettingsWrong
from kiosk.mailing.password import VARIABLE, mail_password


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "password"
    path.write_text("s3cret with blanks \nsecond line\n")
    path.chmod(0o600)
    return path


def test_reads_the_files_first_line(file):
    """As it stands, blanks included."""
    assert "s3cret with blanks " == mail_password(file, {VARIABLE: "other"})


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o610])
def test_refuses_a_file_that_others_can_reach(file, mode):
    """The sentence says what to do."""
    file.chmod(mode)
    with pytest.raises(SettingsWrong, match="chmod 600"):
        mail_password(file, {})


def test_takes_the_environment_without_a_file():
    """For services that hand secrets over that way."""
    assert "from outside" == mail_password(None, {VARIABLE: "from outside"})


@pytest.mark.parametrize("environment", [{}, {VARIABLE: ""}])
def test_needs_one_of_the_two(environment):
    """A login without a password is a slip."""
    with pytest.raises(SettingsWrong, match=VARIABLE):
        mail_password(None, environment)


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe"])
def test_refuses_a_file_without_a_password(file, content):
    """Empty, or not text."""
    file.write_bytes(content)
    with pytest.raises(SettingsWrong, match="password_file"):
        mail_password(file, {})


def test_refuses_a_file_that_is_not_there(tmp_path):
    """And never quotes what one holds."""
    with pytest.raises(SettingsWrong, match="can't be read"):
        mail_password(tmp_path / "none", {})
