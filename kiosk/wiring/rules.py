"""From settings to the rules of the pure rooms."""

import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import timedelta
from itertools import product
from zoneinfo import ZoneInfo

from kiosk.identity.document_kind import DocumentKind
from kiosk.identity.policy import Policy, Rule, Tolerance
from kiosk.kit import Rules
from kiosk.reading.card import CardKind, CardRule
from kiosk.reading.symbology import Symbology
from kiosk.request.due import Calendar, Closure, Opening
from kiosk.request.life import ApprovalRules, FourEyes, UnattendedMatch
from kiosk.request.ticket import Office
from kiosk.retention import Retention
from kiosk.settings import Settings
from kiosk.triage.words import Door

LANGUAGES = ("fr", "en")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def rules(settings: Settings) -> Rules:
    """Return everything that the campus decided."""
    trust = settings.trust
    return Rules(
        site=settings.site.code,
        device=settings.site.device,
        policy=policy(settings),
        calendar=calendar(settings),
        approval=ApprovalRules(FourEyes(trust.four_eyes), UnattendedMatch(trust.unattended_match)),
        retention=retention(settings),
        offices=offices(settings),
        failures_per_day=trust.failures_per_day,
        minimum_answer=timedelta(seconds=trust.minimum_answer_seconds),
        anchor_to=settings.journal.anchor_to,
        hands_over_secrets=settings.unlock.one_time_secret,
    )


def policy(settings: Settings) -> Policy:
    """Return what is accepted. Specimens are taken on a demonstration store only."""
    chosen = settings.documents
    by_rule = {Rule.ACCEPT: chosen.accept, Rule.REVIEW: chosen.review, Rule.REFUSE: chosen.refuse}
    return Policy(
        documents={DocumentKind(kind): rule for rule, kinds in by_rule.items() for kind in kinds},
        expired=Tolerance(chosen.expired),
        one_letter=Tolerance(chosen.one_letter),
        specimens=settings.store.demonstration,
    )


def calendar(settings: Settings) -> Calendar:
    """Return when the campus is open."""
    week = tuple(
        tuple(Opening(each.start, each.end) for each in getattr(settings.hours, day)) for day in DAYS
    )
    closures = tuple(Closure(each.first, each.last) for each in settings.closures)
    return Calendar(week, closures, ZoneInfo(settings.site.time_zone))


def retention(settings: Settings) -> Retention:
    """Return how long things are kept."""
    kept = settings.retention
    return Retention(holder_days=kept.holder_days, record_days=kept.record_days, lapse_days=kept.lapse_days)


def offices(settings: Settings) -> Mapping[tuple[Door, str], Office]:
    """Return each door's words in each language."""
    return {
        (door, language): _office(settings, door, language) for door, language in product(Door, LANGUAGES)
    }


def messages(settings: Settings) -> Mapping[str, Mapping[str, str]]:
    """Return the ENT's messages, by language and code."""
    found = [
        each
        for field in fields(settings.symptoms)
        for each in getattr(settings.symptoms, field.name).messages
    ]
    return {language: {each.code: getattr(each, language) for each in found} for language in LANGUAGES}


def _office(settings: Settings, door: Door, language: str) -> Office:
    if door is Door.SELF_SERVICE:
        chosen = settings.doors.self_service
        return Office(getattr(chosen.name, language), chosen.reset_link)
    office = getattr(settings.doors, door)
    place, hours = (getattr(words, language) if words else None for words in (office.place, office.hours))
    return Office(getattr(office.name, language), place, hours)


def card_rules(settings: Settings) -> tuple[CardRule, ...]:
    """Return what the campus prints on its cards, in order."""
    return tuple(
        CardRule(
            frozenset(Symbology(each) for each in rule.symbologies or Symbology),
            re.compile(rule.pattern),
            CardKind(rule.kind),
        )
        for rule in settings.card.rules
    )
