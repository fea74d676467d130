"""Put exported networks into the program: python publish.py MODELS FINDER.onnx READER.onnx WIDE_READER.onnx.

MODELS: the program's resources/models; beside the networks their hashes are written, which the kiosk checks when it
loads them.
"""

import hashlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from kiosk.reading.models import NAMES

HEAD = "# Written by packaging/mrz_model/publish.py; what was measured stands in packaging/mrz_model/MODEL_CARD.md.\n"


def publish(models: Path, networks: dict[str, Path]) -> None:
    """Copy the networks into a folder and write their list."""
    entries = []
    for name, path in networks.items():
        content = path.read_bytes()
        file = f"mrz_{name}.onnx"
        (models / file).write_bytes(content)
        entries.append(f'\n[{name}]\nfile = "{file}"\nsha256 = "{hashlib.sha256(content).hexdigest()}"\n')
    (models / "models.toml").write_text(HEAD + "".join(entries), "utf-8")


if __name__ == "__main__":
    folder, *networks = map(Path, sys.argv[1:])
    publish(folder, dict(zip(NAMES, networks, strict=True)))
