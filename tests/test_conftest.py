"""The rules of tests/conftest.py, seen from outside."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

SKIPPED = """
import pytest

def test_skipped():
    pytest.skip("no server")

@pytest.mark.xfail
def test_expected_to_fail():
    assert False
"""

SKIPPED_MODULE = """
import pytest

pytest.skip("no library", allow_module_level=True)
"""

LEAVES_A_THREAD = """
import threading
from tests import conftest

conftest.THREAD_GRACE_S = 0.01

def test_leaves_a_thread():
    threading.Thread(target=threading.Event().wait, name="forgotten", daemon=True).start()

def test_ends_its_thread():
    thread = threading.Thread(target=str)
    thread.start()
    thread.join()
"""

UNKNOWN_MARK = """
import pytest

@pytest.mark.slwo
def test_marked():
    pass
"""


def run(folder: Path, source: str, ci: str = "") -> str:
    """Run pytest on one test file under the project's settings; return what it printed."""
    test = folder / "test_given.py"
    test.write_text(source)
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "-p", "tests.conftest"]
    result = subprocess.run(
        [*command, "-p", "no:cacheprovider", str(test)],
        cwd=ROOT,
        env={**os.environ, "CI": ci},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    return result.stdout + result.stderr


@pytest.mark.parametrize(("ci", "expected"), [("true", "1 failed, 1 xfailed"), ("", "1 skipped, 1 xfailed")])
def test_a_skip_fails_in_ci_only(tmp_path, ci, expected):
    """Where everything is installed, a skip means that nobody ever runs the test."""
    assert expected in run(tmp_path, SKIPPED, ci)


def test_a_module_that_skips_itself_fails_in_ci(tmp_path):
    """A missing library may not take a whole file out of the run."""
    assert "skipped in CI, where everything must run: " in run(tmp_path, SKIPPED_MODULE, "true")


def test_a_test_that_leaves_a_thread_fails(tmp_path):
    """The message names the thread; a test that joins its thread passes."""
    printed = run(tmp_path, LEAVES_A_THREAD)

    assert "the test left running: forgotten" in printed
    assert "2 passed, 1 error" in printed


def test_an_unknown_mark_is_an_error(tmp_path):
    """A misspelt mark would silently take a test out of `make soak`."""
    assert "'slwo' not found in `markers` configuration option" in run(tmp_path, UNKNOWN_MARK)
