"""The terminal tells a stranger nothing: not whether a number exists, not why it failed, not by how long it took."""

from dataclasses import dataclass, replace

import pytest

from kiosk.demo.fictional import Fictional, PaperKind, Situation
from kiosk.filing import Filed
from kiosk.kit import Kit
from kiosk.store import Store
from kiosk.triage.words import Door, Symptom
from kiosk.visit import Brought, Leaving, visit
from tests.fakes import Clock
from tests.given import NOW
from tests.journeys.commands import Kiosk, someone

STRANGER = someone(Situation.OTHER_PERSON)
NAMESAKE = someone(Situation.NAMESAKE)
UNKNOWN = someone(Situation.NOT_IN_REGISTER)
RIGHT = someone(kind=PaperKind.CARD)
NEIGHBOUR = someone(kind=PaperKind.PASSPORT)
FAILURES = 3
TELLING = [
    "register",
    "annuaire",
    "surname",
    "patronyme",
    "birth",
    "naissance",
    "unknown",
    "inconnu",
    "bloqu",
    "lock",
    "mot",
    "password",
]


@dataclass(slots=True)
class TimedStore:
    """A store whose look-ups take their time, and how much differs."""

    store: Store
    clock: Clock
    takes_s: float

    def failures(self, *arguments: object) -> int:
        self.clock.elapsed += self.takes_s
        return self.store.failures(*arguments)

    def __getattr__(self, name: str) -> object:
        return getattr(self.store, name)


def shown(kiosk: Kiosk, card: Fictional, document: Fictional) -> tuple[str | object, ...]:
    """Return the words of a visit with the card of one student and the document of another."""
    return (*kiosk.papers(card)[:2], *kiosk.papers(document)[2:])


def brought(kiosk: Kiosk, card: Fictional, document: Fictional) -> Brought:
    _, card_path, _, document_path = shown(kiosk, card, document)
    return Brought(card=card_path, document=document_path, symptom=Symptom.BLOCKED)


def visited(kit: Kit, kiosk: Kiosk, card: Fictional, document: Fictional) -> Leaving:
    return visit(kit, brought(kiosk, card, document))


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def timed(fresh, clock, tmp_path):
    """A kit whose time is the clock's, under the settings' own minimum time."""
    kiosk = fresh.decided_otherwise(tmp_path / "slow")
    text = kiosk.config.read_text(encoding="utf-8")
    kiosk.config.write_text(text.replace("answer_seconds = 0", "answer_seconds = 2"), encoding="utf-8")
    with kiosk.kit(now=clock.now, pause=clock.pause, clock=clock.monotonic) as kit:
        yield kit


@pytest.mark.parametrize("form", [[], ["--json"]], ids=["for people", "for programs"])
def test_a_stranger_and_an_unknown_number_are_told_the_same(fresh, form):
    """Letter by letter, on both outputs, and with the same exit status."""
    told = {fresh.run("submit", *shown(fresh, each, each), *form) for each in (STRANGER, NAMESAKE, UNKNOWN)}

    assert 1 == len(told)
    assert 1 == told.pop().status


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_a_stranger_takes_home_names_no_cause(fresh, language):
    """It says where to go and what to bring."""
    said = fresh.run("submit", *shown(fresh, STRANGER, STRANGER), "--language", language).out.lower()

    assert [] == [word for word in TELLING if word in said]


def test_the_journal_keeps_no_code_of_an_unknown_number(fresh):
    """Staff see that a verification failed; nobody can look up for whom."""
    fresh.submit(UNKNOWN)

    assert UNKNOWN.number.encode() not in fresh.store.read_bytes()


@pytest.mark.parametrize(
    ("card", "document"),
    [(RIGHT, RIGHT), (RIGHT, STRANGER), (UNKNOWN, UNKNOWN), (STRANGER, STRANGER)],
    ids=["match", "other document", "unknown number", "stranger"],
)
@pytest.mark.parametrize("takes_s", [0.0, 0.3, 1.9])
def test_every_answer_comes_at_the_same_moment(fresh, timed, clock, card, document, takes_s):
    """Whatever the work took, the visitor waits until the minimum is over."""
    kit = replaced(timed, clock, takes_s)

    visited(kit, fresh, card, document)

    assert [pytest.approx(2.0 - takes_s)] == clock.paused
    assert pytest.approx(2.0) == clock.elapsed


def replaced(kit: Kit, clock: Clock, takes_s: float) -> Kit:
    return replace(kit, store=TimedStore(kit.store, clock, takes_s))


def test_the_default_is_two_seconds(fresh, tmp_path):
    """A campus that says nothing has a minimum time."""
    plain = tmp_path / "kiosk.toml"
    plain.write_text("", encoding="utf-8")

    assert 2.0 == Kiosk(plain, tmp_path).settings().trust.minimum_answer_seconds


def test_after_three_failures_even_the_right_papers_lead_to_the_desk(fresh, timed):
    """Nothing is compared any more, for this number alone."""
    for _ in range(FAILURES):
        assert visited(timed, fresh, RIGHT, STRANGER).door is None

    left = visited(timed, fresh, RIGHT, RIGHT)

    assert not isinstance(left.outcome, Filed)
    assert Door.RECEPTION is left.door
    assert isinstance(visited(timed, fresh, NEIGHBOUR, NEIGHBOUR).outcome, Filed)


def test_an_unknown_number_leads_to_the_desk_after_as_many(fresh, timed):
    """Else the fourth try would tell whether it exists."""
    for _ in range(FAILURES):
        visited(timed, fresh, UNKNOWN, UNKNOWN)
    for _ in range(FAILURES):
        visited(timed, fresh, STRANGER, STRANGER)

    fourth = [visited(timed, fresh, each, each) for each in (UNKNOWN, STRANGER)]

    assert fourth[0] == fourth[1]
    assert Door.RECEPTION is fourth[0].door


def test_the_next_day_the_right_papers_work_again(fresh, timed, clock):
    """The count starts anew at midnight."""
    for _ in range(FAILURES):
        visited(timed, fresh, RIGHT, STRANGER)
    clock.advance(days=1)

    assert isinstance(visited(timed, fresh, RIGHT, RIGHT).outcome, Filed)


def test_another_program_does_not_start_the_count_anew(fresh):
    """Each command is a process of its own; the count is in the store."""
    wrong = shown(fresh, RIGHT, STRANGER)
    for _ in range(FAILURES):
        assert 1 == fresh.run("submit", *wrong, "--json").status

    ended = fresh.submit(RIGHT)

    assert (None, "mismatch", "reception") == tuple(
        ended.json[key] for key in ("reference", "verdict", "door")
    )
    assert 1 == ended.status
    assert [] == fresh.run("queue", "--json", login="accueil").json


def test_a_typed_reference_tells_one_of_two_words(kiosk, references):
    """And one that nobody has is not found."""
    reference = references[RIGHT.number]

    assert {"reference": reference, "status": "waiting"} == kiosk.run("status", reference, "--json").json
    assert (1, "") == (kiosk.run("status", "MK-2222-2222").status, kiosk.run("status", "MK-2222-2222").out)
