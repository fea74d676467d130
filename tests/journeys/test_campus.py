"""Every student of the fictional campus leaves with the verdict and the door that their making asks for."""

import pytest

from kiosk.demo.fictional import Account, Situation
from tests.journeys.commands import PEOPLE, rows, someone

KEYS = ["reference", "verdict", "codes", "door", "due", "state", "presence"]
NOTHING = dict.fromkeys(KEYS) | {"codes": []}
FILED = ("reception", "digital_support")


def test_each_student_gets_the_verdict_and_the_door_of_the_list(visited, campus):
    """expected.csv was written from how each was made, not by this program."""
    found = {
        number: (ended.json["verdict"], ended.json["door"] or "") for number, ended in visited[1].items()
    }

    assert {row["number"]: (row["verdict"], row["door"]) for row in rows(campus / "expected.csv")} == found


def test_each_outcome_has_the_keys_that_scripts_rely_on(visited):
    """In the contract's order, and no other."""
    assert [KEYS] * len(PEOPLE) == [list(ended.json) for ended in visited[1].values()]


def test_the_exit_status_is_1_for_those_who_leave_with_nothing(visited):
    """A request or a way out is 0, and nobody gets anything else."""
    expected = {number: int(ended.json["door"] is None) for number, ended in visited[1].items()}

    assert {0, 1} == set(expected.values())
    assert expected == {number: ended.status for number, ended in visited[1].items()}


def test_a_request_is_filed_where_staff_can_help(visited):
    """Waiting, unattended, with a due time; where others help there is only the way out."""
    for ended in visited[1].values():
        outcome = ended.json
        facts = (outcome["state"], outcome["presence"])
        is_filed = outcome["door"] in FILED
        assert (("waiting", "unattended") if is_filed else (None, None)) == facts
        assert is_filed == bool(outcome["reference"]) == bool(outcome["due"])


def test_who_is_turned_away_is_told_the_verdict_alone(visited):
    """No code, no door: another person's document and an unknown number leave the same traces."""
    turned = [ended.json for ended in visited[1].values() if ended.json["verdict"] == "mismatch"]

    assert [{**NOTHING, "verdict": "mismatch"}] * 3 == turned


def test_a_review_says_why(visited):
    """Each has at least one code; a match has none that asks for a look."""
    codes = [ended.json["codes"] for ended in visited[1].values() if ended.json["verdict"] == "review"]

    assert len(codes) >= 6
    assert all(codes)


def test_who_comes_again_gets_the_same_reference(kiosk, references):
    """As long as the first request is open, from whatever pictures."""
    student = someone()
    videos = [kiosk.campus / "videos" / f"{student.number}-{what}.avi" for what in ("card", "document")]

    again = kiosk.run("submit", "--card", videos[0], "--document", videos[1], "--json")

    assert (0, references[student.number]) == (again.status, again.json["reference"])


@pytest.mark.parametrize(("symptom", "door"), [("forgotten", "self_service"), ("registration", "registrar")])
def test_where_nothing_is_unlocked_nobody_is_checked(fresh, symptom, door):
    """A forgotten password and a matter of registration lead on at once; the papers aren't even looked at."""
    stranger = someone(Situation.OTHER_PERSON)

    ended = fresh.submit(stranger, "--symptom", symptom)

    assert (0, {**NOTHING, "door": door}) == (ended.status, ended.json)


@pytest.mark.parametrize(
    ("symptom", "door"),
    [("expired", "digital_support"), ("suspected_hack", "reception"), ("unknown", "reception")],
)
def test_each_symptom_that_needs_a_check_files_with_its_door(fresh, symptom, door):
    """The account itself is in order."""
    ended = fresh.submit(someone(Situation.ONE_LETTER, Account.ACTIVE), "--symptom", symptom)

    assert (0, door, "waiting") == (ended.status, ended.json["door"], ended.json["state"])
