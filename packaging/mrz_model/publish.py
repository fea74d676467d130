"""Put exported networks into the program: python publish.py FINDER.onnx READER.onnx WIDE_READER.onnx.

Writes resources/models with the hashes that the kiosk checks when it loads them.
"""

import hashlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from kiosk.reading.models import NAMES

MODELS = Path(__file__).resolve().parents[2] / "resources" / "models"
HEAD = "# Written by packaging/mrz_model/publish.py; what was measured stands in packaging/mrz_model/MODEL_CARD.md.\n"


def publish(networks: dict[str, Path]) -> None:
    """Copy the networks and write their list."""
    entries = []
    for name, path in networks.items():
        content = path.read_bytes()
        file = f"mrz_{name}.onnx"
        (MODELS / file).write_bytes(content)
        entries.append(f'\n[{name}]\nfile = "{file}"\nsha256 = "{hashlib.sha256(content).hexdigest()}"\n')
    (MODELS / "models.toml").write_text(HEAD + "".join(entries), "utf-8")


if __name__ == "__main__":
    publish(dict(zip(NAMES, map(Path, sys.argv[1:]), strict=True)))
