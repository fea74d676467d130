"""A secret that opens an account: drawn, set, printed, forgotten; only in person, only where it helps."""

from dataclasses import dataclass, replace

import pytest

from kiosk.desk.one_time_secret import hand_over
from kiosk.errors import DirectoryAway, NotAllowed, Refused
from kiosk.filing import Witness, file_claim
from kiosk.notices import ONE_TIME_SECRET
from kiosk.request.life import ApprovalRules, FourEyes
from kiosk.request.request import State
from kiosk.staff.account import Role
from kiosk.triage.account_state import AccountState, Standing
from kiosk.triage.words import Symptom
from tests.fakes import LOCKED
from tests.given import NUMBER, staff
from tests.kiosk.desk.slips import Slips, handing_over
from tests.kiosk.test_filing import a_claim

EXPIRED = replace(LOCKED, locked=False, password_expired=True)


@pytest.fixture
def slips() -> Slips:
    return Slips()


@pytest.fixture
def desk(bench, slips, tmp_path):
    """A campus that hands secrets over."""
    return handing_over(bench, slips, tmp_path)


@pytest.fixture
def waiting(desk):
    return file_claim(desk.kit, a_claim(), Witness()).request


def give(desk, request, role=Role.APPROVER, **how):
    return hand_over(desk.kit, desk.staff[role], request.reference, **({"seen": True} | how))


def kinds(desk) -> list[str]:
    return [event.body for event in desk.kit.store.events() if '"one_time_secret_' in event.body]


def test_an_expired_password_is_replaced_and_the_request_carried_out(desk, waiting, slips):
    """Set as it is printed, once; the account must change it; the request ends as unlocked."""
    desk.directory.states[NUMBER] = EXPIRED
    done = give(desk, waiting)

    ((account, secret),) = desk.directory.passwords
    (paper,) = slips.printed
    assert (NUMBER, State.UNLOCKED) == (account, done.state)
    assert secret == "".join(paper.split("\n")[4:6])
    assert desk.directory.states[NUMBER].must_change_password


def test_a_lock_is_ended_too(desk, waiting):
    """Locked out and forgotten: one act, and the directory is looked at again."""
    done = give(desk, waiting)

    assert State.UNLOCKED is done.state
    assert [NUMBER] == desk.directory.unlocked


def test_the_secret_is_nowhere_but_on_paper_and_in_the_directory(desk, waiting, tmp_path, caplog):
    """Not in the store, the journal, the anchors, the log, nor in what is returned; nor is any word of it."""
    caplog.set_level(0)
    done = give(desk, waiting)
    ((_, secret),) = desk.directory.passwords
    left = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())

    assert secret.encode() not in left
    assert secret not in repr(done) + caplog.text + "".join(kinds(desk))


def test_the_journal_says_that_it_was_done_and_by_whom(desk, waiting):
    """Ordered before it is set, printed after: a crash between leaves a trace."""
    give(desk, waiting)
    bodies = kinds(desk)

    assert ["ordered" in bodies[0], "printed" in bodies[1], 2] == [True, True, len(bodies)]
    assert all('"one.approver"' in body for body in bodies)


def test_the_holder_is_told(desk, waiting):
    """Whoever's account it is hears of it, by their own addresses."""
    give(desk, waiting)

    assert [ONE_TIME_SECRET] == desk.notices.occasions


def test_the_paper_names_nobody(desk, waiting, slips):
    """Who finds it knows neither whose it is nor the number."""
    give(desk, waiting)

    assert [] == [word for word in ("Amélie", "Dupond", NUMBER) if word in slips.printed[0]]
    assert waiting.reference in slips.printed[0]


@pytest.mark.parametrize("role", [Role.RECEPTION, Role.AUDITOR, Role.ADMIN])
def test_only_who_decides_may(desk, waiting, role):
    """Administrators included."""
    with pytest.raises(NotAllowed):
        give(desk, waiting, role)

    assert [] == desk.directory.passwords


def refusal(desk, request, role=Role.APPROVER, **how) -> tuple[str, ...]:
    """Return why nothing was set nor printed."""
    with pytest.raises(Refused) as caught:
        give(desk, request, role, **how)
    assert ([], []) == (desk.directory.passwords, desk.kit.slips.printed if desk.kit.slips else [])
    assert State.WAITING is desk.kit.store.get(request.reference).state
    return caught.value.reasons


