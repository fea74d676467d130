"""What a whole day leaves behind: codes and the request's few facts, and nothing of what camera and document showed.

The day is watched from outside, as the kernel sees it, since a library may write what this program never asked it to.
"""

import contextlib
import logging
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from kiosk.demo import cards, documents, videos
from kiosk.demo.fictional import Account, Fictional, Situation
from kiosk.desk.housekeeping import forget
from kiosk.reading.opencv import cv2
from kiosk.staff.account import Role
from tests.given import staff
from tests.journeys.commands import PROJECT, Kiosk, someone, without
from tests.journeys.watching import STORE_FILES, WRITES, Call, watched
from tests.journeys.whole_day import live

# The document has a surname by birth that no list of the campus knows; the student has another name in use.
STUDENT = someone(Situation.BIRTH_NAME_UNKNOWN, Account.IDLE)
STRANGER = someone(Situation.OTHER_PERSON)
TELEMETRY_STOPS_FOR = ("CI", "GITHUB_ACTIONS", "ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS")
QUICK_HASHES = """
    UPDATE staff SET password_hash = (SELECT q.password_hash FROM quick.staff q WHERE q.login = staff.login)
"""
SENDING = ["socket", "connect", "sendto", "sendmsg", "sendmmsg", "io_uring_setup"]
OPENINGS = ("open", "openat", "openat2", "creat")
MAGIC = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff\xe0",
    b"\xff\xd8\xff\xdb",
    b"\xff\xd8\xff\xe1",
    b"RIFF",
    b"II*\x00",
)
RUN = 24  # bytes of a picture in a row that are no accident
LARGEST_TICKET = 2_000  # bytes of a ticket's QR code as PNG; a picture of a card has a hundred times as many


@dataclass(frozen=True, slots=True)
class Day:
    """A day that was watched."""

    kiosk: Kiosk
    home: Path
    calls: list[Call]
    printed: str

    def written(self) -> Iterator[tuple[str, bytes]]:
        """Yield what was written, with the name of the file it went to."""
        for call in self.calls:
            if call.name in WRITES and not call.path.startswith(("pipe:", "/dev/null")):
                yield call.path, call.content

    def all_written(self) -> bytes:
        return b"\n".join(content for _, content in self.written())

    def files(self) -> Iterator[tuple[Path, bytes]]:
        """Yield every file that is left."""
        folders = (self.kiosk.data, self.kiosk.campus / "anchors", self.home)
        for path in (path for folder in folders for path in folder.rglob("*")):
            if path.is_file():
                yield path, path.read_bytes()


@pytest.fixture(scope="module")
def tiny(campus, opened, tmp_path_factory) -> Kiosk:
    """A campus whose register knows one student, whose account is locked. Everything that can be written is."""
    folder = tmp_path_factory.mktemp("tiny")
    heading, *lines = (campus / "register.csv").read_text(encoding="utf-8").splitlines()
    (line,) = (line.replace(",idle", ",locked") for line in lines if line.startswith(STUDENT.number))
    (folder / "register.csv").write_text(f"{heading}\n{line}\n", encoding="utf-8")
    shutil.copy(campus / "staff.csv", folder)
    extra = '\n[notices]\nkind = "outbox"\n\n[journal]\nanchor_to = "anchors"\n'
    text = (
        (campus / "kiosk.toml")
        .read_text(encoding="utf-8")
        .replace('"videos"', f'"students/{STUDENT.number}"')
    )
    (folder / "kiosk.toml").write_text(text + extra, encoding="utf-8")
    for student in (STUDENT, STRANGER):
        shutil.copytree(campus / "students" / student.number, folder / "students" / student.number)
    for seed, (what, picture) in enumerate(pictures_of(STUDENT).items(), 12):
        videos.record(videos.hold_to_camera(picture, seed), folder / f"{STUDENT.number}-{what}.avi")
    return with_quick_passwords(Kiosk(folder / "kiosk.toml", folder / "data"), opened)


def copied(kiosk: Kiosk, folder: Path) -> Kiosk:
    """Return a copy of all of it, campus and data."""
    shutil.copytree(kiosk.campus, folder)
    return Kiosk(folder / "kiosk.toml", folder / "data")


def pictures_of(student: Fictional) -> dict[str, np.ndarray]:
    return {"card": cards.draw_card(student), "document": documents.draw_document(student)}


def with_quick_passwords(kiosk: Kiosk, opened: Kiosk) -> Kiosk:
    """Open the store for the first time, and take over hashes that cost nothing to check."""
    with kiosk.kit():
        pass
    with closing(sqlite3.connect(kiosk.store, isolation_level=None)) as store:
        store.execute("ATTACH ? AS quick", [str(opened.store)])
        store.execute(QUICK_HASHES)
    return kiosk


