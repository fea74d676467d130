"""The page of the terminals: an administrator at a real window, on a real database server."""

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from secrets import token_bytes

import pytest
from PySide6.QtCore import Qt

from kiosk.journal.event import Happening
from kiosk.kit import Kit
from kiosk.settings import Settings, load
from kiosk.staff.account import Role, StaffAccount
from kiosk.wiring import build_kit
from kiosk.wiring.enrolling import admit_device, ask_to_be_admitted
from kiosk.wiring.parts import sealer
from tests.kits import a_bench
from tests.servers.computers import configured, keep_password
from tests.servers.fixtures import cluster, database, new_database
from tests.servers.postgres import PASSWORD as DATABASE_PASSWORD
from tests.servers.postgres import Cluster
from tests.ui.desk_acts.conftest import password_hash
from tests.ui.desk_acts.staff import WAIT_MS, Staff
from ui.desk.admit import AdmitDialog
from ui.desk.confirm import ConfirmDialog
from ui.desk.token import NewTerminalDialog, TokenDialog
from ui.desk_application import open_desk
from ui.words import load_words

__all__ = ["cluster", "database", "new_database"]
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
FRENCH = load_words("fr")
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def settings_of(words: list[str]) -> Settings:
    return load(Path(words[1]), {"KIOSK_DATA": words[3]})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    keep_password(tmp_path)
    return tmp_path


@pytest.fixture
def settings(folder: Path, cluster: Cluster, database: str) -> Settings:
    cluster.add_owner("registrar", makes_logins=True)
    return settings_of(configured(folder, cluster, database))


def with_staff(kit: Kit) -> Kit:
    for role in (Role.ADMIN, Role.SUPERVISOR):
        account = StaffAccount(f"one.{role}", role, password_hash())
        happening = Happening("staff_added", account.login, "system", kit.now(), {"role": role})
        kit.store.add_staff(account, happening)
    return kit


@pytest.fixture
def kit(settings: Settings) -> Iterator[Kit]:
    made = with_staff(build_kit(settings))
    yield made
    made.store.close()


@pytest.fixture
def sit_down(qtbot, settings: Settings):
    """Opens a desk on a kit, and somebody of this role signs in."""
    opened = []

    def sit(kit: Kit, role: Role = Role.ADMIN) -> Staff:
        window = open_desk(kit, FRENCH, admit=partial(admit_device, settings))
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
        opened.append(window)
        staff = Staff(qtbot, window, None)
        staff.signs_in(role)
        staff.waits_for(lambda: staff.face.pages.bar is not None)
        return staff

    yield sit
    for window in opened:
        assert window.close_down()


@pytest.fixture
def ada(sit_down, kit: Kit) -> Staff:
    """An administrator on the page of the terminals."""
    ada = sit_down(kit)
    ada.presses("d")
    ada.waits_for(lambda: ada.face.pages.page == "terminals" and ada.face.pages.fleet.seen)
    return ada


@pytest.fixture
def hall_1(cluster: Cluster, database: str) -> None:
    """A terminal that is known already."""
    statement = (
        "INSERT INTO kiosk.device (login, name, seen_at, health) VALUES "
        '(\'terminal_1\', \'hall_1\', now(), \'{"camera": "ok", "printer": "failed", "spool": "2"}\')'
    )
    cluster.superuse(statement, database)


def shown(staff: Staff):
    """What is said of the terminal that is open."""
    return staff.face.pages.fleet.panel.view


def titles(staff: Staff) -> list[str]:
    return [row.title for row in staff.face.pages.fleet.list.list.rows.rows]


def state(cluster: Cluster, database: str) -> str:
    with cluster.superuser(database) as connection:
        return connection.execute("SELECT state FROM kiosk.device").fetchone()[0]


def opens(staff: Staff) -> None:
    staff.waits_for(lambda: titles(staff))
    staff.presses("j", ENTER)
    staff.waits_for(lambda: shown(staff) is not None)


def test_each_terminal_is_shown_with_its_health(hall_1, ada: Staff):
    """In words and colour; what waits in it is counted."""
    opens(ada)

    (row,) = ada.face.pages.fleet.list.list.rows.rows
    assert ("hall_1", FRENCH("desk.terminals.to_look_at")) == (row.title, row.badge.word)
    parts = {part.what: part.tone for part in shown(ada).parts}
    assert ("ok", "bad") == (
        parts[FRENCH("desk.terminals.part_camera")],
        parts[FRENCH("desk.terminals.part_printer")],
    )
    assert any(what.endswith("2") for what in parts)


def test_a_terminal_is_paused_and_resumed(hall_1, ada: Staff, cluster: Cluster, database: str):
    """P and U; what isn't offered has no key."""
    opens(ada)
    ada.presses("u", "p")
    ada.waits_for(lambda: shown(ada).acts == ("resume", "revoke"))
    assert "paused" == state(cluster, database)

    ada.presses("u")
    ada.waits_for(lambda: shown(ada).acts == ("pause", "revoke"))
    assert "active" == state(cluster, database)


