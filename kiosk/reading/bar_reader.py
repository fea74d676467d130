"""Read bars that were found: from their profile at several sharpnesses, then from their rows, by both readers."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from kiosk.reading.bar_finder import Bars
from kiosk.reading.bar_profile import DARK, FINER, LIGHT, Line, drawn, in_black, profile_of, sharpened
from kiosk.reading.bar_proof import is_proven
from kiosk.reading.bar_quiet import alone, with_quiet_zones
from kiosk.reading.bar_strip import Strip, cut_strip, margin_of
from kiosk.reading.barcode import Threshold, read_with_zbar, read_with_zxing
from kiosk.reading.frame import Pixels
from kiosk.reading.symbology import Code, Symbology

# One false reading in ten passes its check, and has no beginning or end mark.
IN_DOUBT = frozenset({Symbology.EAN_13})
ENOUGH = 2
ASKED_AGAIN = IN_DOUBT | {Symbology.CODE_39}
UNMARKED = frozenset({Symbology.ITF})  # a part of it looks whole
MARKED = frozenset({Symbology.CODE_128, Symbology.CODE_39, Symbology.CODABAR})  # where they begin and end
FEWEST_EDGES = 30  # a code of eight digits has 48 and more
LEAST_LIKENESS = 0.8  # of the likest row to all: 297 codes that were read had 0.89 and more
LEAST_VARIETY = 0.2  # deviation of bars' widths in shares of their mean; of a blind or a fence it is near 0


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to make bars of a profile. blur, shake: what is undone, in pixels of the picture."""

    blur: float
    draw: Callable[[Line], Pixels]
    shake: float = 0.0


# In the order of what each one added, on frames of every condition (packaging/bench/cards.py).
ATTEMPTS = (
    Attempt(0.6, drawn),
    Attempt(1.25, drawn),
    Attempt(0.8, in_black),
    Attempt(1.6, drawn),
    Attempt(0.0, in_black),
)
LAST_ATTEMPTS = (Attempt(2.0, drawn), Attempt(0.6, drawn, 8.0), Attempt(0.6, in_black, 6.0))


def read_bars(
    gray: Pixels, bars: Bars, symbologies: Collection[Symbology], attempts: tuple[Attempt, ...] = ATTEMPTS
) -> tuple[Code, ...]:
    """Return what a patch of bars says; the readings stop as soon as they are enough.

    What costs the most, the rows themselves in the end, is only tried after all attempts.
    """
    across = look_across(gray, bars)
    if across is None:
        return ()
    line, strip = across
    linear = [symbology for symbology in symbologies if symbology.is_linear and symbology not in UNMARKED]
    unmarked = [symbology for symbology in symbologies if symbology in UNMARKED]
    ways = chain(
        from_profile(line, strip, linear, attempts[:1]),
        from_bars_alone(line, strip, unmarked, attempts),
        from_profile(line, strip, linear, attempts[1:]),
    )
    if attempts == ATTEMPTS:
        ways = chain(
            ways,
            with_effort(line, strip, linear),
            from_bars_alone(line, strip, unmarked, LAST_ATTEMPTS),
        )
    return agreed(ways)


def look_across(gray: Pixels, bars: Bars) -> tuple[Line, Strip] | None:
    """Return a patch's profile and the rows it was made of, None where that can't be a code."""
    if bars.height > bars.length:
        return None
    strip = cut_strip(gray, bars)
    line, likeness = profile_of(strip)
    return (line, strip) if likeness >= LEAST_LIKENESS and may_be_code(line) else None


def agreed(ways: Iterable[tuple[Code, ...]]) -> tuple[Code, ...]:
    """Return the first code of which readings are enough: one, or of a code in doubt two and no other."""
    seen: Counter[tuple[Symbology, str]] = Counter()
    for code in chain.from_iterable(ways):
        if code.symbology not in IN_DOUBT:
            return (code,)
        seen[code.symbology, code.text] += 1
        if seen[code.symbology, code.text] >= ENOUGH:
            return (code,) if len(seen) == 1 else ()
    return ()


def may_be_code(line: Line) -> bool:
    """Return True if a profile has bars enough, and not all of one width."""
    edges = np.flatnonzero(np.diff(in_black(line)[0]))
    if len(edges) < FEWEST_EDGES:
        return False
    widths = np.diff(edges)
    return bool(widths.std() > LEAST_VARIETY * widths.mean())


