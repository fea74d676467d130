"""Who may do what, by every command: the campus' table, its settings, and two who decide at once."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.demo.fictional import Account, Fictional, PaperKind, Situation
from kiosk.desk.carrying_out import resume
from kiosk.desk.deciding import approve, undo
from kiosk.desk.recording import decided
from kiosk.errors import AlreadyDecided
from kiosk.filing import Claim, Filed, Witness, file_claim
from kiosk.identity.verify import CardSource
from kiosk.request import life
from kiosk.request.request import Request, State
from kiosk.staff.account import Role
from kiosk.triage.words import Cause, Symptom
from kiosk.visit import look_at
from tests.journeys.commands import Kiosk, someone
from tests.journeys.model import LOGINS, MAY, Asked, Given, expected
from tests.kiosk.test_filing import a_claim

PLAIN = someone(kind=PaperKind.CARD)
OTHER_PLAIN = someone(kind=PaperKind.PASSPORT)
IN_PERSON = someone(kind=PaperKind.FOREIGN_CARD)
STUDENTS: dict[Fictional, Given] = {
    PLAIN: Given(),
    OTHER_PLAIN: Given(),
    someone(Situation.SWAPPED): Given(verdict="review"),
    someone(Situation.BIRTH_NAME_UNKNOWN, Account.IDLE): Given(verdict="review", lock="other"),
    someone(account=Account.TECHNICAL_LOCK): Given(lock="security"),
    someone(account=Account.PERMANENTLY_LOCKED): Given(lock="on_purpose"),
    IN_PERSON: Given(verified_by=LOGINS["approver"]),
}
REQUEST_WORDS = {
    "show": [],
    "approve": [],
    "refuse": ["--reason", "did_not_come"],
    "redirect": ["--to", "registrar"],
    "undo": [],
    "retry": [],
}
OTHER_WORDS: dict[str, list[str]] = {
    "queue": ["queue"],
    "journal export": ["journal", "export"],
    "journal anchor": ["journal", "anchor"],
    "forget": ["forget", "--dry-run"],
    "staff list": ["staff", "list"],
    "staff add": ["staff", "add", "nouvelle", "--role", "reception"],
    "staff disable": ["staff", "disable", "personne"],
    "import": ["import", "no-such.csv"],
}
ROLE = "This takes another role"


def words_of(act: str, reference: str) -> list[str]:
    return [act, reference, *REQUEST_WORDS[act]] if act in REQUEST_WORDS else OTHER_WORDS[act]


def happenings(kiosk: Kiosk) -> list[dict[str, Any]]:
    with kiosk.kit() as kit:
        return [json.loads(event.body) for event in kit.store.events()]


def kinds(kiosk: Kiosk, *wanted: str) -> list[str]:
    return [kind for each in happenings(kiosk) if (kind := each["kind"]) in wanted]


def state_of(kiosk: Kiosk, reference: str) -> str:
    with kiosk.kit() as kit:
        return str(kit.store.get(reference).state)


@pytest.fixture
def plain(references) -> str:
    """The reference of a student whose account is plainly locked."""
    return references[PLAIN.number]


@pytest.fixture(scope="module")
def attended(opened, tmp_path_factory) -> tuple[Kiosk, dict[str, Given]]:
    """A store with one request of each kind, one of them verified in person; and what each is. For copies only."""
    kiosk = opened.elsewhere(tmp_path_factory.mktemp("attended") / "data")
    filed = {file(kiosk, student, given.verified_by): given for student, given in STUDENTS.items()}
    return kiosk, filed


def file(kiosk: Kiosk, student: Fictional, verified_by: str | None = None) -> str:
    """File this student's request and return its reference; in person if someone verified it."""
    _, card, _, document = kiosk.papers(student)
    with kiosk.kit() as kit:
        _, reading = look_at(kit, card, document)
        claim = Claim(
            number=student.number, card=CardSource.NUMBER, document=reading, symptom=Symptom.BLOCKED
        )
        filed = file_claim(kit, claim, Witness(login=verified_by))
    assert isinstance(filed, Filed)
    return filed.request.reference


@pytest.mark.parametrize("role", LOGINS)
def test_each_role_may_do_what_the_table_says(kiosk, plain, role):
    """Every command that staff have, and nothing more: the others name who may."""
    acts = {
        act: kiosk.run(*words_of(act, plain), login=LOGINS[role], typed="a long new password\n")
        for act in MAY
    }

    assert {act for act, roles in MAY.items() if role in roles} == {
        act for act, ended in acts.items() if not ended.sentence.startswith(ROLE)
    }
    assert {1} == {ended.status for ended in acts.values() if ended.sentence.startswith(ROLE)}


def test_a_reference_is_read_however_it_is_typed(kiosk, plain):
    """In small letters, without its dashes, without MK: as `kiosk status` reads it."""
    typed = plain.removeprefix("MK").replace("-", "").lower()

    assert plain == kiosk.run("show", typed, "--json", login="accueil").json["reference"]
    assert 0 == kiosk.run("approve", typed, "--seen", login="valideuse").status


