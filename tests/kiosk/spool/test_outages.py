"""The store goes away and comes back, in any order of visits and copies: every ticket is there exactly once."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.desk.deciding import approve
from kiosk.desk.journal_keeping import verify_journal
from kiosk.desk.taking_in import TakenIn, take_in
from kiosk.errors import NotFound, Refused, StoreAway, TerminalRevoked, TerminalStopped
from kiosk.filing import Filed, TurnedAway
from kiosk.identity.verdict import Outcome
from kiosk.journal.signature import DeviceKey
from kiosk.request.life import ApprovalRules, UnattendedMatch
from kiosk.request.reference import new_reference
from kiosk.request.request import State
from kiosk.request.ticket import qr_text
from kiosk.spool.contents import FiledAway, written
from kiosk.spool.sealing import CampusKey, signed_part
from kiosk.spool.sending import Courier, send, wait_after
from kiosk.spool.writing import Writing
from kiosk.staff.account import Role
from kiosk.store import Letter, inbox_of
from kiosk.store.sqlite.spool import SpoolFile
from kiosk.unattended import submit
from kiosk.visit import status, with_request
from tests.fakes import LOCKED, Randomness
from tests.given import NOW, NUMBER, a_document, a_student
from tests.kiosk.test_filing import a_claim
from tests.kits import Bench, a_bench

CAMPUS = CampusKey(b"c" * 32)
DEVICE = DeviceKey(b"k" * 32)  # the bench's own
STRANGER = a_document(surname="PETIT", given_names="MARC")
NUMBERS = tuple(str(int(NUMBER) + more) for more in range(3))


class Away:
    """A store that answers nothing but this, whatever it is asked."""

    def __init__(self, error: StoreAway | None = None) -> None:
        self._error = error or StoreAway("The store doesn't answer.")

    def __getattr__(self, name: str):
        raise self._error


@dataclass(slots=True)
class Hall:
    """A terminal with a spool, and the desk that has the campus' key."""

    bench: Bench
    folder: Path
    spool: SpoolFile = field(init=False)

    def __post_init__(self) -> None:
        self.spool = SpoolFile(self.folder / "terminal" / "spool.sqlite", most=100)
        writing = Writing(self.spool, CAMPUS.seal, DEVICE.writer, DEVICE.sign, Randomness(500).secret)
        inbox = inbox_of(self.bench.kit.store)
        self.bench.kit = replace(self.bench.kit, spool=writing, inbox=inbox, campus_key=CAMPUS)
        for number in NUMBERS:
            self.bench.directory.add(a_student(number=number), LOCKED)

    def visit(self, away: bool = True, **changes) -> Filed | TurnedAway:
        kit = replace(self.bench.kit, store=Away()) if away else self.bench.kit
        return submit(kit, a_claim(**changes))

    def back(self) -> TakenIn:
        send(self.spool, self.bench.kit.inbox, self.bench.clock.now())
        return take_in(self.bench.kit)

    def close(self) -> None:
        self.spool.close()
        self.bench.kit.store.close()


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    hall = Hall(
        a_bench(tmp_path / "store", ApprovalRules(unattended_match=UnattendedMatch.APPROVE)), tmp_path
    )
    yield hall
    hall.close()


def kinds(hall: Hall) -> list[str]:
    return [json.loads(event.body)["kind"] for event in hall.bench.kit.store.events()]


def test_a_request_is_taken_while_the_store_is_away_and_is_there_when_it_is_back(hall):
    """The ticket says so; then its code opens the request, which waits like any other."""
    filed = hall.visit()
    ticket = "\n".join(with_request(hall.bench.kit, filed, "en").ticket)
    assert (False, 1) == (filed.is_sent, hall.spool.count())
    assert "recorded here, not sent yet" in ticket

    assert TakenIn(requests=1) == hall.back()

    assert filed.request == status(hall.bench.kit, qr_text(filed.secret)).request
    assert (0, ["request_delivered"]) == (hall.spool.count(), kinds(hall))
    assert verify_journal(hall.bench.kit).first_broken is None


def test_the_terminal_holds_nothing_that_it_can_read(hall):
    """No name and no number in its files."""
    hall.visit()
    hall.visit(document=STRANGER)

    held = b"".join(path.read_bytes() for path in (hall.folder / "terminal").iterdir())
    assert [] == [word for word in (NUMBER, "Dupond", "DUPOND", "Amélie") if word.encode() in held]


