"""What can be wrong when a store is opened: one clear sentence each, before a visitor stands there."""

import signal
from pathlib import Path

import psycopg
import pytest

from kiosk.errors import KioskError, SettingsWrong, StoreAway
from kiosk.store import open_server
from kiosk.store.postgres.faults import telling
from kiosk.store.postgres.server import (
    Server,
    address_of,
    names_login,
    parameters,
    with_login,
)
from tests.kiosk.store.sealing import a_device
from tests.servers.authority import make_authority
from tests.servers.fixtures import a_cluster
from tests.servers.postgres import Cluster, free_port


def refusal(server: Server) -> str:
    """Return what is said when this server is opened."""
    with pytest.raises(KioskError) as told:
        open_server(server, a_device())
    assert "open-sesame" not in str(told.value)
    return str(told.value)


def test_a_wrong_password_is_told(cluster: Cluster, database: str):
    """And none at all."""
    server = cluster.server(database, "desk_1", password="wrong")

    assert "doesn't know this login or its password" in refusal(server)
    assert "wants a password" in refusal(cluster.server(database, "desk_1", password=None))


def test_a_missing_database_or_server_is_told(cluster: Cluster, database: str):
    """Each in its own words."""
    nowhere = cluster.server(database, "desk_1", address=f"postgresql://desk_1@127.0.0.1:{free_port()}/x")

    assert "no such database" in refusal(cluster.server("nowhere", "desk_1"))
    assert "doesn't answer" in refusal(nowhere)


def test_a_database_without_tables_is_told(cluster: Cluster):
    """The administrator hasn't run `kiosk migrate` yet."""
    cluster.script("database.sql", prefix="kiosk", database="empty_store")

    sentence = refusal(cluster.server("empty_store", "desk_1"))

    cluster.drop("empty_store")
    assert "kiosk migrate" in sentence


def test_a_terminals_login_is_no_desks(cluster: Cluster, database: str):
    """Whatever the settings say."""
    assert "may not do that" in refusal(cluster.server(database, "terminal_1", "desk"))


def test_a_certificate_of_a_stranger_is_refused(cluster: Cluster, database: str, tmp_path: Path):
    """Nothing is sent to a server that another authority vouches for; nor where no authority is known."""
    stranger = make_authority(tmp_path)

    assert "can't be trusted" in refusal(cluster.server(database, "desk_1", authorities=stranger.file))
    assert "authorities is missing" in refusal(
        cluster.server(database, "desk_1", authorities=tmp_path / "none.crt")
    )


def test_a_certificate_of_another_name_is_refused(cluster: Cluster, database: str):
    """The server proves to be 127.0.0.1, and was called localhost."""
    address = f"postgresql://desk_1@localhost:{cluster.port}/{database}"

    assert "names another host" in refusal(cluster.server(database, "desk_1", address=address))


def test_an_expired_certificate_is_refused():
    """From the server; and once it has a new one, it is taken."""
    with a_cluster() as cluster:
        cluster.set_up("kiosk")
        cluster.add_login("desk_1", "desk")
        cluster.show(cluster.authority.issue("127.0.0.1", expired=True))
        cluster.process.send_signal(signal.SIGHUP)
        with pytest.raises(StoreAway, match="expired"):
            until_it_fails(cluster)


def until_it_fails(cluster: Cluster) -> None:
    """Open the store until the server has taken its new certificate up."""
    for _ in range(100):
        open_server(cluster.server("kiosk", "desk_1"), a_device()).close()


def own_certificate(cluster: Cluster, folder: Path, *, expired: bool = False) -> dict[str, object]:
    certificate, key = cluster.authority.issue("cert_desk", expired=expired)
    files = {"certificate": folder / "own.crt", "key": folder / "own.key"}
    files["certificate"].write_bytes(certificate)
    files["key"].write_bytes(key)
    files["key"].chmod(0o600)
    return {"password": None, **files}


def test_a_certificate_stands_for_a_password(cluster: Cluster, database: str, tmp_path: Path):
    """The login that it names comes in; an expired one doesn't, nor a key that others can read."""
    cluster.add_login("cert_desk", "desk")
    good = cluster.server(database, "cert_desk", **own_certificate(cluster, tmp_path))
    open_server(good, a_device()).close()
    good.key.chmod(0o644)
    assert "chmod 600" in refusal(good)

    expired = cluster.server(database, "cert_desk", **own_certificate(cluster, tmp_path, expired=True))
    assert "refuses this computer's certificate" in refusal(expired)


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("postgresql://desk:secret@db/kiosk", "holds a password"),
        ("postgresql://desk@db/kiosk?sslmode=disable", "may not say sslmode"),
        ("postgresql://db/kiosk", "must name a login"),
        ("http://db", "isn't like"),
    ],
)
def test_an_address_that_says_too_much_or_too_little_is_refused(address: str, why: str):
    """A password there would be readable by many; a weaker check would go unseen."""
    with pytest.raises(SettingsWrong, match=why):
        parameters(Server(address=address))


