"""The networks: two read a strip of text, one marks where text lines of a zone lie."""

from collections.abc import Callable

import torch
from torch import Tensor, nn


def block(inputs: int, outputs: int, kernel: int | tuple[int, int] = 3, stride: int | tuple[int, int] = 1,
          padding: int | tuple[int, int] = 1) -> nn.Sequential:  # fmt: skip
    """Return convolution, normalisation, rectifier."""
    convolution = nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False)
    return nn.Sequential(convolution, nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Residual(nn.Module):
    """One convolution whose result is added to its input."""

    def __init__(self, channels: int, kernel: tuple[int, int] = (3, 3)) -> None:
        super().__init__()
        padding = (kernel[0] // 2, kernel[1] // 2)
        self.convolution = nn.Conv2d(channels, channels, kernel, 1, padding, bias=False)
        self.norm = nn.BatchNorm2d(channels)

    def forward(self, x: Tensor) -> Tensor:
        return torch.relu(x + self.norm(self.convolution(x)))


class Separable(nn.Module):
    """A 3x3 convolution of each channel, then a mix of them, added to the input: a fifth of the work."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.each = nn.Conv2d(channels, channels, 3, 1, 1, groups=channels, bias=False)
        self.each_norm = nn.BatchNorm2d(channels)
        self.mix = nn.Conv2d(channels, channels, 1, bias=False)
        self.mix_norm = nn.BatchNorm2d(channels)

    def forward(self, x: Tensor) -> Tensor:
        y = torch.relu(self.each_norm(self.each(x)))
        return torch.relu(x + self.mix_norm(self.mix(y)))


class LineReader(nn.Module):
    """(N, 1, 24, W) strips to (N, 38, 1, W / 4) scores: 37 characters and blank."""

    def __init__(self, inner: Callable[[int], nn.Module], quarter: int, eighth: int) -> None:
        """Take what follows each halving, and the channels at a quarter and at an eighth of the height."""
        super().__init__()
        self.features = nn.Sequential(
            block(1, 16),
            block(16, 32, 3, 2, 1),
            inner(32),
            block(32, quarter, 3, (2, 1), 1),
            inner(quarter),
            block(quarter, eighth, 3, 2, 1),
            inner(eighth),
            block(eighth, 128, 3, 1, (0, 1)),
            Residual(128, (1, 5)),
            Residual(128, (1, 5)),
        )
        self.dropout = nn.Dropout2d(0.1)
        self.scores = nn.Conv2d(128, 38, 1)

    def forward(self, x: Tensor) -> Tensor:
        return self.scores(self.dropout(self.features(x)))


def make_reader() -> LineReader:
    """Return the quick reader: half the time of the wide one, which teaches it."""
    return LineReader(Separable, 48, 80)


def make_wide_reader() -> LineReader:
    """Return the careful reader. What it doubts teaches the quick one more than a letter alone."""
    return LineReader(Residual, 64, 96)


class ZoneFinder(nn.Module):
    """(N, 1, H, W) normalised pictures to (N, 1, H / 4, W / 4) scores: the core of a zone's line or not.

    H and W are multiples of 32. Fine levels are thin, for they cost most; a zone is told from print at the coarse ones.
    """

    def __init__(self) -> None:
        super().__init__()
        self.quarter = nn.Sequential(block(1, 8, 3, 2, 1), block(8, 16, 3, 2, 1), Separable(16))
        self.eighth = nn.Sequential(block(16, 32, 3, 2, 1), Separable(32))
        self.sixteenth = nn.Sequential(block(32, 48, 3, 2, 1), Residual(48), Residual(48))
        self.whole = nn.Sequential(block(48, 64, 3, 2, 1), Residual(64), Residual(64), Residual(64))
        self.down_16 = block(64, 48, 1, 1, 0)
        self.down_8 = block(48, 32, 1, 1, 0)
        self.down_4 = block(32, 16, 1, 1, 0)
        self.mix_16, self.mix_8, self.mix_4 = block(48, 48), Separable(32), Separable(16)
        self.scores = nn.Conv2d(16, 1, 1)

    def forward(self, x: Tensor) -> Tensor:
        quarter = self.quarter(x)
        eighth = self.eighth(quarter)
        sixteenth = self.sixteenth(eighth)
        y = self.mix_16(double(self.down_16(self.whole(sixteenth))) + sixteenth)
        y = self.mix_8(double(self.down_8(y)) + eighth)
        y = self.mix_4(double(self.down_4(y)) + quarter)
        return self.scores(y)


def double(x: Tensor) -> Tensor:
    """Repeat every cell twice in both directions."""
    return nn.functional.interpolate(x, scale_factor=2.0, mode="nearest")
