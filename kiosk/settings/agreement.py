"""What the settings must be together: each is allowed, and yet they may not go with one another."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from typing import get_args

from kiosk.settings.rules import Document
from kiosk.settings.values import Settings

THIS_COMPUTER = ("localhost", "127.0.0.1", "::1")


def disagreements(settings: Settings) -> Iterator[str]:
    """Yield a sentence for everything that doesn't go together."""
    yield from _live_and_pretended(settings)
    yield from _documents(settings)
    yield from _days(settings)
    yield from _messages(settings)
    if settings.store.kind == "postgresql" and settings.store.address is None:
        yield 'store.kind = "postgresql" needs store.address, like "postgresql://login@db.example.org/kiosk"'
    if settings.camera.kind == "pictures" and not settings.camera.paths:
        yield 'camera.kind = "pictures" needs camera.paths'
    yield from _directory(settings)
    if settings.channel.kind == "directory" and settings.directory.kind == "register":
        yield 'channel.kind = "directory" needs a directory that can unlock: a register is only a list'
    yield from _mail(settings)
    yield from _one_time_secret(settings)


def _mail(settings: Settings) -> Iterator[str]:
    mail, channel, notices = settings.mail, settings.channel, settings.notices
    for part, kind in (("channel", channel.kind), ("notices", notices.kind)):
        if kind == "mail" and (mail.host is None or mail.sender is None):
            yield f'{part}.kind = "mail" needs mail.host and mail.sender'
    if channel.kind == "mail" and channel.to is None:
        yield 'channel.kind = "mail" needs channel.to, the mailbox of digital support'
    if notices.kind == "mail" and notices.phone is None and notices.mailbox is None:
        yield 'notices.kind = "mail" needs notices.phone or notices.mailbox, for "this wasn\'t me"'
    if mail.security == "none" and mail.host not in (None, *THIS_COMPUTER):
        yield 'mail.security = "none" is for a mail server on this computer only (mail.host = "127.0.0.1")'


def _one_time_secret(settings: Settings) -> Iterator[str]:
    """It goes straight to paper and nowhere else: a queue or a folder would keep it."""
    if settings.unlock.one_time_secret and settings.channel.kind != "directory":
        yield 'unlock.one_time_secret needs channel.kind = "directory"'
    if settings.unlock.one_time_secret and settings.printer.kind != "escpos":
        yield 'unlock.one_time_secret needs printer.kind = "escpos": a queue or a folder would keep the secret'


def _live_and_pretended(settings: Settings) -> Iterator[str]:
    """What is only for show needs a store that was made for show."""
    pretended = {
        'directory.kind = "pretend"': settings.directory.kind == "pretend",
        'camera.kind = "pictures"': settings.camera.kind == "pictures",
        "store.first_register": settings.store.first_register is not None,
        "store.first_staff": settings.store.first_staff is not None,
    }
    for what, is_used in pretended.items():
        if is_used and not settings.store.demonstration:
            yield f"{what} needs store.demonstration = true: it is not for real students"


def _directory(settings: Settings) -> Iterator[str]:
    chosen = settings.directory
    if not chosen.speaks_ldap:
        return
    needed = {"servers": chosen.servers, "base": chosen.base, "terminal.bind": chosen.terminal.bind}
    for key, value in needed.items():
        if not value:
            yield f'directory.kind = "{chosen.kind}" needs directory.{key}'
    if chosen.proof_looks * chosen.proof_pause_seconds > 60:
        yield "directory.proof_looks times proof_pause_seconds must be a minute at most"
    if settings.channel.kind == "directory" and chosen.desk.bind is None:
        yield "channel.kind = \"directory\" needs directory.desk.bind: the terminal's identity can't unlock"


def _documents(settings: Settings) -> Iterator[str]:
    documents = settings.documents
    times = Counter((*documents.accept, *documents.review, *documents.refuse))
    for kind in get_args(Document):
        if times[kind] != 1:
            yield f'"{kind}" must be in one of documents.accept, .review and .refuse, and in one only'


def _days(settings: Settings) -> Iterator[str]:
    for day in fields(settings.hours):
        openings = getattr(settings.hours, day.name)
        times = [time for opening in openings for time in (opening.start, opening.end)]
        if times != sorted(set(times)):
            yield f"hours.{day.name} must be in order, each opening ending before the next begins"
    if not any(getattr(settings.hours, day.name) for day in fields(settings.hours)):
        yield "hours must have an opening on at least one day, or no request would ever be due"
    for index, closure in enumerate(settings.closures, 1):
        if closure.last < closure.first:
            yield f"closures[{index}] ends on {closure.last}, before it begins on {closure.first}"
    if settings.retention.record_days < settings.retention.holder_days:
        yield "retention.record_days must not be less than retention.holder_days"


def _messages(settings: Settings) -> Iterator[str]:
    symptoms = [getattr(settings.symptoms, each.name) for each in fields(settings.symptoms)]
    codes = Counter(message.code for symptom in symptoms for message in symptom.messages)
    for code, times in codes.items():
        if times > 1:
            yield f'the message code "{code}" stands {times} times in symptoms; each message needs its own'