def test_never_to_someone_who_was_not_seen(desk, waiting):
    """Whatever the settings say of unattended matches."""
    assert ("not_seen",) == refusal(desk, waiting, seen=False)


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (replace(LOCKED, lock_is_permanent=True), "permanent_lock"),
        (replace(LOCKED, standing=Standing.ADMINISTRATIVE_LOCK), "administrative_lock"),
        (replace(EXPIRED, registered=False), "secret_would_not_help"),
        (replace(EXPIRED, standing=Standing.INACTIVE), "secret_would_not_help"),
        (AccountState(standing=Standing.ACTIVE), "secret_blind"),
        (replace(LOCKED, standing=Standing.TECHNICAL_LOCK), "supervisor_only"),
    ],
)
def test_never_where_it_would_not_help_or_someone_closed_the_account(desk, waiting, state, reason):
    """Nor on a guess about why it is closed."""
    desk.directory.states[NUMBER] = state

    assert (reason,) == refusal(desk, waiting)


def test_a_directory_that_is_away_sets_nothing(desk, waiting):
    """Nobody knows why the account is closed."""
    desk.directory.away = True

    assert ("secret_blind",) == refusal(desk, waiting)


def test_a_suspected_hack_takes_a_supervisor_and_a_reason(desk):
    """As ending its lock would."""
    request = file_claim(desk.kit, a_claim(symptom=Symptom.SUSPECTED_HACK), Witness()).request

    assert ("supervisor_only",) == refusal(desk, request)
    assert ("reason_needed",) == refusal(desk, request, Role.SUPERVISOR)
    assert State.UNLOCKED is give(desk, request, Role.SUPERVISOR, reason="Came with both papers.").state


def test_four_eyes_hold_here_too(desk):
    """Who verified in person can't hand it over."""
    rules = replace(desk.kit.rules, approval=ApprovalRules(four_eyes=FourEyes.IN_PERSON))
    desk.kit = replace(desk.kit, rules=rules)
    request = file_claim(desk.kit, a_claim(), Witness(login="one.approver")).request

    assert ("four_eyes",) == refusal(desk, request)


def test_off_unless_the_campus_wants_it(bench):
    """And the sentence names the setting."""
    request = file_claim(bench.kit, a_claim(), Witness()).request

    assert ("one_time_off",) == refusal(bench, request)


def test_a_printer_that_is_not_ready_leaves_everything_as_it_was(desk, waiting, slips):
    """Looked at before anything is set."""
    slips.away = True

    assert ("secret_printer",) == refusal(desk, waiting)
    assert [] == kinds(desk)


def test_a_secret_that_could_not_be_printed_is_lost_and_set_again(desk, waiting, slips):
    """The journal says lost; the request waits; the next one is another secret."""
    slips.jams = True
    with pytest.raises(Refused, match="nobody knows it") as caught:
        give(desk, waiting)
    assert ("secret_lost",) == caught.value.reasons
    assert "one_time_secret_lost" in kinds(desk)[-1]
    assert State.WAITING is desk.kit.store.get(waiting.reference).state

    slips.jams = False
    assert State.UNLOCKED is give(desk, waiting).state
    (_, first), (_, second) = desk.directory.passwords
    assert first != second
    assert 1 == len(slips.printed)


def test_a_directory_that_goes_away_meanwhile_prints_nothing(desk, waiting, slips):
    """What wasn't confirmed isn't handed over."""
    quiet = desk.directory

    @dataclass(slots=True)
    class Silent:
        def state(self, account):
            return quiet.states[account]

        def set_one_time_password(self, account, secret):
            raise DirectoryAway("The directory doesn't answer.")

    desk.kit = replace(desk.kit, directory=Silent())
    with pytest.raises(DirectoryAway):
        give(desk, waiting)

    assert ([], State.WAITING) == (slips.printed, desk.kit.store.get(waiting.reference).state)


def test_an_account_unlocked_today_may_still_get_one(desk, waiting, slips):
    """The person is still there and says that the password is forgotten too; tomorrow they are verified anew."""
    done = give(desk, waiting)
    again = give(desk, done)
    assert (done, 2) == (again, len(slips.printed))

    desk.clock.advance(days=1)
    with pytest.raises(Refused):
        give(desk, done)
    assert 2 == len(slips.printed)


def test_staff_disabled_since_may_not(desk, waiting):
    """The account as it stands decides."""
    with pytest.raises(NotAllowed):
        hand_over(desk.kit, replace(staff(Role.APPROVER), is_disabled=True), waiting.reference, seen=True)
