# SPDX-License-Identifier: Apache-2.0
"""Measures a model on rendered scenes it never saw.

    python3 evaluate.py CHECKPOINT [--split validation] [--scenes 200] [--threshold 0.5] [--json FILE]

Scenes are rendered at 320 to 480 pixels and resized like any user's picture.
The threshold is chosen on the validation scenes, never on the held-out ones.
"""

import argparse
import json
from collections import defaultdict

import numpy as np
import torch
from PIL import Image, ImageFilter

import batches
import world
from cache import attribute_table, instance_boxes
from export import load_model
from predict import Predictor
from render import render
from scenes import make_scene

FIRST_SEED = {"validation": 20_000_000, "held-out": 30_000_000}
THRESHOLDS = [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6]


def make_picture(seed):
    scene = make_scene(seed)
    if scene.aspect >= 1:
        width, height = 480, round(480 / scene.aspect)
    else:
        width, height = round(400 * scene.aspect), 400
    picture, instances = render(scene, width, height)
    boxes = instance_boxes(instances)
    return picture, instances, boxes, attribute_table(scene, boxes).astype(np.int64)


def pairs(found, wanted):
    """Mask IoU of the one-to-one pairs with IoU of at least 0.5, best first."""
    if not len(found) or not len(wanted):
        return []
    a, b = found.reshape(len(found), -1).astype(np.float32), wanted.reshape(len(wanted), -1).astype(np.float32)
    shared = a @ b.T
    iou = shared / np.maximum(a.sum(1)[:, None] + b.sum(1)[None] - shared, 1)
    result = []
    while iou.size and iou.max() >= 0.5:
        row, column = np.unravel_index(iou.argmax(), iou.shape)
        result.append(float(iou[row, column]))
        iou[row], iou[:, column] = 0, 0
    return result


class Tally:
    """Counts per threshold for one kind of prompt."""

    def __init__(self):
        self.counts = defaultdict(lambda: np.zeros(3))
        self.overlaps = defaultdict(list)
        self.absent = defaultdict(list)

    def add(self, result, wanted, lowest):
        for threshold in THRESHOLDS:
            if threshold < lowest:
                continue
            keep = result.scores > threshold
            good = pairs(result.masks[keep], wanted)
            self.counts[threshold] += (len(good), keep.sum(), len(wanted))
            self.overlaps[threshold] += good
            if not len(wanted):
                self.absent[threshold].append(bool(keep.any()))

    def summary(self, threshold):
        good, found, wanted = self.counts[threshold]
        values = {"f1": 2 * good / max(found + wanted, 1), "precision": good / max(found, 1),
                  "recall": good / max(wanted, 1), "matched_iou": mean(self.overlaps[threshold])}
        if self.absent[threshold]:
            values["absent_false_positives"] = mean(self.absent[threshold])
        return {name: round(float(value), 4) for name, value in values.items()}


def mean(values):
    return float(np.mean(values)) if len(values) else 0.0


def deepest(region):
    """A point well inside a region, where a person would click; x, y in pixels."""
    radius = max(1.0, 0.25 * float(region.sum()) ** 0.5)
    blurred = Image.fromarray(region.astype(np.uint8) * 255).filter(ImageFilter.GaussianBlur(radius))
    depth = np.asarray(blurred, np.float32) * region
    row, column = np.unravel_index(depth.argmax(), depth.shape)
    return column + 0.5, row + 0.5


def click_rounds(predictor, wanted, rounds=3):
    """IoU after each of several clicks, each placed in the largest error."""
    points, labels, overlaps, feedback = [deepest(wanted)], [1], [], None
    for _ in range(rounds):
        mask, feedback = predictor.click(points, labels, feedback)
        overlaps.append((mask & wanted).sum() / max((mask | wanted).sum(), 1))
        missing, extra = wanted & ~mask, mask & ~wanted
        more = missing if missing.sum() >= extra.sum() else extra
        if not more.any():
            more = wanted
        points.append(deepest(more))
        labels.append(int(more is not extra))
    return overlaps


def examine(predictor, seed, tallies, clicks, rng):
    picture, instances, boxes, attributes = make_picture(seed)
    predictor.set_picture(picture)
    seen = np.flatnonzero(boxes[:, 2] > 0)
    masks = np.stack([instances == number + 1 for number in seen])
    table = attributes[seen]
    height, width = instances.shape
    centre, size = boxes[seen, :2], boxes[seen, 2:]
    corners = np.concatenate([centre - size / 2, centre + size / 2], 1) * (width, height, width, height)
    lowest = THRESHOLDS[0]
    for absent in (False, False, True):
        phrase, meant = batches.text_prompt(rng, table, 1.0, absent)
        tallies["text"].add(predictor.find(phrase, threshold=lowest), masks[meant], lowest)
    positives, negatives, meant = batches.exemplar_prompt(rng, table)
    shown = positives + negatives
    labels = [1] * len(positives) + [0] * len(negatives)
    tallies["exemplar"].add(predictor.find(None, corners[shown], labels, lowest), masks[meant], lowest)
    for index in rng.permutation(len(seen))[:2]:
        clicks.append(click_rounds(predictor, masks[index]))


def measure(model, split, scenes):
    predictor = Predictor(model)
    rng = np.random.default_rng(FIRST_SEED[split])
    tallies, clicks = {"text": Tally(), "exemplar": Tally()}, []
    for index in range(scenes):
        examine(predictor, FIRST_SEED[split] + index, tallies, clicks, rng)
    return tallies, np.array(clicks)


def report(tallies, clicks, threshold, scenes):
    values = {name: tally.summary(threshold) for name, tally in tallies.items()}
    values["clicks"] = {f"iou_after_{k + 1}": round(float(clicks[:, k].mean()), 4) for k in range(clicks.shape[1])}
    values["threshold"] = threshold
    values["scenes"] = scenes
    return values


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint")
    parser.add_argument("--split", choices=FIRST_SEED, default="held-out")
    parser.add_argument("--scenes", type=int, default=200)
    parser.add_argument("--threshold", type=float, default=0.5)
    parser.add_argument("--json")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    tallies, clicks = measure(load_model(arguments.checkpoint), arguments.split, arguments.scenes)
    if arguments.split == "validation":
        for threshold in THRESHOLDS:
            print(threshold, *(f"{name} {tally.summary(threshold)}" for name, tally in tallies.items()))
    values = report(tallies, clicks, arguments.threshold, arguments.scenes)
    print(json.dumps(values, indent=1))
    if arguments.json:
        with open(arguments.json, "w") as file:
            json.dump(values, file, indent=1)


if __name__ == "__main__":
    main()
