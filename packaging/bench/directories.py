"""Finding and reading states in slapd with 100,000 students, over TLS; and 200 approvals one after another."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from timing import duration_ms, tell

from kiosk.channel.by_directory import ByDirectory
from kiosk.desk.deciding import approve
from kiosk.directory.connection.link import Link
from kiosk.directory.ldap_directory import LdapDirectory
from kiosk.filing import Filed
from kiosk.reading.partial_date import PartialDate
from kiosk.request.request import State
from kiosk.staff.account import Role
from kiosk.visit import submit
from tests.contracts.directory import Person
from tests.kiosk.directory.ldap.wrapped import directory_from
from tests.kiosk.test_filing import a_claim
from tests.kits import Bench, a_bench
from tests.servers import slapd
from tests.servers.certificates import Authority
from tests.servers.people import attributes
from tests.servers.slapd_campus import SlapdCampus

STUDENTS, RUNS, APPROVALS = 100_000, 1000, 200
SECRETS = (slapd.SECRETS[slapd.TERMINAL], slapd.SECRETS[slapd.DESK])


class Watched(Link):
    """Adds up how long requests take."""

    spent_s = 0.0

    def _asked(self, *arguments):
        start = time.perf_counter()
        try:
            return super()._asked(*arguments)
        finally:
            Watched.spent_s += time.perf_counter() - start


def bench_directories(folder: Path) -> None:
    authority = Authority(folder)
    server = slapd.set_up(
        folder / "slapd", authority.issue("server"), authority.file, entries="".join(_entries())
    )
    os.sync()
    with server.running():
        directory = directory_from(folder, SlapdCampus(server, authority.file).settings(), SECRETS)
        _questions(directory)
        _approvals(folder, directory)


def _entries() -> Iterator[str]:
    """Yield everybody; all are locked, until somebody ends it."""
    for order in range(STUDENTS):
        person = Person(number=_number(order), surname="Dupond", given_name="Amélie", birth_date="2005-04-17")
        lines = [
            f"dn: uid=u{person.number},{slapd.PEOPLE}",
            "objectClass: inetOrgPerson",
            "objectClass: supannPerson",
        ]
        lines += [f"cn: {person.number}", "userPassword: x", "pwdAccountLockedTime: 20261101000000Z"]
        lines += [f"{name}: {value}" for name, value in attributes(person).items()]
        yield "\n" + "\n".join(lines) + "\n"


def _number(order: int) -> str:
    return f"{22000000 + order}"


def _questions(directory: LdapDirectory) -> None:
    numbers = [_number(order * (STUDENTS // RUNS)) for order in range(RUNS)]
    shown = PartialDate(2005, 4, 17)
    tell("the first answer, greeting included", [duration_ms(partial(directory.find, numbers[0], shown))])
    found = [duration_ms(partial(directory.find, number, shown)) for number in numbers]
    tell("find, birth date compared, kept connection", found)
    accounts = [f"uid=u{number},{slapd.PEOPLE}" for number in numbers]
    directory.state(accounts[0])
    tell(
        "state, with its policy, kept connection",
        [duration_ms(partial(directory.state, a)) for a in accounts],
    )


def _approvals(folder: Path, directory: LdapDirectory) -> None:
    bench = a_bench(folder / "store")
    rules = replace(bench.kit.rules, minimum_answer=timedelta(0), anchor_to=None)
    watched = [Watched(each.address, each.identity, each.manner) for each in directory.keeper.links]
    directory = replace(directory, keeper=replace(directory.keeper, links=watched))
    channel = ByDirectory(directory, time.sleep)
    bench.kit = replace(bench.kit, rules=rules, directory=directory, channel=channel)
    references = [_filed(bench, _number(order)) for order in range(APPROVALS)]
    Watched.spent_s = 0.0
    durations = [duration_ms(partial(_approve, bench, reference)) for reference in references]
    tell("desk.approve, unlocked and proven", durations)
    share = Watched.spent_s * 1000 / sum(durations)
    print(f"  {'of which requests to the directory':44} {share:6.0%}", flush=True)


def _filed(bench: Bench, number: str) -> str:
    filed = submit(bench.kit, a_claim(number=number))
    assert isinstance(filed, Filed)
    return filed.request.reference


def _approve(bench: Bench, reference: str) -> None:
    done = approve(bench.kit, bench.staff[Role.APPROVER], reference, seen=True)
    assert done.state is State.UNLOCKED
