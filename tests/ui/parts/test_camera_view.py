import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from tests.ui.looks import LIGHT
from ui.parts.camera_view import CARD_RATIO, PAGE_RATIO, Aim, CameraView


@pytest.fixture
def view(shown):
    made = CameraView(LIGHT, CARD_RATIO, "the camera's picture")
    shown(made, size=(960, 540))
    return made


def halves() -> QImage:
    """Return a picture whose left half is red, its right half blue."""
    image = QImage(160, 90, QImage.Format.Format_RGB32)
    for y in range(90):
        for x in range(160):
            image.setPixelColor(x, y, QColor("#FF0000" if x < 80 else "#0000FF"))
    return image


def colour_inside(view: CameraView, share: float) -> QColor:
    outline = view.outline()
    return (
        view.grab()
        .toImage()
        .pixelColor(round(outline.left() + outline.width() * share), round(outline.center().y()))
    )


def test_the_picture_is_mirrored(view):
    """Who moves a card to the right sees it move to the right."""
    view.show_image(halves())

    assert colour_inside(view, 0.3).blue() > 200
    assert colour_inside(view, 0.7).red() > 200


def test_outside_of_the_outline_is_dimmed(view):
    """The eye goes to where the card belongs."""
    view.show_image(halves())
    edge = view.grab().toImage().pixelColor(12, 270)

    assert edge.blue() < 200


@pytest.mark.parametrize("aim", Aim)
def test_what_the_outline_says_can_be_seen(view, aim):
    """Each aim is drawn differently."""
    view.show_image(halves())
    view.show_aim(aim)
    drawn = view.grab().toImage()
    view.show_aim(Aim.LOOKING if aim is not Aim.LOOKING else Aim.AGREEING)

    assert drawn != view.grab().toImage()


def test_the_picture_is_forgotten(view):
    """After forgetting, nothing of the person is held or shown."""
    view.show_image(halves())
    view.forget()

    assert view.image is None
    assert colour_inside(view, 0.3) == colour_inside(view, 0.7)


@pytest.mark.parametrize("ratio", [CARD_RATIO, PAGE_RATIO, 1.0])
@pytest.mark.parametrize("size", [(952, 700), (700, 952), (1000, 300)])
def test_the_outline_fits_and_keeps_its_shape(shown, ratio, size):
    """Whatever shape the view has, the outline lies inside it and has the card's proportions."""
    view = CameraView(LIGHT, ratio, "picture")
    shown(view, size=size)
    outline = view.outline()

    assert view.rect().toRectF().contains(outline)
    assert outline.width() / outline.height() == pytest.approx(ratio)


def test_it_gives_way_to_words(shown):
    """Its least size is small: large words take the room they need."""
    view = CameraView(LIGHT, CARD_RATIO, "picture")

    assert view.minimumSize().boundedTo(QSize(400, 240)) == view.minimumSize()
