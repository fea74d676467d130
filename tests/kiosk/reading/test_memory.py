import subprocess
import sys

PROGRAM = """
import resource
import numpy as np
from kiosk.reading.mrz_picture import even_out

def faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt

gray = np.random.default_rng(1).integers(0, 255, (384, 640), np.uint8)
for _ in range(3):
    even_out(gray)
before = faults()
for _ in range(20):
    even_out(gray)
print((faults() - before) // 20)
"""


def test_a_frames_memory_is_used_again_for_the_next():
    """Without that each frame would ask the system for a thousand pages anew."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 50
