"""Keep what is in memory in memory: a crash must not write a frame to disk."""

import resource


def forbid_core_dumps() -> None:
    """Set the limit of core files to nothing, for this process and what it starts."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