@pytest.fixture(scope="module")
def day(tiny, tmp_path_factory) -> Day:
    """A whole day on the tiny campus, in a process that strace watches."""
    kiosk = copied(tiny, tmp_path_factory.mktemp("day") / "campus")
    home, record = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("record")
    places = dict.fromkeys(("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), str(home))
    environment = without(*TELEMETRY_STOPS_FOR) | places | {"PYTHONDONTWRITEBYTECODE": "1"}
    module = [sys.executable, "-m", "tests.journeys.whole_day"]
    words = [str(kiosk.config), str(kiosk.data), STUDENT.number, STRANGER.number]
    calls, printed = watched([*module, *words], record, environment | {"PYTHONPATH": str(PROJECT)})
    return Day(kiosk, home, calls, printed)


def zone_words(student: Fictional) -> set[bytes]:
    """Return what the machine-readable zone says: each line, and each part of one that is long enough to tell."""
    lines = student.paper.lines
    parts = {part for line in lines for part in line.strip("<").split("<<") if len(part) >= 8}
    return {each.encode() for each in {*lines, *parts}}


def document_words(student: Fictional) -> set[bytes]:
    """Return what the document says of the person, as it may be written."""
    paper, born = student.paper, student.paper.birth.as_date()
    dates = {f"{born:{form}}" for form in ("%d/%m/%Y", "%d.%m.%Y", "%d %m %Y", "%Y%m%d", "%d%m%Y")}
    return {word.encode() for word in {paper.number, paper.surname, *dates}} | surname_words(student)


def surname_words(student: Fictional) -> set[bytes]:
    """Return the surname's longest word as registers and zones write it."""
    word = max(student.paper.surname.replace("’", " ").replace("-", " ").split(), key=len)
    return {word.encode(), word.upper().encode(), word.lower().encode()}


def test_the_day_can_be_read_back(day):
    """Else nothing below would mean anything: the store's name and number are seen to be written."""
    names = {Path(path).name for path, _ in day.written()}

    assert {"kiosk.sqlite", "kiosk.sqlite-wal"} <= names
    assert STUDENT.number.encode() in day.all_written()
    assert display_name().encode() in day.all_written()


def display_name() -> str:
    return f"{STUDENT.names.given_name} {STUDENT.names.surname}"


def test_nothing_is_written_outside_the_data_folder(day):
    """No library keeps a cache, a log or figures of use of its own."""
    known = (f"{day.kiosk.data}/", f"{day.kiosk.campus}/anchors/", "/dev/null")
    places = {path for path, _ in day.written()} | {
        call.texts[-1].decode()
        for call in day.calls
        if call.name in OPENINGS and ("O_WRONLY" in call.arguments or "O_RDWR" in call.arguments)
    }

    assert {place for place in places if not place.startswith(known)} == set()
    assert list(day.home.iterdir()) == []


def test_nothing_is_sent(day):
    """No connection is made, nor even a socket."""
    assert {call.name for call in day.calls}.isdisjoint(SENDING)


def test_nothing_is_kept_in_shared_memory(day):
    """But the index of the store's log."""
    mapped = {
        call.arguments
        for call in day.calls
        if call.name == "mmap" and "MAP_SHARED" in call.arguments and "PROT_WRITE" in call.arguments
    }

    assert all(b"kiosk.sqlite-shm".hex() in each.replace("\\x", "") for each in mapped)
    assert not [call for call in day.calls if call.name == "memfd_create"]


def test_no_image_is_written(day):
    """But the QR codes of tickets."""
    for path, content in day.written():
        is_ticket = "/tickets/" in path
        found = [magic for magic in MAGIC if magic in content and not (is_ticket and magic == MAGIC[0])]
        assert [] == found, path
        assert not content.startswith((b"BM", b"GIF8")), path
        assert not is_ticket or len(content) < LARGEST_TICKET


def test_no_part_of_an_image_is_written(day):
    """Neither of the files that were shown, nor of the pixels in them."""
    written = day.all_written()

    assert [] == [run for run in runs_of_files(day.kiosk.campus) if run in written]
    assert [] == [run for run in runs_of_pixels(day.kiosk.campus) if run in written]


def runs_of_files(campus: Path) -> Iterator[bytes]:
    for path in (*campus.glob("students/*/*.png"), *campus.glob("*.avi")):
        content = path.read_bytes()
        places = range(64, len(content) - RUN, max(997, len(content) // 500))
        yield from telling(content[at : at + RUN] for at in places)


def runs_of_pixels(campus: Path) -> Iterator[bytes]:
    """Yield a run of every fourth row of each picture and of some frames, in colour and in grey."""
    for pixels in shown(campus):
        for version in (pixels, cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)):
            middle = version.shape[1] // 2
            yield from telling(row[middle:].tobytes()[:RUN] for row in version[::4])


def shown(campus: Path) -> Iterator[np.ndarray]:
    for path in campus.glob("students/*/*.png"):
        yield cv2.imread(str(path))
    for path in campus.glob("*.avi"):
        film = cv2.VideoCapture(str(path))
        yield from (film.read()[1] for _ in range(2))
        film.release()


def telling(runs: Iterator[bytes]) -> Iterator[bytes]:
    """Leave out runs of few different bytes: plain paper, or nothing at all."""
    return (run for run in runs if len(set(run)) > 6)


@pytest.mark.parametrize("student", [STUDENT, STRANGER], ids=["match", "mismatch"])
def test_nothing_of_the_document_is_written_anywhere(day, student):
    """Not its lines, number, surname or birth date, in no file at any moment, the store's own included."""
    written = day.all_written()
    left = b"\n".join(content for _, content in day.files())

    for word in zone_words(student) | document_words(student):
        assert word not in written, word
        assert word not in left, word


def test_only_the_register_knows_the_birth_date(day):
    """It stands there before anyone comes by; the visit compares it and adds it nowhere."""
    born = str(STUDENT.paper.birth).encode()

    tables = dict(tables_of(day.kiosk.store))

    assert born in tables.pop("register")
    assert [] == [name for name, content in tables.items() if born in content]
    assert {Path(path).name for path, content in day.written() if born in content} <= STORE_FILES


def tables_of(store: Path) -> Iterator[tuple[str, bytes]]:
    with closing(sqlite3.connect(store)) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            rows = database.execute(f"SELECT * FROM {name}").fetchall()
            yield name, repr(rows).encode()


def test_name_and_number_are_in_the_store_alone(day):
    """Not in tickets, notices, anchors or names of files, where the reference stands for them."""
    words = (display_name(), STUDENT.names.surname, STUDENT.number)
    with_person = {
        Path(path).name for path, content in day.written() if any(word.encode() in content for word in words)
    } | {path.name for path, content in day.files() if any(word.encode() in content for word in words)}

    assert {"kiosk.sqlite"} <= with_person <= STORE_FILES
    assert [] == [path for path, _ in day.files() if any(word in path.name for word in words)]


def test_the_journal_names_nobody(day):
    """In the tables of a request only its holder's row does, so that forgetting is deleting that row."""
    tables = dict(tables_of(day.kiosk.store))

    named = {name for name, content in tables.items() if STUDENT.number.encode() in content}

    assert {"holder", "register"} == named


def test_tickets_notices_and_anchors_were_written(day):
    """Else their silence would prove nothing."""
    left = {path.parent.name for path, _ in day.files()}

    assert {"tickets", "outbox", "anchors"} <= left


def test_the_log_holds_nobody(tiny, tmp_path, caplog):
    """At its most talkative, whatever library speaks."""
    kiosk = copied(tiny, tmp_path / "campus")
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("kiosk.notices.outbox").debug("the log is heard")
        live(kiosk, STUDENT.number, STRANGER.number)

    said = "\n".join(f"{record.getMessage()} {record.__dict__}" for record in caplog.records).encode()
    assert b"the log is heard" in said
    person = {STUDENT.number.encode(), display_name().encode()}
    assert [] == [word for word in zone_words(STUDENT) | document_words(STUDENT) | person if word in said]


def test_cores_are_forbidden_before_anything_is_read(day):
    """The first thing that a command does; the kernel is told both limits."""
    names = [call.name if call.name != "prlimit64" else call.arguments for call in day.calls]
    forbidden = next(at for at, name in enumerate(names) if "RLIMIT_CORE, {rlim_cur=0, rlim_max=0}" in name)
    campus = str(day.kiosk.campus).encode()
    first_read = next(
        at for at, call in enumerate(day.calls) if call.name in OPENINGS and campus in call.content
    )

    assert forbidden < first_read


def test_a_crash_leaves_no_core(tmp_path):
    """Whatever the process might have left behind before: it dies by a signal after a command."""
    program = (
        "import os; from kiosk.__main__ import main; "
        "main(['status', 'MK-2222-2222', '--data', 'data']); os.abort()"
    )
    environment = without() | {"PYTHONPATH": str(PROJECT)}
    quiet = [(os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
    with contextlib.chdir(tmp_path):
        process = os.posix_spawn(
            sys.executable, [sys.executable, "-c", program], environment, file_actions=quiet
        )
        _, status = os.waitpid(process, 0)

    assert os.WIFSIGNALED(status)
    assert not os.WCOREDUMP(status)
    assert ["data"] == [path.name for path in tmp_path.iterdir()]


def test_who_is_forgotten_is_in_no_byte_of_the_store(tiny, tmp_path):
    """The request ended longer ago than names are kept, and the register has moved on."""
    kiosk = copied(tiny, tmp_path / "campus")
    ended = kiosk.run("submit", *kiosk.papers(STUDENT), "--json").json
    kiosk.run("approve", ended["reference"], "--seen", login="valideuse")
    register = tmp_path / "next-year.csv"
    register.write_text("number,surname\n21999999,Personne\n", encoding="utf-8")
    kiosk.run("import", register, login="technicien")
    before = content_of(kiosk.data)

    with kiosk.kit() as kit:
        later = kit.now() + timedelta(days=31)
    with kiosk.kit(now=lambda: later) as kit:
        assert 1 == forget(kit, staff(Role.SUPERVISOR)).holders

    words = {STUDENT.number.encode(), display_name().encode(), STUDENT.names.surname.encode()}
    assert {word for word in words if word in before} == words
    assert {word for word in words if word in content_of(kiosk.data)} == set()
    assert 0 == kiosk.run("journal", "verify").status


def content_of(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
