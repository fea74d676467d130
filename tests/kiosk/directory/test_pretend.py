import pytest

from kiosk.directory.account_word import AccountWord
from kiosk.directory.pretend import PretendDirectory
from kiosk.errors import DirectoryAway, SettingsWrong
from kiosk.identity.register_columns import REGISTER_COLUMNS
from kiosk.triage.account_state import AccountState, Standing
from tests.contracts.directory import LOCKED, NOELLE, TECHNICAL, Campus, DirectoryContract, entry_of
from tests.kiosk.directory.registers import KeptRegister, LostRegister


def pretend(register) -> PretendDirectory:
    return PretendDirectory(register.register_entry, register.set_register_account, demonstration=True)


@pytest.fixture
def campus() -> Campus:
    return Campus(directory=pretend(KeptRegister()), away=pretend(LostRegister()), gone="21800000")


class TestPretendDirectory(DirectoryContract):
    def test_tells_a_standing_with_the_entry_as_with_the_state(self, campus):
        """The terminal and the desk hear the same standing."""
        entry = entry_of(campus, TECHNICAL)
        state = campus.directory.state(entry.account)

        assert state is not None
        assert (Standing.TECHNICAL_LOCK, Standing.TECHNICAL_LOCK) == (entry.standing, state.standing)


def test_refuses_to_stand_beside_real_requests():
    """A live store with a directory that unlocks nothing would tell students a lie."""
    kept = KeptRegister()

    with pytest.raises(SettingsWrong):
        PretendDirectory(kept.register_entry, kept.set_register_account, demonstration=False)


@pytest.mark.parametrize("word", ["", "unknown", "on_fire"])
def test_cannot_tell_an_account_without_a_known_word(word):
    """Nothing known stays nothing known: neither locked nor not locked."""
    kept = KeptRegister()
    kept.set_register_account(NOELLE.number, word)

    assert AccountState(registered=True) == pretend(kept).state(NOELLE.number)


@pytest.mark.parametrize("word", [word for word in AccountWord if word is not AccountWord.UNKNOWN])
def test_tells_at_most_one_cause(word):
    """Each word but `active` and those of a standing shows exactly its own fact."""
    kept = KeptRegister()
    kept.set_register_account(NOELLE.number, word)
    state = pretend(kept).state(NOELLE.number)

    assert state is not None
    facts = (state.locked, state.password_expired, state.must_change_password, state.idle)
    silent = (AccountWord.ACTIVE, AccountWord.TECHNICAL_LOCK, AccountWord.ADMINISTRATIVE_LOCK)
    assert (0 if word in silent else 1) == facts.count(True)


def test_keeps_the_rest_of_the_row_when_it_unlocks():
    """Only the account's word is changed."""
    kept = KeptRegister()
    before = kept.rows[LOCKED.number]

    pretend(kept).unlock(LOCKED.number)

    assert {**before, "account": "active"} == kept.rows[LOCKED.number]


def test_is_away_when_the_unlocking_cannot_be_kept():
    """A store that breaks between looking and writing never looks like unlocked."""
    directory = PretendDirectory(
        KeptRegister().register_entry, LostRegister().set_register_account, demonstration=True
    )

    with pytest.raises(DirectoryAway):
        directory.unlock(LOCKED.number)


def test_the_examples_have_every_column():
    """What the contract's people hold is what a register holds."""
    assert set(REGISTER_COLUMNS) == set(KeptRegister().rows[NOELLE.number])