def test_without_a_spool_nothing_is_acknowledged(hall):
    """As before: the terminal says that it is out of service."""
    hall.bench.kit = replace(hall.bench.kit, spool=None)

    with pytest.raises(StoreAway):
        hall.visit()


def test_what_got_through_though_its_answer_was_lost_counts_once(hall):
    """The letter bears the request's own id."""
    filed = hall.visit(away=False)
    hall.bench.kit.spool.file(filed.request, hall.bench.clock.now())

    assert TakenIn(requests=1) == hall.back()
    assert (["request_filed"], 1) == (kinds(hall), hall.bench.kit.store.counts()[State.WAITING])


def test_a_ticket_for_an_open_request_opens_that_one(hall):
    """Both tickets stay right: each was acknowledged."""
    first, second = hall.visit(away=False), hall.visit()
    hall.back()

    found = [status(hall.bench.kit, qr_text(each.secret)).request for each in (first, second)]
    assert [first.request, first.request] == found
    assert "waiting" == status(hall.bench.kit, second.request.reference).word


def test_failures_of_an_outage_count_when_it_is_over(hall):
    """At their own time; then the number is for the desk only."""
    for _ in range(3):
        hall.visit(document=STRANGER)

    assert TakenIn(others=3) == hall.back()
    assert 3 == kinds(hall).count("verification_failed")
    assert isinstance(hall.visit(away=False), TurnedAway)


def test_during_an_outage_the_terminal_counts_by_itself(hall):
    """Three failures, then nothing is compared any more, for this number and this day."""
    for _ in range(3):
        hall.visit(document=STRANGER)

    assert isinstance(hall.visit(), TurnedAway)
    assert isinstance(hall.visit(number=NUMBERS[1]), Filed)
    hall.bench.clock.advance(days=1)
    assert isinstance(hall.visit(), Filed)


def test_what_is_over_the_limit_is_kept_for_a_person_to_look_at(hall):
    """The terminal couldn't know; nobody approves it unseen, though this campus approves matches."""
    for _ in range(3):
        hall.visit(away=False, document=STRANGER)
    filed = hall.visit()
    hall.back()

    kept = hall.bench.kit.store.get(filed.request.reference)
    verdict = kept.verification.verdict
    assert (Outcome.REVIEW, ("limit_reached",)) == (verdict.outcome, verdict.codes)
    with pytest.raises(Refused):
        approve(hall.bench.kit, hall.bench.staff[Role.APPROVER], kept.reference)


def test_a_letter_that_was_altered_is_set_aside_and_the_next_is_taken(hall):
    """Counted, kept, and in nobody's way."""
    hall.visit()
    hall.visit(number=NUMBERS[1])
    first, second = hall.spool.first()
    hall.bench.kit.inbox.post(replace(first, content=first.content[::-1]), hall.bench.clock.now())
    hall.bench.kit.inbox.post(second, hall.bench.clock.now())

    assert TakenIn(requests=1, set_aside=1) == take_in(hall.bench.kit)
    assert (0, 1) == hall.bench.kit.inbox.letter_counts()


def test_a_letter_from_an_unknown_device_is_set_aside(hall):
    """Whoever has the seal could write one; the store knows its devices."""
    stranger = DeviceKey(b"s" * 32)
    writing = Writing(hall.spool, CAMPUS.seal, stranger.writer, stranger.sign, Randomness().secret)
    hall.bench.kit = replace(hall.bench.kit, spool=writing)
    hall.visit()

    assert TakenIn(set_aside=1) == hall.back()


@pytest.mark.parametrize(
    "changes",
    [{"state": State.APPROVED}, {"version": 7}, {"reference": "robert"}, {"filed_at": NOW, "id": "e" * 32}],
    ids=lambda changes: next(iter(changes)),
)
def test_a_stolen_terminal_can_t_write_more_than_requests_that_wait(hall, changes):
    """A letter that claims more is set aside."""
    filed = hall.visit(away=False, number=NUMBERS[2])
    request = replace(filed.request, id="f" * 32, ticket_digest="9" * 64, reference=new_reference(b"1" * 8))
    honest = Letters(hall, "f" * 32)
    honest.write(request)
    assert TakenIn(requests=1) == hall.back()

    Letters(hall, "d" * 32).write(replace(request, **({"id": "d" * 32} | changes)))

    assert TakenIn(set_aside=1) == hall.back()


