"""A program speaks: it gets the words, is interrupted, and its absence is no one's trouble."""

import sys

import pytest

from ui.terminal.voice import AMPLITUDE, Loudness, ProgramVoice

RECORDS = "import sys; open({file!r}, 'a', encoding='utf-8').write(' '.join(sys.argv[1:]) + ': ' + sys.stdin.read())"
SPEAKS_LONG = "import threading; threading.Event().wait()"


@pytest.fixture
def make(qtbot):
    made = []

    def make(*command):
        made.append(ProgramVoice(command))
        return made[-1]

    yield make
    for voice in made:
        voice.close()
        assert (None, set()) == (voice.speaking, voice.ending)


def test_the_program_gets_the_words_the_language_and_the_loudness(make, qtbot, tmp_path):
    """And how loud. The words by its standard input: no list of processes shows them."""
    file = tmp_path / "said"
    voice = make(sys.executable, "-c", RECORDS.format(file=str(file)))
    voice.say("Où ça ?", "fr", Loudness.LOUD)
    qtbot.waitUntil(lambda: voice.speaking is None, timeout=20_000)

    assert "-v fr -a 200: Où ça ?" == file.read_text("utf-8")


def test_what_is_new_interrupts(make, qtbot):
    """Two voices at once say nothing to anyone."""
    voice = make(sys.executable, "-c", SPEAKS_LONG)
    voice.say("one", "en", Loudness.ALOUD)
    first = voice.speaking
    with qtbot.waitSignal(first.finished, timeout=20_000):
        voice.say("two", "en", Loudness.ALOUD)

    assert voice.speaking is not first


def test_hush_ends_it(make, qtbot):
    """Nothing goes on speaking."""
    voice = make(sys.executable, "-c", SPEAKS_LONG)
    voice.say("one", "en", Loudness.ALOUD)
    qtbot.waitUntil(lambda: voice.speaking.processId() > 0)
    voice.hush()
    qtbot.waitUntil(lambda: not voice.ending, timeout=20_000)

    assert voice.speaking is None


def test_a_program_that_is_not_there_is_only_logged(make, qtbot, caplog):
    """The visit goes on in silence, and the log holds no word of it."""
    voice = make("no-such-program-as-this")
    voice.say("secret", "en", Loudness.ALOUD)
    qtbot.waitUntil(lambda: "no voice" in caplog.text)

    assert voice.speaking is None
    assert "secret" not in caplog.text


def test_silence_starts_nothing(make):
    """And ends what was being said."""
    voice = make(sys.executable, "-c", SPEAKS_LONG)
    voice.say("one", "en", Loudness.QUIET)
    voice.say("two", "en", Loudness.SILENT)

    assert voice.speaking is None


def test_every_loudness_but_silence_has_its_amplitude():
    """Each twice the one before: a step that is heard."""
    assert [Loudness.QUIET, Loudness.ALOUD, Loudness.LOUD] == list(AMPLITUDE)
    assert [50, 100, 200] == list(AMPLITUDE.values())
