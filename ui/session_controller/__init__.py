"""The visit on a screen: the only place in ui that knows the session.

controller holds the state and carries out what a step asks for; errands are what it has done in the background;
face shows the state in a shell; pages turn a state into a screen and its touches into events.
"""

from ui.session_controller.controller import SessionController
from ui.session_controller.face import TerminalFace

__all__ = ["SessionController", "TerminalFace"]
