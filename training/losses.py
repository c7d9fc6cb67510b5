# SPDX-License-Identifier: Apache-2.0
"""Matching of queries with objects, and the losses."""

import torch
import torch.nn.functional as F
from scipy.optimize import linear_sum_assignment

from layers import corners

BOX_L1, BOX_GIOU, SCORE, PRESENCE = 5.0, 2.0, 5.0, 3.0
FOCUS = 1.5
MASK_FOCAL, MASK_DICE = 10.0, 2.0
ANCHOR = 8.0         # in matching: the query that starts nearest to an object should take it
ABSENT_SCORE = 0.3   # weight of scores of phrases that mean nothing


def overlap(one, other):
    """IoU and generalised IoU of boxes given as cx, cy, w, h; shapes broadcast."""
    a, b = corners(one), corners(other)
    inner = (torch.minimum(a[..., 2:], b[..., 2:]) - torch.maximum(a[..., :2], b[..., :2])).clamp(min=0).prod(-1)
    outer = (torch.maximum(a[..., 2:], b[..., 2:]) - torch.minimum(a[..., :2], b[..., :2])).clamp(min=0).prod(-1)
    union = (one[..., 2:].prod(-1) + other[..., 2:].prod(-1) - inner).clamp(min=1e-6)
    iou = inner / union
    return iou, iou - (outer - union) / outer.clamp(min=1e-6)


@torch.no_grad()
def match(logits, boxes, objects, targets, anchors):
    """Cheapest one-to-one assignment per prompt. Returns (prompt, query, object) index tensors.

    Several queries can end on the same object with equal boxes; the anchors [queries,2] decide
    which of them counts, so that the choice does not change from step to step.
    """
    iou, giou = overlap(boxes[:, :, None], objects[:, None])
    distance = (boxes[:, :, None] - objects[:, None]).abs().sum(-1)
    start = (anchors[None, :, None] - objects[:, None, :, :2]).norm(dim=-1)
    cost = BOX_L1 * distance - BOX_GIOU * giou - 2.0 * logits.sigmoid()[..., None] + ANCHOR * start
    cost = cost.float().cpu().numpy()
    rows = []
    meant = targets.cpu().numpy()
    for prompt in meant.any(1).nonzero()[0].tolist():
        wanted = meant[prompt].nonzero()[0]
        queries, order = linear_sum_assignment(cost[prompt][:, wanted])
        rows += [(prompt, int(q), int(wanted[o])) for q, o in zip(queries, order)]
    if not rows:
        return (torch.zeros(0, dtype=torch.long),) * 3
    return torch.tensor(rows).unbind(1)


def score_loss(logits, wanted, weight):
    """Quality focal loss: the wanted score is the box's overlap."""
    gap = (wanted - logits.sigmoid()).detach().abs() ** FOCUS
    return (F.binary_cross_entropy_with_logits(logits, wanted, reduction="none") * gap * weight).sum()


def quality(iou):
    return 0.3 + 0.7 * iou.detach().clamp(0, 1)


def box_loss(found, wanted):
    _, giou = overlap(found, wanted)
    return BOX_L1 * (found - wanted).abs().sum() + BOX_GIOU * (1 - giou).sum()


def grounding_losses(layers, anchors, objects, present, targets):
    """Losses of every decoder layer.

    The first queries belong to the model and start at anchors [own,2]; the others start at (noisy)
    object boxes, one per object.
    objects [P,8,4], present and targets [P,8]. Returns the summed loss and the last layer's match.
    """
    own = len(anchors)
    count = targets.sum().clamp(min=1)
    everything = present.sum().clamp(min=1)
    asked = torch.where(targets.any(1), 1.0, ABSENT_SCORE)[:, None]
    total, parts, matched = 0.0, {}, None
    for _, boxes, presence, logits in layers:
        matched = match(logits[:, :own], boxes[:, :own], objects, targets, anchors)
        p, q, o = matched
        wanted = torch.zeros_like(logits[:, :own])
        wanted[p, q] = quality(overlap(boxes[p, q], objects[p, o])[0])
        parts["score"] = SCORE * score_loss(logits[:, :own], wanted, asked) / count
        parts["box"] = box_loss(boxes[p, q], objects[p, o]) / count
        parts["presence"] = PRESENCE * F.binary_cross_entropy_with_logits(presence, targets.any(1).float())
        near, near_logits = boxes[:, own:], logits[:, own:]
        wanted = torch.where(targets, quality(overlap(near, objects)[0]), torch.zeros(()))
        parts["noisy_score"] = SCORE * score_loss(near_logits, wanted, present * asked) / count
        parts["noisy_box"] = box_loss(near[present], objects[present]) / everything
        total = total + sum(parts.values()) / len(layers)
    return total, {name: value.item() for name, value in parts.items()}, matched


def mask_loss(logits, wanted):
    """Per-mask loss of [n,h,w] logits against soft masks."""
    area = wanted.flatten(1).sum(1)
    probability = logits.sigmoid()
    focal = F.binary_cross_entropy_with_logits(logits, wanted, reduction="none") * (probability - wanted) ** 2
    probability = probability.flatten(1)
    shared = (probability * wanted.flatten(1)).sum(1)
    dice = 1 - (2 * shared + 1) / (probability.sum(1) + area + 1)
    return MASK_FOCAL * focal.flatten(1).sum(1) / (4 * area + 40) + MASK_DICE * dice


@torch.no_grad()
def mask_iou(logits, wanted):
    found, wanted = logits > 0, wanted > 0.5
    return (found & wanted).flatten(-2).sum(-1) / (found | wanted).flatten(-2).sum(-1).clamp(min=1)