@pytest.mark.parametrize("act", [each for each in MAY if each != "staff add"])
def test_without_a_name_nobody_does_anything(kiosk, plain, act):
    """The command says how to give one."""
    ended = kiosk.run(*words_of(act, plain))

    assert (1, "Say who you are: add --as LOGIN.") == (ended.status, ended.sentence)


def test_a_wrong_password_opens_nothing(kiosk, plain):
    """The same sentence as for a login that nobody has."""
    words = ("approve", plain, "--seen", "--password-stdin", "--as")
    wrong = [kiosk.run(*words, login, typed="wrong\n") for login in ("valideuse", "nobody")]

    assert 1 == len({(ended.status, ended.sentence) for ended in wrong})
    assert "waiting" == state_of(kiosk, plain)


def test_a_match_is_approved_and_unlocked(kiosk, plain):
    """The command says so, the holder can see it, and the directory shows no lock."""
    ended = kiosk.run("approve", plain, "--seen", "--json", login="valideuse")

    assert (0, "unlocked") == (ended.status, ended.json["state"])
    assert "decided" == kiosk.run("status", plain, "--json").json["status"]
    with kiosk.kit() as kit:
        assert not kit.directory.state(PLAIN.number).locked


def test_the_ticket_tells_its_holder_more_than_the_reference(kiosk, plain):
    """Its QR code is read off the paper, as `kiosk scan` reads it."""
    picture = kiosk.data / "tickets" / f"{plain}.png"
    (code,) = kiosk.run("scan", picture, "--json").json["codes"]
    kiosk.run("approve", plain, "--seen", login="valideuse")

    typed, shown = (kiosk.run("status", text, "--json").json for text in (plain, code["text"]))

    assert "ticket" == code["kind"]
    assert {"reference": plain, "status": "decided"} == typed
    assert ("unlocked", plain) == (shown["status"], shown["reference"])


def test_a_refused_request_stays_refused(kiosk, plain):
    """The reason is kept; who comes later is told."""
    refused = kiosk.run("refuse", plain, "--reason", "did_not_come", login="valideuse")
    late = kiosk.run("approve", plain, "--seen", login="responsable")

    assert (0, f"{plain}: refused\n") == (refused.status, refused.out)
    assert (1, "This request is refused by now: look at it again.") == (late.status, late.sentence)
    shown = kiosk.run("show", plain, "--json", login="accueil").json
    assert ("valideuse", "did_not_come") == (shown["decision"]["by"], shown["decision"]["reason"])


def test_the_queue_shows_what_waits_and_no_more(kiosk, plain, references):
    """Urgent first, then by due time."""
    kiosk.run("redirect", plain, "--to", "digital_support", login="valideuse")

    queue = kiosk.run("queue", "--json", login="accueil").json

    assert set(references.values()) - {plain} == {row["reference"] for row in queue}
    assert queue == sorted(queue, key=lambda row: (not row["urgent"], row["due"]))


@st.composite
def commands(draw: st.DrawFn) -> tuple[int, Asked]:
    """Draw a command about one of the requests."""
    target = draw(st.integers(0, len(STUDENTS) - 1))
    act = draw(st.sampled_from(["approve", "approve", "approve", *REQUEST_WORDS]))
    role = draw(st.sampled_from(["approver", "supervisor", *LOGINS]))
    return target, Asked(act=act, role=role, seen=draw(st.booleans()), reason=draw(st.booleans()))


def run(kiosk: Kiosk, reference: str, asked: Asked) -> int:
    words = words_of(asked.act, reference)
    if asked.act == "approve":
        words += ["--seen"] * asked.seen + ["--reason", "phoned the security officer"] * asked.reason
    return kiosk.run(*words, login=LOGINS[asked.role]).status


@pytest.mark.timeout(600)  # a password's slow digest for each command: a minute, and more beside other work
@given(
    four_eyes=st.sampled_from(["off", "in_person"]),
    unattended_match=st.sampled_from(["come_to_desk", "approve"]),
    asked=st.lists(commands(), min_size=3, max_size=9),
)
def test_every_command_keeps_the_campus_rules(attended, tmp_path_factory, four_eyes, unattended_match, asked):
    """Whoever asks for whatever in whatever order: what comes of it is what the rules, written by hand, say."""
    folder = tmp_path_factory.mktemp("rules")
    kiosk = (
        attended[0]
        .elsewhere(folder / "data")
        .decided_otherwise(folder / "campus", four_eyes=four_eyes, unattended_match=unattended_match)
    )
    requests = dict(attended[1])
    for target, each in asked:
        reference = list(requests)[target]
        before = requests[reference]
        if each.act == "show":
            assert run(kiosk, reference, each) == int(each.role not in MAY["show"])
            continue
        status, state = expected(before, each, four_eyes, unattended_match)
        assert (status, state) == (run(kiosk, reference, each), state_of(kiosk, reference))
        requests[reference] = replace(before, state=state)

    waiting = {reference for reference, given in requests.items() if given.state == "waiting"}
    queue = kiosk.run("queue", "--json", login="accueil").json
    assert waiting == {row["reference"] for row in queue}
    assert 0 == kiosk.run("journal", "verify").status


