import os
import re
from pathlib import Path

WORDS = re.compile(r"([A-Z][a-z]+){3}\d?")


class Roll:
    """A printer's device as a pipe: what is written to it can be read as from paper."""

    def __init__(self, path: Path) -> None:
        os.mkfifo(path)
        self.path = path
        self.end = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        self.paper = b""

    def latest(self) -> bytes:
        self.paper = os.read(self.end, 1_000_000) or self.paper
        return self.paper

    def secret(self) -> str:
        """What the latest slip says is to be typed: its two lines of three words."""
        lines = self.latest().split(b"\x1bt\x10")[-1].decode("cp1252").split("\n")
        return "".join(line.strip() for line in lines if WORDS.fullmatch(line.strip()))
