"""Digital support gets a complete request, once, and it claims nothing that isn't known."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.channel.by_mail import ByMail, letter_key
from kiosk.channel.support_letter import Telling
from kiosk.errors import ChannelAway, Refused
from kiosk.identity.verdict import Check, Item, Outcome, Result, Verdict
from kiosk.request.due import Calendar
from kiosk.request.request import Decision, Presence, Request, State
from kiosk.triage.words import Cause
from kiosk.words import NO_BREAK, load_words
from tests.given import NOW, a_holder, a_request, a_verification
from tests.kiosk.mailing.letters import TO, a_post
from tests.servers.smtp import Mailbox, mail_server

CHECKS = (
    Check(Item.CARD, Result.OK, "card_number"),
    Check(Item.SURNAME, Result.REVIEW, "surname_one_letter"),
    Check(Item.BIRTH_DATE, Result.NOT_CHECKED, "birth_date_not_compared"),
)
APPROVED = a_request(
    state=State.APPROVED,
    version=2,
    cause=Cause.TOO_MANY_TRIES,
    urgent=True,
    verification=a_verification(verdict=Verdict(Outcome.REVIEW, CHECKS)),
    decision=Decision(by="bob", at=NOW, seen=True),
)
WHOLE = """Une personne dont l’identité a été contrôlée demande le déblocage de son compte. La demande est approuvée : \
à vous de l’exécuter.

Personne
  Nom complet : Amélie Dupond
  Numéro d’étudiant : 21900017

Ce qu’elle dit
  Situation : Compte bloqué
  Message de l’ENT qu’elle a reconnu : « Ce compte a été verrouillé. »
  Urgence : un examen ou un rendu sous deux jours, dit-elle

Ce que l’annuaire disait à l’approbation
  Cause : Verrou simple, après des mots de passe erronés

Ce qui a été vérifié
  Présence : aucun agent n’était là, la borne a lu et comparé le lundi 23 novembre à 10 h 30, vue avec sa pièce \
d’identité par bob à l’approbation
  Pièce : passeport, FRA
  Carte d’étudiant : Conforme (porte le numéro)
  Nom de famille : À regarder (une lettre diffère)
  Naissance : Non vérifié (pas comparée)
  Authenticité de la pièce : examinée par aucune machine

Décision
  Approuvée : par bob le lundi 23 novembre à 10 h 30
  Déposée : le lundi 23 novembre à 10 h 30
  Lieu : Point d’accueil
  Réponse promise : mardi 24 novembre, fin de journée

Comment répondre
  Répondez à ce message en laissant la référence MK-2345-6789 dans l’objet. N’y mettez jamais de mot de passe.
  Adresse des réponses : guichet@univ.example
"""


def channel(folder: Path, port: int, language: str = "fr") -> ByMail:
    telling = Telling(
        words=load_words(language, "i18n", "mail"),
        calendar=Calendar(),
        place="Point d’accueil",
        messages={
            "fr": {"account_locked": "Ce compte a été verrouillé."},
            "en": {"account_locked": "This account has been locked."},
        },
        answers="guichet@univ.example",
    )
    return ByMail(a_post(folder, port), TO, telling)


def sent(folder: Path, request: Request, language: str = "fr") -> str:
    """Return what arrives, as it is read."""
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        assert State.HANDED_OVER is channel(folder, port, language).carry_out(request)
    (mail,) = mailbox.to(TO)
    return mail.get_content().replace("\r\n", "\n").replace(NO_BREAK, " ")


def test_sends_everything_that_support_would_ask_for(tmp_path):
    """Word for word: who, what they saw, what was checked and by whom, until when, how to answer."""
    assert WHOLE == sent(tmp_path, APPROVED)


def test_speaks_english_where_support_does(tmp_path):
    """Every sentence of it; the ENT's message as the student saw it."""
    said = sent(tmp_path, APPROVED, "en")

    assert "Message of the ENT that they recognised: “Ce compte a été verrouillé.”" in said
    assert (
        "Presence: no member of staff was there, the terminal read and compared on Monday 23 November at 10:30"
        in said
    )
    assert "Surname: To look at (one letter differs)" in said
    assert [] == [
        word for word in ("Nom", "Réponse", "vérifié", " :") if word in said.replace("été verrouillé", "")
    ]


def test_the_subject_names_the_reference_and_nobody(tmp_path):
    """Subjects end up in logs."""
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        channel(tmp_path, port).carry_out(APPROVED)

    assert ["Compte à débloquer, demande MK-2345-6789"] == [mail["Subject"] for mail in mailbox.to(TO)]