def test_a_terminal_is_ended_after_a_question(hall_1, ada: Staff, cluster: Cluster, database: str):
    """Escape ends nothing; then nothing is offered any more."""
    opens(ada)
    ada.presses("r", ESCAPE)
    assert (None, "active") == (ada.window.dialog, state(cluster, database))

    ada.waits_for_second_press(ada.face.pages.fleet.panel.taps["revoke"])
    ada.presses("r")
    assert isinstance(ada.window.dialog, ConfirmDialog)
    ada.presses(ENTER)

    ada.waits_for(lambda: shown(ada).acts == ())
    assert "revoked" == state(cluster, database)


def test_a_terminal_is_told_to_come_and_admitted(ada: Staff, cluster: Cluster, database: str, folder: Path):
    """The token is shown large; what the terminal shows is scanned; then it works with a login of its own."""
    ada.presses("n")
    assert isinstance(ada.window.dialog, NewTerminalDialog)
    ada.types("hall_7")
    ada.presses(ENTER)
    ada.waits_for(lambda: isinstance(ada.window.dialog, TokenDialog))
    token = ada.window.dialog.view
    ada.presses(ESCAPE)
    ada.waits_for(lambda: titles(ada) == ["hall_7"])
    assert FRENCH("desk.terminals.awaited") == shown(ada).said.title

    words = configured(folder, cluster, database, "kiosk_at_hall_7", "terminal")
    file = Path(words[1])
    file.write_text(file.read_text().replace('"password"', f'"{folder}/kiosk_at_hall_7/own.password"'))
    line = ask_to_be_admitted(settings_of(words), token.text, token_bytes)
    ada.presses("a")
    assert isinstance(ada.window.dialog, AdmitDialog)
    ada.types(line)
    ada.presses(ENTER)  # as a hand scanner ends
    ada.types("registrar")
    ada.presses(ENTER)
    ada.types(DATABASE_PASSWORD)
    ada.presses(ENTER)

    ada.waits_for(lambda: "admitted" in ada.notices)
    ada.waits_for(lambda: shown(ada).acts == ("pause", "revoke"))
    with closing(build_kit(settings_of(words)).store) as store:
        store.check()
    assert sealer(settings_of(words)).writer in ada.face.notices.views["admitted"].says
    cluster.superuse('DROP ROLE "kiosk_at_hall_7"')


def test_what_is_no_line_admits_nobody_and_says_so_where_it_was_asked(ada: Staff):
    """The dialog stays, without the password."""
    ada.presses("a")
    ada.types("22401234")
    ada.presses(ENTER)
    ada.types("registrar")
    ada.presses(ENTER)
    ada.types("secret")
    ada.presses(ENTER)

    dialog = ada.window.dialog
    ada.waits_for(lambda: dialog.error.words == FRENCH("said.no_admission"))
    assert ("", dialog) == (dialog.password.text(), ada.window.dialog)


@pytest.mark.parametrize(("name", "said"), [("Hall 1", "said.name"), ("hall_1", "said.same_name")])
def test_a_name_that_cannot_be_is_told_in_the_dialog(hall_1, ada: Staff, name: str, said: str):
    """And another can be typed."""
    ada.presses("n")
    ada.types(name)
    ada.presses(ENTER)

    ada.waits_for(lambda: ada.window.dialog.error.words == FRENCH(said))


def test_who_may_not_manage_terminals_has_no_such_page(sit_down, kit: Kit):
    """Neither tab nor key."""
    someone = sit_down(kit, Role.SUPERVISOR)
    someone.presses("d", "n")

    assert ("terminals" in someone.face.pages.offered, None) == (False, someone.window.dialog)
    assert "terminals" != someone.face.pages.page


def test_on_one_computer_the_page_says_why_there_is_nothing_to_enrol(sit_down, tmp_path: Path):
    """And offers nothing."""
    bench = a_bench(tmp_path / "alone")
    someone = sit_down(with_staff(bench.kit))
    someone.presses("d")
    someone.waits_for(lambda: someone.face.pages.fleet.seen is not None)
    listed = someone.face.pages.fleet.list
    someone.waits_for(lambda: listed.pages.currentWidget() is listed.alone)
    someone.presses("n")

    assert someone.window.dialog is None
    bench.kit.store.close()


def test_two_desks_on_one_terminal_the_second_is_told(hall_1, ada: Staff, cluster: Cluster, database: str):
    """It was ended meanwhile: nothing takes that back."""
    opens(ada)
    cluster.superuse("UPDATE kiosk.device SET state = 'revoked'", database)
    ada.presses("p")

    ada.waits_for(lambda: "refused" in ada.notices)
    assert FRENCH("said.revoked") == ada.face.notices.views["refused"].title


def test_another_language_keeps_the_open_terminal(hall_1, ada: Staff):
    """As every page does."""
    opens(ada)
    ada.face.scene.language = "en"
    ada.face.dress()

    assert "hall_1" == shown(ada).name
    assert load_words("en")("desk.terminals.to_look_at") == shown(ada).said.title
