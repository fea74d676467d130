"""The `kiosk` command on a real slapd: killed or cut off between any two steps, nothing is lost or done twice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.demo.fictional import PaperKind
from tests.contracts.directory import Person
from tests.journeys.commands import Ended, Kiosk, someone
from tests.journeys.test_decisions import kinds, state_of
from tests.journeys.watching import struck
from tests.kiosk.directory.ldap.wrapped import toml
from tests.servers import slapd
from tests.servers.certificates import Authority
from tests.servers.people import PASSWORD, WRONG
from tests.servers.proxy import Proxy
from tests.servers.slapd_campus import SlapdCampus

STUDENT = someone(kind=PaperKind.CARD)
KILLED = -9
APPROVAL = ("request_approved", "unlocked")
SAVING, SAYING = ("pwrite64", "fdatasync"), ("sendto", "sendmsg", "write")


@dataclass(frozen=True, slots=True)
class Place:
    """A campus with a real directory behind a proxy, and one request that waits in it."""

    kiosk: Kiosk
    directory: SlapdCampus
    proxy: Proxy
    reference: str

    @property
    def dn(self) -> str:
        return self.directory.dn(person())

    def lock(self) -> None:
        self.directory.put(person())
        self.directory.admin.lock(self.dn, WRONG, slapd.MAX_FAILURES)

    def approve(self, kiosk: Kiosk, *under: str) -> Ended:
        return kiosk.process("approve", self.reference, "--seen", login="valideuse", under=under)

    def assert_done_once(self, kiosk: Kiosk) -> None:
        """Approved once, unlocked once, and one slip doesn't lock again."""
        assert ("unlocked", list(APPROVAL)) == (state_of(kiosk, self.reference), kinds(kiosk, *APPROVAL))
        assert not self.directory.admin.signs_in(self.dn, WRONG)
        assert self.directory.admin.signs_in(self.dn, PASSWORD)


def person() -> Person:
    names = STUDENT.names
    return Person(
        number=STUDENT.number,
        surname=names.surname,
        given_name=names.given_name,
        display_name=f"{names.given_name} {names.surname}",
        birth_name=names.birth_name or "",
        civil_given_names=names.civil_given_names or "",
        birth_date=STUDENT.birth_date.isoformat(),
    )


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[tuple[SlapdCampus, Proxy]]:
    folder = tmp_path_factory.mktemp("served")
    authority = Authority(folder)
    server = slapd.set_up(folder / "slapd", authority.issue("server"), authority.file)
    with server.running(), Proxy(server.secure) as proxy:
        yield SlapdCampus(server, authority.file), proxy


@pytest.fixture(scope="module")
def place(served, opened, tmp_path_factory) -> Place:
    """For copies only."""
    directory, proxy = served
    folder = tmp_path_factory.mktemp("place")
    for name in ("register.csv", "staff.csv", "students", "videos"):
        (folder / name).symlink_to(opened.campus / name)
    settings = directory.settings(f"ldaps://127.0.0.1:{proxy.port}", proof_pause_seconds=0)
    for table, dn in (("terminal", slapd.TERMINAL), ("desk", slapd.DESK)):
        file = folder / f"{table}.secret"
        file.write_text(slapd.SECRETS[dn])
        file.chmod(0o600)
        settings[table] = {"bind": dn, "secret_file": file}
    text = opened.config.read_text(encoding="utf-8")
    (folder / "kiosk.toml").write_text(
        text.replace('[directory]\nkind = "pretend"\n', toml(settings)), encoding="utf-8"
    )
    kiosk = replace(opened.elsewhere(folder / "data"), config=folder / "kiosk.toml")
    made = Place(kiosk, directory, proxy, "")
    made.lock()
    ended = kiosk.submit(STUDENT)
    assert 0 == ended.status, ended.err
    return replace(made, reference=ended.json["reference"])


def steps(record: Path) -> list[tuple[str, int]]:
    """Return each saving's first write and flush, and each word to the directory, in order."""
    seen: dict[str, int] = {}
    found, before = [], ""
    for call, what in re.findall(r"^\d+ +(\w+)\((\d+<[^>]*>)?", record.read_text(), re.MULTILINE):
        seen[call] = seen.get(call, 0) + 1
        is_word = call in SAYING and ("socket:" in what or "TCP:" in what)
        if is_word or (call in SAVING and (call, before) != ("pwrite64", "pwrite64")):
            found.append((call, seen[call]))
        before = call
    return found


