"""Settings, lists and disks that can't be used: one sentence says what to do, the exit status fits, nothing is lost."""

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.demo.fictional import PaperKind
from tests.journeys.commands import PROJECT, Ended, Kiosk, run, someone
from tests.journeys.watching import struck

STUDENT = someone(kind=PaperKind.CARD)
NOBODY = 65534
COLUMNS = "number,surname,given_name,birth_date"


def requests_of(kiosk: Kiosk) -> int:
    with kiosk.kit() as kit:
        return sum(kit.store.counts().values())


def register_of(kiosk: Kiosk) -> int:
    with kiosk.kit() as kit:
        return kit.store.register_size()


def told(ended: Ended, status: int, *words: str) -> bool:
    """Return True if the command said one sentence with these words, and nothing else."""
    return (ended.status, ended.out) == (status, "") and all(word in ended.sentence for word in words)


SETTINGS = {
    "broken TOML": ("[store\n", ("isn't TOML", "line 1")),
    "unknown key": ("[trust]\nfour_eye = 'off'\n", ("trust.four_eye", "four_eyes")),
    "unknown table": ("[trsut]\n", ("trsut", "trust")),
    "wrong kind": ("[trust]\nfailures_per_day = 'three'\n", ("trust.failures_per_day", "whole number")),
    "out of range": ("[trust]\nminimum_answer_seconds = 31\n", ("minimum_answer_seconds", "0 to 30")),
    "no such word": ("[trust]\nfour_eyes = 'sometimes'\n", ("trust.four_eyes", '"in_person"')),
    "pretend on a live store": ("[directory]\nkind = 'pretend'\n", ("pretend", "demonstration")),
    "not UTF-8": (b"[site]\nname = '\xe9'\n", ("UTF-8", "line 2")),
}
EVERY = (
    ["scan", "picture.png"],
    ["submit", "--card", "card.png", "--document", "document.png"],
    ["queue", "--as", "valideuse", "--password-stdin"],
    ["status", "MK-2222-2222"],
    ["journal", "verify"],
    ["doctor"],
)


@pytest.mark.parametrize(("text", "words"), SETTINGS.values(), ids=SETTINGS)
def test_settings_that_can_not_be_used_are_told_by_every_command(tmp_path, text, words):
    """File, key and what is allowed; exit status 2, and no store is made."""
    config, data = tmp_path / "kiosk.toml", tmp_path / "data"
    config.write_bytes(text if isinstance(text, bytes) else text.encode())

    for command in EVERY:
        ended = run(*command, "--config", config, "--data", data)
        assert told(ended, 2, str(config), *words), ended
    assert not data.exists()


def test_a_settings_file_that_is_not_there_is_named(tmp_path):
    """A slip in a path must not mean the defaults."""
    assert told(run("doctor", "--config", tmp_path / "no.toml"), 2, str(tmp_path / "no.toml"))


def test_each_bad_line_of_a_register_is_told(fresh, tmp_path):
    """The good ones are taken in; each other is named by its number and its reason, without what it holds."""
    file = tmp_path / "register.csv"
    file.write_text(
        f"{COLUMNS}\n21000001,Martin,Zoé,2004-05-17\n21 00!!,Durand,Léa,2004-01-01\n"
        '21000003,"Petit,Marc,2003-02-02\n21000004,Roux,Ana,31/02/2004\n21000001,Double,Nom,2001-01-01\n21000006\n',
        encoding="utf-8",
    )

    ended = fresh.run("import", file, "--json", login="technicien")

    assert (0, 1) == (ended.status, ended.json["imported"])
    assert [3, 4, 5, 6, 7] == [each["line"] for each in ended.json["rejected"]]
    assert all(set(each) == {"line", "code", "reason"} and each["reason"] for each in ended.json["rejected"])
    for secret in ("Durand", "Petit", "21 00!!", "Double"):
        assert secret not in ended.out
    counted, *lines = fresh.run("import", file, login="technicien").out.splitlines()
    assert "1 students taken in, 5 lines rejected." == counted
    assert [f"line {number}" for number in range(3, 8)] == [line.split(": ")[0] for line in lines]


FILES = {
    "no file": (None, ()),
    "empty": (b"", ("empty",)),
    "no headings": (b"1,2,3\n4,5,6\n", ("first line",)),
    "no good line": (f"{COLUMNS}\nx,y,z,t\n".encode(), ("nothing was changed",)),
    "not UTF-8": (f"{COLUMNS}\n21000001,L\xe9a,,\n".encode("latin-1"), ("UTF-8",)),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), ()),
}


@pytest.mark.parametrize(("content", "words"), FILES.values(), ids=FILES)
def test_a_register_that_can_not_be_used_leaves_the_old_one(fresh, tmp_path, content, words):
    """An empty register would turn everybody away."""
    file, before = tmp_path / "register.csv", register_of(fresh)
    if content is not None:
        file.write_bytes(content)

    ended = fresh.run("import", file, login="technicien")

    assert told(ended, 1, *words), ended
    assert before == register_of(fresh) > 20


def test_a_file_in_place_of_the_data_folder_is_told(fresh, tmp_path):
    """Every command says which path."""
    place = tmp_path / "data"
    place.write_text("I was here first", encoding="utf-8")

    for command in EVERY[1:5]:
        ended = run(*command, "--config", fresh.config, "--data", place)
        assert told(ended, 3, str(place)), ended
    assert 3 == run("doctor", "--config", fresh.config, "--data", place).status


