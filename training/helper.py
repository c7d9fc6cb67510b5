# SPDX-License-Identifier: Apache-2.0
"""A second process that adds gradients whenever it has some ready.

Both processes use one thread and nobody waits for the other, so a busy core
slows training down but does not stall it. The helper reads the shared
parameters while the main process changes them; gradients are at most a few
steps old.
"""

import multiprocessing
import time

import numpy as np
import torch
import torch.multiprocessing


def parameters_of(modules):
    return [p for module in modules for p in module.parameters() if p.requires_grad]


class Mailbox:
    """Shared memory for one set of gradients and the few settings that change."""

    def __init__(self, modules):
        context = torch.multiprocessing.get_context("spawn")
        self.gradients = torch.zeros(sum(p.numel() for p in parameters_of(modules))).share_memory_()
        self.full = context.Event()
        self.stop = context.Event()
        self.hardness = context.Value("d", 0.0)

    def put(self, parameters):
        offset = 0
        for p in parameters:
            view = self.gradients[offset:offset + p.numel()].view_as(p)
            view.copy_(p.grad) if p.grad is not None else view.zero_()
            offset += p.numel()
        self.full.set()

    def over(self):
        """In the helper: whether it shall end, because it is told to or its parent is gone."""
        return self.stop.is_set() or not multiprocessing.parent_process().is_alive()

    def take_into(self, parameters):
        """Averages waiting gradients into those of the parameters; tells whether there were any."""
        if not self.full.is_set():
            return False
        offset = 0
        for p in parameters:
            view = self.gradients[offset:offset + p.numel()].view_as(p)
            if p.grad is not None:
                p.grad.add_(view).mul_(0.5)
            offset += p.numel()
        self.full.clear()
        return True


def work(mailbox, model, aids, tokenizer, settings, seed):
    from batches import PictureSource
    from cache import open_cache
    from steps import step_of_phase
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    source, rng = PictureSource(open_cache(settings["cache"]), seed), np.random.default_rng(seed + 1)
    parameters = parameters_of((model, aids))
    while not mailbox.over():
        state = {**settings, "hardness": mailbox.hardness.value}
        for p in parameters:
            p.grad = None
        with torch.autocast("cpu", torch.bfloat16):
            loss = step_of_phase(settings["phase"])(model, aids, tokenizer, rng, source.next(settings["batch"]),
                                                    state)[0]
        loss.backward()
        while mailbox.full.is_set() and not mailbox.over():
            time.sleep(0.005)
        mailbox.put(parameters)


def start_helper(mailbox, model, aids, tokenizer, settings, seed):
    model.share_memory()
    aids.share_memory()
    process = torch.multiprocessing.get_context("spawn").Process(
        target=work, args=(mailbox, model, aids, tokenizer, settings, seed), daemon=True)
    process.start()
    return process