def from_profile(
    line: Line, strip: Strip, symbologies: Collection[Symbology], attempts: tuple[Attempt, ...]
) -> Iterator[tuple[Code, ...]]:
    """Yield what each attempt at a profile reads."""
    for codes in attempted(line, strip, symbologies, attempts):
        yield tuple(replace(code, corners=in_picture(code, strip)) for code in codes)


def attempted(
    line: Line,
    strip: Strip,
    symbologies: Collection[Symbology],
    attempts: tuple[Attempt, ...],
    before: int = 0,
) -> Iterator[tuple[Code, ...]]:
    """Yield what each attempt at a profile reads, with corners in columns of the strip.

    before: the columns that the profile has more than the strip at its beginning.
    """
    start = np.array((before, 0), np.float32)
    for attempt in attempts:
        sharp = sharpened(line, attempt.blur * strip.zoom, attempt.shake * strip.zoom)
        picture = attempt.draw(sharp)
        codes = read_with_zxing(picture, symbologies, threshold=Threshold.MIDDLE, is_level=True)
        yield tuple(replace(code, corners=code.corners / np.float32(FINER) - start) for code in codes)


def from_bars_alone(
    line: Line, strip: Strip, symbologies: Collection[Symbology], attempts: tuple[Attempt, ...]
) -> Iterator[tuple[Code, ...]]:
    """Yield what each attempt reads where paper is seen beside the bars, if it is all of them.

    For codes whose marks of beginning and end may stand anywhere in them. Readers ask for much paper beside such a
    code, more than a strip has beside a short one.
    """
    bars = alone(line, strip.seen) if symbologies else None
    if bars is None:
        return
    for codes in attempted(bars.line, strip, symbologies, attempts, bars.before):
        whole = (code for code in codes if bars.are_all(*code.corners[:2, 0]))
        yield tuple(replace(code, corners=in_picture(code, strip)) for code in whole)


def with_effort(line: Line, strip: Strip, symbologies: Collection[Symbology]) -> Iterator[tuple[Code, ...]]:
    """Yield what is read when all attempts are over; it must be proven where no check digit does it."""
    alone = with_quiet_zones(line)
    marked = [symbology for symbology in symbologies if symbology in MARKED]
    ways = chain(
        from_profile(line, strip, symbologies, LAST_ATTEMPTS),
        from_profile(alone, strip, marked, ATTEMPTS[:2]),
        from_rows(strip, symbologies),
    )
    yield from proven(ways, alone)


def from_rows(strip: Strip, symbologies: Collection[Symbology]) -> Iterator[tuple[Code, ...]]:
    """Yield what each reader finds in the rows themselves, of which a single one decides: only what both find.

    All that one finds is yielded where more is asked of it afterwards.
    """
    rows = np.clip(strip.levels * (LIGHT - DARK) + DARK, 0, 255).astype(np.uint8)
    found = [read_with_zxing(rows, symbologies, is_level=True), read_with_zbar(rows, symbologies)]
    one, other = ({(code.symbology, code.text) for code in codes} for codes in found)
    for codes in found:
        yield tuple(
            replace(code, corners=in_picture(code, strip))
            for code in codes
            if code.symbology in ASKED_AGAIN or (code.symbology, code.text) in one & other
        )


def proven(ways: Iterable[tuple[Code, ...]], line: Line) -> Iterator[tuple[Code, ...]]:
    """Yield readings without the Code 39 that a strip's profile doesn't prove."""
    margin = margin_of(len(line))
    known: dict[str, bool] = {}
    for codes in ways:
        for code in codes:
            if code.symbology is Symbology.CODE_39 and code.text not in known:
                known[code.text] = is_proven(line, code.text, margin, len(line) - margin)
        yield tuple(code for code in codes if code.symbology is not Symbology.CODE_39 or known[code.text])


def in_picture(code: Code, strip: Strip) -> np.ndarray:
    """Return the (4, 2) corners in the picture of a code in a strip: as long as it was read, as high as the strip."""
    first, last = (float(code.corners[place, 0]) for place in (0, 1))
    rows = strip.levels.shape[0]
    top, low = (0, rows) if first < last else (rows, 0)  # read from right to left: it stands on its head
    corners = np.array([(first, top, 1), (last, top, 1), (last, low, 1), (first, low, 1)])
    return np.asarray(corners @ strip.to_picture.T, np.float32)
