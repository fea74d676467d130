"""Find where a picture may show a code of two dimensions: edges of all directions, densely, in a square."""

import numpy as np

from kiosk.reading.edge_map import CELL, EdgeMap
from kiosk.reading.opencv import cv2
from kiosk.reading.region import Region

LEAST_STRENGTH = 0.03  # of the picture's light
FAINTEST = 0.3  # of 255
SHARES_OF_PEAK = (0.4, 0.5, 0.6, 0.7, 0.8)  # what still belongs to a patch: less of it if that is no square
MARGIN = 4  # cells
LARGEST = 0.25  # of the picture's area
BOX = 5  # cells
LONGEST = 2.2  # times as long as wide


def find_square(edges: EdgeMap) -> Region | None:
    """Return the surroundings of the densest patch of edges without direction, None if there is none."""
    if min(edges.strength.shape) < BOX:
        return None
    plain = np.maximum(edges.strength - edges.floor - 0.7 * edges.aligned, 0)
    dense = cv2.blur(plain * edges.lift, (BOX, BOX))
    row, column = divmod(int(dense.argmax()), dense.shape[1])
    if dense[row, column] < FAINTEST + LEAST_STRENGTH * edges.light:
        return None
    for share in SHARES_OF_PEAK:
        marked = (dense > share * dense[row, column]).astype(np.uint8)
        _, labels, boxes, _ = cv2.connectedComponentsWithStats(marked)
        left, top, width, height, _ = (int(side) for side in boxes[labels[row, column]])
        if max(width, height) <= LONGEST * min(width, height) and width * height <= LARGEST * dense.size:
            return Region(
                max(0, left - MARGIN) * CELL,
                max(0, top - MARGIN) * CELL,
                min(dense.shape[1], left + width + MARGIN) * CELL,
                min(dense.shape[0], top + height + MARGIN) * CELL,
            )
    return None