def test_a_store_of_the_other_kind_is_told(fresh, tmp_path):
    """A demonstration's store never becomes a live one."""
    config = tmp_path / "kiosk.toml"
    config.write_text("", encoding="utf-8")

    ended = run("status", "MK-2222-2222", "--config", config, "--data", fresh.data)

    assert told(ended, 1, "demonstration"), ended


def test_a_damaged_store_is_told_and_left_alone(fresh):
    """What to do is in the sentence; nothing is written over what may still be saved."""
    fresh.store.write_bytes(b"not a database" * 1000)

    ended = fresh.run("status", "MK-2222-2222")

    assert told(ended, 3, "not a store"), ended
    assert fresh.store.read_bytes() == b"not a database" * 1000


def full(call: str = "pwrite64", error: str = "ENOSPC") -> tuple[str, ...]:
    """Return what to start a command under, so that every such call finds the disk full."""
    return struck(call, f"error={error}")


@pytest.mark.parametrize("error", ["ENOSPC", "EIO", "EROFS"])
def test_a_disk_that_takes_nothing_is_told_and_files_nothing(fresh, error):
    """From the first write on; when there is room again the same visit is filed."""
    ended = fresh.process("submit", *fresh.papers(STUDENT), under=full(error=error))

    assert told(ended, 3), ended
    assert 0 == requests_of(fresh)
    assert 0 == fresh.submit(STUDENT).status


def at_most(size: int) -> None:
    """Let this process write no file beyond so many bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_disk_that_becomes_full_in_the_middle_loses_nothing(fresh):
    """The kernel refuses to let the log grow: the sentence names the disk, and nothing is half-filed."""
    ended = fresh.process("submit", *fresh.papers(STUDENT), preexec_fn=lambda: at_most(34_000))

    assert told(ended, 3, "disk"), ended
    assert 0 == requests_of(fresh)
    assert 0 == fresh.run("journal", "verify").status


def test_a_ticket_that_finds_no_room_loses_no_request(fresh):
    """The request stands, and the command prints what the ticket would say."""
    ended = fresh.process("submit", *fresh.papers(STUDENT), under=full("rename,renameat,renameat2"))

    assert 0 == ended.status
    assert "MK-" in ended.out
    assert 1 == requests_of(fresh)
    assert [] == list((fresh.data / "tickets").iterdir())


@pytest.fixture
def anybodys(fresh):
    """A copy of the store in a folder that an account without rights can reach, which owns it."""
    folder = Path("/tmp") / f"kiosk-journey-{os.getpid()}"  # noqa: S108 - pytest's own folders are closed to others
    shutil.copytree(fresh.data, folder)
    for path in (folder, *folder.iterdir()):
        if os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


# The command as an account that the files' modes bind: root, whom no mode stops, gives itself up first. Another run
# goes before, on another folder, since that account may not read the libraries either.
AS_NOBODY = f"""
import contextlib, io, os, sys
from kiosk.__main__ import main
elsewhere, *words = sys.argv[1:]
with contextlib.redirect_stderr(io.StringIO()):
    main([*words, "--data", elsewhere])
if os.geteuid() == 0:
    os.setresgid({NOBODY}, {NOBODY}, {NOBODY})
    os.setresuid({NOBODY}, {NOBODY}, {NOBODY})
sys.exit(main(words))
"""


def run_as_nobody(elsewhere: Path, *words: str | Path) -> Ended:
    command = [sys.executable, "-c", AS_NOBODY, str(elsewhere), *map(str, words)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False, timeout=60)
    return Ended(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(("name", "mode"), [("", 0o500), ("kiosk.sqlite", 0o400), ("device.key", 0o000)])
def test_a_data_folder_that_is_read_only_is_told(anybodys, tmp_path, name, mode):
    """Before a visitor stands there, and with what to do about it."""
    (anybodys / "kiosk.toml").write_text("[store]\ndemonstration = true\n", encoding="utf-8")
    (anybodys / "kiosk.toml").chmod(0o644)
    (anybodys / name).chmod(mode)

    words = ("status", "MK-2222-2222", "--config", anybodys / "kiosk.toml", "--data", anybodys)
    ended = run_as_nobody(tmp_path / "elsewhere", *words)

    assert told(ended, 3), ended


def test_a_folder_for_anchors_that_takes_nothing_stops_no_decision(kiosk, references, tmp_path):
    """The student is unlocked; that the heads are not written is for the doctor to tell."""
    place = tmp_path / "taken"
    place.write_text("a file, not a folder", encoding="utf-8")
    text = kiosk.config.read_text(encoding="utf-8") + f'\n[journal]\nanchor_to = "{place}"\n'
    config = kiosk.decided_otherwise(tmp_path / "campus").config
    config.write_text(text, encoding="utf-8")

    ended = Kiosk(config, kiosk.data).run("approve", references[STUDENT.number], "--seen", login="valideuse")

    assert (0, False) == (ended.status, kiosk.shows_locked(STUDENT))
    doctor = Kiosk(config, kiosk.data).run("doctor", "--json")
    (anchors,) = (each for each in doctor.json if each["part"] == "anchors")
    assert "failed" == anchors["level"]
    assert "anchor_to" in anchors["sentence"]
