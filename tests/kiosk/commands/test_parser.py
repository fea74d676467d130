"""A command loads what it needs, and reads the same words as if everything were loaded."""

import argparse
import subprocess
import sys

import pytest

from kiosk.commands.listed import COMMANDS
from kiosk.commands.parser import build, named_in

PRINT = "import sys; from kiosk.commands.parser import build; build(sys.argv[1:]); print(*sys.modules)"


def choices(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return each command's own parser."""
    (commands,) = (each for each in parser._actions if isinstance(each, argparse._SubParsersAction))
    return dict(commands.choices)


def sentences(parser: argparse.ArgumentParser) -> dict[str, str | None]:
    """Return what the help says of each command."""
    (commands,) = (each for each in parser._actions if isinstance(each, argparse._SubParsersAction))
    return {each.dest: each.help for each in commands._choices_actions}


@pytest.mark.parametrize("words", [[], ["--help"], ["--version"], ["quue"]], ids=str)
def test_every_command_is_listed_in_its_order(words):
    """The help shows them as the table has them, each with its sentence."""
    assert {name: each.sentence for name, each in COMMANDS.items()} == sentences(build(words))
    assert list(COMMANDS) == list(choices(build(words)))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_added_as_it_is_listed(command):
    """Where the table says that it is, with the sentence that the table says."""
    assert COMMANDS[command].sentence == sentences(build([command]))[command]


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_what_only_shows_words_loads_no_command(option):
    """Nor settings, stores or directories: the answer is there at once."""
    asked = (
        f"import sys; from kiosk.__main__ import main\ntry: main(['{option}'])\nfinally: print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    loaded = {name for name in done.stdout.split() if name.startswith("kiosk.")}

    rooms = {f"kiosk.commands.{each.room}" for each in COMMANDS.values()}
    assert not loaded & {*rooms, "kiosk.commands.context", "kiosk.wiring", "kiosk.settings", "kiosk.store"}


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (["queue"], "queue"),
        (["--json", "--as", "status", "show", "MK-1"], "show"),
        (["--config", "queue", "status", "MK-1"], "status"),
        (["--conf", "queue", "status", "MK-1"], "status"),
        (["--data=queue", "status", "MK-1"], "status"),
        (["--help"], ""),
        ([], ""),
    ],
)
def test_the_command_is_found_behind_the_options(words, command):
    """A file may have a command's name."""
    assert command == named_in(words)


def test_a_command_that_nobody_knows_is_told_which_there_are(capsys):
    """All of them."""
    with pytest.raises(SystemExit):
        build(["quue"]).parse_args(["quue"])

    said = capsys.readouterr().err
    assert [] == [command for command in COMMANDS if f"'{command}'" not in said]


@pytest.mark.parametrize("command", ["status", "queue", "approve", "doctor"])
def test_a_command_waits_for_no_library_of_another(command):
    """Which need no pixels, no mail and no fictional campus."""
    done = subprocess.run([sys.executable, "-c", PRINT, command], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())

    assert not loaded & {
        "numpy",
        "cv2",
        "PIL",
        "onnxruntime",
        "sqlite_utils",
        "psycopg",
        "ldap",
        "kiosk.demo",
    }
