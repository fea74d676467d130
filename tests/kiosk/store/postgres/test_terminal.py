"""What a terminal does through the database's functions, and what they refuse it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from kiosk.directory.register import Register
from kiosk.errors import AlreadyDecided, KioskError, NotFound, Refused, StoreAway
from kiosk.identity.register_columns import REGISTER_COLUMNS
from kiosk.journal.event import Happening
from kiosk.reading.partial_date import PartialDate
from kiosk.request.request import Decision, Presence, Request, State
from kiosk.request.staff_call import StaffCall
from kiosk.store import Store, open_server
from kiosk.store.postgres.store import PostgresStore
from kiosk.store.postgres.terminal import TerminalStore
from tests.kiosk.store.examples import DAY, MINUTE, NOW, a_holder, a_request, a_verification, approved, ended
from tests.kiosk.store.examples import happening as at_the_desk
from tests.kiosk.store.sealing import a_device, holds
from tests.servers.postgres import Cluster

CALL = StaffCall("mirail", "as-it-says", NOW)
ID = "0" * 31 + "1"


def happening(kind: str = "request_filed", subject: str = ID, by: str = "visitor") -> Happening:
    return Happening(kind, subject, by, NOW, {"presence": "unattended"})


def filed(name: str = "r1", **changes: object) -> Request:
    return a_request(name, **({"id": ID} | changes))


@pytest.fixture
def desk(cluster: Cluster, database: str) -> Iterator[Store]:
    cluster.superuse("INSERT INTO kiosk.device (login, name) VALUES ('terminal_1', 'hall')", database)
    store = open_server(cluster.server(database, "desk_1"), a_device(1))
    yield store
    store.close()


@pytest.fixture
def terminal(cluster: Cluster, database: str, desk: Store) -> Iterator[TerminalStore]:
    store = open_server(cluster.server(database, "terminal_1", "terminal"), a_device(2))
    assert isinstance(store, TerminalStore)
    yield store
    store.close()


def test_a_terminal_files_a_request(terminal: TerminalStore, desk: Store):
    """It stands at the desk with its event, which follows the terminal's last."""
    terminal.record(happening("way_out_shown", ""))

    assert filed() == terminal.submit(filed(), happening())

    assert filed() == desk.get("r1")
    assert [1, 2] == [event.sequence for event in desk.events()]
    assert holds(desk)


def test_a_student_with_an_open_request_gets_that_one_without_its_holder(
    terminal: TerminalStore, desk: Store
):
    """The terminal learns the ticket's words, and not who it is nor what the check found."""
    terminal.submit(filed("r1", holder=a_holder("1")), happening())

    kept = terminal.submit(
        filed("r2", id="0" * 31 + "2", holder=a_holder("1")), happening(subject="0" * 31 + "2")
    )

    assert ("r1", None, ()) == (kept.reference, kept.holder, kept.verification.verdict.checks)
    assert 1 == len(list(desk.events()))


def test_filing_again_what_stands_changes_nothing(terminal: TerminalStore, desk: Store):
    """An answer that was lost is asked for again with the same id; even once the request has ended."""
    terminal.submit(filed(), happening())
    again = terminal.submit(filed(), happening())
    desk.swap(filed(), ended(filed()), at_the_desk("unlocked", ID))
    once_more = terminal.submit(filed(), happening())

    assert (ID, ID, State.UNLOCKED) == (again.id, once_more.id, once_more.state)
    assert 2 == len(list(desk.events()))


def test_a_ticket_is_replaced_while_nobody_has_the_request_in_hand(terminal: TerminalStore, desk: Store):
    """The old one opens nothing any more, with an event; a second on the same sight of it is too late."""
    standing = terminal.submit(filed(), happening())
    again = terminal.submit(filed(), happening())
    said = Happening("ticket_replaced", ID, "visitor", NOW, {"state": "waiting"})

    kept = terminal.swap(again, replace(again, ticket_digest="new"), said)

    assert (2, None) == (kept.version, terminal.by_ticket(standing.ticket_digest))
    assert terminal.by_ticket("new") is not None
    assert (2, True) == (len(list(desk.events())), holds(desk))
    with pytest.raises(AlreadyDecided):
        terminal.swap(again, replace(again, ticket_digest="newer"), said)


def test_a_terminal_makes_no_other_move(terminal: TerminalStore, desk: Store):
    """Neither a decision, nor a ticket of a request that staff took up."""
    request = terminal.submit(filed(), happening())
    said = Happening("ticket_replaced", ID, "visitor", NOW, {"state": "waiting"})
    with pytest.raises(Refused, match="at the desk"):
        terminal.swap(request, approved(request), said)
    kept = desk.swap(request, approved(request), at_the_desk("request_approved", ID))

    with pytest.raises(AlreadyDecided):
        terminal.swap(kept, replace(kept, ticket_digest="new"), said)

    assert State.APPROVED is desk.get("r1").state


