"""Whether mail would go out now: the server answers, shows a certificate that is trusted, and takes our login."""

from kiosk.doctor import Level
from kiosk.settings import Settings
from kiosk.wiring.mail import smtp_server, uses_mail


def check_mail(settings: Settings) -> tuple[Level, str]:
    """Raises ChannelAway or SettingsWrong, with what to do."""
    if not uses_mail(settings):
        return Level.OK, "Nothing is sent by mail here."
    smtp_server(settings).check()
    if settings.mail.security == "none":
        return (
            Level.WARNING,
            "The mail server on this computer answers, without TLS: what it sends on isn't seen.",
        )
    return Level.OK, f"The mail server answers over TLS; mail is sent as {settings.mail.sender}."
