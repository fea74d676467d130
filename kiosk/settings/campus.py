"""Settings of the place: its name, its doors, the messages its students see, its hours."""

import re
from dataclasses import dataclass
from datetime import date, time
from typing import Annotated, Literal, Self

from kiosk.settings.allowed import Like, NoneTwice, TimeZone

Name = Annotated[str, Like(r"[a-z0-9][a-z0-9-]{0,31}", "lower-case letters, digits and hyphens, 32 at most")]
Code = Annotated[str, Like(r"[a-z][a-z0-9_]{0,39}", "lower-case letters, digits and _, 40 at most")]
Link = Annotated[str, Like(r"https://[^\s/]+\.[^\s/]+(/\S*)?", 'an address that starts with "https://"')]
Text = Annotated[str, Like(r"(?s).*\S.*", "a text that isn't empty")]


@dataclass(frozen=True, slots=True)
class Words:
    """The same in each language."""

    fr: Text
    en: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    code: Name = "mirail"
    name: Words = Words("Point d’accueil numérique", "Digital reception point")
    device: Name = "reception-1"
    languages: Annotated[tuple[Literal["fr", "en"], ...], NoneTwice(1)] = ("fr", "en")
    time_zone: Annotated[str, TimeZone()] = "Europe/Paris"


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """An office; what is None is left out of tickets and screens."""

    name: Words
    place: Words | None = None
    hours: Words | None = None
    address: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfService:
    """What students can do by themselves, wherever they are."""

    name: Words = Words("Réinitialisation en ligne", "Online reset")
    reset_link: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    self_service: SelfService = SelfService()
    reception: Door = Door(name=Words("Point d’accueil numérique", "Digital reception point"))
    digital_support: Door = Door(name=Words("Assistance numérique", "Digital support"))
    registrar: Door = Door(name=Words("Scolarité", "Registrar’s office"))


@dataclass(frozen=True, slots=True, kw_only=True)
class DataProtection:
    """Who is responsible for the data, and how their data protection officer is reached (GDPR art. 13)."""

    controller: Words = Words("L’université", "The university")
    contact: Text | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """What the ENT shows, word for word; the code is what a request keeps of it."""

    code: Code
    fr: Text
    en: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Symptom:
    messages: tuple[Message, ...] = ()


LOCKED = Message("account_locked", "Ce compte a été verrouillé.", "This account has been locked.")
EXPIRED = Message("password_expired", "Votre mot de passe a expiré.", "Your password has expired.")
DISABLED = Message("account_disabled", "Ce compte a été désactivé.", "This account has been disabled.")
WRONG = Message("wrong_credentials", "Mauvais identifiant / mot de passe.", "Invalid credentials.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Symptoms:
    """The default messages are those of Apereo CAS, the sign-in service of most French universities."""

    forgotten: Symptom = Symptom(messages=(WRONG,))
    blocked: Symptom = Symptom(messages=(LOCKED,))
    expired: Symptom = Symptom(messages=(EXPIRED,))
    registration: Symptom = Symptom(messages=(DISABLED,))
    suspected_hack: Symptom = Symptom()
    unknown: Symptom = Symptom()


@dataclass(frozen=True, slots=True)
class Opening:
    """From when to when, by the clock on the wall."""

    start: time
    end: time

    words = 'a time span like "08:30-12:30"'

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Return what "08:30-12:30" says, None if it isn't such a text."""
        found = re.fullmatch(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)", text)
        if found is None:
            return None
        hours, minutes, end_hours, end_minutes = map(int, found.groups())
        return cls(time(hours, minutes), time(end_hours, end_minutes))


Day = tuple[Opening, ...]
WORKING_DAY = (Opening(time(8, 30), time(12, 30)), Opening(time(13, 30), time(17, 0)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Opening times of each day of the week; none: closed."""

    monday: Day = WORKING_DAY
    tuesday: Day = WORKING_DAY
    wednesday: Day = WORKING_DAY
    thursday: Day = WORKING_DAY
    friday: Day = WORKING_DAY
    saturday: Day = ()
    sunday: Day = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """Days on which everything is closed, both ends included."""

    first: date
    last: date
    label: Words
