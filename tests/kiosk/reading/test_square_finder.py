import numpy as np

from kiosk.reading.edge_map import edge_map
from kiosk.reading.square_finder import find_square
from tests.kiosk.reading.drawing import symbol, table

FIRST, MODULE, QUIET = 200, 8, 44  # pixels: where the code stands, its module, the paper around


def test_a_code_is_found_beside_print_that_makes_it_long():
    """What is nearly as dense belongs to the patch at first; together they are no square."""
    gray, code = table(200), symbol("https://esc.gg/22371929", "QRCode", scale=MODULE)
    side = len(code)
    grain = 50 + 150 * np.random.default_rng(3).integers(0, 2, (side // MODULE + 1, 88))
    beside = np.kron(grain, np.ones((MODULE, MODULE)))[:side, :700]
    gray[FIRST : FIRST + side, FIRST : FIRST + side] = code
    gray[FIRST : FIRST + side, FIRST + side - QUIET : FIRST + side - QUIET + 700] = beside

    place = find_square(edge_map(gray))

    assert place is not None
    assert max(place.left, place.top) <= FIRST + QUIET
    assert min(place.left + place.width, place.top + place.height) >= FIRST + side - QUIET
    assert place.width < 1.5 * side


def test_an_even_table_has_no_square():
    """Nothing is dense in it."""
    assert find_square(edge_map(table())) is None
