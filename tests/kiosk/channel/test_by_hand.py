import pytest

from kiosk.channel.by_hand import ByHand, Instruction
from kiosk.errors import Refused
from kiosk.request.request import State
from tests.kiosk.channel.approved import a_request


def test_hands_over_and_never_claims_to_have_unlocked():
    """Nobody here looked at the account, so the request says no more than that staff confirmed."""
    assert State.HANDED_OVER is ByHand().carry_out(a_request())


def test_has_the_same_effect_twice():
    """A second call after a crash hands over again."""
    channel = ByHand()
    channel.carry_out(a_request())

    assert State.HANDED_OVER is channel.carry_out(a_request())


def test_confirms_last():
    """Staff read what to do, and only then that approving confirms it."""
    assert Instruction.CONFIRM is ByHand().instructions[-1]


def test_looks_at_the_lock_before_ending_it():
    """A lock that isn't from failed tries is found before it is ended."""
    order = ByHand().instructions

    assert order.index(Instruction.CHECK_LOCK) < order.index(Instruction.END_LOCK)


def test_refuses_when_the_holder_was_erased():
    """Nobody could have known whose account to open."""
    with pytest.raises(Refused) as caught:
        ByHand().carry_out(a_request(holder=None))

    assert ("holder_erased",) == caught.value.reasons
