"""Let another program read zones: python rival.py NAME FOLDER, run with a Python that has it; prints JSON Lines.

NAME is rapidocr or fastmrz. FOLDER holds PNG pictures. Each line: {"case", "lines", "ms", "error"}, CPU milliseconds.
Imports nothing of this project.
"""

import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

Read = Callable[[Path], list[str]]
SHORTEST = 28  # characters of a zone's line, one or two missing
FEWEST_FILLERS = 2


def rapidocr() -> Read:
    """Return RapidOCR with its own models, one thread: the longest lines, as they stand below one another."""
    from rapidocr import RapidOCR

    engine = RapidOCR(
        params={
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )

    def read(path: Path) -> list[str]:
        found = engine(str(path))
        if found.txts is None:
            return []
        lines = sorted(
            (
                float(min(point[1] for point in box)),
                re.sub(r"[^0-9A-Z<]", "", text.upper().replace("«", "<<")),
            )
            for box, text in zip(found.boxes, found.txts, strict=True)
        )
        long = [text for _, text in lines if len(text) >= SHORTEST and text.count("<") >= FEWEST_FILLERS]
        return long[-3:] if long and len(long[-1]) < 33 else long[-2:]

    return read


def fastmrz() -> Read:
    """Return FastMRZ, which needs tesseract and its own trained data."""
    from fastmrz import FastMRZ

    reader = FastMRZ()

    def read(path: Path) -> list[str]:
        details = reader.get_details(str(path), include_checkdigit=False)
        return [line for line in str(details.get("mrz_text", "")).split("\n") if line]

    return read


def cpu_seconds() -> float:
    """Return what this process used and what it started: tesseract is a program of its own."""
    return sum(os.times()[:4])


def main() -> None:
    """Read every picture of the folder."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    read = {"rapidocr": rapidocr, "fastmrz": fastmrz}[name]()
    for path in sorted(folder.glob("*.png")):
        began, said = cpu_seconds(), ""
        try:
            lines = read(path)
        except Exception as error:  # noqa: BLE001  whatever it is, this picture was not read
            lines, said = [], f"{type(error).__name__}: {error}"
        ms = (cpu_seconds() - began) * 1e3
        print(json.dumps({"case": path.stem, "lines": lines, "ms": ms, "error": said}), flush=True)


if __name__ == "__main__":
    main()
