"""Terminals that ask for staff, as notices."""

from collections.abc import Sequence

from kiosk.request.staff_call import StaffCall
from ui.desk.notice import NoticeView
from ui.desk_views.when import When

CALL, CALL_TAKEN = "call ", "call_taken"  # a call's notice has the terminal's name after it
KEY = "G"


def call_views(when: When, calls: Sequence[StaffCall]) -> list[NoticeView]:
    """Return a notice for each; the key belongs to the first."""
    words = when.words
    return [
        NoticeView(
            call_code(call),
            "brick",
            words("desk.notice.call", terminal=call.device),
            words("desk.notice.call_says", time=words.time(when.calendar.local(call.at))),
            is_lasting=True,
            act=words("desk.notice.go"),
            key="" if place else KEY,
        )
        for place, call in enumerate(calls)
    ]


def call_code(call: StaffCall) -> str:
    """Return what the notice is about."""
    return f"{CALL}{call.device}"


def taken_view(when: When, call: StaffCall) -> NoticeView:
    """Return what is told where another desk was quicker."""
    title = when.words("desk.notice.call_taken", terminal=call.device)
    return NoticeView(CALL_TAKEN, "", title, when.words("desk.notice.call_taken_says"))
