"""A crash must not write a frame to disk."""

import subprocess
import sys


def test_no_process_of_ours_dumps_core():
    """The limit is nothing, hard and soft, also for what it starts."""
    code = (
        "import resource; from kiosk.memory import forbid_core_dumps; forbid_core_dumps();"
        "print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "(0, 0)" == done.stdout.strip()


def test_no_program_is_handed_a_core():
    """A limit doesn't bind what the kernel pipes cores to; not being dumpable does."""
    code = (
        "import ctypes; from kiosk.memory import forbid_core_dumps; forbid_core_dumps();"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"  # PR_GET_DUMPABLE
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "0" == done.stdout.strip()
