"""A window with all that stands behind it: the terminal in the hall, the desk behind the counter."""

from kiosk.kit import Kit
from ui.desk_acts.examining import Examine, nothing_to_examine
from ui.desk_acts.fleet import Admit, nobody_admits
from ui.desk_application import open_desk
from ui.session_controller import SessionController, TerminalFace
from ui.terminal.campus import Campus
from ui.terminal.heart import Heart
from ui.terminal.posting import Posting
from ui.terminal.timing import Timing
from ui.terminal.voice import Voice
from ui.terminal.window import TerminalWindow
from ui.words import load_words


class Hall:
    """The terminal. It has the kit to itself, and closes its store."""

    def __init__(
        self, kit: Kit, campus: Campus, voice: Voice | None = None, timing: Timing | None = None
    ) -> None:
        self.kit = kit
        self.controller = SessionController(kit, timing)
        self.posting = Posting(kit)
        self.heart = Heart(kit, self.controller.part_out_of_order)
        self.heart.stopped.connect(self.controller.stop)
        self.window = TerminalWindow()
        self.face = TerminalFace(self.controller, self.window, campus, voice)
        self.controller.look_round()

    def close(self) -> None:
        """Forget the visitor, end every thread, close the store."""
        self.posting.close()
        self.heart.close()
        self.face.close()
        self.controller.close()
        self.kit.store.close()


class Counter:
    """The desk. It has the kit to itself, and closes its store."""

    def __init__(
        self,
        kit: Kit,
        campus: Campus,
        examine: Examine = nothing_to_examine,
        admit: Admit = nobody_admits,
    ) -> None:
        self.kit = kit
        self.window = open_desk(
            kit,
            load_words(campus.languages[0]),
            place=campus.names,
            messages=said_by_code(campus),
            languages=campus.languages,
            examine=examine,
            admit=admit,
        )
        self.face = self.window.face

    def close(self) -> None:
        """End every thread, close the store."""
        self.window.close_down()
        self.kit.store.close()


def said_by_code(campus: Campus) -> dict[str, dict[str, str]]:
    """Return the ENT's messages by language, then by code."""
    said: dict[str, dict[str, str]] = {language: {} for language in campus.languages}
    for (_, language), messages in campus.messages.items():
        said[language] |= {message.code: message.said for message in messages}
    return said
