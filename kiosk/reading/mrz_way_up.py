"""Which way up a line of a zone stands: told from its strokes, before any of it is read.

The fillers make it plain: a `<` leans one way in its upper half and the other way in its lower half, and on its head
it does the opposite. Letters and digits lean both ways alike, or the same in both halves.
"""

import numpy as np


def lean(soft: np.ndarray, middle: float, half_height: int) -> float:
    """Return how much the strokes of a (rows, columns) float32 strip lean as they do in upright text; below 0: turned.

    middle: the row in the middle of the capitals. half_height: rows from there to their tops.
    """
    centre = min(max(round(middle), half_height + 1), len(soft) - half_height - 2)
    band = soft[centre - half_height - 1 : centre + half_height + 2]
    across = band[1:-1, 2:] - band[1:-1, :-2]
    down = band[2:, 1:-1] - band[:-2, 1:-1]
    leaning = np.einsum("ij,ij->i", across, down)
    return float(leaning[:half_height].sum() - leaning[-half_height:].sum())
