"""What the reader said of every frame of a presentation, kept in a file, so that rules can be tried on it again."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

FPS = 30
READINGS_PER_S = 15
SEEN_LONG = 10  # frames: what is readable for a third of a second has become so
CORNERS = np.zeros((4, 2), np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A zone's text as one frame shows it."""

    lines: tuple[str, ...]
    posteriors: tuple[np.ndarray, ...]
    repaired: bool
    corners: np.ndarray = field(default_factory=CORNERS.copy)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One reading: when its frame was taken, when it was done (seconds), its text, its picture's digest."""

    taken: float
    done: float
    text: Text | None
    digest: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """A presentation as it was read.

    documents: the lines of each. came: when each came near. readable: (documents, frames) at FPS.
    """

    story: str
    documents: tuple[tuple[str, ...], ...]
    came: tuple[float, ...]
    readable: np.ndarray
    readings: tuple[Reading, ...]

    def became_readable(self, document: int) -> float | None:
        """Return the first moment from which a document stays readable for a third of a second."""
        seen = np.convolve(self.readable[document].astype(int), np.ones(SEEN_LONG, int), "valid") == SEEN_LONG
        return float(seen.argmax() / FPS) if seen.any() else None

    def save(self, path: Path) -> None:
        """Write the record; whole or not at all."""
        facts = {
            "story": self.story,
            "documents": self.documents,
            "came": self.came,
            "readings": [
                (one.taken, one.done, one.digest.hex(), one.text and (one.text.lines, one.text.repaired))
                for one in self.readings
            ],
        }
        texts = [one.text for one in self.readings if one.text]
        arrays = {f"p{order}": np.concatenate(text.posteriors) for order, text in enumerate(texts)}
        half = path.with_suffix(".part.npz")
        np.savez_compressed(half, facts=json.dumps(facts), readable=self.readable, **arrays)
        half.rename(path)


def load(path: Path) -> Record:
    """Return a record from its file."""
    with np.load(path) as file:
        facts, readable = json.loads(str(file["facts"])), file["readable"]
        readings, order = [], 0
        for taken, done, digest, said in facts["readings"]:
            text = None
            if said:
                lines, repaired = said
                posteriors = np.split(file[f"p{order}"], len(lines))
                text, order = Text(tuple(lines), tuple(posteriors), repaired), order + 1
            readings.append(Reading(taken, done, text, bytes.fromhex(digest)))
    documents = tuple(tuple(lines) for lines in facts["documents"])
    return Record(facts["story"], documents, tuple(facts["came"]), readable, tuple(readings))
