"""The desk behind the counter, with all that stands behind its window."""

from kiosk.kit import Kit
from ui.desk_acts.examining import Examine, nothing_to_examine
from ui.desk_acts.fleet import Admit, nobody_admits
from ui.desk_application import open_desk
from ui.terminal.campus import Campus
from ui.words import load_words


class Counter:
    """The desk. It has the kit to itself, and closes it."""

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
        """End every thread, close store and spool."""
        self.window.close_down()
        self.kit.close()


def said_by_code(campus: Campus) -> dict[str, dict[str, str]]:
    """Return the ENT's messages by language, then by code."""
    said: dict[str, dict[str, str]] = {language: {} for language in campus.languages}
    for (_, language), messages in campus.messages.items():
        said[language] |= {message.code: message.said for message in messages}
    return said
