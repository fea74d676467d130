"""One network on the CPU, by onnxruntime, which is faster than cv2.dnn (figures: the model card)."""

import os

import numpy as np

# onnxruntime 1.32 writes a file of telemetry, and would send it, from the moment it is imported; its own function
# to turn that off comes too late.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime

from kiosk.errors import ModelAway


class Network:
    """A network with one input and one output; used from one thread at a time."""

    def __init__(self, onnx: bytes, threads: int) -> None:
        """Raises ModelAway if the bytes are no network that this machine can run."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._session = onnxruntime.InferenceSession(onnx, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime's own classes share no public parent
            raise ModelAway("A model can't be loaded: install the program again.", retry=False) from error
        self._input = self._session.get_inputs()[0].name

    def run(self, picture: np.ndarray) -> np.ndarray:
        """Return the network's scores for a float32 batch (N, 1, H, W)."""
        scores: np.ndarray = self._session.run(None, {self._input: picture})[0]
        return scores
