"""What every product's own server must do, with people that a test brings. A product adds `people` and `directory`.

The tests stand in a class that each product's file inherits, so that no server is started for them again.
"""

from dataclasses import replace

import pytest

from kiosk.channel.by_directory import ByDirectory
from kiosk.desk.carrying_out import resume
from kiosk.desk.one_time_secret import hand_over
from kiosk.directory.active_directory import ActiveDirectory
from kiosk.filing import Witness, file_claim
from kiosk.staff.account import Role
from tests.contracts.directory import TWIN_NUMBER, TWINS, Person
from tests.given import NUMBER
from tests.kiosk.desk.slips import Slips, handing_over
from tests.kiosk.test_filing import a_claim
from tests.kits import a_bench

HOLDER = Person(number=NUMBER, surname="Dupond", given_name="Amélie", birth_date="2005-04-17")
SOMEONE = Person(number="21900051")
INSTITUTIONAL, RESCUE = "21900051@etu.univ.example", "someone@rescue.example"
OWN = "Mine-Alone-7-Ponts"


def opens(people, secret: str) -> bool:
    """Whether this password can still be changed, which is all that a one-time secret is good for."""
    return people.changes_password(people.dn(HOLDER), secret, OWN)


class ProductContract:
    """One-time secrets, addresses, and a number that stands twice."""

    @pytest.fixture
    def desk(self, directory, tmp_path):
        """A desk at that directory; its clock moves when it is told to."""
        bench = handing_over(a_bench(tmp_path), Slips(), tmp_path)
        channel = ByDirectory(directory, bench.clock.pause)
        bench.kit = replace(bench.kit, directory=directory, channel=channel)
        yield bench
        bench.kit.store.close()

    @pytest.fixture
    def secret(self, desk, people) -> str:
        """What is on the paper of someone who was seen, with an account that a secret helps."""
        people.put(HOLDER)
        people.admin.lock(people.dn(HOLDER), "Wrong-Passw0rd", 3)
        request = file_claim(desk.kit, a_claim(), Witness(login="one.reception")).request
        hand_over(desk.kit, desk.staff[Role.APPROVER], request.reference, seen=True)
        return desk.kit.slips.secret

    def test_used_in_time_the_own_password_stays(self, desk, people, secret):
        """A day later and two, it still opens the account."""
        assert opens(people, secret)

        for _ in range(2):
            desk.clock.advance(hours=24)
            resume(desk.kit)

        assert people.admin.signs_in(people.dn(HOLDER), OWN)

    def test_unused_it_opens_nothing_after_a_day(self, desk, people, secret):
        """Neither to sign in nor to set a password of one's own."""
        desk.clock.advance(hours=24)
        resume(desk.kit)

        assert not people.admin.signs_in(people.dn(HOLDER), secret)
        assert not opens(people, secret)

    def test_until_then_it_opens(self, desk, people, secret):
        """A desk that looks earlier ends nothing."""
        desk.clock.advance(hours=23)
        resume(desk.kit)

        assert opens(people, secret)

    def test_after_an_unused_one_the_account_takes_another(self, desk, people, secret):
        """Whoever comes back a day later isn't shut out for good."""
        desk.clock.advance(hours=24)
        resume(desk.kit)
        account = people.dn(HOLDER)

        desk.kit.directory.set_one_time_password(account, "Tulipe-Canard-41-Nuage")

        assert desk.kit.directory.state(account).must_change_password
        assert opens(people, "Tulipe-Canard-41-Nuage")

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
    def test_the_desk_reads_both_addresses(self, people, directory, rescue, told):
        """Of labelled ones only that for rescue: a parent or an employer isn't told."""
        more = {"supannMailPrive": rescue} if rescue else {}
        dn = people.put(SOMEONE, mail=INSTITUTIONAL, **more)

        assert told == directory.addresses(dn)

    def test_the_terminal_reads_no_rescue_address(self, people, directory):
        """Nor the other, but in Active Directory, where each user's own rules let every account read it."""
        dn = people.put(SOMEONE, mail=INSTITUTIONAL, supannMailPrive=f"{{SECOURS}}{RESCUE}")
        shown = directory.finder.ask(lambda link: link.read(dn, ("mail", "supannMailPrive")))

        assert shown == ({"mail": (INSTITUTIONAL,)} if isinstance(directory.product, ActiveDirectory) else {})

    def test_a_number_that_two_entries_have_is_told_as_shared(self, people, directory):
        """Nobody is found by it, and staff can say why."""
        for nth, twin in enumerate(TWINS):
            people.put(twin, nth)

        assert directory.find(TWIN_NUMBER, None) is None
        assert directory.is_shared(TWIN_NUMBER)
