# SPDX-License-Identifier: Apache-2.0
"""Runs the model on pictures of any size, as the program does."""

from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F

import vocabulary
import world
from export import merges


@dataclass
class Found:
    """Accepted queries in query order."""
    scores: np.ndarray   # [k]
    boxes: np.ndarray    # [k,4] x0, y0, x1, y1 in pixels
    masks: np.ndarray    # [k,H,W] bool


def preprocess(picture, side):
    """uint8 [H,W,3] to [1,3,side,side] in -1..1: antialiased bilinear, rounded to 8 bits."""
    image = torch.from_numpy(np.array(picture)).permute(2, 0, 1)[None].float()
    if image.shape[-2:] != (side, side):
        image = F.interpolate(image, (side, side), mode="bilinear", antialias=True, align_corners=False).round()
    return image.clamp(0, 255) * (1 / 255) * 2 - 1


def enlarge(logits, height, width):
    return F.interpolate(logits[None], (height, width), mode="bilinear", align_corners=False)[0]


class Predictor:
    """Holds one picture; prompts are given in its pixels."""

    def __init__(self, model, tokenizer=None):
        self.model = model
        self.tokenizer = tokenizer or vocabulary.Tokenizer(merges())

    @torch.no_grad()
    def set_picture(self, picture):
        self.height, self.width = picture.shape[:2]
        self.trunk = self.model.vision(preprocess(picture, self.model.config.image_size))
        self.levels = self.model.vision.concept_levels(self.trunk)
        self.click_levels = self.model.click_image(self.trunk)

    def extent(self):
        return torch.tensor([self.width, self.height], dtype=torch.float32)

    def normalised(self, boxes):
        """Pixel corners to normalised cx, cy, w, h."""
        low, high = (torch.as_tensor(np.asarray(boxes)[:, part], dtype=torch.float32) / self.extent()
                     for part in (slice(0, 2), slice(2, 4)))
        return torch.cat([(low + high) / 2, high - low], 1)[None]

    @torch.no_grad()
    def scores(self, phrase, boxes=None, labels=None):
        """Scores and boxes (cx, cy, w, h) of all queries, and what the masks need."""
        fine, middle, coarse = self.levels
        ids = torch.tensor([self.tokenizer.encode(phrase or world.EXEMPLAR_WORD)])
        if boxes is not None and len(boxes):
            boxes, labels = self.normalised(boxes), torch.tensor([labels]).long()
        prompt, valid = self.model.prompt(coarse, ids, boxes, labels)
        memory, layers = self.model.ground(coarse, prompt, valid)
        queries, found, presence, logits = layers[-1]
        score = logits[0].sigmoid() * presence[0].sigmoid()
        return score, found[0], (memory, prompt, valid, queries)

    @torch.no_grad()
    def find(self, phrase, boxes=None, labels=None, threshold=0.5):
        """Everything the phrase or the example boxes mean."""
        score, found, (memory, prompt, valid, queries) = self.scores(phrase, boxes, labels)
        keep = score > threshold
        masks = self.model.masks(memory, prompt, valid, self.levels[0], self.levels[1], queries[:, keep])[0]
        masks = enlarge(masks[0], self.height, self.width) > 0 if keep.any() \
            else torch.zeros(0, self.height, self.width, dtype=torch.bool)
        centre, size = found[keep, :2], found[keep, 2:]
        corners = torch.cat([centre - size / 2, centre + size / 2], 1) * self.extent().repeat(2)
        return Found(score[keep].numpy(), corners.numpy(), masks.numpy())

    @torch.no_grad()
    def click(self, points, labels, feedback=None):
        """The mask the program would take, and its low-resolution logits to hand back with the next click.

        One click asks for three masks and takes the one with the highest predicted overlap. Several ask for
        one: mask 0 if it is stable, else the best of the three.
        """
        points = torch.as_tensor(np.asarray(points), dtype=torch.float32) / self.extent()
        image, fine, middle = self.click_levels
        masks, iou = self.model.click(image, fine, middle, points[None], torch.tensor([labels]), feedback)[:2]
        picked = 1 + int(iou[0, 1:].argmax())
        if len(labels) > 1 and stability(masks[0, 0]) >= STABLE:
            picked = 0
        logits = masks[:, picked].clamp(-32, 32)
        return (enlarge(logits, self.height, self.width)[0] > 0).numpy(), logits[:, None]


STABLE = 0.98


def stability(logits):
    """Share of a mask that stays when its threshold is shifted a little."""
    return float((logits > 0.05).sum() / max(int((logits > -0.05).sum()), 1))
