"""The windows' entries: from the command line and the settings to the start of one face, which alone is loaded."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.errors import KioskError, OutOfService, SettingsWrong
from kiosk.memory import forbid_core_dumps
from kiosk.settings import Settings, load

REFUSED, USAGE, OUT_OF_SERVICE = 1, 2, 3


def terminal(words: Sequence[str] | None = None) -> int:
    """Run the terminal in the hall, full screen."""
    return _explained("kiosk-terminal", words, _terminal)


def desk(words: Sequence[str] | None = None) -> int:
    """Run the desk behind the counter."""
    return _explained("kiosk-desk", words, _desk)


def demo(words: Sequence[str] | None = None) -> int:
    """Run the demonstration on the fictional campus; without a display it plays by itself."""
    forbid_core_dumps()
    parser = argparse.ArgumentParser(prog="kiosk-demo")
    parser.add_argument(
        "--campus", metavar="DIR", type=Path, default=Path("build/campus"), help="made if missing"
    )
    arguments, rest = parser.parse_known_args(words)
    from ui.starting import demonstration

    try:
        return demonstration.start(arguments.campus, rest, settings_of)
    except KioskError as error:
        return _sorry("kiosk-demo", error)


def _terminal(settings: Settings, rest: Sequence[str], *, is_framed: bool) -> int:
    from ui.terminal.fit import ask_for_screen

    asking = None if is_framed else ask_for_screen()  # it answers while the rest is loaded
    from ui.starting import terminal

    return terminal.start(settings, rest, asking)


def _desk(settings: Settings, rest: Sequence[str], *, is_framed: bool) -> int:
    from ui.starting import desk

    return desk.start(settings, rest, is_framed=is_framed)


def _explained(program: str, words: Sequence[str] | None, start: Callable[..., int]) -> int:
    """Read the command line and the settings, start, and say in a sentence what stands in the way."""
    forbid_core_dumps()
    gc.disable()  # nothing of what is loaded now is garbage; the window's thread takes over (ui.garbage)
    parser = argparse.ArgumentParser(prog=program)
    parser.add_argument("--config", metavar="FILE", help="kiosk.toml (or KIOSK_CONFIG)")
    parser.add_argument("--data", metavar="DIR", help="data folder (or KIOSK_DATA)")
    parser.add_argument("--window", action="store_true", help="in a window, not full screen")
    arguments, rest = parser.parse_known_args(words)
    try:
        return start(settings_of(arguments.config, arguments.data), rest, is_framed=arguments.window)
    except KioskError as error:
        return _sorry(program, error)


def _sorry(program: str, error: KioskError) -> int:
    """Say in a sentence what stands in the way; return the exit status that scripts rely on."""
    sys.stderr.write(f"{program}: {error}\n")
    if isinstance(error, OutOfService):
        return OUT_OF_SERVICE
    return USAGE if isinstance(error, SettingsWrong) else REFUSED


def settings_of(config: str | None, data: str | None) -> Settings:
    """Return the settings that the command line and the environment name."""
    environment = {**os.environ, **({"KIOSK_DATA": data} if data else {})}
    return load(Path(config) if config else None, environment)


ENTRIES = {"terminal": terminal, "desk": desk, "demo": demo}


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in ENTRIES:
        sys.exit(f"usage: python -m ui {{{','.join(ENTRIES)}}} ...")
    sys.exit(ENTRIES[sys.argv[1]](sys.argv[2:]))
