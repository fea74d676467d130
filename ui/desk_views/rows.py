"""Requests as rows of a list: the queue with its headings, and what a search found."""

from collections.abc import Iterable, Iterator

from kiosk.request.request import Presence, Request, State
from ui.desk.queue import QueueView
from ui.desk.search import SearchView
from ui.desk_acts.queue_watch import QueueNow
from ui.desk_parts.list_row import ListRow, Sign
from ui.desk_views.when import When
from ui.words import Words

_STATE_TONES = {State.FAILED: "bad", State.UNLOCKED: "ok", State.HANDED_OVER: "ok"}


def queue_view(when: When, seen: QueueNow) -> QueueView:
    """Return the queue: what must be taken up again first."""
    words = when.words
    rows = (
        *_section(words("desk.queue.attention"), (attention_row(when, each) for each in seen.attention)),
        *_section(words("desk.queue.waiting"), (waiting_row(when, each) for each in seen.waiting)),
    )
    waiting = len(seen.waiting)
    return QueueView(
        title=_title(words, waiting, len(seen.attention)),
        rows=rows if seen.attention else rows[1:],  # one kind needs no heading
        more=words("desk.queue.more", count=waiting) if seen.more else "",
    )


def _title(words: Words, waiting: int, attention: int) -> str:
    """Return how many wait; where none does, how many are to be taken up again."""
    if not waiting and attention:
        return words("desk.queue.title_attention", count=attention)
    if waiting > 1:
        return words("desk.queue.title", count=waiting)
    return words("desk.queue.title_one" if waiting else "desk.queue.title_none")


def search_view(when: When, text: str, requests: tuple[Request, ...]) -> SearchView:
    words, count = when.words, len(requests)
    if count == 0:
        title = words("desk.search.none", text=text)
    else:
        title = words("desk.search.found_one") if count == 1 else words("desk.search.found", count=count)
    rows = tuple(_row_of(when, each) for each in requests)
    return SearchView(text=text, title=title, rows=rows)


def waiting_row(when: When, request: Request) -> ListRow:
    due = when.due(request.due_at)
    mark = Sign("bell", when.words("desk.queue.urgent"), "brick") if request.urgent else None
    return _row(
        when.words,
        request,
        badge=presence_sign(when.words, request),
        mark=mark,
        when=due,
        day=when.day(request.due_at),
    )


def attention_row(when: When, request: Request) -> ListRow:
    if request.state is State.FAILED:
        badge = Sign("cross", when.words("desk.queue.failed"), "bad")
    else:
        badge = Sign("clock", when.words("desk.queue.approved"), "warn")
    return _row(when.words, request, badge=badge, when=when.due(request.due_at), day=when.day(request.due_at))


def state_row(when: When, request: Request) -> ListRow:
    """Return a request that may have ended: its state says more than its due time."""
    at = request.ended_at or request.filed_at
    return _row(when.words, request, badge=state_sign(when.words, request), day=when.day(at))


def state_sign(words: Words, request: Request) -> Sign:
    tone = _STATE_TONES.get(request.state, "")
    icon = {"bad": "cross", "ok": "check"}.get(tone, "dash")
    return Sign(icon, words(f"desk.state.{request.state}"), tone)


def holder_name(words: Words, request: Request) -> str:
    return request.holder.display_name if request.holder else words("desk.unknown_holder")


def presence_sign(words: Words, request: Request) -> Sign:
    if request.verification.presence is Presence.IN_PERSON:
        return Sign("person", words("desk.presence.in_person"), "ok")
    return Sign("touch", words("desk.presence.unattended"), "warn")


def _row_of(when: When, request: Request) -> ListRow:
    if request.state is State.WAITING:
        return waiting_row(when, request)
    if request.state in (State.APPROVED, State.FAILED):
        return attention_row(when, request)
    return state_row(when, request)


def _row(
    words: Words,
    request: Request,
    *,
    badge: Sign,
    mark: Sign | None = None,
    when: Sign | None = None,
    day: str,
) -> ListRow:
    name = holder_name(words, request)
    line = f"{request.reference} · {words(f'motive.{request.symptom}')}"
    due = " ".join(filter(None, (when.word if when else "", day)))
    return ListRow(
        key=request.reference,
        title=name,
        line=line,
        badge=badge,
        mark=mark,
        when=when,
        day=day,
        spoken=words("desk.queue.row", name=name, line=line, presence=badge.word, due=due),
    )


def _section(title: str, rows: Iterable[ListRow]) -> Iterator[ListRow]:
    found = tuple(rows)
    if found:
        yield ListRow(key="", title=title)
        yield from found
