"""Write a trained network as ONNX: python export.py reader|wide_reader|finder WEIGHTS.pt OUTPUT.onnx."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import torch
from networks import LineReader, ZoneFinder, block, make_reader, make_wide_reader
from torch import nn

CHANNELS = 16


class Reading(nn.Module):
    """The line reader as it is used: (N, 1, 24, W) to (N, 38, W / 4)."""

    def __init__(self, network: LineReader) -> None:
        super().__init__()
        self.network = network

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.network(x).squeeze(2)


class Finding(nn.Module):
    """The zone finder as it is used: (1, 1, H, W) to probabilities (1, 1, H / 4, W / 4).

    onnxruntime reckons sixteen channels at once. Fewer are put in order before the next convolution, which takes longer
    than to fill them up; and a sigmoid is joined with the convolution before it, for all sixteen.
    """

    def __init__(self, network: ZoneFinder) -> None:
        super().__init__()
        self.network = filled_up(network)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.sigmoid(self.network(x).squeeze(1)).unsqueeze(1)


def filled_up(network: ZoneFinder) -> ZoneFinder:
    """Return a finder whose first convolution has sixteen channels, the added ones always 0."""
    kept = network.state_dict()
    network.quarter[0], network.quarter[1] = block(1, CHANNELS, 3, 2, 1), block(CHANNELS, CHANNELS, 3, 2, 1)
    filled = network.state_dict()
    for name, values in filled.items():
        if values.shape != kept[name].shape:
            values.zero_()
        values[tuple(slice(size) for size in kept[name].shape)] = kept[name]
    return network


MAKERS: Mapping[str, Callable[[], LineReader | ZoneFinder]] = {
    "reader": make_reader,
    "wide_reader": make_wide_reader,
    "finder": ZoneFinder,
}


def export(which: str, weights: Path, output: Path) -> None:
    """Fold the normalisation into the convolutions and write the network."""
    network = MAKERS[which]()
    network.load_state_dict(torch.load(weights))
    if isinstance(network, LineReader):
        used, sample = Reading(network), torch.zeros(2, 1, 24, 640)
        free, left = {0: "lines", 3: "columns"}, {0: "lines", 2: "steps"}
    else:
        used, sample = Finding(network), torch.zeros(1, 1, 384, 640)
        free, left = {2: "rows", 3: "columns"}, {2: "cell_rows", 3: "cell_columns"}
    torch.onnx.export(
        used.eval(),
        (sample,),
        str(output),
        input_names=["picture"],
        output_names=["scores"],
        dynamic_axes={"picture": free, "scores": left},
        opset_version=17,
        dynamo=False,
    )


if __name__ == "__main__":
    export(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
