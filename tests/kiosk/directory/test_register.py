import pytest

from kiosk.directory.register import Register
from kiosk.errors import DirectoryAway, Refused, StoreAway
from kiosk.identity.student import BirthDate
from kiosk.reading.partial_date import PartialDate
from kiosk.triage.account_state import AccountState, Standing
from tests.contracts.directory import INACTIVE, LOCKED, NOELLE, Campus, FindingContract, entry_of
from tests.kiosk.directory.registers import KeptRegister, LostRegister


@pytest.fixture
def campus() -> Campus:
    kept, lost = KeptRegister(), LostRegister()
    return Campus(
        directory=Register(kept.register_entry), away=Register(lost.register_entry), gone="21800000"
    )


class TestRegister(FindingContract):
    def test_tells_no_lock_state(self, campus):
        """A list of students can't know whether sign-in is closed, and doesn't guess."""
        state = campus.directory.state(entry_of(campus, LOCKED).account)

        assert AccountState(registered=True) == state

    def test_tells_the_standing_as_a_state(self, campus):
        """What the register does know reaches triage."""
        state = campus.directory.state(entry_of(campus, INACTIVE).account)

        assert AccountState(standing=Standing.INACTIVE, registered=True) == state

    def test_refuses_to_unlock(self, campus):
        """The reason is a code that the desk and the journal understand."""
        with pytest.raises(Refused) as caught:
            campus.directory.unlock(NOELLE.number)

        assert ("directory_cannot_unlock",) == caught.value.reasons


def test_passes_on_whether_a_retry_may_help():
    """A store that is away for good makes a directory that is away for good."""

    def lookup(number):
        raise StoreAway("The store was written by a newer version.", retry=False)

    with pytest.raises(DirectoryAway) as caught:
        Register(lookup).check()

    assert not caught.value.retry


def test_finds_nobody_when_the_store_answers_with_another_number():
    """A store that compares numbers loosely doesn't make two students one."""
    kept = KeptRegister()

    assert Register(lambda number: kept.register_entry(NOELLE.number)).find("21900001 ", None) is None


@pytest.mark.parametrize(
    ("column", "field", "expected"),
    [("standing", "standing", Standing.UNKNOWN), ("registered", "registered", None)],
)
def test_takes_a_word_it_does_not_know_as_unknown(column, field, expected):
    """A row that a later version wrote is no reason to guess."""
    kept = KeptRegister()
    kept.rows[NOELLE.number][column] = "suspended"

    assert expected is getattr(Register(kept.register_entry).find(NOELLE.number, None), field)


def test_takes_a_birth_date_that_is_none_as_unknown():
    """A damaged row never makes a birth date equal, nor different."""
    kept = KeptRegister()
    kept.rows[NOELLE.number]["birth_date"] = "2004-02-31"

    entry = Register(kept.register_entry).find(NOELLE.number, PartialDate(2004, 2, 29))

    assert entry is not None
    assert BirthDate.UNKNOWN is entry.student.birth_date
