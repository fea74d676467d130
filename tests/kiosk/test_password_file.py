import pytest

from kiosk.errors import SettingsWrong
from kiosk.password_file import LONGEST, password_from, password_in

KEY, VARIABLE = "mail.password_file", "KIOSK_MAIL_PASSWORD"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "password"
    path.write_text("s3cret with blanks \n")
    path.chmod(0o600)
    return path


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_reads_the_one_line(file, end):
    """As it stands, blanks included; its end isn't part of it."""
    file.write_bytes(("s3cret with blanks " + end).encode())

    assert "s3cret with blanks " == password_from(file, VARIABLE, {VARIABLE: "other"}, KEY)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o610, 0o601])
def test_refuses_a_file_that_others_can_reach(file, mode):
    """The sentence says what to do, and names the file."""
    file.chmod(mode)

    with pytest.raises(SettingsWrong, match="chmod 600") as caught:
        password_in(file)

    assert str(file) in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"\xff\xfe", b"s3cret\nmore\n", b"s3\x00cret", b"s" * (LONGEST + 1)],
    ids=["empty", "empty line", "not text", "two lines", "nul", "long"],
)
def test_refuses_what_is_no_password(file, content):
    """Some other file, by mistake; what is in it isn't said."""
    file.write_bytes(content)

    with pytest.raises(SettingsWrong) as caught:
        password_in(file)

    assert str(file) in str(caught.value)
    assert "s3" not in str(caught.value).replace(str(file), "")


def test_refuses_a_file_that_is_not_there(tmp_path):
    """Or one that can't be read."""
    with pytest.raises(SettingsWrong, match="can't be read"):
        password_in(tmp_path / "none")


def test_takes_the_environment_without_a_file():
    """For services that hand secrets over that way."""
    assert "from outside" == password_from(None, VARIABLE, {VARIABLE: "from outside"}, KEY)


@pytest.mark.parametrize("environment", [{}, {VARIABLE: ""}])
def test_needs_one_of_the_two(environment):
    """Both are named."""
    with pytest.raises(SettingsWrong, match=VARIABLE) as caught:
        password_from(None, VARIABLE, environment, KEY)

    assert KEY in str(caught.value)
