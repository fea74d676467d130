"""What is said aloud, when the visitor asked for it: each screen as it comes, each hint; a touch makes it silent."""

from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QLabel, QWidget

from ui.parts.hint_banner import HintBanner
from ui.parts.surface import PRIVATE
from ui.terminal.comfort import Comfort
from ui.terminal.voice import Voice
from ui.terminal.watching import Watcher


class Seen(Protocol):
    """What the visitor sees now, and how. cover: what lies over the screen."""

    screen: QWidget | None
    cover: QWidget | None
    comfort: Comfort

    @property
    def language(self) -> str: ...


class ReadingAloud(QObject):
    """Nothing that is personal is said: others hear it as well."""

    def __init__(self, seen: Seen, voice: Voice, watcher: Watcher, *, parent: QObject) -> None:
        super().__init__(parent)
        self.seen, self.voice = seen, voice
        self.said_hint = ""
        watcher.progressed.connect(self._on_progressed)

    def close(self) -> None:
        self.voice.close()

    @Slot()
    def hush(self) -> None:
        self.voice.hush()

    @Slot()
    def read(self) -> None:
        """Say the screen that is seen, from top to bottom."""
        self.voice.hush()
        screen = self.seen.cover or self.seen.screen
        if self.seen.comfort.is_spoken and screen is not None:
            self._say(". ".join(sentences(screen)))

    @Slot(object, int, int)
    def _on_progressed(self, *_reading: object) -> None:
        banner = self.seen.screen.findChild(HintBanner) if self.seen.screen is not None else None
        hint = banner.hint if banner is not None else ""
        if hint != self.said_hint:
            self.said_hint = hint
            if banner is not None and self.seen.comfort.is_spoken:
                self._say(banner.accessibleName())

    def _say(self, words: str) -> None:
        self.voice.say(words, self.seen.language, self.seen.comfort.loudness)


def sentences(screen: QWidget) -> list[str]:
    """Return what stands on a screen, in reading order, without what is personal."""
    labels = [
        label
        for label in screen.findChildren(QLabel)
        if label.isVisible() and label.accessibleName() and not _is_private(label, screen)
    ]
    labels.sort(key=lambda label: _place(label, screen))
    return [label.accessibleName().rstrip(".") for label in labels]


def _place(label: QLabel, screen: QWidget) -> tuple[int, int]:
    at = label.mapTo(screen, QPoint(0, 0))
    return (at.y(), at.x())


def _is_private(part: QWidget, screen: QWidget) -> bool:
    """Return whether this, or what holds it, is marked as personal."""
    holder: QWidget | None = part
    while holder is not None:
        if holder.property(PRIVATE):
            return True
        holder = holder.parentWidget() if holder is not screen else None
    return False
