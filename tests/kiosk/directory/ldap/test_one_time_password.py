"""A one-time secret on each real server: used in time, the own password stays; unused, it opens nothing after a day."""

from dataclasses import replace

import pytest

from kiosk.channel.by_directory import ByDirectory
from kiosk.desk.carrying_out import resume
from kiosk.desk.one_time_secret import hand_over
from kiosk.filing import Witness, file_claim
from kiosk.staff.account import Role
from tests.contracts.directory import Person
from tests.given import NUMBER
from tests.kiosk.desk.slips import Slips, handing_over
from tests.kiosk.test_filing import a_claim
from tests.kits import a_bench

SOMEONE = Person(number=NUMBER, surname="Dupond", given_name="Amélie", birth_date="2005-04-17")
OWN = "Mine-Alone-7-Ponts"


@pytest.fixture
def campus(each_campus):
    """One of the three real servers."""
    return each_campus


@pytest.fixture
def desk(each_directory, tmp_path):
    """A desk at that directory; its clock moves when it is told to."""
    bench = handing_over(a_bench(tmp_path), Slips(), tmp_path)
    channel = ByDirectory(each_directory, bench.clock.pause)
    bench.kit = replace(bench.kit, directory=each_directory, channel=channel)
    yield bench
    bench.kit.store.close()


@pytest.fixture
def secret(desk, campus) -> str:
    """What is on the paper of someone who was seen, with an account that a secret helps."""
    campus.put(SOMEONE)
    campus.admin.lock(campus.dn(SOMEONE), "Wrong-Passw0rd", 3)
    request = file_claim(desk.kit, a_claim(), Witness(login="one.reception")).request
    hand_over(desk.kit, desk.staff[Role.APPROVER], request.reference, seen=True)
    return desk.kit.slips.secret


def opens(campus, secret: str) -> bool:
    """Whether this password can still be changed, which is all that a one-time secret is good for."""
    return campus.changes_password(campus.dn(SOMEONE), secret, OWN)


def test_used_in_time_the_own_password_stays(desk, campus, secret):
    """A day later and two, it still opens the account."""
    assert opens(campus, secret)

    for _ in range(2):
        desk.clock.advance(hours=24)
        resume(desk.kit)

    assert campus.admin.signs_in(campus.dn(SOMEONE), OWN)


def test_unused_it_opens_nothing_after_a_day(desk, campus, secret):
    """Neither to sign in nor to set a password of one's own."""
    desk.clock.advance(hours=24)
    resume(desk.kit)

    assert not campus.admin.signs_in(campus.dn(SOMEONE), secret)
    assert not opens(campus, secret)


def test_until_then_it_opens(desk, campus, secret):
    """A desk that looks earlier ends nothing."""
    desk.clock.advance(hours=23)
    resume(desk.kit)

    assert opens(campus, secret)


def test_after_an_unused_one_the_account_takes_another(desk, campus, secret):
    """Whoever comes back a day later isn't shut out for good."""
    desk.clock.advance(hours=24)
    resume(desk.kit)
    account = campus.dn(SOMEONE)

    desk.kit.directory.set_one_time_password(account, "Tulipe-Canard-41-Nuage")

    assert desk.kit.directory.state(account).must_change_password
    assert opens(campus, "Tulipe-Canard-41-Nuage")
