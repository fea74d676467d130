"""A face loads what it shows, and the drivers of the parts it has: whoever waits for a start waits for nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.servers.computers import keep_password
from tests.servers.postgres import free_port

SHOW = Path(__file__).with_name("shown_modules.py")
PIXELS = {"numpy", "cv2", "onnxruntime", "zxingcpp", "pyzbar", "PIL"}
MAIL, LDAP, FILE = {"smtplib"}, {"ldap"}, {"sqlite_utils"}
SERVER = {"psycopg", "psycopg_pool", "asyncio", "email"}  # its driver brings the last two
ELSEWHERE = {"kiosk.demo", "kiosk.commands", "kiosk.mailing", "ui.demonstration", "ui.gallery"}
ADMINISTRATION = {"kiosk.wiring.health", "kiosk.wiring.migrating", "ui.set_up"}
THE_DESK = {"ui.desk", "ui.desk_acts", "ui.desk_face", "ui.desk_parts", "ui.desk_views", "ui.desk_controller"}
THE_TERMINAL = {"ui.session_controller", "kiosk.session", "ui.hall", "ui.shell"}
AWAY = """
[store]
kind = "postgresql"
role = "terminal"
address = "postgresql://hall_1@127.0.0.1:{port}/kiosk"
password_file = "password"
tls = "disable"
"""


@pytest.fixture
def started(tmp_path):
    """Return a function that starts a face in a process of its own, and returns what it loaded, in order."""

    def start(face: str, settings: str = "") -> list[str]:
        config = tmp_path / "kiosk.toml"
        config.write_text(settings)
        words = [sys.executable, str(SHOW), face, str(config), str(tmp_path / "data")]
        root = str(Path(__file__).parents[3])
        environment = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": root, "HOME": str(tmp_path)}
        done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
        assert 0 == done.returncode, done.stderr
        return done.stdout.split()

    return start


def among(loaded: list[str], rooms: set[str]) -> list[str]:
    """Return the modules of these rooms that were loaded."""
    return [name for name in loaded if any(f"{name}.".startswith(f"{room}.") for room in rooms)]


def test_the_terminal_loads_what_it_shows(started):
    """With its store in a file: no desk, no server's driver, no mail, no LDAP, and no pixels before a camera opens."""
    loaded = started("terminal")

    assert [] == among(loaded, PIXELS | MAIL | LDAP | SERVER | ELSEWHERE | ADMINISTRATION | THE_DESK)
    assert among(loaded, FILE)


def test_a_terminal_with_a_server_loads_its_driver_only(started, tmp_path):
    """Also while the server is away, which isn't waited for."""
    keep_password(tmp_path)
    loaded = started("terminal", AWAY.format(port=free_port()))

    assert [] == among(loaded, PIXELS | MAIL | LDAP | FILE | ELSEWHERE | ADMINISTRATION | THE_DESK)
    assert among(loaded, SERVER)


def test_the_desk_loads_what_it_shows(started):
    """No screen of the terminal's, and pixels only when somebody is verified at the camera."""
    loaded = started("desk")

    assert [] == among(loaded, PIXELS | MAIL | LDAP | SERVER | ELSEWHERE | ADMINISTRATION | THE_TERMINAL)


@pytest.mark.parametrize("face", ["terminal", "desk"])
def test_what_has_no_window_is_loaded_before_qt(started, face):
    """PySide reads the source of every module that is loaded after it: a tenth of a second for a face."""
    loaded = started(face)
    early = loaded[: loaded.index("PySide6")]

    assert among(early, {"kiosk.wiring", "kiosk.request", "kiosk.directory", "cryptography"})
