"""Whatever is wrong with a server is a sentence that says so, within the time-out, and without a person in it."""

import socket
import threading
import time
from contextlib import contextmanager
from datetime import timedelta

import pytest
from cryptography import x509

from kiosk.errors import DirectoryAway, SettingsWrong
from tests.contracts.directory import NOELLE
from tests.kiosk.directory.ldap.wrapped import directory_from
from tests.servers import slapd
from tests.servers.certificates import Authority
from tests.servers.proxy import Proxy

SECRETS = (slapd.SECRETS[slapd.TERMINAL], slapd.SECRETS[slapd.DESK])


@pytest.fixture
def reaching(plain, tmp_path):
    """Build a directory of these servers, with settings that differ."""

    def reach(*servers, secrets=SECRETS, **settings):
        return directory_from(tmp_path, plain.settings(*servers, **settings), secrets)

    return reach


@contextmanager
def peer(answer: bytes):
    """A server that says this to whoever comes, and nothing else. Gives its port."""
    stopping = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.05)

        def serve():
            kept = []
            while not stopping.is_set():
                try:
                    client, _ = listener.accept()
                except TimeoutError:
                    continue
                kept.append(client)
                if answer:
                    client.sendall(answer)
            for client in kept:
                client.close()

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            stopping.set()
            thread.join()


def said(directory, act=lambda directory: directory.find(NOELLE.number, None)) -> str:
    """Return what an outage says."""
    with pytest.raises(DirectoryAway) as caught:
        act(directory)
    sentence = str(caught.value)
    for secret in (*SECRETS, NOELLE.number, NOELLE.surname):
        assert secret not in sentence
    return sentence


@pytest.mark.parametrize("scheme", ["ldaps", "ldap"])
def test_speaks_encrypted_either_way(plain, reaching, scheme):
    """TLS from the first byte, or StartTLS."""
    port = plain.server.secure if scheme == "ldaps" else plain.server.plain

    assert reaching(f"{scheme}://127.0.0.1:{port}").find(NOELLE.number, None) is not None


@pytest.mark.parametrize("scheme", ["ldaps", "ldap"])
@pytest.mark.parametrize(
    ("name", "issued", "words"),
    [
        ("expired", {"until": timedelta(days=-1)}, "expired"),
        ("elsewhere", {"alternative": x509.DNSName("ldap.elsewhere.example")}, "another name"),
        ("stranger", {}, "isn't trusted"),
    ],
)
def test_refuses_a_certificate_that_proves_nothing(
    tmp_path, authority, reaching, scheme, name, issued, words
):
    """Nothing is said to a server that can't show who it is, not even a password."""
    issuer = Authority(tmp_path, "Somebody else") if name == "stranger" else authority
    server = slapd.set_up(tmp_path / "s", issuer.issue(name, **issued), issuer.file)

    with server.running():
        port = server.secure if scheme == "ldaps" else server.plain
        sentence = said(reaching(f"{scheme}://127.0.0.1:{port}", ca_file=authority.file))

    assert f"The directory server 127.0.0.1:{port} shows a certificate" in sentence
    assert words in sentence


@pytest.mark.parametrize(
    ("scheme", "answer", "words"),
    [
        ("ldaps", b"220 mail.example.org ESMTP\r\n", "not with TLS"),
        ("ldap", b"220 mail.example.org ESMTP\r\n", "not as an LDAP server"),
        ("ldap", b"HTTP/1.1 400 Bad Request\r\n\r\n", "not as an LDAP server"),
    ],
)
def test_says_that_a_peer_is_no_ldap_server(reaching, scheme, answer, words):
    """A port too many or too few in kiosk.toml."""
    with peer(answer) as port:
        assert words in said(reaching(f"{scheme}://127.0.0.1:{port}"))


@pytest.mark.parametrize("scheme", ["ldaps", "ldap"])
def test_does_not_wait_for_ever_on_a_silent_peer(reaching, scheme):
    """The time-outs of the settings hold, and the sentence says whose silence it was."""
    with peer(b"") as port:
        directory = reaching(f"{scheme}://127.0.0.1:{port}", connect_seconds=0.3, answer_seconds=0.3)
        begun = time.monotonic()

        assert f"127.0.0.1:{port}" in said(directory)
        assert time.monotonic() - begun < 10


def test_does_not_wait_for_ever_on_a_server_that_falls_silent(plain, reaching):
    """A connection that was good and then hangs is given up, and made anew when the server is back."""
    with Proxy(plain.server.secure) as proxy:
        directory = reaching(f"ldaps://127.0.0.1:{proxy.port}", connect_seconds=0.3, answer_seconds=0.3)
        directory.find(NOELLE.number, None)
        proxy.is_silent = True
        said(directory)
        proxy.is_silent = False

        assert directory.find(NOELLE.number, None) is not None