def test_a_ticket_tells_where_to_go(terminal: TerminalStore, desk: Store):
    """State and reason for its holder; who decided and what was checked stay with the staff."""
    request = terminal.submit(filed(), happening())
    decision = Decision(by="ann", at=NOW, reason="did_not_come", seen=True)
    desk.swap(
        request,
        replace(ended(request, state=State.REFUSED), decision=decision),
        at_the_desk("request_refused", ID),
    )

    told = terminal.by_ticket("ticket-r1")

    assert told is not None
    assert told.decision == Decision(by="", at=NOW, reason="did_not_come")
    assert (State.REFUSED, None, ()) == (told.state, told.holder, told.verification.verdict.checks)
    assert terminal.by_ticket("ticket-r2") is None


def test_a_typed_reference_tells_whether_it_waits(terminal: TerminalStore, desk: Store):
    """And nothing more."""
    request = terminal.submit(filed(), happening())
    assert terminal.is_waiting("r1")

    desk.swap(request, approved(request), at_the_desk("request_approved", ID))

    assert not terminal.is_waiting("r1")
    with pytest.raises(NotFound):
        terminal.is_waiting("r2")


def test_failures_add_up_across_terminal_and_desk(terminal: TerminalStore, desk: Store):
    """One count a number, wherever it failed: its digest is made in the database, from a key kept there."""
    counts = [
        terminal.note_failure("1", NOW, happening("verification_failed", "")),
        desk.note_failure("1", NOW, at_the_desk("verification_failed", "")),
        terminal.failures("1", NOW - DAY),
        desk.failures("1", NOW - DAY),
        terminal.failures("2", NOW - DAY),
    ]

    assert [1, 2, 2, 2, 0] == counts


def test_a_student_is_found_without_a_birth_date(terminal: TerminalStore, desk: Store):
    """Names come by exact number; the date is compared where it lives."""
    row = dict.fromkeys(REGISTER_COLUMNS, "") | {"number": "1", "surname": "ÅS", "birth_date": "2004-02-29"}
    desk.replace_register([row], at_the_desk("register_imported", ""))

    found = terminal.register_entry("1")

    assert found is not None
    assert ("ÅS", "") == (found["surname"], found["birth_date"])
    assert terminal.register_entry("2") is None


@pytest.mark.parametrize("born", ["2004-02-29", "", "2003-11-02"])
@pytest.mark.parametrize(
    "shown",
    [
        None,
        PartialDate(2004, 2, 29),
        PartialDate(2004, 2, None),
        PartialDate(2004, None, None),
        PartialDate(None, None, None),
        PartialDate(2005, 2, 29),
    ],
)
def test_a_birth_date_is_compared_in_the_database_as_at_the_desk(
    terminal: TerminalStore, desk: Store, born: str, shown: PartialDate | None
):
    """The same word comes out, whoever asks, for whole dates and for those with unknown parts."""
    row = dict.fromkeys(REGISTER_COLUMNS, "") | {"number": "1", "surname": "ÅS", "birth_date": born}
    desk.replace_register([row], at_the_desk("register_imported", ""))

    found = [
        Register(store.register_entry, store.find_student).find("1", shown) for store in (terminal, desk)
    ]

    assert found[0] is not None
    assert found[0] == found[1]


def test_a_terminal_that_asks_for_hundreds_of_students_is_stopped(terminal: TerminalStore, cluster, database):
    """A thief with its login doesn't read the register through."""
    cluster.superuse("UPDATE kiosk.device SET looked_up = 300", database)
    with pytest.raises(StoreAway, match="too many students"):
        terminal.register_entry("1")

    cluster.superuse("UPDATE kiosk.device SET counted_since = now() - interval '61 minutes'", database)

    assert terminal.register_entry("1") is None


@pytest.mark.parametrize(
    "forged",
    [
        filed(state=State.APPROVED),
        filed(version=2),
        filed(ended_at=NOW),
        filed(decision=Decision(by="ann", at=NOW)),
        filed(verification=a_verification(presence=Presence.IN_PERSON)),
        filed(verification=a_verification(verified_by="ann")),
        filed(verification=a_verification(supervisor_reason="x")),
        filed(holder=a_holder(message="x" * 9000)),
        filed(site="x" * 9000),
    ],
)
def test_a_terminal_files_nothing_but_what_a_visitor_brought(
    terminal: TerminalStore, desk: Store, forged: Request
):
    """No decision, no attendance, nothing huge; and nothing of it stays."""
    with pytest.raises(Refused):
        terminal.submit(forged, happening())

    assert (0, []) == (sum(desk.counts().values()), list(desk.events()))


