# SPDX-License-Identifier: Apache-2.0
"""Training batches: pictures with their objects, and prompts about them."""

from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F

import phrases
import world
from cache import ABSENT

MAX_BOXES = 3
NONSENSE_SHARE = 0.02


@dataclass
class Pictures:
    images: torch.Tensor      # [B,3,R,R] in -1..1
    instances: torch.Tensor   # [B,R,R] long, 0 is background
    attributes: torch.Tensor  # [B,8,4] long, -1 where there is no object
    boxes: torch.Tensor       # [B,8,4]

    @property
    def present(self):
        return self.boxes[..., 2] > 0

    def first(self, count):
        return self.some(slice(count))

    def some(self, index):
        return Pictures(self.images[index], self.instances[index], self.attributes[index], self.boxes[index])

    def soft_masks(self, stride):
        """Share of each cell that an object covers, [B,8,R/stride,R/stride]."""
        numbers = torch.arange(1, world.MAX_OBJECTS + 1).view(1, -1, 1, 1)
        return F.avg_pool2d((self.instances[:, None] == numbers).float(), stride)

    def instance_map(self, stride):
        return self.instances[:, stride // 2::stride, stride // 2::stride]


@dataclass
class Prompts:
    """Prompts of one picture lie side by side: row = picture * per_picture + k."""
    ids: torch.Tensor      # [P,n], zero-padded
    boxes: torch.Tensor    # [P,MAX_BOXES,4]
    labels: torch.Tensor   # [P,MAX_BOXES] 1 positive, 0 negative
    valid: torch.Tensor    # [P,MAX_BOXES]
    targets: torch.Tensor  # [P,8] which objects are meant


class PictureSource:
    def __init__(self, cache, seed):
        self.cache = cache
        self.rng = np.random.default_rng(seed)
        self.order = []

    def next(self, count):
        if len(self.order) < count:
            self.order = list(self.rng.permutation(len(self.cache["boxes"])))
        chosen = [self.order.pop() for _ in range(count)]
        return to_pictures({name: array[chosen] for name, array in self.cache.items()},
                           self.rng.random(count) < 0.5, self.rng)


def to_pictures(arrays, flip, rng=None):
    """Arrays of a cache as tensors; the pictures named by flip are mirrored left to right."""
    pictures, instances, boxes = arrays["pictures"].copy(), arrays["instances"].copy(), arrays["boxes"].copy()
    pictures[flip] = pictures[flip, :, ::-1]
    instances[flip] = instances[flip, :, ::-1]
    shown = boxes[..., 2] > 0
    boxes[flip, :, 0] = 1 - boxes[flip, :, 0]
    boxes[~shown] = 0
    attributes = arrays["attributes"].astype(np.int64)
    attributes[attributes == ABSENT] = -1
    images = torch.from_numpy(pictures).permute(0, 3, 1, 2).float().div_(127.5).sub_(1)
    if rng is not None:  # exposure
        gain = torch.from_numpy(rng.uniform(0.9, 1.1, (len(images), 1, 1, 1)).astype(np.float32))
        images = (images + 1).mul_(gain).sub_(1).clamp_(-1, 1)
    return Pictures(images, torch.from_numpy(instances).long(), torch.from_numpy(attributes),
                    torch.from_numpy(boxes))


def text_prompt(rng, attributes, hardness, absent):
    """A phrase and the objects it means, among the given attributes [n,4]."""
    if absent:
        if rng.random() < NONSENSE_SHARE:
            return phrases.nonsense(rng), np.zeros(len(attributes), bool)
        concept = phrases.absent_concept(rng, attributes, hardness)
        if concept is not None:
            return phrases.wording(rng, concept), np.zeros(len(attributes), bool)
    concept = phrases.present_concept(rng, attributes, hardness)
    return phrases.wording(rng, concept), phrases.matches(concept, attributes)


def exemplar_prompt(rng, attributes, text=None, meant=None):
    """Positive and negative example objects and the objects then meant.

    Without text the positives alone define the concept. A negative removes the
    objects that look like it (colour, texture and shape).
    """
    count = len(attributes)
    if text is None:
        positives = [int(rng.integers(count))]
        if rng.random() < 0.35:
            first = attributes[positives[0]]
            alike = [i for i in range(count) if i != positives[0]
                     and ((attributes[i, 1] == first[1]) or (attributes[i, 3] == first[3]))]
            if alike:
                positives.append(alike[int(rng.integers(len(alike)))])
        meant = phrases.matches(phrases.exemplar_concept(attributes, positives), attributes)
    else:
        inside = np.flatnonzero(meant)
        positives = [int(inside[rng.integers(len(inside))])] if rng.random() < 0.6 else []
    negatives = []
    chosen = attributes[positives, 1:]
    removable = [i for i in range(count) if not (attributes[i, 1:] == chosen).all(-1).any()] if count > 1 else []
    if removable and (not positives or rng.random() < 0.3):
        wanted = [i for i in removable if meant[i]] or removable
        negative = wanted[int(rng.integers(len(wanted)))]
        negatives.append(negative)
        meant = meant & ~(attributes[:, 1:] == attributes[negative, 1:]).all(-1)
    return positives, negatives, meant


def one_prompt(rng, attributes, hardness, absent_share=0.28, exemplar_share=0.2, both_share=0.08):
    """Returns phrase, positive and negative object numbers, meant objects."""
    draw = rng.random()
    if draw < exemplar_share:
        return (world.EXEMPLAR_WORD, *exemplar_prompt(rng, attributes))
    absent = draw > 1 - absent_share
    text, meant = text_prompt(rng, attributes, hardness, absent)
    if draw < exemplar_share + both_share and meant.any():
        return (text, *exemplar_prompt(rng, attributes, text, meant))
    return text, [], [], meant


def make_prompts(rng, tokenizer, pictures, per_picture, hardness):
    rows = []
    table, boxes = pictures.attributes.numpy(), pictures.boxes.numpy()
    for index in range(len(table)):
        seen = np.flatnonzero(boxes[index, :, 2] > 0)
        for _ in range(per_picture):
            text, positives, negatives, meant = one_prompt(rng, table[index, seen], hardness)
            rows.append((tokenizer.encode(text), index, seen[positives + negatives],
                         len(positives), seen[meant]))
    return pack_prompts(rows, boxes, rng)


def pack_prompts(rows, boxes, rng=None):
    """rows of (ids, picture, example objects, how many are positive, meant objects)."""
    length = max(len(row[0]) for row in rows)
    ids = np.zeros((len(rows), length), np.int64)
    examples = np.zeros((len(rows), MAX_BOXES, 4), np.float32)
    labels = np.zeros((len(rows), MAX_BOXES), np.int64)
    valid = np.zeros((len(rows), MAX_BOXES), bool)
    targets = np.zeros((len(rows), world.MAX_OBJECTS), bool)
    for row, (tokens, picture, shown, positive, meant) in enumerate(rows):
        ids[row, :len(tokens)] = tokens
        count = len(shown)
        examples[row, :count] = boxes[picture, shown]
        labels[row, :positive] = 1
        valid[row, :count] = True
        targets[row, meant] = True
    if rng is not None:  # people draw boxes roughly
        size = np.tile(examples[..., 2:], 2)
        examples = examples + rng.normal(0, 0.04, examples.shape).astype(np.float32) * size
    return Prompts(*(torch.from_numpy(array) for array in (ids, examples, labels, valid, targets)))
