"""Example views of every panel, made as the program makes them."""

from datetime import date, timedelta

from kiosk.desk.figures import DayCount, Figures
from kiosk.desk.looking import Dossier
from kiosk.journal.chain import BrokenLink, ChainReport
from kiosk.journal.link import Fault
from kiosk.notices import Told
from kiosk.printer.qr import modules
from kiosk.request.approval import ApprovalRules
from kiosk.request.due import Calendar
from kiosk.request.request import Request, State
from kiosk.request.staff_call import StaffCall
from kiosk.staff.account import Role, StaffAccount
from kiosk.triage.account_state import AccountState
from kiosk.triage.words import Cause
from ui.desk.figures import FiguresView
from ui.desk.notice import NoticeView
from ui.desk.outcome import OutcomeView
from ui.desk.queue import QueueView
from ui.desk.report import ReportView
from ui.desk.request import RequestView
from ui.desk.search import SearchView
from ui.desk.ticket import TicketView
from ui.desk.top_bar import TopBarView
from ui.desk.verify import VerifyView
from ui.desk_acts.queue_watch import QueueNow
from ui.desk_gallery import campus
from ui.desk_parts.list_row import Sign
from ui.desk_parts.request_cards import SaidView
from ui.desk_views.calls import call_views
from ui.desk_views.figures import figures_view
from ui.desk_views.reports import health_view, journal_view
from ui.desk_views.request import Reader, findings, request_view
from ui.desk_views.rows import queue_view, search_view
from ui.desk_views.when import When
from ui.words import Words

LINES = {
    "fr": (
        "Demande enregistrée",
        "Numéro de suivi : MK-7F3K-0001",
        "Réponse au plus tard mardi 24 novembre, fin de journée.",
    ),
    "en": (
        "Request recorded",
        "Tracking number: MK-7F3K-0001",
        "Answer by Tuesday 24 November, end of the day.",
    ),
}
PLACES = {"fr": "Point d’accueil numérique", "en": "Digital reception point"}
MESSAGES = {"fr": "Ce compte a été verrouillé.", "en": "This account has been locked."}
STEPS = (
    "open_account_in_directory_tool",
    "check_lock_is_from_failed_tries",
    "end_lock",
    "confirm_by_approving",
)


def calls(words: Words) -> list[NoticeView]:
    """Return what two terminals ask for."""
    waiting = [("borne du hall", 4), ("borne de la bibliothèque", 1)]
    return call_views(
        when(words),
        [StaffCall("mirail", name, campus.NOW - timedelta(minutes=since)) for name, since in waiting],
    )


def when(words: Words) -> When:
    return When(words, Calendar(), campus.NOW)


def bar(words: Words, page: str = "queue", who: str = "nferrand") -> TopBarView:
    is_admin = page in ("health", "terminals")
    role = words("desk.role.admin" if is_admin else "desk.role.supervisor")
    return TopBarView(
        place=PLACES[words.language],
        who=f"{who} · {role}",
        clock=words.time(when(words).calendar.local(campus.NOW)),
        day=when(words).day(campus.NOW),
        pages=("health", "terminals") if is_admin else ("queue", "verify", "figures", "journal"),
        page=page.partition("-")[0],
    )


def queue(words: Words, requests: tuple[Request, ...] = (), *, has_attention: bool = False) -> QueueView:
    attention = (
        (campus.decided(State.FAILED, 8, failure="still_locked"), campus.decided(State.APPROVED, 9))
        if has_attention
        else ()
    )
    return queue_view(when(words), QueueNow(requests, attention, more=len(requests) > 100))


def dossier(
    request: Request,
    *,
    causes: tuple[Cause, ...] = (Cause.TOO_MANY_TRIES,),
    away: str | None = None,
    told: Told | None = None,
) -> Dossier:
    return Dossier(
        request=request,
        account=None if away else AccountState(locked=True),
        causes=causes,
        directory_away=away,
        earlier=campus.earlier(),
        told=told,
    )


