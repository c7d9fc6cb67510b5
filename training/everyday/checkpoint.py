# SPDX-License-Identifier: Apache-2.0
"""Checkpoints: one exact file, or compact parts below 16 MiB that travel to and from a machine with a GPU."""

import io
import os

import torch

PART_BYTES = 15 << 20


def on_cpu(value, change):
    """The same nested value with every tensor on the CPU and changed."""
    if isinstance(value, torch.Tensor):
        return change(value.detach().cpu())
    if isinstance(value, dict):
        return {key: on_cpu(item, change) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(on_cpu(item, change) for item in value)
    return value


def shortened(tensor):
    return tensor.half() if tensor.dtype == torch.float32 and tensor.numel() > 4096 else tensor


def lengthened(tensor):
    return tensor.float() if tensor.dtype == torch.half else tensor


def parts_of(folder):
    return sorted(folder.glob("checkpoint-[0-9][0-9].part"))


def save(folder, state, compact):
    """Replaces the checkpoint of a folder; an interruption leaves the old one, unless it is compact.

    A compact checkpoint lacks the optimisers' momentum, which comes back within the warm-up.
    """
    if not compact:
        path = folder / "checkpoint.pt"
        torch.save(on_cpu(state, lambda tensor: tensor), f"{path}.new")
        os.replace(f"{path}.new", path)
        return
    stream = io.BytesIO()
    torch.save(on_cpu({name: value for name, value in state.items() if name != "optimisers"}, shortened), stream)
    data = stream.getvalue()
    for old in parts_of(folder):
        old.unlink()
    for index, start in enumerate(range(0, len(data), PART_BYTES)):
        (folder / f"checkpoint-{index:02d}.part").write_bytes(data[start:start + PART_BYTES])


def load(folder):
    """The state of a folder's checkpoint (of parts, if it has any newer ones), or None."""
    whole, parts = folder / "checkpoint.pt", parts_of(folder)
    if parts and not (whole.exists() and whole.stat().st_mtime > parts[0].stat().st_mtime):
        data = b"".join(part.read_bytes() for part in parts)
        return on_cpu(torch.load(io.BytesIO(data), weights_only=True), lengthened)
    return torch.load(whole, weights_only=True, map_location="cpu") if whole.exists() else None
