"""What holders read, whole, in both languages."""

import re
from datetime import timedelta

import pytest

from kiosk.notices.notice_html import html
from kiosk.notices.notice_letter import notice_letter
from kiosk.notices.pending import Pending
from kiosk.request.life import RefusalReason
from kiosk.request.request import Decision, State
from kiosk.triage.words import Door
from kiosk.words import NO_BREAK
from tests.given import NOW, a_holder, a_request
from tests.kiosk.notices.mails import SAYING, UNIVERSITY

OCCASIONS = ("waiting", "unlocked", "handed_over", "refused", "redirected", "one_time_secret")
LANGUAGES = ("fr", "en")
DECISIONS = {
    "refused": Decision(by="bob", at=NOW, reason=RefusalReason.DID_NOT_COME),
    "redirected": Decision(by="bob", at=NOW, to=Door.REGISTRAR),
}
FILED = {
    "fr": """Bonjour,

Le lundi 23 novembre à 10 h 30, quelqu’un s’est servi de votre numéro d’étudiant à une borne (Point d’accueil), avec \
une pièce d’identité que la machine a rapprochée de votre nom, et a demandé le déblocage de votre compte universitaire.

Rien n’a été changé à votre compte. Des agents examinent la demande ; votre ticket permet de la suivre.

Référence de la demande : MK-2345-6789

Ce n’était pas vous ? Prévenez-nous tout de suite : téléphone 05 00 00 00 00 ou courriel securite@univ.example.

Ce message est automatique. Nous ne demandons jamais votre mot de passe, ni par courriel ni par téléphone.
""",
    "en": """Hello,

On Monday 23 November at 10:30, someone used your student number at a terminal (Reception point), with an identity \
document that the machine matched to your name, and asked for your university account to be unlocked.

Nothing was changed in your account. Staff are looking at the request; your ticket lets you follow it.

Reference of the request: MK-2345-6789

This wasn’t you? Tell us at once: telephone 05 00 00 00 00 or mail securite@univ.example.

This message is automatic. We never ask for your password, neither by mail nor by telephone.
""",
}
CLAIMS = {
    "waiting": ("Rien n’a été changé", "Nothing was changed"),
    "unlocked": (
        "L’annuaire a été relu le lundi 23 novembre à 12 h 30",
        "read again on Monday 23 November at 12:30",
    ),
    "handed_over": (
        "nous ne voyons pas si votre compte est déjà ouvert",
        "we can’t see whether your account is open",
    ),
    "refused": ("Vous n’êtes pas passé au guichet.", "You didn’t come to the desk."),
    "redirected": ("registrar (fr), Bâtiment 3, 9 h – 12 h", "registrar (en), Bâtiment 3, 9 h – 12 h"),
    "one_time_secret": ("doit être changé à la première connexion", "must be changed at the first sign-in"),
}


def letter(occasion, language, **holder):
    request = a_request(
        state=State.WAITING,
        ended_at=NOW + timedelta(hours=2),
        decision=DECISIONS.get(occasion, Decision(by="bob", at=NOW)),
        holder=a_holder(language=language, **holder),
    )
    notice = Pending(
        request=request.id, reference=request.reference, occasion=occasion, left_at=NOW, next_at=NOW
    )
    return notice_letter(SAYING, request, request.holder, notice, UNIVERSITY)


def plain(said: str) -> str:
    return said.replace(NO_BREAK, " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_request_filed_at_a_terminal_is_told_like_this(language):
    """Word for word: what happened, that nothing changed, and whom to tell."""
    assert FILED[language] == plain(letter("waiting", language).text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("occasion", OCCASIONS)
def test_every_notice_says_what_is_known_and_where_to_object(occasion, language):
    """Its own sentence, the reference, "this wasn't you", and nothing left to be filled in."""
    written = letter(occasion, language)
    said = plain(written.text)

    assert CLAIMS[occasion][LANGUAGES.index(language)] in said
    assert "MK-2345-6789" in said
    assert "MK-2345-6789" in written.subject
    assert "05 00 00 00 00" in said
    assert "securite@univ.example" in said
    assert not re.search(r"[{}]|None|\.\.|  ", said)


@pytest.mark.parametrize("occasion", OCCASIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_html_says_the_same_words(occasion, language):
    """Tags taken away, each sentence of the text is there."""
    written = letter(occasion, language)
    bare = plain(re.sub(r"<[^>]+>", " ", written.html or "")).replace("&#x27;", "'").replace("&amp;", "&")

    assert [line for line in plain(written.text).split("\n\n") if line.strip() not in bare] == []


@pytest.mark.parametrize("occasion", OCCASIONS)
def test_html_fetches_nothing_and_links_to_nothing(occasion):
    """No picture tells anyone that it was opened; no link teaches people to follow links."""
    written = letter(occasion, "fr").html or ""

    assert not re.search(r"<(a|img|link|script|iframe|form)\b|https?:|url\(", written)


def test_html_takes_words_as_words():
    """A place called <b> is no tag."""
    assert "&lt;b&gt; &amp; co" in html("fr", "x", [("p", "<b> & co")])


@pytest.mark.parametrize("occasion", OCCASIONS)
def test_no_notice_names_its_holder(occasion):
    """A mailbox that someone else reads tells no name and no number."""
    written = letter(occasion, "fr", display_name="Zoé\r\nBcc: x@y.example", student_number="21900017")
    said = f"{written.subject}{written.text}{written.html}"

    assert [] == [word for word in ("Zoé", "21900017", "Bcc", "bob") if word in said]


@pytest.mark.parametrize("reason", RefusalReason)
def test_every_reason_of_a_refusal_is_said_as_the_desk_says_it(reason):
    """What staff read before they chose is what the student reads."""
    words = SAYING.words["fr"]
    request = a_request(ended_at=NOW, decision=Decision(by="bob", at=NOW, reason=reason))
    notice = Pending(request="r", reference="MK-2345-6789", occasion="refused", left_at=NOW, next_at=NOW)

    assert (
        words(f"desk.refusal.{reason}") in notice_letter(SAYING, request, request.holder, notice, "a@b").text
    )


def test_both_languages_have_the_same_sentences():
    """And fill in the same values."""
    fr, en = (SAYING.words[language].by_key for language in LANGUAGES)

    assert fr.keys() == en.keys()
    assert [] == [
        key for key in fr if set(re.findall(r"{\w+}", fr[key])) != set(re.findall(r"{\w+}", en[key]))
    ]


def test_the_key_needs_the_salt_that_is_erased_with_the_holder():
    """Afterwards nobody can try addresses out against the names of files."""
    assert letter("unlocked", "fr").key != letter("unlocked", "fr", salt="00" * 16).key
