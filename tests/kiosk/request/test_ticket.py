"""Tickets: a secret for the holder, and plain words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.request.ticket import (
    Office,
    Secret,
    new_secret,
    qr_text,
    read_qr,
    ticket_digest,
    ticket_lines,
    way_out_lines,
)
from kiosk.request.ticket_words import ENGLISH, FRENCH, words_in, written_day
from kiosk.triage.advice import NOT_VERIFIED, Advice
from kiosk.triage.words import Cause

SECRETS = st.binary(min_size=16, max_size=16).map(Secret)
MONDAY = date(2026, 11, 30)
DESK = Office("Point d’accueil numérique", "bâtiment 18", "8 h 30 à 17 h")


@given(SECRETS)
def test_a_qr_code_gives_its_secret_back(secret):
    """To whoever holds the ticket."""
    assert secret == read_qr(qr_text(secret))


def test_a_qr_code_says_that_it_is_a_ticket():
    """Card readers know it by its beginning."""
    assert "MK1:AAAAAAAAAAAAAAAAAAAAAAAAAA" == qr_text(Secret(bytes(16)))


@given(SECRETS)
def test_a_qr_code_needs_few_modules(secret):
    """Only characters of the alphanumeric mode."""
    assert set(qr_text(secret)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "MK1:",
        "21900017",
        "https://esc.gg/",
        "MK1:" + "A" * 25,
        "MK1:" + "A" * 27,
        "MK1:" + "1" * 26,
        "MK1:" + "A" * 25 + "B",  # bits that no secret has
        "MK2:" + "A" * 26,
        "MK1:" + "é" * 26,
        "MK1:" + "ß" * 26,
    ],
)
def test_any_other_text_is_no_ticket(text):
    """One ticket has one text."""
    assert read_qr(text) is None


@given(st.text(max_size=60))
def test_whatever_a_code_says_is_a_ticket_or_not(text):
    """Nothing makes it fall over."""
    found = read_qr("MK1:" + text)
    assert found is None or qr_text(found) == "MK1:" + text.strip().upper()


def test_a_secret_has_128_bits():
    """As many as are asked for, from the outside."""
    assert 16 == len(new_secret(bytes))


def test_the_store_keeps_a_digest_only():
    """Which doesn't open anything: reading the store isn't holding the ticket."""
    digest = ticket_digest(Secret(bytes(16)))
    assert "374708fff7719dd5979ec875d56cd2286f6d3cf7ec317a3b25632aab28ec37bb" == digest


def test_a_ticket_in_french():
    """A day, not hours; what to do, and where."""
    assert (
        "Demande enregistrée",
        "Numéro de suivi\u00a0: MK-2222-2222",
        "Réponse au plus tard lundi 30 novembre, fin de journée.",
        "Présentez ce ticket et votre pièce d’identité à un agent.",
        "Où\u00a0: Point d’accueil numérique, bâtiment 18",
        "Horaires\u00a0: 8 h 30 à 17 h",
        "Gardez ce ticket\u00a0: son code permet de suivre votre demande.",
    ) == ticket_lines("MK-2222-2222", MONDAY, DESK, "fr", must_come=True)


def test_a_ticket_in_english():
    """For whom somebody saw already."""
    assert (
        "Request recorded",
        "Tracking number: MK-2222-2222",
        "Answer by Monday 30 November, end of the day.",
        "Staff are looking at your request: there is nothing else for you to do.",
        "Where: Digital reception point",
        "Keep this ticket: its code lets you follow your request.",
    ) == ticket_lines("MK-2222-2222", MONDAY, Office("Digital reception point"), "en", must_come=False)


def test_a_way_out_says_what_to_bring_and_where():
    """Nobody leaves with "no" alone."""
    assert (
        "Aucune demande n’a été enregistrée.",
        "Adressez-vous à un agent au guichet.",
        "Apportez votre carte nationale d’identité ou votre passeport.",
        "Apportez votre carte d’étudiant.",
        "Où\u00a0: Point d’accueil numérique",
    ) == way_out_lines(NOT_VERIFIED, Office("Point d’accueil numérique"), "fr")


@pytest.mark.parametrize("words", [FRENCH, ENGLISH])
@pytest.mark.parametrize("advice", Advice)
def test_every_advice_has_its_sentence(words, advice):
    """In each language."""
    assert words.advice[advice].endswith(".")


@pytest.mark.parametrize("must_come", [True, False])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_request_s_ticket_names_no_cause(language, must_come):
    """It may be read by whoever finds it."""
    text = " ".join(ticket_lines("MK-2222-2222", MONDAY, DESK, language, must_come=must_come)).lower()
    told = ["bloqu", "block", "lock", "mot de passe", "password", "pirat", "hack", "expir", *Cause]
    assert [] == [word for word in told if word in text]


@pytest.mark.parametrize(
    ("day", "french", "english"),
    [
        (date(2027, 1, 1), "vendredi 1er janvier", "Friday 1 January"),
        (date(2027, 8, 22), "dimanche 22 août", "Sunday 22 August"),
    ],
)
def test_days_are_written_as_people_say_them(day, french, english):
    """The first of a month is special in French."""
    assert (french, english) == (written_day(day, FRENCH), written_day(day, ENGLISH))


@pytest.mark.parametrize("words", [FRENCH, ENGLISH])
def test_every_weekday_and_every_month_has_a_name(words):
    """Seven and twelve, all different."""
    assert (7, 12) == (len(set(words.weekdays)), len(set(words.months)))


def test_an_unknown_language_falls_back_to_french():
    """The language of the house."""
    assert FRENCH is words_in("xx")
