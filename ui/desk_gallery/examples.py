"""Each state of the desk that is worth looking at, as what is shown on a counter."""

from collections.abc import Mapping

from kiosk.request.request import State
from ui.desk.notice import NoticeView
from ui.desk.sign_in import SignInView
from ui.desk.toast import ToastView
from ui.desk_gallery import campus, views
from ui.desk_gallery.beginning import Show, press, show_page, show_request, words_of
from ui.desk_gallery.counter import Counter
from ui.desk_gallery.fleet_examples import FLEET_EXAMPLES
from ui.desk_gallery.request_examples import REQUEST_EXAMPLES
from ui.gallery.frames import camera_picture


def _sign_in(desk: Counter) -> None:
    desk.show_sign_in(SignInView(place=views.PLACES[words_of(desk).language]))


def _locked(desk: Counter) -> None:
    words = words_of(desk)
    error = words("desk.sign_in.locked_failed", login="nferrand")
    desk.show_sign_in(SignInView(place=views.PLACES[words.language], locked_by="nferrand", error=error))


def _empty(desk: Counter) -> None:
    show_page(desk)
    desk.show_queue(views.queue(words_of(desk)))


def _loading(desk: Counter) -> None:
    desk.show_desk(views.bar(words_of(desk)), views.person(words_of(desk)))


def _crowded(desk: Counter) -> None:
    show_page(desk)
    desk.show_queue(views.queue(words_of(desk), campus.crowd()))
    seen = views.dossier(campus.request(1))
    desk.show_request(views.request(words_of(desk), seen))


def _quicker(desk: Counter) -> None:
    words = words_of(desk)
    show_request(desk)
    says = words("desk.notice.quicker_says", name="Léa Moulin", decision=words("desk.state.approved"))
    desk.show_notices([NoticeView("quicker", "", words("desk.notice.quicker"), says)])


def _called(desk: Counter) -> None:
    show_request(desk)
    desk.show_notices(views.calls(words_of(desk)))


def _toast(desk: Counter) -> None:
    words = words_of(desk)
    show_page(desk)
    made = campus.decided(State.APPROVED, 1, next_attempt_at=campus.NOW)
    desk.show_request(views.request(words, views.dossier(made)))
    said = words("desk.toast.approved", name=campus.LONG_NAME)
    desk.show_toast(ToastView("warn", said, made.reference, can_undo=True))


def _ticket(desk: Counter) -> None:
    show_request(desk)
    desk.show_ticket(views.ticket(words_of(desk)))


def _new_ticket(desk: Counter) -> None:
    show_request(desk)
    press(desk, "ticket")


def _not_printed(desk: Counter) -> None:
    show_request(desk)
    said = words_of(desk)("said.printer")
    desk.show_ticket(views.ticket(words_of(desk), said=said, said_tone="bad"))


def _search(desk: Counter) -> None:
    show_request(desk)
    desk.show_search()


def _found(desk: Counter) -> None:
    _search(desk)
    if desk.panels is not None:
        desk.panels.search.field.setText("ng")
    found = (campus.request(3), campus.decided(State.FAILED, 4), campus.decided(State.UNLOCKED))
    desk.show_search_results(views.search(words_of(desk), found, "ng"))


def _not_found(desk: Counter) -> None:
    _search(desk)
    desk.show_search_results(views.search(words_of(desk), (), "zzyzx"))


def _verify(desk: Counter, step: int = 0, **changes: object) -> None:
    show_page(desk, "verify")
    desk.show_image(camera_picture())
    desk.show_person(views.person(words_of(desk), step, **changes))


def _verify_ready(desk: Counter) -> None:
    _verify(desk, 2, edge=words_of(desk)("desk.reason.expired"))
    if desk.panels is not None:
        desk.panels.verify.symptoms.choose("blocked")


def _outcome(desk: Counter, *, is_filed: bool = True) -> None:
    show_page(desk, "verify")
    desk.show_outcome(views.outcome(words_of(desk), is_filed=is_filed))


def _figures(desk: Counter) -> None:
    show_page(desk, "figures")
    desk.show_figures(views.figures(words_of(desk)))


def _report(desk: Counter, name: str) -> None:
    desk.show_desk(views.bar(words_of(desk), name), views.person(words_of(desk)))
    desk.show_report(views.report(words_of(desk), name))


def _help(desk: Counter) -> None:
    show_request(desk)
    desk.show_help()


EXAMPLES: Mapping[str, Show] = {
    "sign-in": _sign_in,
    "locked": _locked,
    "loading": _loading,
    "queue": show_page,
    "queue-empty": _empty,
    "queue-crowded": _crowded,
    **REQUEST_EXAMPLES,
    "quicker": _quicker,
    "called": _called,
    "toast": _toast,
    "ticket": _ticket,
    "ticket-new": _new_ticket,
    "ticket-not-printed": _not_printed,
    "search": _search,
    "search-found": _found,
    "search-none": _not_found,
    "verify": _verify,
    "verify-document": lambda desk: _verify(desk, 1),
    "verify-ready": _verify_ready,
    "verify-lost": lambda desk: _verify(desk, 1, is_camera_lost=True),
    "outcome": _outcome,
    "outcome-mismatch": lambda desk: _outcome(desk, is_filed=False),
    "figures": _figures,
    "figures-loading": lambda desk: show_page(desk, "figures"),
    "health": lambda desk: _report(desk, "health"),
    "journal": lambda desk: _report(desk, "journal"),
    "journal-broken": lambda desk: _report(desk, "journal-broken"),
    "report-busy": lambda desk: _report(desk, "report-busy"),
    "help": _help,
    **FLEET_EXAMPLES,
}
