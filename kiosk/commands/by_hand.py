"""Where staff end the lock themselves: what to do first is printed, and a person at a terminal says that it is done."""

import sys

from kiosk.channel.by_hand import ByHand
from kiosk.errors import Refused
from kiosk.kit import Kit
from kiosk.request.request import Request, State
from kiosk.words import load_words

QUESTION = "Is that done? Type yes to approve: "
NOT_DONE = "Nothing was approved: do it first, then approve, or send the request on."


def confirm_by_hand(kit: Kit, request: Request, *, is_done: bool) -> None:
    """Print the steps; ask unless --done said so or nobody is there to ask. Raises Refused for any answer but yes.

    A script that approves confirms by that.
    """
    if not isinstance(kit.channel, ByHand) or request.state is not State.WAITING:
        return
    words = load_words("en", "i18n")
    for number, step in enumerate(kit.channel.instructions, 1):
        sys.stderr.write(f"{number}. {words(f'desk.step.{step}')}\n")
    if not is_done and sys.stdin.isatty() and not _says_yes():
        raise Refused(NOT_DONE, "not_done")


def _says_yes() -> bool:
    sys.stderr.write(QUESTION)
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("yes", "y", "oui", "o")
