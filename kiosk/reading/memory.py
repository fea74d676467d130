"""Keep the memory that large arrays leave for the next ones.

glibc hands it back to the system when a frame is done, and every page is then given anew at its first touch: a
thousand pages a frame, some 2 ms, more than the finding of a zone takes beside its network.
"""

import ctypes
import sys

# The numbers of malloc.h, which Python has no names for.
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
MOST_KEPT = 64 << 20  # bytes
LARGEST_KEPT = 32 << 20  # bytes of one array: the most that glibc takes


def keep_freed_memory() -> None:
    """Let this process keep what it frees, within bounds; without effect where the C library isn't glibc."""
    if not sys.platform.startswith("linux"):
        return
    library = ctypes.CDLL(None)
    if hasattr(library, "mallopt"):
        library.mallopt(M_MMAP_THRESHOLD, LARGEST_KEPT)
        library.mallopt(M_TRIM_THRESHOLD, MOST_KEPT)
