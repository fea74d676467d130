"""Settings know no other room, so here is seen to it that both use the same words and the same defaults."""

from dataclasses import asdict, fields
from enum import StrEnum
from typing import get_args

import pytest

from kiosk.identity.document_kind import DocumentKind
from kiosk.identity.policy import DEFAULT_DOCUMENTS, DEFAULT_POLICY, Rule, Tolerance
from kiosk.reading.card import DEFAULT_RULES, CardKind
from kiosk.reading.symbology import Symbology
from kiosk.request.approval import ApprovalRules, FourEyes, UnattendedMatch
from kiosk.request.due import OFFICE_WEEK
from kiosk.retention import Retention
from kiosk.settings import Settings, rules
from kiosk.settings.keys import keys_of
from kiosk.triage.words import Door, Symptom

DEFAULT = Settings()

SAME_WORDS = [
    (get_args(rules.Symbology), Symbology),
    (get_args(rules.Document), DocumentKind),
    (get_args(keys_of(rules.Trust)["four_eyes"]), FourEyes),
    (get_args(keys_of(rules.Trust)["unattended_match"]), UnattendedMatch),
    (get_args(keys_of(rules.Documents)["expired"]), Tolerance),
    (get_args(keys_of(rules.Documents)["one_letter"]), Tolerance),
    (tuple(each.name for each in fields(DEFAULT.doors)), Door),
    (tuple(each.name for each in fields(DEFAULT.symptoms)), Symptom),
]


@pytest.mark.parametrize(("words", "known"), SAME_WORDS, ids=lambda value: getattr(value, "__name__", ""))
def test_a_room_knows_exactly_the_words_of_the_settings(words: tuple[str, ...], known: type[StrEnum]):
    """What a campus may write, the room understands, and nothing that it understands is kept from a campus."""
    assert sorted(words) == sorted(known)


def test_a_card_rule_is_of_a_kind_that_cards_have():
    """Tickets and European cards are known without a rule."""
    assert {*get_args(keys_of(rules.CardRule)["kind"])} == {*CardKind} - {CardKind.ESC, CardKind.TICKET}


def test_the_default_card_rules_are_the_same():
    """A campus that writes none gets what the reader was tested with."""
    written = [(frozenset(rule.symbologies), rule.pattern, rule.kind) for rule in DEFAULT.card.rules]

    assert [(rule.symbologies, rule.pattern.pattern, rule.kind) for rule in DEFAULT_RULES] == written


def test_the_default_documents_are_the_same():
    """Each kind is in the list of its rule."""
    lists = {kind: rule for rule in Rule for kind in getattr(DEFAULT.documents, rule)}

    assert dict(DEFAULT_DOCUMENTS) == lists


def test_the_default_tolerances_are_the_same():
    """Nothing in doubt is simply accepted."""
    documents = DEFAULT.documents

    assert (DEFAULT_POLICY.expired, DEFAULT_POLICY.one_letter) == (documents.expired, documents.one_letter)


def test_the_default_trust_is_the_same():
    """What the rules of approval take for granted is what the example says."""
    trust = DEFAULT.trust

    assert ApprovalRules() == ApprovalRules(
        FourEyes(trust.four_eyes), UnattendedMatch(trust.unattended_match)
    )


def test_the_default_retention_is_the_same():
    """Days are days in both."""
    assert asdict(DEFAULT.retention) == {
        each.name: getattr(Retention(), each.name) for each in fields(Retention)
    }


def test_the_default_week_is_the_same():
    """Monday comes first in both."""
    hours = [getattr(DEFAULT.hours, day.name) for day in fields(DEFAULT.hours)]

    assert [[(opening.start, opening.end) for opening in day] for day in OFFICE_WEEK] == [
        [(opening.start, opening.end) for opening in day] for day in hours
    ]
