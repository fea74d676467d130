"""What both trainings share: a source process, a schedule, an average of the weights, a log."""

import copy
import math
import multiprocessing
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.queues import Queue
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

# Elsewhere bfloat16 is imitated: two to ten times slower than float32.
HAS_BFLOAT16 = any(torch.cpu.get_capabilities().get(name) for name in ("avx512_bf16", "amx_bf16"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How long and how fast to learn, where from, where to."""

    steps: int
    rate: float
    seed: int
    fonts: Path
    output: Path
    start_from: Path | None = None
    sources: int = 1
    threads: int = 1


Batch = tuple[Any, ...]
Source = Callable[[int, Path, "Queue[Batch]", "Synchronized[float]"], None]
Loss = Callable[[Tensor, list[Tensor], int], Tensor]


def learn(model: nn.Module, source: Source, loss_of: Loss, plan: Plan) -> None:
    """Train a model on what the source draws; write the averaged weights to plan.output."""
    torch.manual_seed(plan.seed)
    torch.set_num_threads(plan.threads)
    if plan.start_from:
        model.load_state_dict(torch.load(plan.start_from))
    model = model.to(memory_format=torch.channels_last)
    average = copy.deepcopy(model).eval()
    optimiser = torch.optim.AdamW(model.parameters(), plan.rate, weight_decay=0.02)
    queue, progress, processes = start_sources(source, plan)
    began, smooth = time.monotonic(), 0.0
    for step in range(plan.steps):
        progress.value = 1.0 if plan.start_from else step / plan.steps
        set_rate(optimiser, plan, step)
        picture, *truth = [torch.from_numpy(array) for array in queue.get()]
        model.train()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=HAS_BFLOAT16):
            scores = model(picture.to(memory_format=torch.channels_last))
        loss = loss_of(scores.float(), truth, step)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimiser.step()
        follow(average, model, min(0.998, (step + 1) / (step + 20)))
        smooth = loss.item() if step == 0 else 0.98 * smooth + 0.02 * loss.item()
        if (step + 1) % 100 == 0:
            print(
                f"{plan.output.stem} {step + 1} loss {smooth:.4f} {time.monotonic() - began:.0f} s",
                flush=True,
            )
        if (step + 1) % 500 == 0 or step + 1 == plan.steps:
            torch.save(average.state_dict(), plan.output)
    for process in processes:
        process.terminate()


def start_sources(
    source: Source, plan: Plan
) -> tuple["Queue[Batch]", "Synchronized[float]", list[multiprocessing.process.BaseProcess]]:
    """Start the processes that draw examples, each with its own seed."""
    context = multiprocessing.get_context("spawn")
    queue: Queue[Batch] = context.Queue(6)
    progress = context.Value("d", 0.0)
    processes: list[multiprocessing.process.BaseProcess] = []
    for number in range(plan.sources):
        arguments = (plan.seed + number, plan.fonts, queue, progress)
        processes.append(context.Process(target=source, args=arguments, daemon=True))
        processes[-1].start()
    return queue, progress, processes


def set_rate(optimiser: torch.optim.Optimizer, plan: Plan, step: int) -> None:
    """Warm up over 100 steps, then follow half a cosine down to a fiftieth."""
    fall = 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * step / plan.steps))
    for group in optimiser.param_groups:
        group["lr"] = plan.rate * min(1, (step + 1) / 100) * fall


@torch.no_grad()
def follow(average: nn.Module, model: nn.Module, keep: float) -> None:
    """Move the averaged weights a little towards the model's."""
    for ours, theirs in zip(average.state_dict().values(), model.state_dict().values(), strict=True):
        if ours.dtype.is_floating_point:
            ours.lerp_(theirs, 1 - keep)
        else:
            ours.copy_(theirs)


def be_modest() -> None:
    """Leave the machine to others, and one core to this process."""
    import cv2

    os.nice(1)
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
