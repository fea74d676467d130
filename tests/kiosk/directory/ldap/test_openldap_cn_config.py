"""The access rules as a server takes them that keeps its configuration in cn=config."""

import subprocess

import ldap
import ldif
import pytest

from tests.contracts.directory import LOCKED
from tests.servers import slapd
from tests.servers.running import running
from tests.servers.slapd_campus import SlapdCampus

CONFIG = "cn=admin,cn=config"
FILES = ("access.ldif", "addresses.ldif", "one_time_password.ldif")


@pytest.fixture(scope="module")
def campus(tmp_path_factory, authority, certificate):
    """A server in cn=config without a rule of ours, and then with all of them, as ldapmodify brings them."""
    folder = tmp_path_factory.mktemp("config") / "provider"
    server = slapd.set_up(folder, certificate, authority.file, rules=())
    text = f"database config\nrootdn {CONFIG}\nrootpw config-secret\n\ndatabase mdb\n"
    file = folder / "slapd.conf"
    file.write_text(file.read_text().replace("database mdb\n", text))
    (folder / "slapd.d").mkdir()
    subprocess.run(
        ["/usr/sbin/slaptest", "-f", str(file), "-F", str(folder / "slapd.d")],
        check=True,
        capture_output=True,
    )
    urls = f"ldap://127.0.0.1:{server.plain}/ ldaps://127.0.0.1:{server.secure}/"
    command = ["/usr/sbin/slapd", "-h", urls, "-F", str(folder / "slapd.d"), "-d", "0"]
    with running(command, server.secure, folder / "output"):
        campus = SlapdCampus(server, authority.file)
        campus.put_people()
        with campus.admin.bound(CONFIG, "config-secret") as connection:
            for name in FILES:
                _modify(connection, name)
        yield campus


def _modify(connection, name: str) -> None:
    with (slapd.ACCESS / name).open("rb") as opened:
        records = ldif.LDIFRecordList(opened)
        records.parse_change_records()
    for dn, changes, _ in records.all_modify_changes:
        connection.modify_s(dn, changes)


def seen(campus, identity: str) -> set[str]:
    wanted = ["*", "+"]
    with campus.admin.bound(identity, slapd.SECRETS[identity]) as connection:
        found = connection.search_s(campus.dn(LOCKED), ldap.SCOPE_BASE, attrlist=wanted)
    return {name for _, values in found for name in values}


def test_the_desk_reads_locks_and_addresses_and_nothing_more(campus):
    """As with slapd.conf."""
    campus.admin.put(
        campus.dn(LOCKED), mail="21900010@etu.univ.example", supannMailPrive="{SECOURS}a@b.example"
    )

    assert {
        "objectClass",
        "supannRessourceEtat",
        "supannEtuAnneeInscription",
        "pwdAccountLockedTime",
        "pwdFailureTime",
        "pwdChangedTime",
        "mail",
        "supannMailPrive",
    } == seen(campus, slapd.DESK)


def test_the_terminal_reads_names_and_standing_and_nothing_more(campus):
    """As with slapd.conf."""
    assert {
        "objectClass",
        "sn",
        "givenName",
        "displayName",
        "supannRessourceEtat",
        "supannEtuAnneeInscription",
    } == seen(campus, slapd.TERMINAL)


def test_the_desk_sets_a_password_and_the_terminal_does_not(campus):
    """One file more than the desk has without one-time passwords."""
    dn = campus.dn(LOCKED)
    with (
        campus.admin.bound(slapd.TERMINAL, slapd.SECRETS[slapd.TERMINAL]) as terminal,
        pytest.raises(ldap.INSUFFICIENT_ACCESS),
    ):
        terminal.passwd_s(dn, None, "Mine-Alone-7-Ponts")

    with campus.admin.bound(slapd.DESK, slapd.SECRETS[slapd.DESK]) as desk:
        desk.passwd_s(dn, None, "Tulipe-Canard-41-Nuage")

    assert campus.admin.signs_in(dn, "Tulipe-Canard-41-Nuage")
