"""`make bench`: how long things take, as medians over many runs, next to what they can't be quicker than.

Timings are told, never asserted: a busy machine is no fault of the program.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from deciding import bench_deciding
from directories import bench_directories
from faces import bench_faces
from importing import bench_importing
from queue_page import bench_queue
from reading import bench_reading

BENCHES: Mapping[str, tuple[str, Callable[[Path], None]]] = {
    "reading": ("From the first readable frame to an accepted card and document", bench_reading),
    "deciding": ("Filing and approving, next to a bare durable commit", bench_deciding),
    "queue": ("A page of the queue, with many past requests", bench_queue),
    "directories": ("The directory: slapd with 100,000 students, over TLS (needs slapd)", bench_directories),
    "faces": ("The two windows: start, answers, preview, memory, processor (some minutes)", bench_faces),
    "importing": ("Importing, in a fresh interpreter", bench_importing),
}


def main() -> None:
    """Run the benchmarks that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    wanted = parser.parse_args().names or list(BENCHES)
    with tempfile.TemporaryDirectory(prefix="mirail-kiosk-bench-") as folder:
        for name in wanted:
            title, bench = BENCHES[name]
            print(title, flush=True)
            place = Path(folder) / name
            place.mkdir()
            bench(place)


if __name__ == "__main__":
    main()
