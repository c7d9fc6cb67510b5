# SPDX-License-Identifier: Apache-2.0
"""Trains pocket on the everyday world. Stops and goes on at any moment.

    python3 -m everyday.train FOLDER --pack PACK --plan trunk:90,joint:600 --helper
    python3 -m everyday.train FOLDER --pack PACK --plan trunk:6,joint:20 --device cuda --workers 15 --compact

The plan names phases and their minutes of training: minutes of one core, so that a busy machine does not shorten it,
or of the clock with a GPU. A checkpoint remembers how far the plan has come.
"""

import argparse
import signal
import time
from pathlib import Path

import numpy as np
import torch

import vocabulary
from everyday.aids import WordBank
from everyday.batches import SceneSource
from everyday.evaluate import quick_figures
from everyday.phrases import Asker
from everyday.run import Log, Run
from everyday.sizes import SIZES
from everyday.steps import STEPS, Workshop
from helper import Mailbox, parameters_of

WARM_STEPS = 100


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pack", type=Path, required=True)
    parser.add_argument("--plan", default="trunk:90,joint:600")
    parser.add_argument("--size", choices=SIZES, default="small")
    parser.add_argument("--settle", type=float, default=0.3, help="last share of the plan, with a falling rate")
    parser.add_argument("--batch", type=int, default=12)
    parser.add_argument("--prompts", type=int, default=4, help="per picture")
    parser.add_argument("--fine", type=int, default=4, help="pictures of a batch with fine level and mask losses")
    parser.add_argument("--clicks", type=int, default=3, help="clicked objects per picture")
    parser.add_argument("--clicked", type=int, default=4, help="pictures of a batch that are clicked on")
    parser.add_argument("--rounds", type=int, default=2, help="rounds of clicks")
    parser.add_argument("--dense", type=float, default=1.0, help="weight of the losses on the necks")
    parser.add_argument("--share", type=float, default=0.15,
                        help="share of the gradient of prompts and clicks that reaches the trunk")
    parser.add_argument("--matrix-rate", type=float, default=4e-3)
    parser.add_argument("--other-rate", type=float, default=2e-3)
    parser.add_argument("--curriculum", type=float, default=0.3, help="share of the plan until phrases are at full mix")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--helper", action="store_true", help="a second process computes gradients too")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--workers", type=int, default=0, help="processes that render; 0 renders in between")
    parser.add_argument("--photos", type=Path, help="photographs that a teacher labelled (distil.py)")
    parser.add_argument("--photo-share", type=float, default=0.3)
    parser.add_argument("--compact", action="store_true", help="checkpoints in short parts of half precision")
    parser.add_argument("--save-seconds", type=float, default=180)
    parser.add_argument("--evaluate", type=int, default=1500, help="steps between short evaluations; 0 for none")
    return parser.parse_args()


def read_plan(text):
    plan = [(name, 60 * float(minutes)) for name, minutes in (part.split(":") for part in text.split(","))]
    assert all(name in STEPS for name, _ in plan), f"phases are {', '.join(STEPS)}"
    return plan


def phase_at(plan, seconds):
    for name, length in plan:
        if seconds < length:
            return name
        seconds -= length
    return None


def settings_of(arguments, phase, progress):
    """What the steps look at; the trunk's phase has no clicks, whose untrained heads would disturb it."""
    values = {name: getattr(arguments, name) for name in
              ("fine", "clicked", "clicks", "rounds", "prompts", "share", "dense")}
    values["hardness"] = min(1.0, progress / max(arguments.curriculum, 1e-6))
    if phase == "trunk":
        values["clicked"] = 0
    return values


def make_shop(model, aids, pack, tokenizer, seed):
    return Workshop(model, aids, Asker(pack), WordBank(pack, tokenizer), tokenizer, np.random.default_rng(seed), {})


def gradients(shop, phase, scenes, device):
    """Adds one step's gradients; returns its values for the log."""
    with torch.autocast(device, torch.bfloat16):
        loss, values, _ = STEPS[phase](shop, scenes)
    loss.backward()
    return values


