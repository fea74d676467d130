"""What a file of this folder adds its commands to."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # argparse has no public name for it.
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001
else:
    Commands = object