@pytest.mark.parametrize("cause", [None, Cause.CANT_TELL])
def test_claims_no_lock_that_the_directory_did_not_tell_of(tmp_path, cause):
    """A register knows no lock: support is asked to look."""
    said = sent(tmp_path, replace(APPROVED, cause=cause))

    assert (
        "Cause : inconnue : l’annuaire ne dit pas si le compte est bloqué. Vérifiez-le avant d’agir." in said
    )
    assert "Verrou simple" not in said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"decision": Decision(by="bob", at=NOW, seen=False)},
            "la borne a lu et comparé le lundi 23 novembre à 10 h 30\n",
        ),
        (
            {"verification": a_verification(presence=Presence.IN_PERSON, verified_by="ann")},
            "Présence : vue avec sa pièce d’identité par ann le lundi 23 novembre à 10 h 30\n",
        ),
        (
            {"decision": Decision(by="ann", at=NOW, seen=True, alone=True)},
            "par ann le lundi 23 novembre à 10 h 30, la même personne a vérifié et approuvé\n",
        ),
        ({"holder": a_holder(message=None)}, "a reconnu : aucun, elle n’en a pas reconnu\n"),
        ({"holder": a_holder(message="gone")}, "« gone », dont le texte n’est plus dans les réglages\n"),
        ({"holder": a_holder(language="en")}, "« This account has been locked. »\n"),
        ({"urgent": False}, "« Ce compte a été verrouillé. »\n\nCe que"),
    ],
    ids=["unseen", "in person", "alone", "no message", "old message", "English visit", "no hurry"],
)
def test_says_who_was_there_and_what_was_seen(tmp_path, changes, said):
    """Each case in its own words."""
    assert said in sent(tmp_path, replace(APPROVED, **changes))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Zoé\r\nDécision\r\n  Approuvée : par le recteur", "Zoé Décision Approuvée : par le recteur"),
        ("\u202eecilA\u202c Martin", "ecilA Martin"),
        ("Nguyễn Thị Hồng Nhung", "Nguyễn Thị Hồng Nhung"),
        ("نور الهدى", "نور الهدى"),
        ("x" * 5000, "x" * 199 + "…"),
        ("<b>Ann</b>", "<b>Ann</b>"),
    ],
    ids=["line breaks", "turned round", "Vietnamese", "Arabic", "long", "tags"],
)
def test_a_name_is_one_line_whatever_it_holds(tmp_path, name, shown):
    """It can neither add a line to the letter nor hide what is there."""
    said = sent(tmp_path, replace(APPROVED, holder=a_holder(display_name=name)))

    assert f"  Nom complet : {shown}\n  Numéro d’étudiant : 21900017\n" in said


def test_a_second_call_sends_no_second_mail(tmp_path):
    """After a crash between sending and saving, the store asks again."""
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        states = [channel(tmp_path, port).carry_out(APPROVED) for _ in range(2)]

    assert [State.HANDED_OVER] * 2 == states
    assert 1 == len(mailbox.arrived)


def test_another_decision_is_another_mail():
    """Undone and approved again, retried or not: the decision is what support acts on."""
    later = replace(APPROVED, decision=Decision(by="ann", at=NOW.replace(hour=11)))

    assert letter_key(APPROVED) == letter_key(replace(APPROVED, version=9, attempts=4))
    assert letter_key(APPROVED) != letter_key(later)


@pytest.mark.parametrize(
    ("answers", "error", "code"),
    [
        ({"answer": "451 come back"}, ChannelAway, None),
        ({"answer": "554 no"}, Refused, "mail_refused"),
        ({"rcpt": {TO: "550 no such mailbox"}}, Refused, "address_refused"),
    ],
)
def test_waits_for_4xx_and_fails_on_5xx(tmp_path, answers, error, code):
    """The first is retried by itself; the second ends as failed with its code."""
    with mail_server(Mailbox(**answers)) as port, pytest.raises(error) as caught:
        channel(tmp_path, port).carry_out(APPROVED)

    assert code is None or (code,) == caught.value.reasons


def test_refuses_when_the_holder_was_erased(tmp_path):
    """Support couldn't know whose account it is."""
    with pytest.raises(Refused) as caught:
        channel(tmp_path, 1).carry_out(replace(APPROVED, holder=None))

    assert ("holder_erased",) == caught.value.reasons
