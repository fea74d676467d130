import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.looks import STAGE
from ui.parts.pages import Pages


def blocks(count: int, height: int = 100) -> list[QWidget]:
    made = [QWidget() for _ in range(count)]
    for block in made:
        block.setMinimumHeight(height)
    return made


def visible(pages: Pages) -> list[int]:
    return [index for index, block in enumerate(pages.blocks) if block.isVisible()]


def turn(pages: Pages) -> None:
    pages.pager.next.click()
    pages.pager.next.since_last.invalidate()


def test_what_fits_needs_no_pages(shown):
    """Three blocks in a high window stand together, and there is nothing to turn."""
    pages = Pages(STAGE, blocks(3))
    shown(pages, size=(900, 600))

    assert [0, 1, 2] == visible(pages)
    assert not pages.pager.isVisible()


def test_what_does_not_fit_goes_to_the_next_page(shown):
    """No scroll bar: each block is on exactly one page, in order, and the last page leads back to the first."""
    pages = Pages(STAGE, blocks(5))
    shown(pages, size=(900, 400))
    seen = []
    for _ in range(pages.count):
        seen += visible(pages)
        turn(pages)

    assert [0, 1, 2, 3, 4] == seen
    assert 0 == pages.now


def test_a_larger_window_puts_them_together_again(shown):
    """Turning the screen never leaves a page that isn't there any more."""
    pages = Pages(STAGE, blocks(5))
    window = shown(pages, size=(900, 400))
    turn(pages)
    window.resize(900, 1200)

    assert [0, 1, 2, 3, 4] == visible(pages)


@pytest.mark.parametrize(("rest", "first"), [("below", 0), ("above", 276), ("around", 114)])
def test_room_that_is_left_goes_where_it_belongs(shown, rest, first):
    """What is read stands at the top, what is touched at the bottom."""
    pages = Pages(STAGE, blocks(3), rest=rest)
    shown(pages, size=(900, 624))

    assert first == pages.blocks[0].y()


def test_choices_grow_into_the_room(shown):
    """Touch targets take room rather than leave it empty, up to what was asked."""
    pages = Pages(STAGE, blocks(2), growth=1.5)
    shown(pages, size=(900, 900))

    assert [150, 150] == [block.height() for block in pages.blocks]


def test_two_columns_stand_side_by_side(shown):
    """A wide screen shows choices two by two."""
    pages = Pages(STAGE, blocks(4), columns=2)
    shown(pages, size=(1000, 400))
    places = [(block.x(), block.y()) for block in pages.blocks]

    assert places[0][1] == places[1][1] < places[2][1] == places[3][1]
    assert places[0][0] == places[2][0] < places[1][0] == places[3][0]


def test_a_card_has_a_rule_between_its_rows(shown):
    """Rows on a card are divided, and lie inside it."""
    pages = Pages(STAGE, blocks(3), is_card=True)
    shown(pages, size=(900, 700))

    assert 2 == sum(line.isVisible() for line in pages.rules)
    assert all(pages.card.geometry().contains(block.geometry()) for block in pages.blocks)
    tops = [line.y() for line in pages.rules]
    assert [block.geometry().bottom() < top for block, top in zip(pages.blocks[:-1], tops, strict=True)] == [
        True,
        True,
    ]
