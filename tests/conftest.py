"""What holds for every test: no window, no noise, no thread left behind, and in CI no skip."""

import os
import threading
from collections.abc import Generator, Iterator
from pathlib import Path

# Before anything imports OpenCV or Qt.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["OPENCV_LOG_LEVEL"] = "OFF"
os.environ["OPENCV_FFMPEG_LOGLEVEL"] = "-8"

import hypothesis
import pytest

THREAD_GRACE_S = 5.0  # a thread that was told to stop may need this long on a busy machine

hypothesis.settings.register_profile(
    "slice", max_examples=30, derandomize=True, deadline=None, database=None, print_blob=True
)
hypothesis.settings.register_profile(
    "soak",
    max_examples=20_000,
    deadline=None,
    print_blob=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("slice")


def pytest_configure(config: pytest.Config) -> None:
    """Name the markers; any other is an error."""
    config.addinivalue_line("markers", "soak: runs long; `make test` runs a slice, `make soak` the whole")
    config.addinivalue_line("markers", "fuzz: hostile input; `make test` runs a slice, `make fuzz` the whole")


def pytest_report_header() -> str:
    """Say which database server the tests start."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    return f"postgresql: {found[-1]}" if found else "postgresql: MISSING, install the package postgresql"


@pytest.fixture(scope="session")
def runs_whole() -> bool:
    """Whether `make soak` or `make fuzz` asked for the whole of a long test."""
    return hypothesis.settings.get_current_profile_name() == "soak"


@pytest.fixture(autouse=True)
def _no_thread_is_left() -> Iterator[None]:
    """Fail a test that leaves a thread running."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and _is_ours(thread)]
    for thread in left:
        thread.join(THREAD_GRACE_S)
    names = [thread.name for thread in left if thread.is_alive()]
    if names:
        pytest.fail(f"the test left running: {', '.join(names)}")


def _is_ours(thread: threading.Thread) -> bool:
    """Return False for a thread that Python only met (Qt's pool): it can't be joined."""
    return not isinstance(thread, threading._DummyThread)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI, fail a test that was skipped."""
    report = yield
    _fail_if_skipped_in_ci(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """In CI, fail a module that skipped itself."""
    report = yield
    _fail_if_skipped_in_ci(report)
    return report


def _fail_if_skipped_in_ci(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip into a failure: what CI skips, nobody ever runs. An expected failure stays one."""
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where everything must run: {reason}"
