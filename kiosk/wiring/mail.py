"""From settings to everything that goes by mail: the server, digital support's letters, the holders' notices."""

import os

from kiosk.channel.by_mail import ByMail
from kiosk.channel.support_letter import Telling
from kiosk.directory import Directory
from kiosk.errors import SettingsWrong
from kiosk.mailing.attempts import Attempts
from kiosk.mailing.letter import Sender
from kiosk.mailing.post import Post
from kiosk.mailing.smtp import Security, SmtpServer
from kiosk.notices.mail import MailNotices
from kiosk.notices.notice_letter import Saying
from kiosk.notices.pending import Pile
from kiosk.password_file import password_from
from kiosk.settings import Settings
from kiosk.store import Store
from kiosk.wiring.clock import now
from kiosk.wiring.rules import LANGUAGES, calendar, messages, offices
from kiosk.words import Words, load_words

PASSWORD = "KIOSK_MAIL_PASSWORD"  # noqa: S105 - the variable's name


def uses_mail(settings: Settings) -> bool:
    """Return whether anything is sent by mail here."""
    return "mail" in (settings.channel.kind, settings.notices.kind)


def smtp_server(settings: Settings) -> SmtpServer:
    """Return the outgoing mail server. Raises SettingsWrong."""
    mail = settings.mail
    if mail.host is None or mail.sender is None:
        raise SettingsWrong("Mail needs mail.host and mail.sender in kiosk.toml.")
    return SmtpServer(
        host=mail.host,
        port=mail.port,
        security=Security(mail.security),
        login=mail.login,
        password=_password(settings) if mail.login else None,
        ca_file=mail.ca_file,
        own_name=mail.sender.rpartition("@")[2],
        timeout_s=mail.timeout_seconds,
    )


def _password(settings: Settings) -> str:
    return password_from(settings.mail.password_file, PASSWORD, os.environ, "mail.password_file")


def by_mail(settings: Settings) -> ByMail:
    """Return the channel to digital support, in the first of the campus' languages."""
    language = settings.site.languages[0]
    telling = Telling(
        words=_words(language),
        calendar=calendar(settings),
        place=getattr(settings.site.name, language),
        messages=messages(settings),
        answers=settings.mail.reply_to or settings.mail.sender or "",
    )
    return ByMail(_post(settings), settings.channel.to or "", telling)


def mail_notices(settings: Settings, kept: Store, known: Directory) -> MailNotices:
    """Return what tells holders by mail."""
    saying = Saying(
        words={language: _words(language) for language in LANGUAGES},
        places={language: getattr(settings.site.name, language) for language in LANGUAGES},
        offices=offices(settings),
        calendar=calendar(settings),
        phone=settings.notices.phone,
        mailbox=settings.notices.mailbox,
    )
    return MailNotices(
        pile=Pile(settings.mail.folder / "notices"),
        post=_post(settings),
        saying=saying,
        request=kept.get,
        addresses=known.addresses,
        now=now,
    )


def _post(settings: Settings) -> Post:
    mail = settings.mail
    name = getattr(settings.site.name, settings.site.languages[0])
    sender = Sender(address=mail.sender or "", name=name, reply_to=mail.reply_to)
    return Post(smtp_server(settings), sender, Attempts(mail.folder / "sent"), now)


def _words(language: str) -> Words:
    return load_words(language, "i18n", "mail")
