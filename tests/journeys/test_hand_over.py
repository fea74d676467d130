"""A one-time secret from the command line to the paper of a receipt printer, and a day later."""

import os
from collections.abc import Iterator
from datetime import timedelta

import pytest

from kiosk.desk.carrying_out import resume
from tests.journeys.commands import Kiosk, someone
from tests.journeys.handing_over import handing_over
from tests.kiosk.printer.roll import Roll

STUDENT = someone()


@pytest.fixture
def roll(tmp_path) -> Iterator[Roll]:
    roll = Roll(tmp_path / "lp0")
    yield roll
    os.close(roll.end)


@pytest.fixture
def kiosk(fresh, roll, tmp_path) -> Kiosk:
    return handing_over(fresh, tmp_path / "campus", roll.path)


@pytest.fixture
def reference(kiosk) -> str:
    return kiosk.submit(STUDENT).json["reference"]


def hand_over(kiosk: Kiosk, reference: str):
    return kiosk.run("hand-over", reference, "--seen", "--json", login="valideuse")


def must_change(kiosk: Kiosk) -> bool:
    with kiosk.kit() as kit:
        return bool(kit.directory.state(STUDENT.number).must_change_password)


def test_the_secret_is_on_paper_and_nowhere_else(kiosk, reference, roll):
    """Neither said nor kept; the account must change it, and the request is carried out."""
    done = hand_over(kiosk, reference)
    secret = roll.secret()
    left = b"".join(path.read_bytes() for path in kiosk.data.rglob("*") if path.is_file())

    assert (0, "unlocked", True) == (done.status, done.json["state"], must_change(kiosk))
    assert 25 <= len(secret) <= 37
    assert secret not in done.out + done.err
    assert secret.encode() not in left


def test_the_paper_names_nobody(kiosk, reference, roll):
    """Who finds it knows neither whose it is nor what for."""
    hand_over(kiosk, reference)

    words = (STUDENT.number, STUDENT.names.surname, STUDENT.names.given_name)
    assert [] == [word for word in words if word.encode("cp1252") in roll.latest()]


def test_without_a_printer_nothing_is_set(kiosk, reference, roll):
    """Exit status 1, with what to do; the request waits as before."""
    roll.path.unlink()
    done = hand_over(kiosk, reference)

    assert (1, True) == (done.status, "printer isn't ready" in done.sentence)
    assert "waiting" == kiosk.run("show", reference, "--json", login="valideuse").json["state"]
    assert not must_change(kiosk)


def test_doctor_says_who_ends_it(kiosk, reference):
    """Before and after one is out."""
    before, _, after = (
        _found(kiosk),
        hand_over(kiosk, reference),
        _found(kiosk),
    )

    assert ("ok", "ok") == (before["level"], after["level"])
    assert ("0 one-time", "1 one-time") == (before["sentence"][:10], after["sentence"][:10])


def _found(kiosk: Kiosk):
    findings = kiosk.run("doctor", "--json").json
    return next(each for each in findings if each["part"] == "one_time_secrets")


def test_a_day_later_an_unused_one_is_ended(kiosk, reference):
    """By whatever the desk does next, once, and the journal says so and still holds together."""
    hand_over(kiosk, reference)
    with kiosk.kit() as kit:
        later = kit.now() + timedelta(hours=24)

    for _ in range(2):
        with kiosk.kit(now=lambda: later) as kit:
            resume(kit)
            bodies = [event.body for event in kit.store.events()]

    assert not must_change(kiosk)
    assert 1 == sum('"one_time_secret_ended"' in body for body in bodies)
    assert 0 == kiosk.run("journal", "verify").status
