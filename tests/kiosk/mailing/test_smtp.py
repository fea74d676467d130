"""The sender against a real mail server: what is taken, refused, put off, or left unanswered."""

import pytest

from kiosk.errors import ChannelAway, Refused, SettingsWrong
from kiosk.mailing.letter import as_bytes
from kiosk.mailing.smtp import MaybeSent, Security, SmtpServer
from tests.given import NOW
from tests.kiosk.mailing.letters import SENDER, TO, a_letter, a_server
from tests.servers.authority import Authority, make_authority
from tests.servers.smtp import LOGIN, PASSWORD, Mailbox, mail_server, mute_server, server_tls


@pytest.fixture(scope="module")
def authority(tmp_path_factory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def tls(authority, tmp_path):
    """Make a server's TLS, its certificate by this authority."""
    return lambda name="127.0.0.1", **how: server_tls(authority, tmp_path, name, **how)


def send(server: SmtpServer) -> None:
    server.send(SENDER.address, TO, as_bytes(a_letter(), SENDER, NOW))


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_sends_over_tls_after_signing_in(authority, tls, security):
    """Both kinds of TLS, the certificate checked against the campus' own authority."""
    mailbox = Mailbox()
    implicit = security is Security.TLS
    with mail_server(mailbox, tls(), implicit=implicit, auth=not implicit) as port:
        login = {} if implicit else {"login": LOGIN, "password": PASSWORD}
        send(a_server(port, security=security, ca_file=authority.file, **login))

    assert ["Une demande"] == [mail["Subject"] for mail in mailbox.to(TO)]


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
@pytest.mark.parametrize(
    ("made", "named"),
    [({"name": "other.test"}, "mail.host"), ({"expired": True}, "certificate")],
    ids=["name", "expired"],
)
def test_sends_nothing_under_a_wrong_certificate(authority, tls, security, made, named):
    """A certificate for another name, or one that ran out."""
    mailbox = Mailbox()
    with (
        mail_server(mailbox, tls(**made), implicit=security is Security.TLS) as port,
        pytest.raises(ChannelAway, match=named),
    ):
        send(a_server(port, security=security, ca_file=authority.file))

    assert 0 == mailbox.tries


def test_sends_nothing_to_an_authority_that_is_unknown(authority, tls):
    """Without ca_file the system's list decides, and no test's authority is in it."""
    mailbox = Mailbox()
    with mail_server(mailbox, tls()) as port, pytest.raises(ChannelAway, match="ca_file"):
        send(a_server(port, security=Security.STARTTLS))

    assert 0 == mailbox.tries


def test_sends_nothing_where_tls_was_taken_out():
    """Someone between who hides STARTTLS gets no mail and no password."""
    mailbox = Mailbox()
    with mail_server(mailbox) as port, pytest.raises(ChannelAway, match="STARTTLS"):
        send(a_server(port, security=Security.STARTTLS, login=LOGIN, password=PASSWORD))

    assert 0 == mailbox.tries


def test_a_wrong_password_is_told_without_it(authority, tls):
    """The sentence names the setting; neither login nor password is in it."""
    with (
        mail_server(Mailbox(), tls(), auth=True) as port,
        pytest.raises(ChannelAway, match=r"mail\.login") as caught,
    ):
        send(
            a_server(
                port, security=Security.STARTTLS, ca_file=authority.file, login=LOGIN, password="wrong one"
            )
        )

    assert "wrong one" not in str(caught.value)


def test_shows_no_password():
    """Nobody reads it in a log or a traceback's values."""
    assert PASSWORD not in repr(a_server(25, password=PASSWORD))


@pytest.mark.parametrize(
    ("answers", "error", "code"),
    [
        ({"rcpt": {TO: "450 greylisted, come back"}}, ChannelAway, None),
        ({"rcpt": {TO: "550 no such mailbox"}}, Refused, "address_refused"),
        ({"answer": "452 the queue is full"}, ChannelAway, None),
        ({"answer": "554 spam"}, Refused, "mail_refused"),
    ],
    ids=["greylisted", "unknown mailbox", "full", "refused"],
)
def test_tells_later_from_never(answers, error, code):
    """4xx is tried again; 5xx is not, and its code says what was refused. The server's words stay with it."""
    with mail_server(Mailbox(**answers)) as port, pytest.raises(error) as caught:
        send(a_server(port))

    assert code is None or (code,) == caught.value.reasons
    assert not isinstance(caught.value, MaybeSent)
    assert TO not in str(caught.value)


def test_doesnt_know_when_the_answer_is_missing():
    """The line broke after the whole message: it may have been taken."""
    mailbox = Mailbox(breaks_off=True)
    with mail_server(mailbox) as port, pytest.raises(MaybeSent):
        send(a_server(port))

    assert 1 == len(mailbox.arrived)


def test_waits_for_no_server_for_ever():
    """One that takes the connection and says nothing."""
    with mute_server() as port, pytest.raises(ChannelAway, match="in time"):
        send(a_server(port, timeout_s=0.2))


def test_is_away_when_nothing_listens():
    """A port where no server is."""
    with mute_server() as port:
        pass

    with pytest.raises(ChannelAway, match=r"mail\.port"):
        a_server(port).check()


def test_is_away_when_the_peer_speaks_another_tongue(authority, tls):
    """TLS from the first byte to a server that begins without."""
    with mail_server(Mailbox()) as port, pytest.raises(ChannelAway, match=r"mail\.security"):
        a_server(port, security=Security.TLS, ca_file=authority.file).check()


def test_a_file_of_certificates_must_hold_some(tmp_path):
    """A slip in ca_file is a slip in the settings, not an outage."""
    (tmp_path / "ca.pem").write_text("not a certificate")
    with pytest.raises(SettingsWrong, match="ca_file"):
        a_server(25, security=Security.TLS, ca_file=tmp_path / "ca.pem").check()


def test_checks_without_sending(authority, tls):
    """What doctor asks: the whole way up to a mail, and none."""
    mailbox = Mailbox()
    with mail_server(mailbox, tls(), auth=True) as port:
        a_server(
            port, security=Security.STARTTLS, ca_file=authority.file, login=LOGIN, password=PASSWORD
        ).check()

    assert 0 == mailbox.tries
