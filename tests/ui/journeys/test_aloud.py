"""The screen is read to whoever asks for it: in their language, interrupted by a touch, and nothing personal."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt

from kiosk.reading.hint import Hint
from tests.given import NUMBER
from tests.kiosk.session.given_visit import TICKET, WAYS
from tests.ui.hall import Hall
from ui.terminal.voice import Loudness


@dataclass(slots=True)
class RecordingVoice:
    said: list[tuple[str, str]] = field(default_factory=list)
    loudness: Loudness = Loudness.SILENT
    hushed: int = 0
    is_closed: bool = False

    def say(self, words: str, language: str, loudness: Loudness) -> None:
        self.said.append((language, words))
        self.loudness = loudness

    def hush(self) -> None:
        self.hushed += 1

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture
def voice():
    return RecordingVoice()


@pytest.fixture
def hall(qtbot, tmp_path, voice):
    made = Hall(qtbot, tmp_path, voice=voice)
    yield made
    made.close()
    assert voice.is_closed


def ask_for_the_voice(hall):
    hall.touch("header.help", "help.aloud_name", "help.close")


def test_nothing_is_said_unless_asked_for(hall, voice):
    """A hall isn't talked at."""
    hall.touch("first.start", "motive.blocked")

    assert voice.said == []


def test_each_screen_is_said_in_the_visitors_language(hall, voice):
    """The question first, then what can be touched."""
    hall.touch("language.en")
    ask_for_the_voice(hall)
    hall.touch("first.start")
    language, words = voice.said[-1]

    assert "en" == language
    assert words.index(hall.words("motive.question")) < words.index(hall.words("motive.blocked"))


def test_what_covers_the_screen_is_said(hall, voice):
    """The way to staff, and then the screen again."""
    ask_for_the_voice(hall)
    hall.touch("first.start", "footer.staff")
    assert hall.words("staff_call.says").rstrip(".") in voice.said[-1][1]
    hall.touch("staff_call.close")

    assert hall.words("motive.question") in voice.said[-1][1]


def test_a_hint_is_said(hall, voice):
    """As it changes, once."""
    ask_for_the_voice(hall)
    hall.say_blocked()
    hall.hand.holds = Hint.TOO_FAR
    hall.qtbot.waitUntil(lambda: hall.words("hint.too_far.order") in voice.said[-1][1])

    assert 1 == sum(hall.words("hint.too_far.order") in words for _, words in voice.said)


@pytest.mark.parametrize("name", WAYS)
def test_nothing_personal_is_said_on_any_screen(hall, voice, name):
    """No initial, no figure of the number, no reference: others hear it."""
    ask_for_the_voice(hall)
    hall.controller.send(*WAYS[name])
    said = " ".join(words for _, words in voice.said)

    assert "•" not in said
    assert not any(word in said for word in (NUMBER, TICKET.reference, "DUPOND", "AMELIE"))


def test_a_typed_number_is_not_said(hall, voice):
    """Digit by digit it would be heard by all."""
    ask_for_the_voice(hall)
    hall.controller.send(*WAYS["TypingNumber"])
    hall.touch("2", "1", "language.en")

    assert hall.words("number.question").replace("\n", " ") in voice.said[-1][1]
    assert "21" not in voice.said[-1][1]


def test_it_can_be_made_louder_and_quieter(hall, voice):
    """At once: the help itself is read again, as loud as was asked."""
    hall.touch("header.help")
    heard = []
    for asked in ("help.aloud_name", "help.loud_name", "help.quiet_name"):
        hall.touch(asked)
        heard.append(voice.loudness)

    assert [Loudness.ALOUD, Loudness.LOUD, Loudness.QUIET] == heard
    assert hall.words("help.question") in voice.said[-1][1]


def test_a_touch_makes_it_silent(hall, voice):
    """At once, whatever was touched."""
    ask_for_the_voice(hall)
    hall.controller.send(*WAYS["Notice"])
    before = voice.hushed
    hall.qtbot.mouseClick(hall.window, Qt.MouseButton.LeftButton)

    assert voice.hushed > before


def test_the_next_visitor_is_not_spoken_to(hall, voice):
    """Whoever asked for the voice took it with them."""
    ask_for_the_voice(hall)
    hall.touch("first.start", "footer.finish")
    voice.said.clear()
    hall.touch("first.start")

    assert voice.said == []


def test_a_terminal_without_a_voice_does_not_offer_one(qtbot, tmp_path):
    """The help has nothing that does nothing."""
    hall = Hall(qtbot, tmp_path)
    hall.touch("header.help")

    assert hall.taps("help.aloud_name") == []
    hall.close()