def request(
    words: Words,
    seen: Dossier,
    role: Role = Role.SUPERVISOR,
    steps: tuple[str, ...] = (),
    *,
    hands_over: bool = False,
) -> RequestView:
    reader = Reader(
        staff=StaffAccount("one", role, "-"),
        rules=ApprovalRules(),
        messages={"locked": MESSAGES[words.language]},
        steps=steps,
        after="by_hand" if steps else "directory",
        hands_over=hands_over,
    )
    return request_view(when(words), seen, reader)


def search(words: Words, requests: tuple[Request, ...], text: str) -> SearchView:
    return search_view(when(words), text, requests)


def report(words: Words, name: str) -> ReportView:
    """Return a post that wants a look, a journal that is whole or altered, or one that is being read."""
    match name:
        case "health":
            return health_view(words, campus.HEALTH)
        case "journal":
            return journal_view(words, ChainReport(events=48_211, writers=3, anchors=0, first_broken=None))
        case "journal-broken":
            link = BrokenLink("3f9a52c1", 1204, Fault.ALTERED_BODY)
            return journal_view(words, ChainReport(events=48_211, writers=3, anchors=12, first_broken=link))
    return journal_view(words, None)


def figures(words: Words) -> FiguresView:
    filed = (23, 21, 19, 13, 0, 0, 31, 26, 22, 21, 14, 0, 0, 9)
    ended = (18, 24, 19, 15, 0, 0, 22, 28, 25, 20, 17, 0, 0, 5)
    days = tuple(
        DayCount(date(2026, 11, 10) + timedelta(days=at), *counts)
        for at, counts in enumerate(zip(filed, ended, strict=True))
    )
    causes = (
        (Cause.TOO_MANY_TRIES, 96),
        (Cause.PASSWORD_EXPIRED, 58),
        (Cause.IDLE, 27),
        (None, 8),
        (Cause.TECHNICAL_LOCK, 4),
    )
    return figures_view(
        when(words),
        Figures(
            waiting=8,
            oldest=timedelta(hours=27),
            median_time=timedelta(hours=3, minutes=10),
            by_cause=causes,
            by_day=days,
        ),
    )


def person(words: Words, step: int = 0, **changes: object) -> VerifyView:
    """Return a verification after this many things were read."""
    awaited, read = Sign("clock", words("desk.verify.wanted")), Sign("check", words("desk.verify.read"), "ok")
    values: dict[str, object] = {
        "number": words("desk.verify.number_read", number="21600001") if step else "",
        "number_sign": read if step else awaited,
        "document": words("desk.verify.document_read", kind=words("desk.format.TD3"), state="FRA")
        if step > 1
        else "",
        "document_sign": read if step > 1 else awaited,
    }
    return VerifyView(**(values | changes))  # type: ignore[arg-type]  # fields of VerifyView


def outcome(words: Words, *, is_filed: bool = True) -> OutcomeView:
    verdict = campus.REVIEW if is_filed else campus.MISMATCH
    checks = findings(words, verdict)
    if is_filed:
        says = words("desk.outcome.filed_says", reference="MK-7F3K-0001")
        said = SaidView("ok", "check", words("desk.outcome.filed"), says)
        return OutcomeView(said=said, checks=checks, reference="MK-7F3K-0001", has_ticket=True)
    said = SaidView("bad", "cross", words("desk.outcome.mismatch"), words("desk.outcome.mismatch_says"))
    return OutcomeView(said=said, checks=checks)


def ticket(words: Words, **changes: object) -> TicketView:
    values: dict[str, object] = {
        "reference": "MK-7F3K-0001",
        "lines": LINES[words.language],
        "modules": modules("KIOSK1:0123456789abcdef0123456789abcdef"),
    }
    return TicketView(**(values | changes))  # type: ignore[arg-type]  # fields of TicketView