def make_source(arguments, side, seed, workers=0):
    source = SceneSource(arguments.pack, "train", side, seed, 2, workers)
    if arguments.photos:
        source.mix_in(arguments.photos, arguments.photo_share)
    return source


def help_along(mailbox, model, aids, merges, arguments, phase, progress, seed):
    """The second process: gradients from its own scenes until it is told to stop or left alone."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    source = make_source(arguments, model.config.image_size, seed)
    shop = make_shop(model, aids, source.pack, vocabulary.Tokenizer(merges), seed)
    parameters = parameters_of((model, aids))
    names = list(STEPS)
    while not mailbox.over():
        current = names[phase.value]
        shop.settings = settings_of(arguments, current, progress.value)
        for p in parameters:
            p.grad = None
        gradients(shop, current, source.next(arguments.batch), "cpu")
        while mailbox.full.is_set() and not mailbox.over():
            time.sleep(0.005)
        mailbox.put(parameters)


def start_helper(run, arguments, merges, seed):
    context = torch.multiprocessing.get_context("spawn")
    mailbox, phase, progress = Mailbox((run.model, run.aids)), context.Value("i", 0), context.Value("d", 0.0)
    run.model.share_memory()
    run.aids.share_memory()
    context.Process(target=help_along, daemon=True,
                    args=(mailbox, run.model, run.aids, merges, arguments, phase, progress, seed)).start()
    return mailbox, phase, progress


def rate_factor(arguments, progress, steps):
    """Warm-up, constant, then a linear fall to a twentieth."""
    fall = min(1.0, max(0.0, (1 - progress) / max(arguments.settle, 1e-6)))
    return min(1.0, (steps + 1) / WARM_STEPS) * max(0.05, fall)


def train(arguments, run, source, mailbox=None, shared=()):
    plan, log, stopped = read_plan(arguments.plan), Log(arguments.folder), []
    signal.signal(signal.SIGTERM, lambda *_: stopped.append(True))
    shop = make_shop(run.model, run.aids, source.pack, run.tokenizer, run.images + 1)
    parameters, first, saved = parameters_of((run.model, run.aids)), run.step, time.time()
    whole = sum(length for _, length in plan)
    clock = time.process_time if arguments.device == "cpu" else time.time
    while (phase := phase_at(plan, run.seconds)) and not stopped:
        began, progress = clock(), run.seconds / whole
        shop.settings = settings_of(arguments, phase, progress)
        if mailbox:
            shared[0].value, shared[1].value = list(STEPS).index(phase), progress
        values = gradients(shop, phase, source.next(arguments.batch), arguments.device)
        count = arguments.batch * (1 + (mailbox.take_into(parameters) if mailbox else 0))
        run.update(rate_factor(arguments, progress, run.step - first))
        run.images += count
        run.seconds += clock() - began
        log.add(run, phase, values, count)
        if arguments.evaluate and run.step % arguments.evaluate == 0:
            log.write(run, **quick_figures(run.averaged_model(), source.pack))
        if time.time() - saved > arguments.save_seconds:
            run.save()
            saved = time.time()
    run.save()


def main():
    arguments = parse()
    torch.set_num_threads(arguments.threads)
    torch.set_default_device(arguments.device)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    merges = vocabulary.from_text((arguments.pack / "vocabulary.txt").read_text())
    run = Run(arguments, merges)
    torch.manual_seed(run.images)
    # Every start goes on with scenes of its own, even ones here and odd ones in the helper.
    seed = run.starts * 100_000_000
    source = make_source(arguments, run.model.config.image_size, seed, arguments.workers)
    mailbox, shared = None, ()
    if arguments.helper:
        mailbox, *shared = start_helper(run, arguments, merges, seed + 1)
    try:
        train(arguments, run, source, mailbox, shared)
    finally:
        source.close()
        if mailbox:
            mailbox.stop.set()


if __name__ == "__main__":
    main()
