# SPDX-License-Identifier: Apache-2.0
"""Batches of freshly rendered scenes, and prompts about them, as tensors."""

import itertools
import multiprocessing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from everyday.distil import load_scene
from everyday.pack import Pack
from everyday.scenes import make_scene

MAX_BOXES = 3


@dataclass
class Pictures:
    images: torch.Tensor      # [B,3,R,R] in -1..1
    instances: torch.Tensor   # [B,R,R] long, 0 is background, k is object k-1
    boxes: torch.Tensor       # [B,N,4], zeros where there is no object
    designs: torch.Tensor     # [B,N] long, -1 where there is no object, below -1 for nameless blobs
    colours: torch.Tensor     # [B,N] long, -1 where unclear

    @property
    def present(self):
        return self.boxes[..., 2] > 0

    def some(self, index):
        return Pictures(self.images[index], self.instances[index], self.boxes[index], self.designs[index],
                        self.colours[index])

    def first(self, count):
        return self.some(slice(count))

    def instance_map(self, stride):
        return self.instances[:, stride // 2::stride, stride // 2::stride]

    def masks_of(self, picture, number, stride):
        """Share of each cell that single objects cover: [n,R/stride,R/stride] for index tensors [n]."""
        shape = (self.instances[picture] == (number + 1)[:, None, None]).float()
        return F.avg_pool2d(shape[:, None], stride)[:, 0]

    def union_of(self, meant, stride):
        """Share of each cell that the meant objects [P,N] of the prompts cover; P is a multiple of B."""
        each = len(meant) // len(self.images)
        shown = self.instances.repeat_interleave(each, 0).flatten(1)
        chosen = F.pad(meant, (1, 0)).gather(1, shown).view(len(meant), *self.instances.shape[1:])
        return F.avg_pool2d(chosen.float()[:, None], stride)[:, 0]


@dataclass
class Prompts:
    """Prompts of one picture lie side by side: row = picture * per_picture + k."""
    ids: torch.Tensor      # [P,n], zero-padded
    boxes: torch.Tensor    # [P,MAX_BOXES,4]
    labels: torch.Tensor   # [P,MAX_BOXES] 1 positive, 0 negative
    valid: torch.Tensor    # [P,MAX_BOXES]
    targets: torch.Tensor  # [P,N] which objects are meant


def on_device(array):
    return torch.from_numpy(array).to(torch.get_default_device(), non_blocking=True)


def padded(scenes, part, most, fill):
    rows = [getattr(scene, part) for scene in scenes]
    result = np.full((len(rows), most, *rows[0].shape[1:]), fill, np.float32 if part == "boxes" else np.int64)
    for target, row in zip(result, rows):
        target[:len(row)] = row
    return on_device(result)


def to_pictures(scenes):
    most = max(1, *(len(scene.boxes) for scene in scenes))
    images = on_device(np.stack([scene.picture for scene in scenes])).permute(0, 3, 1, 2).float().div_(127.5).sub_(1)
    instances = on_device(np.stack([scene.instances for scene in scenes])).long()
    return Pictures(images, instances, padded(scenes, "boxes", most, 0), padded(scenes, "designs", most, -1),
                    padded(scenes, "colours", most, -1))


def pack_prompts(rows, scenes, per_picture, tokenizer, rng=None):
    """rows of (text, positives, negatives, meant), per_picture for each scene, as tensors."""
    encoded = [tokenizer.encode(row[0]) for row in rows]
    ids = np.zeros((len(rows), max(map(len, encoded))), np.int64)
    boxes = np.zeros((len(rows), MAX_BOXES, 4), np.float32)
    labels, valid = np.zeros((len(rows), MAX_BOXES), np.int64), np.zeros((len(rows), MAX_BOXES), bool)
    targets = np.zeros((len(rows), max(1, *(len(scene.boxes) for scene in scenes))), bool)
    for row, (_, positives, negatives, meant) in enumerate(rows):
        shown = [*positives, *negatives][:MAX_BOXES]
        ids[row, :len(encoded[row])] = encoded[row]
        boxes[row, :len(shown)] = scenes[row // per_picture].boxes[shown]
        labels[row, :len(positives)] = 1
        valid[row, :len(shown)] = True
        targets[row, :len(meant)] = meant
    if rng is not None:  # people draw boxes roughly
        boxes += rng.normal(0, 0.04, boxes.shape).astype(np.float32) * np.tile(boxes[..., 2:], 2)
    return Prompts(*(on_device(array) for array in (ids, boxes, labels, valid, targets)))


class SceneSource:
    """Endless scenes with objects, rendered one after the other, or ahead by `workers` processes."""

    def __init__(self, folder, split, side, first_seed=0, step=1, workers=0):
        self.pack = Pack(folder)
        self.side = side
        self.photos, self.photo_share, self.rng = [], 0.0, np.random.default_rng(first_seed)
        seeds = (first_seed + step * k for k in itertools.count())
        self.pool = None
        if workers:
            self.pool = multiprocessing.get_context("spawn").Pool(workers, prepare_worker, (str(folder), split, side))
            self.scenes = ahead(self.pool, seeds, 32 * workers)
        else:
            self.scenes = (make_scene(self.pack, split, seed, side) for seed in seeds)

    def close(self):
        """Ends the rendering processes."""
        if self.pool:
            self.pool.terminate()
            self.pool.join()

    def mix_in(self, folder, share):
        """A share of the scenes shall be photographs that a teacher labelled."""
        self.photos, self.photo_share = sorted(Path(folder).glob("*.npz")), share

    def one(self):
        if self.photos and self.rng.random() < self.photo_share:
            return load_scene(self.photos[int(self.rng.integers(len(self.photos)))], self.side)
        return next(self.scenes)

    def next(self, count):
        chosen = []
        while len(chosen) < count:
            scene = self.one()
            if len(scene.boxes):
                chosen.append(scene)
        return chosen


def prepare_worker(folder, split, side):
    global worker_scene
    pack = Pack(folder)

    def worker_scene(seed):
        return make_scene(pack, split, seed, side)


def work_on(seed):
    return worker_scene(seed)


def ahead(pool, seeds, waiting):
    """Results in the order of the seeds, with a bounded number under way."""
    queue = [pool.apply_async(work_on, (next(seeds),)) for _ in range(waiting)]
    while True:
        yield queue.pop(0).get()
        queue.append(pool.apply_async(work_on, (next(seeds),)))
