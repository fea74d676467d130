"""The campus' outgoing mail server: TLS by default, certificates checked, and a time limit on everything."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from kiosk.errors import ChannelAway, Refused, SettingsWrong

PREFIX = "The outgoing mail server"


class Security(StrEnum):
    STARTTLS = "starttls"
    TLS = "tls"  # from the first byte
    NONE = "none"  # for a relay on this computer


class MaybeSent(ChannelAway):
    """The whole message was handed over and no answer came: it may arrive, or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpServer:
    """password: never shown nor logged. ca_file: who signed the server's certificate, None for the system's list."""

    host: str
    port: int
    security: Security = Security.STARTTLS
    login: str | None = None
    password: str | None = field(repr=False, default=None)
    ca_file: Path | None = None
    own_name: str = "kiosk.invalid"
    timeout_s: float = 10

    def send(self, sender: str, to: str, message: bytes) -> None:
        """Hand one message over.

        Raises ChannelAway if it wasn't taken for now, MaybeSent if nobody knows, Refused (address_refused,
        mail_refused) if this server never takes it.
        """
        with self._session() as session:
            _expect(_ask(session, "mail", sender), "mail_refused")
            _expect(_ask(session, "rcpt", to), "address_refused")
            _expect(_hand_over(session, message), "mail_refused")

    def check(self) -> None:
        """Raise ChannelAway or SettingsWrong unless it takes mail from us now."""
        with self._session() as session:
            _expect(_ask(session, "noop"), "mail_refused")

    @contextmanager
    def _session(self) -> Iterator[smtplib.SMTP]:
        session = self._connected()
        try:
            self._introduce(session)
            yield session
        finally:
            with suppress(OSError, smtplib.SMTPException):
                session.quit()
            session.close()

    def _connected(self) -> smtplib.SMTP:
        try:
            if self.security is Security.TLS:
                return smtplib.SMTP_SSL(
                    self.host, self.port, self.own_name, timeout=self.timeout_s, context=self._trust()
                )
            return smtplib.SMTP(self.host, self.port, self.own_name, timeout=self.timeout_s)
        except (OSError, smtplib.SMTPException) as error:
            raise _away(error) from error

    def _introduce(self, session: smtplib.SMTP) -> None:
        """Greet, turn to TLS and sign in. Whatever goes wrong here is mended by someone, and then tried again."""
        try:
            session.ehlo()
            if self.security is Security.STARTTLS:
                session.starttls(context=self._trust())
                session.ehlo()
            if self.login is not None:
                session.login(self.login, self.password or "")
        except smtplib.SMTPAuthenticationError as error:
            raise ChannelAway(f"{PREFIX} refuses the login: check mail.login and its password.") from error
        except smtplib.SMTPNotSupportedError as error:
            raise ChannelAway(f"{PREFIX} offers no STARTTLS or no login: nothing was sent.") from error
        except (OSError, smtplib.SMTPException, UnicodeError) as error:
            raise _away(error) from error

    def _trust(self) -> ssl.SSLContext:
        try:
            return ssl.create_default_context(cafile=str(self.ca_file) if self.ca_file else None)
        except OSError as error:  # ssl.SSLError is one
            raise SettingsWrong(
                f"The certificates in mail.ca_file ({self.ca_file}) can't be read: give a PEM file."
            ) from error


def _ask(session: smtplib.SMTP, verb: str, *words: str) -> int:
    """Return the answer's code. Nothing was handed over yet: whatever goes wrong, nothing arrived."""
    try:
        code: int = getattr(session, verb)(*words)[0]
    except (OSError, smtplib.SMTPException) as error:
        raise _away(error) from error
    return code


def _hand_over(session: smtplib.SMTP, message: bytes) -> int:
    """Return the answer's code. From the first byte of the message on, silence says nothing."""
    try:
        return session.data(message)[0]
    except smtplib.SMTPDataError as error:  # DATA itself was turned down
        return error.smtp_code
    except (OSError, smtplib.SMTPException) as error:
        raise MaybeSent(f"{PREFIX} took a message and gave no answer: it is sent again.") from error


def _expect(code: int, refusal: str) -> None:
    """Accept 2xx; 4xx (greylisting, a full queue) is for later; 5xx is for good. The server's words may name people."""
    if 400 <= code < 500 or code <= 0:
        raise ChannelAway(f"{PREFIX} asks to come back later ({code}).")
    if not 200 <= code < 300:
        raise Refused(f"{PREFIX} refuses this mail for good ({code}).", refusal)


def _away(error: Exception) -> ChannelAway:
    if isinstance(error, ssl.SSLCertVerificationError):
        return ChannelAway(
            f"{PREFIX} shows a certificate that isn't trusted ({error.verify_message}): "
            "check mail.host, its certificate and mail.ca_file."
        )
    if isinstance(error, ssl.SSLError):
        return ChannelAway(f"{PREFIX} doesn't speak TLS here: check mail.port and mail.security.")
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):  # smtplib wraps it
        return ChannelAway(f"{PREFIX} doesn't answer in time.")
    return ChannelAway(f"{PREFIX} can't be reached, or isn't a mail server: check mail.host and mail.port.")
