"""The command line itself: help, usage, where its options may stand, JSON that others script against, who signs in."""

import argparse
import json
import os
import pty
import subprocess
import sys
from dataclasses import replace

import pytest

from kiosk.commands.parser import build
from kiosk.demo.fictional import PaperKind
from tests.journeys.commands import PROJECT, Kiosk, run, someone

STUDENT = someone(kind=PaperKind.CARD)
COMMANDS = (
    ["scan"],
    ["submit"],
    ["queue"],
    ["show"],
    ["status"],
    ["approve"],
    ["refuse"],
    ["redirect"],
    ["undo"],
    ["retry"],
    ["staff", "add"],
    ["staff", "list"],
    ["staff", "disable"],
    ["import"],
    ["journal", "verify"],
    ["journal", "export"],
    ["journal", "anchor"],
    ["forget"],
    ["person", "export"],
    ["person", "erase"],
    ["spool", "key"],
    ["spool", "status"],
    ["spool", "send"],
    ["doctor"],
    ["demo-data"],
)
WRONG = (
    [],
    ["no-such-command"],
    ["scan"],
    ["scan", "--threads", "0", "picture.png"],
    ["scan", "--threads", "many", "picture.png"],
    ["submit", "--card", "card.png"],
    ["submit", "--card", "c", "--document", "d", "--symptom", "sad"],
    ["approve"],
    ["refuse", "MK-2222-2222"],
    ["refuse", "MK-2222-2222", "--reason", "i_said_so"],
    ["redirect", "MK-2222-2222", "--to", "reception"],
    ["staff", "add", "someone"],
    ["staff", "add", "someone", "--role", "king"],
    ["journal"],
    ["person"],
    ["person", "export"],
    ["queue", "--no-such-option"],
)
ROW = ["reference", "state", "due", "urgent", "name", "symptom", "verdict", "presence"]
PARTS = [
    "settings",
    "store",
    "directory",
    "camera",
    "reader",
    "printer",
    "terminal",
    "mail",
    "one_time_secrets",
    "clock",
    "keys",
    "anchors",
    "disk",
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_explains_itself(words):
    """On standard output, with its options."""
    ended = run(*words, "--help")

    assert (0, "") == (ended.status, ended.err)
    assert ended.out.startswith(f"usage: kiosk {' '.join(words)}")
    assert "--config" in ended.out


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_word_of_a_command_is_explained(words):
    """What it does in a sentence, and each argument beside its name."""
    parser = parser_of(words)

    assert parser.description[-1] in ".?"
    assert [] == [each.dest for each in parser._actions if not each.help]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_usage_ends_with_2(words):
    """Nothing on standard output; how it is used on standard error."""
    ended = run(*words)

    assert (2, "") == (ended.status, ended.out)
    assert "usage: kiosk" in ended.err


@pytest.mark.parametrize("place", ["before", "after", "environment"])
def test_settings_and_data_may_be_named_anywhere(kiosk, references, place):
    """Before the command, after it, or in the environment."""
    options = ["--config", str(kiosk.config), "--data", str(kiosk.data)]
    words = ["status", references[STUDENT.number], "--json"]
    named = {"KIOSK_CONFIG": str(kiosk.config), "KIOSK_DATA": str(kiosk.data)}
    command = {"before": [*options, *words], "after": [*words, *options], "environment": words}[place]

    done = subprocess.run(
        [sys.executable, "-m", "kiosk", *command],
        env=os.environ | (named if place == "environment" else {}),
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "waiting" == json.loads(done.stdout)["status"]


def test_every_listing_has_the_keys_that_scripts_rely_on(kiosk, references):
    """One JSON value on standard output; nothing on standard error."""
    reference = references[STUDENT.number]
    by = {"login": "valideuse"}
    keys = {
        "queue": list(kiosk.run("queue", "--json", **by).json[0]),
        "show": list(kiosk.run("show", reference, "--json", **by).json)[: len(ROW)],
        "status": list(kiosk.run("status", reference, "--json").json),
        "approve": list(kiosk.run("approve", reference, "--seen", "--json", **by).json),
        "journal verify": list(kiosk.run("journal", "verify", "--json").json),
        "staff list": list(kiosk.run("staff", "list", "--json", login="technicien").json[0]),
        "forget": list(kiosk.run("forget", "--dry-run", "--json", login="responsable").json),
        "person export": list(kiosk.run("person", "export", STUDENT.number, login="auditeur").json),
        "person erase": list(kiosk.run("person", "erase", STUDENT.number, "--json", login="technicien").json),
        "spool key": list(kiosk.run("spool", "key", "--json", login="technicien").json),
        "spool status": list(kiosk.run("spool", "status", "--json").json),
        "doctor": list(kiosk.run("doctor", "--json").json[0]),
    }

    assert keys == {
        "queue": ROW,
        "show": ROW,
        "status": ["reference", "status"],
        "approve": ["reference", "state", "failure"],
        "journal verify": ["events", "writers", "anchors", "broken"],
        "staff list": ["login", "role", "disabled"],
        "forget": ["lapsed", "holders", "records"],
        "person export": ["student_number", "register", "failures", "requests"],
        "person erase": ["lapsed", "holders", "in_register"],
        "spool key": ["seal", "key_file"],
        "spool status": ["waiting_here", "posted", "set_aside"],
        "doctor": ["part", "level", "sentence"],
    }


def parser_of(words: list[str]) -> argparse.ArgumentParser:
    """Return what reads a command's arguments."""
    parser = build(words)
    for word in words:
        (commands,) = (each for each in parser._actions if isinstance(each, argparse._SubParsersAction))
        parser = commands.choices[word]
    return parser


def test_what_streams_is_json_lines(kiosk):
    """An object a line: frames that are scanned, events that are exported."""
    scanned = kiosk.run("scan", *kiosk.papers(STUDENT)[1::2]).out.splitlines()
    exported = kiosk.run("journal", "export", login="auditeur").out.splitlines()

    assert [["path", "frame", "codes", "document", "hint", "ms"]] * 2 == [
        list(json.loads(line)) for line in scanned
    ]
    assert {"writer", "sequence", "body", "signature"} <= set(json.loads(exported[-1]))
    assert len(exported) > 20


def test_what_was_accepted_of_a_sitting_is_one_line_each(kiosk):
    """A card, and a document with every word of the contract."""
    folder = kiosk.campus / "videos"
    ended = kiosk.run(
        "scan", "--steady", *(folder / f"{STUDENT.number}-{what}.avi" for what in ("card", "document"))
    )

    card, document = (json.loads(line) for line in ended.out.splitlines())
    assert ["path", "frame", "card", "frames_used"] == list(card)
    assert ["path", "frame", "document", "frames_used"] == list(document)
    assert STUDENT.number == card["card"]["student_number"]
    assert list(STUDENT.paper.lines) == document["document"]["lines"]
    assert min(card["frames_used"], document["frames_used"]) >= 2


def test_the_doctor_tells_each_part(fresh):
    """By itself, with what to do unless all is well; a demonstration isn't passed off as the real thing."""
    findings = fresh.run("doctor", "--json").json

    assert PARTS == [each["part"] for each in findings]
    assert {"ok", "warning"} == {each["level"] for each in findings}
    levels = {each["part"]: each["level"] for each in findings}
    assert ("warning", "warning", "warning") == (levels["store"], levels["directory"], levels["camera"])


@pytest.fixture
def live(tmp_path) -> Kiosk:
    """A store that is new and real."""
    config = tmp_path / "kiosk.toml"
    config.write_text("", encoding="utf-8")
    return Kiosk(config, tmp_path / "live")


def test_the_first_account_must_be_an_administrator(live):
    """Whoever installs it makes it, with a password of their own."""
    typed = {"typed": "the horse reads slowly\n"}
    other = live.run("staff", "add", "ann", "--role", "approver", "--password-stdin", **typed)
    first = live.run("staff", "add", "ann", "--role", "admin", "--password-stdin", **typed)
    second = live.run("staff", "add", "bob", "--role", "admin", "--password-stdin", **typed)

    assert (1, "The first account must be an administrator: use --role admin.") == (
        other.status,
        other.sentence,
    )
    assert (0, "ann (admin) added.\n") == (first.status, first.out)
    assert (1, "There are staff accounts already: sign in with --as to add another.") == (
        second.status,
        second.sentence,
    )


@pytest.mark.parametrize("password", ["", "short", "admin", "ann-ann-ann-ann"])
def test_no_password_is_there_by_default(live, password):
    """Nothing, what is short and what is the login are refused, and then there is still no account."""
    ended = live.run("staff", "add", "ann", "--role", "admin", "--password-stdin", typed=f"{password}\n")

    assert (1, "") == (ended.status, ended.out)
    assert "password" in ended.sentence.lower() or "Password" in ended.sentence
    with live.kit() as kit:
        assert () == kit.store.all_staff()


def test_on_a_new_store_nobody_can_sign_in(live):
    """Not as anyone whose name programs like to have ready."""
    for login in ("admin", "root", "technicien", "valideuse"):
        ended = live.run("staff", "list", "--as", login, "--password-stdin", typed=f"demonstration-{login}\n")
        assert (1, "") == (ended.status, ended.out)


def test_a_password_is_typed_unseen(live):
    """Asked for on the terminal, which doesn't show it."""
    controller, terminal = pty.openpty()
    words = ["staff", "add", "ann", "--role", "admin", "--config", str(live.config), "--data", str(live.data)]
    with subprocess.Popen(
        [sys.executable, "-m", "kiosk", *words],
        cwd=PROJECT,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        start_new_session=True,
    ) as process:
        os.close(terminal)
        asked = os.read(controller, 1000)
        os.write(controller, b"the horse reads slowly\n")
        said = read_all(controller)

    assert b"Password for ann: " == asked
    assert (0, b"ann (admin) added.") == (process.returncode, said.strip())


def read_all(controller: int) -> bytes:
    """Return what a terminal's other end shows until it is closed, which Linux tells as an error."""
    shown = b""
    try:
        while more := os.read(controller, 1000):
            shown += more
    except OSError:
        pass
    os.close(controller)
    return shown


def test_wrong_passwords_make_the_next_try_wait_whatever_process_tries(fresh):
    """After three, even the right one: the count is in the store, not in a program that can be started anew."""
    for _ in range(3):
        wrong = fresh.process("queue", "--as", "valideuse", "--password-stdin", typed="wrong\n")
        assert (1, True) == (wrong.status, wrong.sentence.startswith("This login and password"))

    right = fresh.process("queue", login="valideuse")
    colleague = fresh.process("queue", login="accueil")

    assert (1, True) == (right.status, right.sentence.startswith("Too many failed sign-ins. Wait "))
    assert 0 == colleague.status


def test_who_is_disabled_signs_in_no_more(fresh):
    """And the last administrator can't be."""
    assert 0 == fresh.run("staff", "disable", "valideuse", login="technicien").status
    last = fresh.run("staff", "disable", "technicien", login="technicien")

    assert 1 == fresh.run("queue", login="valideuse").status
    assert (1, "This is the last administrator: add another one first.") == (last.status, last.sentence)


def test_a_reader_that_leaves_early_is_no_error(kiosk):
    """`kiosk journal export | head -1` says nothing on standard error."""
    with kiosk.start("journal", "export", login="auditeur") as process:
        process.stdin.write(kiosk.password("auditeur"))
        process.stdin.close()
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()

    assert (0, "") == (process.returncode, said)


def test_without_a_terminal_or_a_password_nobody_signs_in(kiosk):
    """A script that forgot --password-stdin is told, not left with a traceback."""
    ended = kiosk.process("queue", "--as", "valideuse", start_new_session=True)

    assert (1, "") == (ended.status, ended.out)
    assert "--password-stdin" in ended.err.splitlines()[-1]


def test_a_password_that_is_no_text_is_refused(kiosk):
    """Bytes that are not UTF-8; no password can be that."""
    ended = kiosk.run("queue", "--as", "valideuse", "--password-stdin", typed="wrong\udcff\n")

    assert (1, "What was typed isn't UTF-8 text: set the terminal to UTF-8.") == (
        ended.status,
        ended.sentence,
    )


@pytest.mark.parametrize(
    "words",
    [["queue", "--as", "\udcff"], ["status", "MK\udcff"], ["staff", "disable", "\udcff"]],
    ids=lambda words: words[0],
)
def test_a_word_that_is_no_text_is_wrong_usage(kiosk, words):
    """Where a path isn't meant, which may be anything."""
    ended = kiosk.run(*words, login="technicien" if words[0] == "staff" else None)

    assert (2, "") == (ended.status, ended.out)
    assert "isn't UTF-8 text" in ended.sentence


@pytest.mark.parametrize("form", [[], ["--json"]], ids=["for people", "for programs"])
@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_that_lacks_letters_is_no_reason_to_fail(kiosk, encoding, form):
    """People see something in their place; programs get every letter, as JSON can write it in ASCII."""
    ended = kiosk.process(
        "queue", *form, login="accueil", env=os.environ | {"PYTHONIOENCODING": encoding}, encoding="latin-1"
    )

    assert (0, "") == (ended.status, ended.err)
    if form:
        assert any("Î" in row["name"] or "Í" in row["name"] or "é" in row["name"] for row in ended.json)


def test_a_file_whose_name_is_no_text_is_scanned(kiosk, tmp_path):
    """Its path is printed so that a program can find it again."""
    path = tmp_path / "c\udcffard.png"
    path.write_bytes(kiosk.papers(STUDENT)[1].read_bytes())

    ended = kiosk.process("scan", path)

    assert (0, str(path)) == (ended.status, ended.json["path"])


def test_an_output_that_takes_nothing_is_told(kiosk):
    """A full disk behind `kiosk journal export > file`: one sentence, exit status 3."""
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "kiosk",
                "journal",
                "verify",
                "--config",
                kiosk.config,
                "--data",
                kiosk.data,
            ],
            cwd=PROJECT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert (3, 1) == (done.returncode, len(done.stderr.splitlines()))
    assert done.stderr.startswith("kiosk: The output can't be written")


@pytest.mark.parametrize("count", ["-3", "0", "many", "1000000"])
def test_a_campus_has_a_number_of_students(tmp_path, count):
    """Anything else is wrong usage, and no folder is made."""
    ended = run("demo-data", tmp_path / "campus", "--students", count)

    assert (2, False) == (ended.status, (tmp_path / "campus").exists())


def test_a_person_takes_what_is_held_and_is_forgotten(kiosk, references):
    """Their number and name stand in no request any more; the chain verifies; the register is named."""
    reference = references[STUDENT.number]
    held = kiosk.run("person", "export", STUDENT.number, login="auditeur").json
    before = kiosk.run("person", "erase", STUDENT.number, "--dry-run", login="technicien")
    erased = kiosk.run("person", "erase", STUDENT.number, login="technicien")
    after = kiosk.run("person", "export", STUDENT.number, login="auditeur").json

    assert (STUDENT.number, reference) == (held["student_number"], held["requests"][0]["reference"])
    assert STUDENT.number == held["requests"][0]["student_number"] == held["register"]["number"]
    assert "request_filed" == held["requests"][0]["events"][0]["kind"]
    assert before.out.startswith("Would let 1 waiting requests lapse, erase the person from 1 requests.")
    assert erased.out.startswith("Let 1 waiting requests lapse, erase the person from 1 requests.")
    assert "`kiosk import`" in erased.out
    assert [] == after["requests"]
    assert "lapsed" == kiosk.run("show", reference, "--json", login="valideuse").json["state"]
    assert 0 == kiosk.run("journal", "verify").status


def test_the_campus_key_is_made_once_and_its_seal_makes_a_spool(kiosk, tmp_path):
    """The file is its owner's alone; a terminal with the seal can send; without it, it is told what to set."""
    made, again = (kiosk.run("spool", "key", "--json", login="technicien").json for _ in range(2))
    without = kiosk.run("spool", "send")
    others = tmp_path / "terminal.toml"
    text = kiosk.config.read_text(encoding="utf-8").replace(
        "[store]", f'[spool]\nseal = "{made["seal"]}"\n[store]'
    )
    others.write_text(text.replace('"register.csv"', f'"{kiosk.campus}/register.csv"'), encoding="utf-8")
    sent = replace(kiosk, config=others).run("spool", "send", "--json") if "[spool]" in text else None

    assert made == again
    assert 0o600 == os.stat(made["key_file"]).st_mode & 0o777  # noqa: PTH116
    assert (1, True) == (without.status, "[spool]" in without.sentence)
    assert sent is not None
    assert {"sent": 0} == sent.json
    assert 1 == kiosk.run("spool", "key", login="valideuse").status
