"""Carry a request out in the directory itself: unlock, look again on every server, and believe only what is seen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from kiosk.channel import Way
from kiosk.channel.holder import holder_of
from kiosk.directory import Directory
from kiosk.errors import Refused
from kiosk.request.request import Request, State
from kiosk.triage.account_state import AccountState, Standing

NOT_OURS = {
    Standing.TECHNICAL_LOCK: "Digital support locked this account: send the request on to them.",
    Standing.ADMINISTRATIVE_LOCK: "The university locked this account: send the request on to the registrar.",
}


@dataclass(frozen=True, slots=True)
class Proof:
    """How often to look whether every server follows, and how long to wait before each further look."""

    tries: int = 5
    wait_s: float = 1.0


@dataclass(frozen=True, slots=True)
class ByDirectory:
    """pause(s): waits that many seconds."""

    way: ClassVar = Way.DIRECTORY
    directory: Directory
    pause: Callable[[float], None] = field(repr=False)
    proof: Proof = Proof()

    def carry_out(self, request: Request) -> State:
        """End the lock by failed tries, if there is one, and return UNLOCKED once no server shows one.

        Refused carries account_gone, state_unknown, technical_lock, administrative_lock, permanent_lock,
        still_locked or holder_erased; or replica_behind and the name of the server that keeps the lock.
        """
        account = holder_of(request).account
        if any(_needs_unlocking(state) for state in self._read(account).values()):
            self.directory.unlock(account)
        closed: tuple[str, ...] = ()
        seen: Mapping[str, AccountState] = {}
        for look in range(self.proof.tries):
            if look:
                self.pause(self.proof.wait_s)
            seen = self._read(account)
            closed = tuple(server for server, state in seen.items() if _is_closed(state))
            if not closed:
                return State.UNLOCKED
        raise _not_proven(closed, tuple(seen))

    def _read(self, account: str) -> Mapping[str, AccountState]:
        """Return what each server tells, if ending the account's lock is ours to do by all of them."""
        told = self.directory.on_each_server(account)
        return {server: _ours(state) for server, state in told.items()}


def _ours(state: AccountState | None) -> AccountState:
    if state is None:
        raise Refused("This account no longer exists: send the request on to the registrar.", "account_gone")
    if state.standing in NOT_OURS:
        raise Refused(NOT_OURS[state.standing], state.standing.value)
    if state.locked is None:
        raise Refused("This directory can't tell whether the account is locked.", "state_unknown")
    if state.locked and state.lock_is_permanent:
        raise Refused("An administrator locked this account: only they can end it.", "permanent_lock")
    return state


def _needs_unlocking(state: AccountState) -> bool:
    """An open account with failures left is one wrong password from its next lock."""
    return bool(state.locked or state.failures)


def _is_closed(state: AccountState) -> bool:
    """SupannVerrouille closes an account even where no failed try was counted."""
    return _needs_unlocking(state) or state.standing is Standing.LOCKED


def _not_proven(closed: tuple[str, ...], servers: tuple[str, ...]) -> Refused:
    """The first server takes the changes: where it is open, the others are behind."""
    if closed[0] != servers[0]:
        return Refused(f"The server {closed[0]} still shows the lock.", "replica_behind", closed[0])
    return Refused(
        "The directory still shows a lock: look for a device that keeps trying an old password.",
        "still_locked",
    )
