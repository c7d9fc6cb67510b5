# SPDX-License-Identifier: Apache-2.0
"""A training run: model, average and optimisers as a checkpoint holds them, and the log."""

import json
import time

import numpy as np
import torch

import everyday.checkpoint as checkpoint
import vocabulary
from everyday.aids import Aids
from everyday.sizes import SIZES
from model import Config, Pocket
from optimiser import make_optimisers
from start import prepare

LOG_SECONDS = 60
KEEP_AVERAGE = 0.999


class Run:
    """Everything a checkpoint holds."""

    def __init__(self, arguments, merges):
        self.arguments, self.folder = arguments, arguments.folder
        self.tokenizer = vocabulary.Tokenizer(merges)
        saved = checkpoint.load(arguments.folder)
        values = saved["config"] if saved else {**SIZES[arguments.size], "vocabulary_size": self.tokenizer.size}
        self.model = Pocket(Config.from_dict(values))
        self.aids = Aids(self.model.config)
        self.step, self.seconds, self.images, self.starts = 0, 0.0, 0, 0
        if saved is None:
            prepare(self.model)
        else:
            self.model.load_state_dict(saved["model"])
            self.aids.load_state_dict(saved["aids"], strict=False)
            self.step, self.seconds, self.images = saved["step"], saved["seconds"], saved["images"]
            self.starts = saved["starts"] + 1
        self.average = {name: value.clone() for name, value in self.model.state_dict().items()}
        self.optimisers = make_optimisers((self.model, self.aids), arguments.matrix_rate, arguments.other_rate)
        self.rates = list(zip((arguments.matrix_rate, arguments.other_rate), self.optimisers))
        if saved is not None:
            device = torch.get_default_device()
            self.average = {name: value.to(device) for name, value in saved["average"].items()}
            for optimiser, state in zip(self.optimisers, saved.get("optimisers", ())):
                optimiser.load_state_dict(state)

    def save(self):
        checkpoint.save(self.folder, {
            "config": vars(self.model.config), "model": self.model.state_dict(), "aids": self.aids.state_dict(),
            "average": self.average, "optimisers": [o.state_dict() for o in self.optimisers], "step": self.step,
            "images": self.images, "seconds": self.seconds, "starts": self.starts}, self.arguments.compact)

    def update(self, factor):
        for rate, optimiser in self.rates:
            for group in optimiser.param_groups:
                group["lr"] = rate * factor
        norm = torch.nn.utils.clip_grad_norm_([p for _, o in self.rates[1:] for g in o.param_groups
                                               for p in g["params"] if p.grad is not None], 5.0)
        if torch.isfinite(norm):
            for _, optimiser in self.rates:
                optimiser.step()
        for _, optimiser in self.rates:
            optimiser.zero_grad(set_to_none=True)
        self.step += 1
        keep = min(KEEP_AVERAGE, (self.step + 1) / (self.step + 20))
        with torch.no_grad():
            for name, value in self.model.state_dict().items():
                self.average[name].lerp_(value, 1 - keep)

    def averaged_model(self):
        model = Pocket(self.model.config)
        model.load_state_dict(self.average)
        return model.eval()


class Log:
    """Means of the steps' values, a line a minute."""

    def __init__(self, folder):
        self.file = open(folder / "log.jsonl", "a", buffering=1)
        self.began, self.rows, self.seen = time.time(), [], 0

    def write(self, run, **values):
        self.file.write(json.dumps({"step": run.step, "images": run.images, "minutes": round(run.seconds / 60, 2),
                                    **values}) + "\n")

    def add(self, run, phase, values, count):
        self.rows.append(values)
        self.seen += count
        if time.time() - self.began < LOG_SECONDS:
            return
        names = sorted({name for row in self.rows for name in row})
        means = {name: round(float(np.nanmean([row[name] for row in self.rows if name in row])), 4)
                 for name in names}
        self.write(run, phase=phase, speed=round(self.seen / (time.time() - self.began), 1), **means)
        self.began, self.rows, self.seen = time.time(), [], 0
