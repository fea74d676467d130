"""A visit as a pure state machine, for the terminal's screen and for a visit without one."""

from kiosk.session.states import Idle, State
from kiosk.session.step import step

__all__ = ["Idle", "State", "step"]
