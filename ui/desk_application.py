"""Open a desk: its window, with everything behind it."""

from collections.abc import Mapping, Sequence

from kiosk.kit import Kit
from ui.desk.window import DeskWindow
from ui.desk_acts.examining import Examine, nothing_to_examine
from ui.desk_acts.fleet import Admit, nobody_admits
from ui.desk_acts.idle_lock import IDLE_MS
from ui.desk_controller import DeskController
from ui.desk_face.face import DeskFace
from ui.desk_face.scene import Scene
from ui.terminal.one_camera import OneCamera
from ui.words import Words


class Desk(DeskWindow):
    """A desk that works. Closing the window, or `close_down`, stops all that is behind it."""

    face: DeskFace

    def close_down(self) -> bool:
        """Stop everything and wait for it; return whether all ended in time. The kit stays its owner's."""
        return self.face.close()


def open_desk(
    kit: Kit,
    words: Words,
    *,
    place: Mapping[str, str] | None = None,
    messages: Mapping[str, Mapping[str, str]] | None = None,
    languages: Sequence[str] = ("fr", "en"),
    cameras: OneCamera | None = None,
    idle_ms: int = IDLE_MS,
    examine: Examine = nothing_to_examine,
    admit: Admit = nobody_admits,
) -> Desk:
    """Return the desk's window, where somebody may sign in; it isn't shown yet.

    place, messages: what the campus says, by language. cameras: shared with a terminal in the same process.
    examine: looks at every part of the post. admit: makes the login of a terminal.
    """
    window = Desk()
    controller = DeskController(kit, cameras, window, examine, admit)
    scene = Scene(
        controller=controller,
        window=window,
        place=place or {},
        messages=messages or {},
        languages=languages,
        language=words.language,
    )
    window.resize(window.screen().availableSize())  # as large as it will be, so that it is laid out once
    scene.is_refitted()
    window.face = DeskFace(scene, idle_ms)
    return window
