"""Carry a request out in the directory itself: unlock, look again, and believe only what is seen."""

from dataclasses import dataclass

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
class ByDirectory:
    directory: Directory

    def carry_out(self, request: Request) -> State:
        """End the lock by failed tries, if there is one, and return UNLOCKED once the directory shows none.

        Refused carries account_gone, state_unknown, technical_lock, administrative_lock, permanent_lock,
        still_locked or holder_erased.
        """
        account = holder_of(request).account
        if self._read(account).locked:
            self.directory.unlock(account)
        if _is_locked(self._read(account)):
            raise Refused(
                "The directory still shows a lock: look for a device that keeps trying an old password.",
                "still_locked",
            )
        return State.UNLOCKED

    def _read(self, account: str) -> AccountState:
        """Return the account's state if ending its lock is ours to do."""
        state = self.directory.state(account)
        if state is None:
            raise Refused(
                "This account no longer exists: send the request on to the registrar.", "account_gone"
            )
        if state.standing in NOT_OURS:
            raise Refused(NOT_OURS[state.standing], state.standing.value)
        if state.locked is None:
            raise Refused("This directory can't tell whether the account is locked.", "state_unknown")
        if state.locked and state.lock_is_permanent:
            raise Refused("An administrator locked this account: only they can end it.", "permanent_lock")
        return state


def _is_locked(state: AccountState) -> bool:
    """SupannVerrouille closes an account even where no failed try was counted."""
    return bool(state.locked) or state.standing is Standing.LOCKED
