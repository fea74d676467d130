"""How an example of the desk begins: the page, a request on it, what is pressed."""

from collections.abc import Callable

from kiosk.staff.account import Role
from ui.desk_gallery import campus, views
from ui.desk_gallery.counter import Counter
from ui.words import Words

Show = Callable[[Counter], None]


def words_of(desk: Counter) -> Words:
    return desk.stage.words


def show_page(desk: Counter, page: str = "queue") -> None:
    """Show a page, the usual queue beside it."""
    desk.show_desk(views.bar(words_of(desk), page), views.person(words_of(desk)))
    desk.show_queue(views.queue(words_of(desk), campus.usual(), has_attention=True))


def show_request(desk: Counter, at: int = 1, role: Role = Role.SUPERVISOR, **changes: object) -> None:
    """Show the request of one of the campus' people, with what should be otherwise."""
    show_page(desk)
    made = campus.request(at, **changes)  # type: ignore[arg-type]  # its own arguments
    desk.show_request(views.request(words_of(desk), views.dossier(made), role))


def press(desk: Counter, *keys: str) -> None:
    for key in keys:
        desk.window.key_pressed.emit(key)
