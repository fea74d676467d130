"""Medians over many runs."""

import os
import statistics
import time
from collections.abc import Callable, Sequence


def compiled() -> dict[str, str]:
    """Return this environment with compiled modules kept, as an installed program has them."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def duration_ms(work: Callable[[], object]) -> float:
    """Return how long one run takes, in milliseconds of the clock on the wall."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def median_ms(work: Callable[[], object], runs: int) -> float:
    """Return the median duration of some runs."""
    return statistics.median(duration_ms(work) for _ in range(runs))


def tell(what: str, durations_ms: Sequence[float], floor_ms: float | None = None) -> None:
    """Print median and 95th percentile, and the ratio to what it can't be quicker than."""
    ordered = sorted(durations_ms)
    median, late = statistics.median(ordered), ordered[int(0.95 * (len(ordered) - 1))]
    ratio = f"  {median / floor_ms:4.1f} x the floor" if floor_ms else ""
    print(f"  {what:44} median {median:8.2f} ms  p95 {late:8.2f} ms  n={len(ordered)}{ratio}", flush=True)


def tell_late(what: str, durations_ms: Sequence[float]) -> None:
    """Print median, 95th and 99th percentile: what those see who wait longest."""
    ordered = sorted(durations_ms)
    if not ordered:
        print(f"  {what:44} none", flush=True)
        return
    p50, p95, p99 = (ordered[int(share * (len(ordered) - 1))] for share in (0.5, 0.95, 0.99))
    print(
        f"  {what:44} p50 {p50:8.1f} ms  p95 {p95:8.1f} ms  p99 {p99:8.1f} ms  n={len(ordered)}", flush=True
    )
