"""Show on one page what was not read: python contact_sheet.py MISSES_FOLDER SHEET.jpg (after evaluate.py --misses)."""

import sys
from pathlib import Path

import cv2
import numpy as np

TILE = (320, 180)
CAPTION = 16
COLUMNS = 4


def draw_sheet(folder: Path) -> np.ndarray:
    """Return all pictures of a folder, small, each with its name."""
    tiles = [draw_tile(path) for path in sorted(folder.glob("*.png"))]
    blank = np.zeros_like(tiles[0])
    tiles += [blank] * (-len(tiles) % COLUMNS)
    return np.vstack([np.hstack(tiles[i : i + COLUMNS]) for i in range(0, len(tiles), COLUMNS)])


def draw_tile(path: Path) -> np.ndarray:
    """Return one picture with its name below."""
    picture = cv2.resize(cv2.imread(str(path), cv2.IMREAD_GRAYSCALE), TILE, interpolation=cv2.INTER_AREA)
    caption = np.zeros((CAPTION, TILE[0]), np.uint8)
    cv2.putText(caption, path.stem, (4, 12), cv2.FONT_HERSHEY_SIMPLEX, 0.4, 255, 1)
    return np.vstack([picture, caption])


if __name__ == "__main__":
    cv2.imwrite(sys.argv[2], draw_sheet(Path(sys.argv[1])), [cv2.IMWRITE_JPEG_QUALITY, 70])
