"""Where to tell a holder: the desk reads the institutional and the rescue address."""

import pytest

from kiosk.directory.active_directory import ActiveDirectory
from tests.contracts.directory import Person

SOMEONE = Person(number="21900051")
INSTITUTIONAL, RESCUE = "21900051@etu.univ.example", "someone@rescue.example"


@pytest.mark.parametrize(
    ("rescue", "told"),
    [
        (f"{{SECOURS}}{RESCUE}", (INSTITUTIONAL, RESCUE)),
        (f"{{SECOURS}} {RESCUE}", (INSTITUTIONAL, RESCUE)),
        (f"{{secours}}{RESCUE}", (INSTITUTIONAL, RESCUE)),
        (RESCUE, (INSTITUTIONAL, RESCUE)),
        ("{PARENTS}parents@example.org", (INSTITUTIONAL,)),
        ("{PERSO}someone@example.org", (INSTITUTIONAL,)),
        ("{PRO}work@example.org", (INSTITUTIONAL,)),
        ("", (INSTITUTIONAL,)),
    ],
)
def test_the_desk_reads_both_addresses(each_campus, each_directory, rescue, told):
    """Of labelled ones only that for rescue: a parent or an employer isn't told."""
    more = {"supannMailPrive": rescue} if rescue else {}
    dn = each_campus.put(SOMEONE, mail=INSTITUTIONAL, **more)

    assert told == each_directory.addresses(dn)


def test_the_terminal_reads_no_rescue_address(each_campus, each_directory):
    """Nor the other, but in Active Directory, where each user's own rules let every account read it."""
    dn = each_campus.put(SOMEONE, mail=INSTITUTIONAL, supannMailPrive=f"{{SECOURS}}{RESCUE}")
    shown = each_directory.finder.ask(lambda link: link.read(dn, ("mail", "supannMailPrive")))

    assert shown == (
        {"mail": (INSTITUTIONAL,)} if isinstance(each_directory.product, ActiveDirectory) else {}
    )