def test_reconnects_when_a_kept_connection_was_cut(plain, reaching):
    """A server that was restarted overnight costs nobody an error."""
    with Proxy(plain.server.secure) as proxy:
        directory = reaching(f"ldaps://127.0.0.1:{proxy.port}")
        directory.find(NOELLE.number, None)
        proxy.cut_after = proxy.writes
        said(directory)
        proxy.cut_after, proxy.is_cut = None, False

        assert directory.find(NOELLE.number, None) is not None


def test_keeps_its_connection(plain, reaching):
    """One greeting for many questions."""
    with Proxy(plain.server.secure) as proxy:
        directory = reaching(f"ldaps://127.0.0.1:{proxy.port}")
        for _ in range(5):
            directory.find(NOELLE.number, None)

        assert 1 == len(proxy.pairs)


def test_asks_the_next_server_when_one_is_away(plain, reaching, nobody_there):
    """Nobody notices."""
    assert reaching(nobody_there, plain.url).find(NOELLE.number, None) is not None


def test_says_why_each_server_is_away(reaching, nobody_there):
    """One refuses, one has no such name."""
    sentence = said(reaching(nobody_there, "ldaps://ldap.invalid"))

    assert "refuses connections" in sentence
    assert "ldap.invalid has a name that can't be resolved" in sentence


@pytest.mark.parametrize(
    ("secrets", "words"),
    [
        (("wrong", SECRETS[1]), "refuses the kiosk's own identity or password"),
    ],
)
def test_says_that_its_own_password_is_refused(plain, reaching, secrets, words):
    """That is nobody's account being locked."""
    assert words in said(reaching(secrets=secrets))


def test_says_that_the_branch_is_missing(reaching):
    """A slip in directory.base is no unknown student."""
    assert "directory.base" in said(reaching(base="ou=nowhere,dc=example,dc=org"))


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"kind": "active_directory"}, "isn't a domain controller"),
        ({"kind": "ds389"}, "isn't a 389"),
        ({"default_policy": f"cn=gone,{slapd.SUFFIX}"}, "shows no password policy"),
        ({"base": f"ou=nowhere,{slapd.SUFFIX}"}, "shows no branch"),
    ],
)
def test_check_finds_what_a_find_would_not(reaching, settings, words):
    """What `kiosk doctor` says of a directory that answers, but not as the settings say."""
    assert words in said(reaching(**settings), lambda directory: directory.check())


def test_check_asks_every_server(plain, reaching, nobody_there):
    """A second server that is down goes unnoticed until the first one is."""
    assert "refuses connections" in said(
        reaching(plain.url, nobody_there), lambda directory: directory.check()
    )


def test_a_terminal_sees_no_lock(tmp_path, plain):
    """Without the desk's identity the question isn't even asked."""
    settings = plain.settings()
    del settings["desk"]
    directory = directory_from(tmp_path, settings, SECRETS)

    directory.check()
    assert "directory.desk" in said(directory, lambda directory: directory.state(plain.dn(NOELLE)))


def test_a_lock_that_is_hidden_is_not_taken_for_none(tmp_path, plain):
    """The desk's identity by mistake the terminal's: it sees no lock on anybody, and doesn't say so."""
    settings = plain.settings() | {"desk": {"bind": slapd.TERMINAL}}
    directory = directory_from(tmp_path, settings, (SECRETS[0], SECRETS[0]))

    assert "access rules" in said(directory, lambda directory: directory.state(plain.dn(NOELLE)))


def test_refuses_a_password_file_that_others_can_read(tmp_path, plain):
    """Said when the program starts, with what to do."""
    file = tmp_path / "secret"
    file.write_text(SECRETS[0])
    file.chmod(0o644)
    settings = plain.settings() | {"terminal": {"bind": slapd.TERMINAL, "secret_file": file}}

    with pytest.raises(SettingsWrong, match="chmod 600"):
        directory_from(tmp_path, settings, SECRETS)


def test_takes_a_password_from_a_private_file(tmp_path, plain):
    """One line, with or without its end."""
    file = tmp_path / "secret"
    file.write_text(SECRETS[0] + "\n")
    file.chmod(0o600)
    settings = plain.settings() | {"terminal": {"bind": slapd.TERMINAL, "secret_file": file}}

    assert directory_from(tmp_path, settings, ("", SECRETS[1])).find(NOELLE.number, None) is not None


def test_asks_for_a_password_that_is_nowhere(tmp_path, plain):
    """The variable's name is said."""
    with pytest.raises(SettingsWrong, match="KIOSK_TERMINAL_SECRET"):
        directory_from(tmp_path, plain.settings(), ("", ""))


def test_shows_no_secret_when_printed(reaching):
    """Nor who it is asked about."""
    assert not any(secret in repr(reaching()) for secret in SECRETS)
