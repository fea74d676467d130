"""A command loads what it needs, and reads the same words as if everything were loaded."""

import argparse
import subprocess
import sys

import pytest

from kiosk.commands.parser import COMMANDS, build, named_in

PRINT = "import sys; from kiosk.commands.parser import build; build(sys.argv[1:]); print(*sys.modules)"


def choices(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return each command's own parser."""
    (commands,) = (each for each in parser._actions if isinstance(each, argparse._SubParsersAction))
    return dict(commands.choices)


def test_every_command_is_listed_in_its_order():
    """The help shows them as the table has them."""
    assert list(COMMANDS) == list(choices(build()))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_alone_reads_what_it_reads_among_all(command):
    """The help of one command doesn't depend on the others."""
    alone, among = choices(build([command]))[command], choices(build())[command]

    assert among.format_help() == alone.format_help()


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
