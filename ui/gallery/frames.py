"""What the camera sees in the pictures: specimens of the fictional campus, held up by its unsteady hand."""

from collections.abc import Sequence
from functools import cache
from itertools import islice

import numpy as np
from PySide6.QtGui import QImage

from kiosk.demo.campus import students
from kiosk.demo.cards import draw_card
from kiosk.demo.documents import draw_document
from kiosk.demo.videos import hold_to_camera
from kiosk.reading.frame import Pixels
from ui.demonstration.props import on_paper
from ui.images import to_qimage

SETTLED = 28  # the frame in which the hand holds still, and no glare passes any more
QUIET = 4  # modules of white around a code
WITH_PASSPORT = 1  # of the campus' students


@cache
def camera_picture() -> QImage:
    """Return the camera's picture of a student card."""
    return _seen(draw_card(students(count=1)[0]))


@cache
def document_picture() -> QImage:
    """Return the camera's picture of a passport's page."""
    return _seen(draw_document(students(count=WITH_PASSPORT + 1)[WITH_PASSPORT]))


def ticket_picture(modules: Sequence[Sequence[bool]]) -> QImage:
    """Return the camera's picture of a printed ticket with this code."""
    code = np.pad(np.where(np.array(modules), 0, 255).astype(np.uint8), QUIET, constant_values=255)
    return _seen(on_paper(np.repeat(code[:, :, None], 3, axis=2)))


def _seen(picture: Pixels) -> QImage:
    return to_qimage(next(islice(hold_to_camera(picture, seed=0), SETTLED, None)))
