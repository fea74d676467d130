from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest

from kiosk.channel.by_directory import ByDirectory, Proof
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
ONE_TRY = replace(OPEN, failures=1)
BEHIND = {"ldap1": OPEN, "ldap2": CLOSED}


@dataclass
class ScriptedDirectory:
    """Tells these states one after the other, raising an error among them. unlocked: how often it did so.

    A mapping tells each server's state, anything else that of the only one.
    """

    states: list[AccountState | Mapping[str, AccountState] | DirectoryAway | None]
    unlocked: int = 0

    def find(self, number, birth_date):
        raise AssertionError("a request that was approved is never looked for by number")

    def state(self, account):
        raise AssertionError("what one server tells proves nothing of the others")

    def on_each_server(self, account):
        told = self.states.pop(0)
        if isinstance(told, DirectoryAway):
            raise told
        return told if isinstance(told, Mapping) else {"ldap1": told}

    def set_one_time_password(self, account, secret):
        raise AssertionError("carrying out sets no password")

    def unlock(self, account):
        self.unlocked += 1

    def check(self):
        raise AssertionError("carrying out needs no check")


def by_directory(directory, pauses=None, tries=1):
    """Return the channel; pauses: where the seconds are kept that it would have waited."""
    pause = (pauses if pauses is not None else []).append
    return ByDirectory(directory, pause, Proof(tries=tries, wait_s=2.0))


def test_unlocks_a_locked_account():
    """The directory's own answer afterwards makes it unlocked."""
    kept = KeptRegister()
    directory = PretendDirectory(kept.register_entry, kept.set_register_account, demonstration=True)

    assert State.UNLOCKED is by_directory(directory).carry_out(a_request())
    assert "active" == kept.rows[LOCKED.number]["account"]


def test_looks_again_after_unlocking():
    """Both answers were asked for: one before and one after."""
    directory = ScriptedDirectory([CLOSED, OPEN])

    by_directory(directory).carry_out(a_request())

    assert ([], 1) == (directory.states, directory.unlocked)


def test_takes_an_account_that_is_open_already_as_unlocked():
    """A second try after a crash, or a lock that ran out, has the same effect as one."""
    directory = ScriptedDirectory([OPEN, OPEN])

    assert (State.UNLOCKED, 0) == (by_directory(directory).carry_out(a_request()), directory.unlocked)


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
        by_directory(directory).carry_out(a_request())

    assert ((code,), 0) == (caught.value.reasons, directory.unlocked)


@pytest.mark.parametrize(
    ("after", "code"),
    [
        (CLOSED, "still_locked"),
        (ONE_TRY, "still_locked"),
        (replace(OPEN, standing=Standing.LOCKED), "still_locked"),
        (None, "account_gone"),
        (replace(OPEN, locked=None), "state_unknown"),
        (replace(OPEN, standing=Standing.TECHNICAL_LOCK), "technical_lock"),
    ],
)
def test_never_says_unlocked_unless_it_sees_no_lock(after, code):
    """What the second look shows decides, whatever the unlocking answered."""
    with pytest.raises(Refused) as caught:
        by_directory(ScriptedDirectory([CLOSED, after])).carry_out(a_request())

    assert (code,) == caught.value.reasons


@pytest.mark.parametrize("before", [[], [CLOSED]])
def test_passes_on_that_the_directory_is_away(before):
    """Before or after unlocking, silence is to be retried."""
    directory = ScriptedDirectory([*before, DirectoryAway("The directory does not answer.")])

    with pytest.raises(DirectoryAway):
        by_directory(directory).carry_out(a_request())


def test_passes_on_that_the_register_is_away():
    """A store that can't be read is no lock and no unlock."""
    with pytest.raises(DirectoryAway):
        by_directory(Register(LostRegister().register_entry)).carry_out(a_request())


def test_cannot_unlock_what_a_register_does_not_know():
    """A campus with a list only has another channel to set."""
    with pytest.raises(Refused) as caught:
        by_directory(Register(KeptRegister().register_entry)).carry_out(a_request())

    assert ("state_unknown",) == caught.value.reasons


def test_refuses_when_the_holder_was_erased():
    """Without a holder there is no account to unlock."""
    with pytest.raises(Refused) as caught:
        by_directory(ScriptedDirectory([])).carry_out(a_request(holder=None))

    assert ("holder_erased",) == caught.value.reasons


def test_unlocks_an_open_account_that_failed_tries_count_against():
    """Locked on a server that nobody asked, or one slip from the next lock: both are ended."""
    directory = ScriptedDirectory([ONE_TRY, OPEN])

    assert (State.UNLOCKED, 1) == (by_directory(directory).carry_out(a_request()), directory.unlocked)


def test_unlocks_what_only_a_replica_locked():
    """Failed tries may have been counted there alone."""
    directory = ScriptedDirectory([BEHIND, OPEN])

    assert (State.UNLOCKED, 1) == (by_directory(directory).carry_out(a_request()), directory.unlocked)


def test_waits_for_a_server_that_follows_late():
    """A pause before each further look, none before the first."""
    pauses = []
    directory = ScriptedDirectory([CLOSED, BEHIND, BEHIND, OPEN])

    assert State.UNLOCKED is by_directory(directory, pauses, tries=5).carry_out(a_request())
    assert ([2.0, 2.0], 1) == (pauses, directory.unlocked)


def test_names_the_server_that_stays_behind():
    """Nobody is told "unlocked" while one server of the list still refuses them."""
    directory = ScriptedDirectory([CLOSED, BEHIND, BEHIND, BEHIND])

    with pytest.raises(Refused) as caught:
        by_directory(directory, tries=3).carry_out(a_request())

    assert (("replica_behind", "ldap2"), []) == (caught.value.reasons, directory.states)


def test_leaves_alone_what_one_server_calls_an_administrators_lock():
    """The strictest server decides."""
    permanent = replace(CLOSED, lock_is_permanent=True)
    directory = ScriptedDirectory([{"ldap1": CLOSED, "ldap2": permanent}])

    with pytest.raises(Refused) as caught:
        by_directory(directory).carry_out(a_request())

    assert (("permanent_lock",), 0) == (caught.value.reasons, directory.unlocked)
