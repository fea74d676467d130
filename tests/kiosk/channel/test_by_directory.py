from dataclasses import dataclass, replace

import pytest

from kiosk.channel.by_directory import ByDirectory
from kiosk.directory.pretend import PretendDirectory
from kiosk.directory.register import Register
from kiosk.errors import DirectoryAway, Refused
from kiosk.request.request import State
from kiosk.triage.account_state import AccountState, Standing
from tests.contracts.directory import LOCKED
from tests.kiosk.channel.approved import a_request
from tests.kiosk.directory.registers import KeptRegister, LostRegister

OPEN = AccountState(standing=Standing.ACTIVE, locked=False)
CLOSED = AccountState(standing=Standing.ACTIVE, locked=True)


@dataclass
class ScriptedDirectory:
    """Tells these states one after the other, raising an error among them. unlocked: how often it did so."""

    states: list[AccountState | DirectoryAway | None]
    unlocked: int = 0

    def find(self, number, birth_date):
        raise AssertionError("a request that was approved is never looked for by number")

    def state(self, account):
        told = self.states.pop(0)
        if isinstance(told, DirectoryAway):
            raise told
        return told

    def unlock(self, account):
        self.unlocked += 1

    def check(self):
        raise AssertionError("carrying out needs no check")


def test_unlocks_a_locked_account():
    """The directory's own answer afterwards makes it unlocked."""
    kept = KeptRegister()
    directory = PretendDirectory(kept.register_entry, kept.set_register_account, demonstration=True)

    assert State.UNLOCKED is ByDirectory(directory).carry_out(a_request())
    assert "active" == kept.rows[LOCKED.number]["account"]


def test_looks_again_after_unlocking():
    """Both answers were asked for: one before and one after."""
    directory = ScriptedDirectory([CLOSED, OPEN])

    ByDirectory(directory).carry_out(a_request())

    assert ([], 1) == (directory.states, directory.unlocked)


def test_takes_an_account_that_is_open_already_as_unlocked():
    """A second try after a crash, or a lock that ran out, has the same effect as one."""
    directory = ScriptedDirectory([OPEN, OPEN])

    assert (State.UNLOCKED, 0) == (ByDirectory(directory).carry_out(a_request()), directory.unlocked)


@pytest.mark.parametrize(
    ("states", "code"),
    [
        ([None], "account_gone"),
        ([replace(CLOSED, locked=None)], "state_unknown"),
        ([replace(CLOSED, lock_is_permanent=True)], "permanent_lock"),
        ([replace(CLOSED, standing=Standing.TECHNICAL_LOCK)], "technical_lock"),
        ([replace(OPEN, standing=Standing.TECHNICAL_LOCK)], "technical_lock"),
        ([replace(CLOSED, standing=Standing.ADMINISTRATIVE_LOCK)], "administrative_lock"),
    ],
)
def test_never_touches_a_lock_that_is_not_ours(states, code):
    """Unless the lock is surely one by failed tries, nothing is unlocked and the reason is a code."""
    directory = ScriptedDirectory(states)

    with pytest.raises(Refused) as caught:
        ByDirectory(directory).carry_out(a_request())

    assert ((code,), 0) == (caught.value.reasons, directory.unlocked)


@pytest.mark.parametrize(
    ("after", "code"),
    [
        (CLOSED, "still_locked"),
        (replace(OPEN, standing=Standing.LOCKED), "still_locked"),
        (None, "account_gone"),
        (replace(OPEN, locked=None), "state_unknown"),
        (replace(OPEN, standing=Standing.TECHNICAL_LOCK), "technical_lock"),
    ],
)
def test_never_says_unlocked_unless_it_sees_no_lock(after, code):
    """What the second look shows decides, whatever the unlocking answered."""
    with pytest.raises(Refused) as caught:
        ByDirectory(ScriptedDirectory([CLOSED, after])).carry_out(a_request())

    assert (code,) == caught.value.reasons


@pytest.mark.parametrize("before", [[], [CLOSED]])
def test_passes_on_that_the_directory_is_away(before):
    """Before or after unlocking, silence is to be retried."""
    directory = ScriptedDirectory([*before, DirectoryAway("The directory does not answer.")])

    with pytest.raises(DirectoryAway):
        ByDirectory(directory).carry_out(a_request())


def test_passes_on_that_the_register_is_away():
    """A store that can't be read is no lock and no unlock."""
    with pytest.raises(DirectoryAway):
        ByDirectory(Register(LostRegister().register_entry)).carry_out(a_request())


def test_cannot_unlock_what_a_register_does_not_know():
    """A campus with a list only has another channel to set."""
    with pytest.raises(Refused) as caught:
        ByDirectory(Register(KeptRegister().register_entry)).carry_out(a_request())

    assert ("state_unknown",) == caught.value.reasons


def test_refuses_when_the_holder_was_erased():
    """Without a holder there is no account to unlock."""
    with pytest.raises(Refused) as caught:
        ByDirectory(ScriptedDirectory([])).carry_out(a_request(holder=None))

    assert ("holder_erased",) == caught.value.reasons
