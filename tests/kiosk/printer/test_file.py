import pytest

from kiosk.errors import PrinterAway
from kiosk.printer.file import FilePrinter
from tests.contracts.printer import QR, REFERENCE, WIDTH, Desk, PrinterContract
from tests.kiosk.printer.scanner import drawn, scanned


@pytest.fixture
def desk(tmp_path) -> Desk:
    """Tickets go to a folder that isn't there yet; the printer that is away has a file in its place."""
    folder = tmp_path / "tickets"
    (tmp_path / "blocked").write_text("")

    def parts() -> tuple[list[str], list[str]]:
        lines = (folder / f"{REFERENCE}.txt").read_text(encoding="utf-8").splitlines()
        first = next(place for place, line in enumerate(lines) if set(line) & set("▀▄█"))
        return lines[: first - 1], lines[first:]

    return Desk(
        printer=FilePrinter(folder, WIDTH),
        away=FilePrinter(tmp_path / "blocked", WIDTH),
        lines=lambda: parts()[0],
        code=lambda: scanned(drawn(parts()[1])),
    )


class TestFilePrinter(PrinterContract):
    def test_names_files_by_the_reference_only(self, desk, tmp_path):
        """A listing of the folder tells no more than the tracking numbers."""
        desk.printer.print_ticket("Noëlle", QR, REFERENCE)

        assert {f"{REFERENCE}.txt", f"{REFERENCE}.png"} == {
            file.name for file in (tmp_path / "tickets").iterdir()
        }

    def test_keeps_tickets_from_other_users(self, desk, tmp_path):
        """A ticket's code opens its status, so only its owner reads the file."""
        desk.printer.print_ticket("Noëlle", QR, REFERENCE)

        assert {0o600} == {file.stat().st_mode & 0o777 for file in (tmp_path / "tickets").iterdir()}

    def test_leaves_nothing_behind_when_checked(self, desk, tmp_path):
        """A check is no ticket."""
        desk.printer.check()

        assert [] == list((tmp_path / "tickets").iterdir())


def test_narrower_paper_takes_more_lines(tmp_path):
    """The width is the campus's to set."""
    FilePrinter(tmp_path, 8).print_ticket("Demande enregistrée", QR, REFERENCE)

    assert ["Demande", "enregist", "rée"] == (tmp_path / f"{REFERENCE}.txt").read_text().splitlines()[:3]


def test_says_which_folder_to_look_at(tmp_path):
    """The administrator reads where it failed."""
    (tmp_path / "tickets").write_text("")

    with pytest.raises(PrinterAway, match="tickets"):
        FilePrinter(tmp_path / "tickets").check()