def test_the_way_to_another_computer_is_never_open(tmp_path: Path):
    """Only a server on this computer may be spoken to without encryption."""
    assert (
        "disable"
        == parameters(Server(address="postgresql://d@127.0.0.1,localhost/kiosk", tls="disable"))["sslmode"]
    )
    with pytest.raises(SettingsWrong, match="on this computer"):
        parameters(Server(address="postgresql://d@127.0.0.1,db/kiosk", tls="disable"))


def test_a_password_is_never_shown(cluster: Cluster, database: str):
    """Not in what is printed of a server."""
    assert "open-sesame" not in repr(cluster.server(database, "desk_1"))


def test_a_server_without_a_free_connection_is_told(cluster: Cluster, database: str):
    """Trying again may help."""
    cluster.superuse(f"ALTER DATABASE {database} CONNECTION LIMIT 0")

    assert "no connection left" in refusal(cluster.server(database, "desk_1"))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("53100", "disk is full"),
        ("58030", "disk fails"),
        ("XX001", "damaged"),
        ("57P01", "starting, stopping"),
    ],
)
def test_what_the_server_says_becomes_a_sentence(cluster: Cluster, database: str, code: str, words: str):
    """Raised by the server itself under its own code, as its disk would make it do."""
    with cluster.superuser(database) as connection, pytest.raises(psycopg.Error) as raised:
        connection.execute(f"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '{code}'; END $$")

    assert words in str(telling(raised.value))


def test_a_mistake_of_the_program_passes_untold(cluster: Cluster, database: str):
    """It must reach whoever mends programs."""
    with cluster.superuser(database) as connection, pytest.raises(psycopg.errors.SyntaxError) as raised:
        connection.execute("SELEKT")

    assert telling(raised.value) is None


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "authentification par mot de passe échouée pour l'utilisateur  « desk_1 »",
            "this login or its password",
        ),
        ("le rôle « desk_1 » n'existe pas", "this login or its password"),
        ("le rôle « desk_1 » n'est pas autorisé à se connecter", "this login or its password"),
        ("aucune entrée dans pg_hba.conf pour l'hôte « 10.0.0.7 », utilisateur « desk_1 »", "pg_hba.conf"),
        ("pg_hba.conf rejette la connexion pour l'hôte « 10.0.0.7 »", "pg_hba.conf"),
        ("droit refusé pour la base de données « kiosk »", "pg_hba.conf"),
        (
            "authentification par le certificat échouée pour l'utilisateur « desk_1 »",
            "this computer's certificate",
        ),
        (
            "l'authentification par le certificat a échoué pour l'utilisateur « a » :",
            "this computer's certificate",
        ),
        ("la connexion requiert un certificat client valide", "certificate or its key"),
        ("désolé, trop de clients sont déjà connectés", "no connection left"),
        ("trop de connexions pour le rôle « desk_1 »", "no connection left"),
        ("les emplacements de connexions restants sont réservés", "no connection left"),
        ("le système de bases de données se lance", "starting, stopping"),
        ("le système de base de données s'arrête", "starting, stopping"),
        ("le système de bases de données n'accepte pas encore de connexions", "starting, stopping"),
        ("le système de bases de données est en cours de restauration", "starting, stopping"),
        ("la base de données « kiosk » n'existe pas", "no such database"),
    ],
)
def test_a_server_that_speaks_french_is_understood(said: str, told: str):
    """Most servers of French universities do; before the login only their words tell what is wrong."""
    sentence = telling(
        psycopg.OperationalError(f'connection to server at "db", port 5432 failed: FATAL:  {said}')
    )

    assert told in str(sentence)


@pytest.mark.parametrize(
    ("address", "is_named"),
    [
        ("postgresql://db.example.org/kiosk", False),
        ("postgresql://a.example.org,b.example.org:5433/kiosk", False),
        ("host=db.example.org dbname=kiosk", False),
        ("postgresql://hall_1@db.example.org/kiosk", True),
        ("host=db.example.org user=hall_1 dbname=kiosk", True),
        ("postgresql://[", True),
    ],
)
def test_an_address_may_leave_the_login_out(address: str, is_named: bool):
    """A terminal that is enrolled gets its own, in an address of either form."""
    assert is_named == names_login(address)
    if not is_named:
        parts = address_of(Server(address=with_login(address, "kiosk_at_hall_1")))
        assert ("kiosk_at_hall_1", "kiosk") == (parts["user"], parts["dbname"])