@dataclass(slots=True)
class Letters:
    """A stolen terminal's hand: it has the device's key and the seal, and writes what it likes under this id."""

    hall: Hall
    letter_id: str

    def write(self, request) -> None:
        sealed = CAMPUS.seal.seal(written(FiledAway(request)), self.letter_id, DEVICE.writer)
        signature = DEVICE.sign(signed_part(sealed, self.letter_id, DEVICE.writer))
        self.hall.spool.put(Letter(self.letter_id, DEVICE.writer, sealed, signature), NOW)


def test_a_desk_without_the_key_leaves_letters_alone(hall):
    """Another desk has it."""
    hall.visit()
    hall.bench.kit = replace(hall.bench.kit, campus_key=None)

    assert TakenIn() == hall.back()
    assert (1, 0) == hall.bench.kit.inbox.letter_counts()


def test_a_courier_tries_more_rarely_the_longer_nobody_answers(hall):
    """And at once again when somebody did."""
    hall.visit()
    now = hall.bench.clock.now()
    courier = Courier(hall.spool, Away())
    assert (0, now + wait_after(1)) == (courier.turn(now), courier.not_before)
    courier.inbox = hall.bench.kit.inbox

    assert 0 == courier.turn(now)
    assert (1, None) == (courier.turn(now + wait_after(1)), courier.not_before)
    assert wait_after(1) < wait_after(2) < wait_after(50) == wait_after(51)


@pytest.mark.parametrize("error", [TerminalStopped("Paused."), TerminalRevoked("Revoked.")])
def test_a_terminal_that_was_stopped_takes_nothing(hall, error):
    """The server answers, and says no: that is no outage to write letters in."""
    kit = replace(hall.bench.kit, store=Away(error))

    for brought in (a_claim(), a_claim(document=STRANGER)):
        with pytest.raises(TerminalStopped):
            submit(kit, brought)
    assert 0 == hall.spool.count()


def test_a_revoked_terminal_wipes_its_spool_at_the_next_contact(hall):
    """A paused one keeps it, for it may go on."""
    hall.visit()
    courier = Courier(hall.spool, Away(TerminalStopped("Paused.")))
    assert (0, 1) == (courier.turn(NOW), hall.spool.count())

    courier.inbox = Away(TerminalRevoked("Revoked."))

    assert (0, 0) == (courier.turn(NOW + wait_after(1)), hall.spool.count())


STEPS = some.tuples(some.sampled_from(NUMBERS), some.sampled_from(["here", "away", "post twice", "back"]))


@given(some.lists(STEPS, max_size=12))
def test_every_acknowledged_ticket_is_there_exactly_once(steps):
    """Whatever the order of outages, visits and copies: its code and reference open one request of its student.

    A ticket is replaced only by a later one that the terminal gave for the same request, and said so.
    """
    with TemporaryDirectory() as folder:
        hall = Hall(a_bench(Path(folder) / "store"), Path(folder))
        try:
            tickets = played(hall, steps)
            hall.back()
            for filed in tickets:
                by_reference = hall.bench.kit.store.get(filed.request.reference)
                assert filed.request.holder.student_number == by_reference.holder.student_number
                assert is_open(hall, filed)
            asked = {filed.request.holder.student_number for filed in tickets}
            assert len(asked) == sum(hall.bench.kit.store.counts().values())
            assert verify_journal(hall.bench.kit).first_broken is None
        finally:
            hall.close()


def played(hall: Hall, steps: list[tuple[str, str]]) -> list[Filed]:
    """Play the steps; return the tickets that are still to be right."""
    tickets: list[Filed] = []
    for number, step in steps:
        if step in ("here", "away"):
            filed = hall.visit(away=step == "away", number=number)
            if filed.replaces:  # every ticket that had reached the store for this request opens nothing now
                tickets = [each for each in tickets if not is_of(each, number) or waits(hall, each)]
            if filed.secret is not None:
                tickets.append(filed)
        elif step == "post twice":
            for letter in hall.spool.first():
                hall.bench.kit.inbox.post(letter, hall.bench.clock.now())
        else:
            hall.back()
    return tickets


def is_of(filed: Filed, number: str) -> bool:
    return filed.request.holder.student_number == number


def waits(hall: Hall, filed: Filed) -> bool:
    """Return True while a ticket's letter hasn't been taken in."""
    try:
        return hall.bench.kit.store.get(filed.request.reference) is None
    except NotFound:
        return True


def is_open(hall: Hall, filed: Filed) -> bool:
    found = status(hall.bench.kit, qr_text(filed.secret)).request
    return is_of(filed, found.holder.student_number)
