"""Show what was not read, and why: python contact_sheet.py MISSES_FOLDER SHEET.jpg [WHY.tsv].

The folder is filled by evaluate.py --misses. WHY.tsv: a picture's name without its ending, a tab, a sentence; with it,
only the pictures that it names are shown.
"""

import csv
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

TILE = (320, 180)
CAPTION = 46
COLUMNS = 4
QUALITY = 42
FONT = Path(__file__).resolve().parents[2] / "resources" / "fonts" / "NotoSans-Regular.ttf"


def draw_sheet(paths: list[Path], reasons: dict[str, str]) -> Image.Image:
    """Return the pictures, small, each with its name and why it was not read."""
    rows = -(-len(paths) // COLUMNS)
    sheet = Image.new("L", (TILE[0] * COLUMNS, (TILE[1] + CAPTION) * rows))
    for number, path in enumerate(paths):
        place = number % COLUMNS * TILE[0], number // COLUMNS * (TILE[1] + CAPTION)
        sheet.paste(Image.open(path).convert("L").resize(TILE, Image.Resampling.BOX), place)
        pen = ImageDraw.Draw(sheet)
        text = f"{path.stem}\n{reasons.get(path.stem, '')}"
        pen.multiline_text(
            (place[0] + 4, place[1] + TILE[1] + 3), text, 255, ImageFont.truetype(str(FONT), 13)
        )
    return sheet


def read_reasons(path: Path) -> dict[str, str]:
    """Return the sentence for each picture."""
    with path.open(encoding="utf-8", newline="") as file:
        return dict(csv.reader(file, delimiter="\t"))


if __name__ == "__main__":
    why = read_reasons(Path(sys.argv[3])) if len(sys.argv) > 3 else {}
    shown = [path for path in sorted(Path(sys.argv[1]).glob("*.png")) if not why or path.stem in why]
    draw_sheet(shown, why).save(sys.argv[2], quality=QUALITY, optimize=True)
