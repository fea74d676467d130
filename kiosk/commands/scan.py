"""`kiosk scan PATH...`: what pictures, folders and videos show, frame by frame, or with --steady what is accepted."""

import argparse
from pathlib import Path

from kiosk.commands.context import settings_of
from kiosk.commands.subcommands import Commands, add_listed
from kiosk.wiring import frame_reader


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = add_listed(commands, shared, "scan")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a picture, a folder or a video")
    parser.add_argument(
        "--threads", type=_threads, default=1, metavar="N", help="for reading one frame (1 to 16)"
    )
    parser.add_argument(
        "--steady", action="store_true", help="each path is one sitting: print what is accepted"
    )
    parser.set_defaults(command=run)


def _threads(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 16:
        raise ValueError(text)
    return number


def run(arguments: argparse.Namespace) -> int:
    """Print JSON Lines; 1 if a path couldn't be opened, which is said on standard error."""
    from kiosk.commands import scanning  # what reads pictures takes its time to load

    reader = frame_reader(settings_of(arguments), arguments.threads)
    scan = scanning.sitting if arguments.steady else scanning.frames
    return max([scan(path, reader) for path in arguments.paths])
