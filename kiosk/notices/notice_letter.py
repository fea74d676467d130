"""What a holder reads. It names nobody: whoever opens a mailbox by mistake learns no name and no number."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.mailing.letter import Letter
from kiosk.notices.notice_html import html
from kiosk.notices.pending import Pending
from kiosk.request.due import Calendar
from kiosk.request.request import Holder, Request
from kiosk.request.ticket import Office
from kiosk.triage.words import Door
from kiosk.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What notices are made of. phone, mailbox: where to say "this wasn't me"; one of them at least.

    words, places: by language. offices: each door's, by language.
    """

    words: Mapping[str, Words] = field(repr=False)
    places: Mapping[str, str]
    offices: Mapping[tuple[Door, str], Office] = field(repr=False)
    calendar: Calendar
    phone: str | None
    mailbox: str | None

    def in_language(self, language: str) -> Words:
        return self.words[language if language in self.words else "fr"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A notice in words: a heading, paragraphs, and what to do if it wasn't they."""

    subject: str
    title: str
    paragraphs: tuple[str, ...]
    not_me: str
    not_me_says: str
    last: str


def notice_letter(saying: Saying, request: Request, holder: Holder, notice: Pending, to: str) -> Letter:
    """Return the letter to one of the holder's addresses."""
    words = saying.in_language(holder.language)
    said = notice_words(saying, words, request, notice)
    return Letter(
        key=_key(notice, holder, to),
        to=to,
        subject=said.subject,
        text=_text(said),
        html=html(words.language, said.title, _blocks(said)),
        language=words.language,
    )


def notice_words(saying: Saying, words: Words, request: Request, notice: Pending) -> Said:
    """Return what there is to say about this occasion, and no more."""
    about = f"mail.notice.{notice.occasion}"
    values = _values(saying, words, request, notice)
    return Said(
        subject=words(f"{about}.subject", **values),
        title=words(f"{about}.title"),
        paragraphs=tuple(
            filter(
                None,
                (
                    words("mail.notice.greeting"),
                    _sentence(words(f"{about}.says", **values)),
                    _sentence(words(f"{about}.then", **values)),
                    words("mail.notice.reference", **values),
                ),
            )
        ),
        not_me=words("mail.notice.not_me"),
        not_me_says=words("mail.notice.not_me_says", ways=_ways(saying, words)),
        last=words("mail.notice.automatic"),
    )


def _values(saying: Saying, words: Words, request: Request, notice: Pending) -> dict[str, str]:
    decision, language = request.decision, words.language
    office = saying.offices[(decision.to if decision and decision.to else request.door), language]
    reason = f"desk.refusal.{decision.reason if decision else ''}"
    return {
        "reference": request.reference,
        "moment": _moment(saying, words, _at(request, notice)),
        "day": words.day(saying.calendar.local(request.due_at)),
        "place": saying.places[language],
        "office": ", ".join(filter(None, (office.name, office.place, office.hours))),
        "reason": words(reason) if reason in words.by_key else "",
    }


def _at(request: Request, notice: Pending) -> datetime:
    """Return when it happened: of a request that waits, its filing; of one that ended, its end."""
    return {"waiting": request.filed_at, "one_time_secret": notice.left_at}.get(
        notice.occasion, request.ended_at or notice.left_at
    )


def _moment(saying: Saying, words: Words, at: datetime) -> str:
    local = saying.calendar.local(at)
    return words("mail.notice.moment", day=words.day(local), time=words.time(local))


def _ways(saying: Saying, words: Words) -> str:
    phone = words("mail.notice.phone", phone=saying.phone) if saying.phone else ""
    mailbox = words("mail.notice.mailbox", mailbox=saying.mailbox) if saying.mailbox else ""
    return words("mail.notice.or", one=phone, other=mailbox) if phone and mailbox else phone or mailbox


def _sentence(said: str) -> str:
    return said[:1].upper() + said[1:]


def _blocks(said: Said) -> tuple[tuple[str, str], ...]:
    """Return the same for HTML: kind and words."""
    plain = tuple(("p", each) for each in said.paragraphs)
    return (*plain, ("box", f"{said.not_me} {said.not_me_says}"), ("small", said.last))


def _text(said: Said) -> str:
    return "\n\n".join((*said.paragraphs, f"{said.not_me} {said.not_me_says}", said.last)) + "\n"


def _key(notice: Pending, holder: Holder, to: str) -> str:
    """Return the letter's name. With the holder's salt erased, no address can be found out from it."""
    parts = (holder.salt, notice.request, notice.occasion, notice.left_at.isoformat(), to)
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]