@pytest.mark.parametrize(
    "said",
    [
        happening("way_out_shown"),
        happening(by="ann"),
        happening(subject="0" * 32),
        replace(happening(), details={"presence": "in_person"}),
        replace(happening(), details={}),
    ],
)
def test_a_terminal_records_nothing_else_with_its_request(
    terminal: TerminalStore, desk: Store, said: Happening
):
    """Another kind, another actor, another request, another presence."""
    with pytest.raises(Refused):
        terminal.submit(filed(), said)

    assert (0, []) == (sum(desk.counts().values()), list(desk.events()))


@pytest.mark.parametrize(("state", "sentence"), [("revoked", "revoked"), ("paused", "paused")])
def test_a_terminal_that_is_stopped_at_the_desk_takes_nothing(
    terminal, desk, cluster, database, state, sentence
):
    """From the next call on, whichever it is."""
    cluster.superuse(f"UPDATE kiosk.device SET state = '{state}'", database)
    calls: list[Callable[[], object]] = [
        lambda: terminal.submit(filed(), happening()),
        lambda: terminal.record(happening("way_out_shown", "")),
        lambda: terminal.note_failure("1", NOW, happening("verification_failed", "")),
        lambda: terminal.failures("1", NOW),
        lambda: terminal.by_ticket("x"),
        lambda: terminal.is_waiting("x"),
        lambda: terminal.register_entry("1"),
        lambda: terminal.heartbeat({}),
        lambda: terminal.call_staff(CALL),
        lambda: terminal.staff_call("mirail", "x"),
        terminal.check,
        terminal.heads,
    ]

    for call in calls:
        with pytest.raises(StoreAway, match=sentence):
            call()

    assert [] == list(desk.events())


def test_a_call_comes_under_the_name_that_the_desk_knows(terminal: TerminalStore, desk: Store):
    """A stolen terminal can't send staff to another one; and it learns that somebody is on their way."""
    left = terminal.call_staff(CALL)

    assert replace(CALL, device="hall") == left
    assert (left,) == desk.staff_calls(since=NOW)

    assert desk.answer_call(left, NOW + MINUTE)
    assert replace(left, answered_at=NOW + MINUTE) == terminal.staff_call("mirail", "as-it-says")


def test_a_terminal_has_one_call_wherever_it_says_it_is(terminal: TerminalStore, desk: Store):
    """However often it calls, it fills no table."""
    for site in ("mirail", "elsewhere", "nowhere"):
        terminal.call_staff(replace(CALL, site=site))

    assert ["nowhere"] == [call.site for call in desk.staff_calls(since=NOW)]


def test_a_call_from_the_future_is_from_now(terminal: TerminalStore):
    """Its quarter of an hour begins with the server's clock."""
    assert terminal.call_staff(replace(CALL, at=NOW + 9999 * DAY)).at < NOW + 9999 * DAY


def test_a_call_that_is_none_is_refused(terminal: TerminalStore, desk: Store):
    """A place as long as a novel goes nowhere."""
    with pytest.raises(Refused):
        terminal.call_staff(replace(CALL, site="x" * 201))

    assert () == desk.staff_calls(since=NOW - DAY)


def test_a_heartbeat_is_seen_at_the_desk(terminal: TerminalStore, cluster: Cluster, database: str):
    """When it was, and what it said."""
    terminal.heartbeat({"camera": "ok"})

    with cluster.superuser(database) as connection:
        found = connection.execute(
            "SELECT health, seen_at > now() - interval '1 minute' FROM kiosk.device"
        ).fetchone()
    assert ({"camera": "ok"}, True) == found


def test_a_login_that_is_no_terminal_of_the_store_is_told(cluster: Cluster, database: str, desk: Store):
    """The right login is not enough: the desk must know the device."""
    with pytest.raises(StoreAway, match="doesn't know this terminal"):
        open_server(cluster.server(database, "terminal_2", "terminal"), a_device(3))


def test_a_terminal_has_one_key(cluster: Cluster, database: str, terminal: TerminalStore):
    """Another key with its login is not taken: someone copied the password, or the disk was replaced."""
    with pytest.raises(StoreAway, match="another key"):
        open_server(cluster.server(database, "terminal_1", "terminal"), a_device(3))


def test_two_logins_dont_share_a_key(cluster: Cluster, database: str, desk: Store):
    """A copied key would make two chains one."""
    with pytest.raises(StoreAway, match="needs a key of its own"):
        open_server(cluster.server(database, "desk_2"), a_device(1))


def test_what_is_done_at_the_desk_is_refused_with_a_sentence(terminal: TerminalStore):
    """Every method that a Store has and a terminal hasn't."""
    only = [
        name for name in vars(PostgresStore) if not name.startswith("_") and name not in vars(TerminalStore)
    ]
    wanted = {
        "get": 1,
        "open_for": 1,
        "earlier": 1,
        "queue": 0,
        "staff": 1,
        "secret": 1,
        "events": 0,
        "counts": 0,
    }

    assert set(wanted) <= set(only)
    for name, arguments in wanted.items():
        with pytest.raises(KioskError, match="done at the desk"):
            getattr(terminal, name)(*["x"] * arguments)
