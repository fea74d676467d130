"""A command that looks at no picture doesn't load what reads pictures: people wait for it at the counter."""

import json
import os
import subprocess
import sys

import pytest

from kiosk.demo.fictional import PaperKind
from tests.journeys.commands import PROJECT, Kiosk, someone

STUDENT = someone(kind=PaperKind.CARD)
HEAVY = {"cv2", "numpy", "onnxruntime", "zxingcpp", "pyzbar", "PIL", "segno", "PySide6", "ldap", "pandas"}
TELLING = """
import sys
from kiosk.__main__ import main
status = main(sys.argv[1:])
sys.stderr.write(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))
sys.exit(status)
"""


def loaded_by(kiosk: Kiosk, *words: str, login: str | None = None) -> set[str]:
    """Run a command in a process of its own and return the libraries that were loaded at its end."""
    actor = ("--as", login, "--password-stdin") if login else ()
    done = subprocess.run(
        [sys.executable, "-c", TELLING, *words, *actor],
        input=kiosk.password(login),
        env=os.environ | {"KIOSK_CONFIG": str(kiosk.config), "KIOSK_DATA": str(kiosk.data)},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    assert json.loads(done.stdout) is not None
    return set(done.stderr.split())


@pytest.mark.parametrize(
    ("words", "login"),
    [
        (("status",), None),
        (("show",), "valideuse"),
        (("approve", "--seen"), "valideuse"),
        (("queue",), "valideuse"),
        (("journal", "verify"), None),
        (("staff", "list"), "technicien"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)
def test_what_needs_no_picture_loads_nothing_that_reads_one(kiosk, references, words, login):
    """Neither OpenCV nor a network nor a window."""
    reference = [references[STUDENT.number]] if words[0] in ("status", "show", "approve") else []

    loaded = loaded_by(kiosk, *words[:1], *reference, *words[1:], "--json", login=login)

    assert "sqlite_utils" in loaded
    assert set() == HEAVY & loaded


def test_what_reads_pictures_loads_what_it_takes(kiosk):
    """So the test above would see it."""
    card = kiosk.papers(STUDENT)[1]

    assert {"cv2", "numpy", "onnxruntime"} <= loaded_by(kiosk, "scan", str(card))