def test_who_verified_alone_is_written_down(attended, tmp_path):
    """Without four eyes one person may do both, and everybody can see so."""
    kiosk = attended[0].elsewhere(tmp_path / "data")
    reference = next(key for key, given in attended[1].items() if given.verified_by)

    kiosk.run("approve", reference, login="valideuse")

    assert kiosk.run("show", reference, "--json", login="accueil").json["decision"]["alone"]


def test_of_two_who_approve_at_once_one_does_it(kiosk, plain):
    """One approval, one unlocking, in two real processes; if the second comes to nothing it is told."""
    both = [kiosk.start("approve", plain, "--seen", login=login) for login in ("valideuse", "responsable")]
    for process, login in zip(both, ("valideuse", "responsable"), strict=True):
        process.stdin.write(kiosk.password(login))
        process.stdin.flush()
    ended = [(*process.communicate(timeout=60), process.returncode) for process in both]

    assert ["request_approved", "unlocked"] == kinds(kiosk, "request_approved", "unlocked")
    assert 0 in {status for _, _, status in ended}
    for out, err, status in ended:
        assert status or (f"{plain}: unlocked\n", "") == (out, err)
        assert not status or "look at" in err


def left_approved(kiosk: Kiosk, reference: str, failure: str | None = None) -> None:
    """Leave the store as a command does that died right after it saved its approval, or that met an outage."""
    with kiosk.kit() as kit:
        waiting, now = kit.store.get(reference), kit.now()
        staff = kit.store.staff("valideuse")
        rules, causes = kit.rules.approval, [Cause.TOO_MANY_TRIES]
        after = life.approve(waiting, staff, rules, now, seen=True, causes=causes)
        kept = kit.store.swap(waiting, after, decided("request_approved", after, staff.login, now))
        if failure:
            after = life.postponed(kept, failure, now)
            kit.store.swap(kept, after, decided("carrying_out_postponed", after, "system", now))


@pytest.mark.parametrize("failure", [None, "directory_away"])
def test_who_approves_again_finishes_what_stayed_approved(kiosk, plain, failure):
    """After a crash or an outage, the same command again is the whole cure."""
    left_approved(kiosk, plain, failure)

    ended = kiosk.run("approve", plain, "--seen", login="responsable")

    assert (0, f"{plain}: unlocked\n") == (ended.status, ended.out)
    assert ["request_approved", "unlocked"] == kinds(kiosk, "request_approved", "unlocked")


def test_whoever_works_at_the_desk_finishes_what_a_crash_left(kiosk, plain):
    """Any command of someone who may approve."""
    left_approved(kiosk, plain)

    kiosk.run("queue", login="valideuse")

    assert "unlocked" == state_of(kiosk, plain)


def test_who_takes_an_approval_back_is_quicker_than_its_retry(kiosk, plain):
    """Signing in to undo it must not carry it out."""
    left_approved(kiosk, plain)

    ended = kiosk.run("undo", plain, login="valideuse")

    assert (0, "waiting") == (ended.status, state_of(kiosk, plain))


class OvertakenChannel:
    """A channel that lets another desk finish first."""

    def __init__(self, overtake, channel) -> None:
        self.overtake, self.channel, self.way = overtake, channel, channel.way

    def carry_out(self, request: Request) -> State:
        self.overtake()
        return self.channel.carry_out(request)


def test_who_approves_while_another_desk_finishes_it_is_told_the_outcome(bench):
    """Another desk's clean-up was quicker to do what this one decided: that is no error."""
    request = file_claim(bench.kit, a_claim(), Witness()).request
    slow = replace(bench.kit, channel=OvertakenChannel(lambda: resume(bench.kit), bench.kit.channel))

    done = approve(slow, bench.staff[Role.APPROVER], request.reference, seen=True)

    assert State.UNLOCKED is done.state
    assert 1 == len(bench.notices.outcomes)


def test_who_approves_what_another_desk_takes_back_is_told_so(bench):
    """Then nothing of what they asked for stands."""
    request = file_claim(bench.kit, a_claim(), Witness()).request

    def take_back() -> None:
        undo(bench.kit, bench.staff[Role.SUPERVISOR], request.reference)

    slow = replace(bench.kit, channel=OvertakenChannel(take_back, bench.kit.channel))

    with pytest.raises(AlreadyDecided):
        approve(slow, bench.staff[Role.APPROVER], request.reference, seen=True)

    assert State.WAITING is bench.kit.store.get(request.reference).state
