"""Keep what is in memory in memory: a crash must not write a frame to disk."""

import ctypes
import resource

PR_SET_DUMPABLE = 4  # Source: prctl(2)


def forbid_core_dumps() -> None:
    """Let no core of this process be written, by the kernel or by a program that it pipes cores to."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
