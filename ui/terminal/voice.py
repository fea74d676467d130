"""Saying aloud what stands on the screen, for who can't read it (EN 301 549, 5.1.3). A program does it."""

import logging
from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QObject, QProcess

log = logging.getLogger(__name__)
PATIENCE_MS = 1000
ESPEAK = ("espeak-ng", "--stdin", "-s", "150")  # words a minute: calm


class Loudness(StrEnum):
    SILENT = "silent"
    QUIET = "quiet"
    ALOUD = "aloud"
    LOUD = "loud"


AMPLITUDE = {
    Loudness.QUIET: 50,
    Loudness.ALOUD: 100,
    Loudness.LOUD: 200,
}  # of 200; twice as much is 6 dB more


class Voice(Protocol):
    """Speaks one thing at a time; whatever is new interrupts."""

    def say(self, words: str, language: str, loudness: Loudness) -> None: ...

    def hush(self) -> None: ...

    def close(self) -> None: ...


class Silent:
    """The voice of a terminal that has none."""

    def say(self, words: str, language: str, loudness: Loudness) -> None:
        """Say nothing."""

    def hush(self) -> None:
        """Stay silent."""

    def close(self) -> None:
        """Hold nothing."""


class ProgramVoice(QObject):
    """Gives the words to a program's standard input, and ends the program to be silent. Nothing here waits for it.

    command: the program and its options; "-v LANGUAGE -a AMPLITUDE" is added. The words stand in no list of processes.
    """

    def __init__(self, command: Sequence[str] = ESPEAK, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.command = list(command)
        self.speaking: QProcess | None = None
        self.ending: set[QProcess] = set()

    def say(self, words: str, language: str, loudness: Loudness) -> None:
        self.hush()
        if loudness not in AMPLITUDE:
            return
        speaking = QProcess(self)
        speaking.finished.connect(self._on_ended)
        speaking.errorOccurred.connect(self._on_error)
        speaking.setStandardOutputFile(QProcess.nullDevice())
        speaking.setStandardErrorFile(QProcess.nullDevice())
        self.speaking = speaking
        program, *options = self.command
        speaking.start(program, [*options, "-v", language, "-a", str(AMPLITUDE[loudness])])
        speaking.write(words.encode())
        speaking.closeWriteChannel()

    def hush(self) -> None:
        ended, self.speaking = self.speaking, None
        if ended is not None:
            self.ending.add(ended)
            ended.kill()

    def close(self) -> None:
        """Be silent and leave no process behind, at the program's end."""
        self.hush()
        for process in self.ending:
            process.blockSignals(True)
            process.waitForFinished(PATIENCE_MS)
        self.ending.clear()

    def _on_ended(self) -> None:
        self._drop(self.sender())

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # then nothing is finished either
            log.warning("no voice", extra={"program": self.command[0]})
            self._drop(self.sender())

    def _drop(self, process: QObject | None) -> None:
        self.ending = {each for each in self.ending if each is not process}
        if self.speaking is process:
            self.speaking = None
        if process is not None:
            process.deleteLater()
