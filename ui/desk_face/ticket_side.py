"""A ticket in hand: shown, printed; a lost one replaced after a question."""

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.desk.ticketing import DeskTicket
from kiosk.printer.none import NoPrinter
from kiosk.printer.qr import modules
from kiosk.request.request import Request
from ui.desk.ticket import TicketDialog, TicketView
from ui.desk_acts.acts import Failure
from ui.desk_acts.sentences import sentence
from ui.desk_face.scene import Scene


class TicketSide(QObject):
    """Holds the ticket for as long as its dialog is open: its code opens the status. Emits closed()."""

    closed = Signal()

    def __init__(self, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self.scene = scene
        self.ticket: DeskTicket | None = None
        self.reference = ""
        tickets = scene.controller.tickets
        tickets.made.connect(self.show)
        tickets.printed.connect(self._on_printed)

    @Slot(object)
    def ask(self, request: Request) -> None:
        """Ask whether the first ticket, which nobody can show again, is to be replaced."""
        self.reference = request.reference
        self._open(TicketView(reference=request.reference))

    @Slot(object)
    def show(self, ticket: DeskTicket) -> None:
        self.ticket, self.reference = ticket, ticket.reference
        can_print = not isinstance(self.scene.controller.desk.kit.printer, NoPrinter)
        self._open(
            TicketView(
                reference=ticket.reference,
                lines=ticket.lines,
                modules=modules(ticket.qr),
                can_print=can_print,
            )
        )

    def tell(self, failure: Failure) -> bool:
        """Say in the dialog why nothing was printed or made; return False where none is open."""
        dialog = self.scene.window.dialog
        if not isinstance(dialog, TicketDialog):
            return False
        dialog.show_said(sentence(failure.error, self.scene.words), "bad")
        return True

    def forget(self) -> None:
        self.ticket = None

    def _open(self, view: TicketView) -> None:
        dialog = TicketDialog(self.scene.stage(), view)
        dialog.replace_asked.connect(self._on_replace)
        dialog.print_asked.connect(self._on_print)
        dialog.closed.connect(self._on_closed)
        self.scene.ask(dialog)

    @Slot()
    def _on_replace(self) -> None:
        self.scene.controller.tickets.make(self.reference)

    @Slot()
    def _on_print(self) -> None:
        dialog = self.scene.window.dialog
        if self.ticket is not None and isinstance(dialog, TicketDialog):
            dialog.show_said(self.scene.words("desk.ticket.printing"), is_printing=True)
            self.scene.controller.tickets.print_out(self.ticket)

    @Slot(object)
    def _on_printed(self, _ticket: DeskTicket) -> None:
        dialog = self.scene.window.dialog
        if isinstance(dialog, TicketDialog):
            dialog.show_said(self.scene.words("desk.ticket.printed"), "ok")

    @Slot()
    def _on_closed(self) -> None:
        self.forget()
        self.closed.emit()
