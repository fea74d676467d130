"""Write the journal's heads outside the store, so that a cut-off end is found too."""

import logging
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from kiosk.errors import SettingsWrong
from kiosk.journal.anchor import Anchor
from kiosk.kit import Kit

log = logging.getLogger(__name__)
FILE = "journal-heads.txt"


def anchor_heads(kit: Kit) -> Sequence[Anchor]:
    """Append each writer's head to the file in the settings' anchor_to; do nothing where none is set."""
    if kit.rules.anchor_to is None:
        return ()
    anchors = [Anchor(head.writer, head.sequence, head.digest, kit.now()) for head in kit.store.heads()]
    _append(kit.rules.anchor_to, (anchor.line for anchor in anchors))
    return anchors


def anchor_decision(kit: Kit) -> None:
    """Append the heads after a decision; a place that is away doesn't undo what was decided, and is logged."""
    try:
        anchor_heads(kit)
    except SettingsWrong:
        log.warning("journal heads not anchored: ask kiosk doctor")


def check_place(folder: Path) -> None:
    """Raise SettingsWrong unless the heads could be written there now."""
    _append(folder, ())


def read_anchors(folder: Path | None) -> tuple[Anchor, ...]:
    """Return every anchor that was written, oldest first."""
    if folder is None or not (folder / FILE).exists():
        return ()
    lines = (folder / FILE).read_text(encoding="utf-8").splitlines()
    return tuple(Anchor.parse(line) for line in lines if line.strip())


def _append(folder: Path, lines: Iterable[str]) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(folder / FILE, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "w") as file:
            file.write("".join(line + "\n" for line in lines))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise SettingsWrong(
            f"The journal's heads can't be written to anchor_to ({folder}): {error}."
        ) from error