def telling(found: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return where saving and speaking to the directory follow one another, and some steps between."""
    turns = {
        at + 1
        for at, ((call, _), (following, _)) in enumerate(pairwise(found))
        if (call in SAYING) != (following in SAYING)
    }
    return [found[at] for at in sorted(turns | {*range(0, len(found), max(1, len(found) // 5))})]


@pytest.mark.timeout(110)
def test_a_killed_approval_is_finished_by_the_next(place, tmp_path, runs_whole):
    """Between approving and unlocking, and between unlocking and saving: wherever it died, the next one ends it."""
    first = place.kiosk.elsewhere(tmp_path / "first")
    record = tmp_path / "record"
    traced = ("strace", "-f", "-qq", "-y", "-o", str(record), "-e", f"trace={','.join(SAVING + SAYING)}")
    assert 0 == place.approve(first, *traced).status
    place.assert_done_once(first)
    found = steps(record)
    assert {call for call, _ in found} & set(SAYING)
    assert {call for call, _ in found} >= set(SAVING)
    states = []

    for number, (call, nth) in enumerate(found if runs_whole else telling(found)):
        place.lock()
        each = place.kiosk.elsewhere(tmp_path / f"try-{number}")
        assert KILLED == place.approve(each, *struck(call, f"signal=KILL:when={nth}")).status, (call, nth)
        states.append(state_of(each, place.reference))
        again = each.run("approve", place.reference, "--seen", login="responsable")
        assert again.status == 0 or "unlocked by now" in again.sentence, (call, nth)
        place.assert_done_once(each)

    assert {"waiting", "approved"} <= set(states)


def test_an_approval_that_the_directory_leaves_half_way_waits_and_is_finished(place, tmp_path, runs_whole):
    """Cut off after any word: the request is waiting or approved, never unlocked unseen, never failed."""
    number, said = 0, []
    while not said or said[-1] != 0:
        number += 1 if runs_whole else 5
        place.lock()
        each = place.kiosk.elsewhere(tmp_path / f"cut-{number}")
        place.proxy.cut_after = place.proxy.writes + number
        ended = each.run("approve", place.reference, "--seen", login="valideuse")
        place.proxy.cut_after, place.proxy.is_cut = None, False
        said.append(ended.status)
        assert (ended.status, state_of(each, place.reference)) in ((0, "unlocked"), (3, "approved")), number
        if ended.status == 3:
            assert "directory_away" in ended.out
            assert 0 == each.run("approve", place.reference, "--seen", login="responsable").status
        place.assert_done_once(each)

    assert 3 in said


def test_nothing_is_filed_while_the_directory_is_away(place, tmp_path):
    """Exit status 3, a sentence, and no request: an outage is never "unknown"."""
    each = place.kiosk.elsewhere(tmp_path / "away")
    place.proxy.is_cut = True
    ended = each.submit(STUDENT)
    place.proxy.is_cut = False

    assert (3, ["request_filed"]) == (ended.status, kinds(each, "request_filed"))
    assert STUDENT.number not in ended.err


def test_doctor_says_that_the_directory_is_in_order_or_not(place, tmp_path):
    """One sentence for it, whatever the rest is like."""
    each = place.kiosk.elsewhere(tmp_path / "doctor")
    whole = _directory_line(each)
    place.proxy.is_cut = True
    cut = _directory_line(each)
    place.proxy.is_cut = False

    assert ("ok", "failed") == (whole["level"], cut["level"])
    assert "ends locks" in whole["sentence"]
    assert f"127.0.0.1:{place.proxy.port}" in cut["sentence"]


def test_doctor_looks_at_one_students_entry(place, tmp_path):
    """What staff can't see at the counter, an administrator is told."""
    each = place.kiosk.elsewhere(tmp_path / "entry")
    told = [each.run("doctor", "--student", number, "--json").json[-1] for number in (STUDENT.number, "0")]

    assert ["ok", "failed"] == [line["level"] for line in told]
    assert "No entry has this number" in told[1]["sentence"]


def _directory_line(kiosk: Kiosk) -> dict[str, str]:
    return next(each for each in kiosk.run("doctor", "--json").json if each["part"] == "directory")
