# SPDX-License-Identifier: Apache-2.0
"""Trains pocket. Stops and goes on at any moment; the schedule counts minutes, not steps.

    python3 train.py FOLDER --cache CACHE --phase trunk --minutes 30
    python3 train.py FOLDER --cache CACHE --phase joint --minutes 60
    python3 train.py FOLDER --cache CACHE --phase clicks --minutes 10
"""

import argparse
import json
import os
import signal
import time
from pathlib import Path

import numpy as np
import torch

import vocabulary
import world
from aids import Aids
from batches import PictureSource
from cache import open_cache
from helper import Mailbox, parameters_of, start_helper
from model import Config, Pocket
from optimiser import make_optimisers
from start import prepare
from steps import step_of_phase

SAVE_SECONDS = 120
LOG_SECONDS = 30
KEEP_AVERAGE = 0.997


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--phase", choices=("trunk", "joint", "clicks"), default="trunk")
    parser.add_argument("--minutes", type=float, default=30, help="length of the phase, for the schedule")
    parser.add_argument("--settle", type=float, default=0.2, help="last share of the phase, with a falling rate")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--prompts", type=int, default=4, help="per picture")
    parser.add_argument("--fine", type=int, default=5, help="pictures of a batch with fine level and mask losses")
    parser.add_argument("--clicks", type=int, default=2, help="clicked objects per picture")
    parser.add_argument("--clicked", type=int, default=5, help="pictures of a batch that are clicked on")
    parser.add_argument("--rounds", type=int, default=2, help="rounds of clicks")
    parser.add_argument("--dense", type=float, default=1.0, help="weight of the losses on the necks")
    parser.add_argument("--trunk-share", type=float, default=1.0, help="share of the steps in which the trunk learns")
    parser.add_argument("--share", type=float, default=0.2,
                        help="share of the gradient of phrases and clicks that reaches the trunk")
    parser.add_argument("--matrix-rate", type=float, default=4e-3)
    parser.add_argument("--other-rate", type=float, default=2e-3)
    parser.add_argument("--curriculum", type=float, default=0.3, help="share of the phase until phrases are at full mix")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--helper", action="store_true", help="a second process computes gradients too")
    parser.add_argument("--config", type=json.loads, default={}, help="JSON that replaces sizes of the model")
    return parser.parse_args()


class Run:
    """Everything a checkpoint holds."""

    def __init__(self, arguments):
        self.tokenizer = vocabulary.Tokenizer(vocabulary.learn_merges(world.words()))
        self.path = arguments.folder / "checkpoint.pt"
        saved = torch.load(self.path, weights_only=False) if self.path.exists() else None
        values = saved["config"] if saved else {**arguments.config, "vocabulary_size": self.tokenizer.size}
        self.model = Pocket(Config.from_dict(values))
        self.aids = Aids(self.model.config)
        self.step, self.phase, self.seconds, self.images = 0, arguments.phase, 0.0, 0
        if saved is None:
            prepare(self.model)
        else:
            self.model.load_state_dict(saved["model"])
            self.aids.load_state_dict(saved["aids"], strict=False)
            self.step, self.images = saved["step"], saved["images"]
        self.average = {name: value.clone() for name, value in self.model.state_dict().items()}
        self.optimisers = make_optimisers((self.model, self.aids), arguments.matrix_rate, arguments.other_rate)
        if saved is not None:
            self.average = saved["average"]
            for optimiser, state in zip(self.optimisers, saved["optimisers"]):
                optimiser.load_state_dict(state)
            if saved["phase"] == arguments.phase:
                self.seconds = saved["seconds"]
        self.rates = [(arguments.matrix_rate, self.optimisers[0]), (arguments.other_rate, self.optimisers[1])]

    def save(self):
        state = {"config": vars(self.model.config), "model": self.model.state_dict(), "aids": self.aids.state_dict(),
                 "average": self.average, "optimisers": [o.state_dict() for o in self.optimisers],
                 "step": self.step, "images": self.images, "phase": self.phase, "seconds": self.seconds}
        torch.save(state, f"{self.path}.new")
        os.replace(f"{self.path}.new", self.path)

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
        keep = min(KEEP_AVERAGE, (self.step + 1) / (self.step + 20))
        with torch.no_grad():
            for name, value in self.model.state_dict().items():
                self.average[name].lerp_(value, 1 - keep)


def rate_factor(arguments, seconds, warm_steps):
    """Warm-up, constant, then a linear fall to a twentieth."""
    progress = seconds / (60 * arguments.minutes)
    fall = min(1.0, max(0.0, (1 - progress) / max(arguments.settle, 1e-6)))
    return min(1.0, (warm_steps + 1) / 100) * max(0.05, fall)


def main():
    arguments = parse()
    torch.set_num_threads(arguments.threads)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    run = Run(arguments)
    seed = int.from_bytes(os.urandom(4), "little")
    source, rng = PictureSource(open_cache(arguments.cache), seed), np.random.default_rng(seed + 1)
    torch.manual_seed(seed)
    log = open(arguments.folder / "log.jsonl", "a", buffering=1)
    saved, printed, first, recent, seen = time.time(), time.time(), run.step, [], 0
    step_of = step_of_phase(arguments.phase)
    parameters, mailbox = parameters_of((run.model, run.aids)), Mailbox((run.model, run.aids))
    if arguments.helper:
        start_helper(mailbox, run.model, run.aids, run.tokenizer, vars(arguments), seed + 2)
    stopped = []
    signal.signal(signal.SIGTERM, lambda *_: stopped.append(True))
    while run.seconds < 60 * arguments.minutes and not stopped:
        began = time.time()
        progress = run.seconds / (60 * arguments.minutes)
        state = {**vars(arguments), "hardness": min(1.0, progress / max(arguments.curriculum, 1e-6))}
        pictures = source.next(arguments.batch)
        with torch.autocast("cpu", torch.bfloat16):
            loss, values = step_of(run.model, run.aids, run.tokenizer, rng, pictures, state)[:2]
        loss.backward()
        mailbox.hardness.value = state["hardness"]
        helped = mailbox.take_into(parameters)
        run.update(rate_factor(arguments, run.seconds, run.step - first))
        run.step += 1
        run.images += len(pictures.images) * (1 + helped)
        seen += len(pictures.images) * (1 + helped)
        run.seconds += time.time() - began
        recent.append(values)
        if time.time() - printed > LOG_SECONDS:
            means = {name: round(float(np.mean([v[name] for v in recent if name in v])), 4)
                     for name in sorted({n for v in recent for n in v})}
            speed = seen / (time.time() - printed)
            log.write(json.dumps({"step": run.step, "images": run.images, "phase": run.phase,
                                  "minutes": round(run.seconds / 60, 2), "speed": round(speed, 1), **means}) + "\n")
            printed, recent, seen = time.time(), [], 0
        if time.time() - saved > SAVE_SECONDS:
            run.save()
            saved = time.time()
    mailbox.stop.set()
    run.save()


if __name__ == "__main__":
    main()
