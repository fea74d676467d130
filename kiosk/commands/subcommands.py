"""What a file of this folder adds its commands to."""

import argparse
from typing import TYPE_CHECKING

from kiosk.commands.listed import sentence_of

if TYPE_CHECKING:
    # argparse has no public name for it.
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001
else:
    Commands = object


def add_listed(commands: Commands, shared: argparse.ArgumentParser, name: str) -> argparse.ArgumentParser:
    """Add a command that explains itself as it is listed."""
    return add_command(commands, shared, name, sentence_of(name))


def add_command(
    commands: Commands, shared: argparse.ArgumentParser, name: str, sentence: str
) -> argparse.ArgumentParser:
    """Add a command that explains itself by one sentence, in the list and in its own help."""
    description = f"{sentence[0].upper()}{sentence[1:].rstrip('?')}{'?' if sentence.endswith('?') else '.'}"
    return commands.add_parser(name, parents=[shared], help=sentence, description=description)
