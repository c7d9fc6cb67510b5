# SPDX-License-Identifier: Apache-2.0
"""Simulated clicks and the loss of the click decoder."""

import torch
import torch.nn.functional as F

from losses import mask_iou, mask_loss

BOX_SHARE = 0.25
FEEDBACK_SHARE = 0.7
PLACE, BOX = 2.0, 4.0
LOUD = 0.2   # keeps image features from drowning the position code that is added to them


def pick_points(regions, sharpness=3.0):
    """One point per region [n,h,w] in 0..1, preferring its inside. Empty regions give any point."""
    side = regions.shape[-1]
    depth = F.avg_pool2d(regions[:, None], 5, 1, 2, count_include_pad=False)[:, 0] * regions
    weight = depth.flatten(1) ** sharpness + 1e-9
    chosen = torch.multinomial(weight, 1)[:, 0]
    return torch.stack([chosen % side, chosen // side], -1).add(0.5) / side


def choose_objects(pictures, per_picture):
    """Picture and object numbers of the objects to click on."""
    weight = pictures.present.float() * torch.rand(pictures.present.shape)
    value, number = weight.topk(per_picture, 1)
    picture = torch.arange(len(weight))[:, None].expand_as(number)
    keep = value > 0
    return picture[keep], number[keep]


def corner_points(boxes):
    """Box corners as a pair of prompt points with labels 2 and 3, a little inaccurate."""
    centre, size = boxes[:, :2], boxes[:, 2:]
    points = torch.stack([centre - size / 2, centre + size / 2], 1)
    points = points + torch.randn_like(points) * 0.04 * size[:, None]
    return points, torch.tensor([[2, 3]]).expand(len(boxes), -1)


def correction(logits, wanted):
    """The next click: inside the wrongly labelled region."""
    found, wanted = logits > 0, wanted > 0.5
    wrong = (found != wanted)
    region = torch.where(wrong.flatten(1).any(1)[:, None, None], wrong, wanted)
    points = pick_points(region.float())
    side = wanted.shape[-1]
    cell = (points * side).long()
    labels = wanted[torch.arange(len(points)), cell[:, 1], cell[:, 0]].long()
    return points[:, None], labels[:, None]


def click_loss(model, aids, trunk, pictures, per_picture=2, rounds=2):
    """Loss over a few rounds of clicking, and the IoU of the chosen mask in each round."""
    picture, number = choose_objects(pictures, per_picture)
    wanted = pictures.soft_masks(2)[picture, number]
    levels = model.click_image(trunk)
    image, fine, middle = (part[picture] for part in levels)
    if torch.rand(()) < BOX_SHARE:
        points, labels = corner_points(pictures.boxes[picture, number])
    else:
        points = pick_points((wanted > 0.5).float(), 1.0 + 2.0 * float(torch.rand(())))[:, None]
        labels = torch.ones(len(points), 1, dtype=torch.long)
    total = PLACE * aids.click_place_loss(levels[0], pictures) + LOUD * F.relu(levels[0].float().square().mean() - 1)
    total, quality, feedback = rounds * total, [], None
    for turn in range(rounds):
        masks, iou, score, tokens = model.click(image, fine, middle, points, labels, feedback)
        loss, chosen, best_iou = mask_choice_loss(masks, iou, wanted)
        boxes = aids.click_box_loss(tokens, pictures.boxes[picture, number])
        total = total + loss + BOX * boxes + 0.05 * F.softplus(-score).mean()
        quality.append(best_iou)
        more, more_labels = correction(chosen, wanted)
        points, labels = torch.cat([points, more], 1), torch.cat([labels, more_labels], 1)
        feedback = chosen[:, None].clamp(-32, 32) if torch.rand(()) < FEEDBACK_SHARE else None
    return total / rounds, quality


def mask_choice_loss(masks, iou, wanted):
    """Best of masks 1..3 and mask 0 are trained; all IoU predictions are."""
    count, kinds = masks.shape[:2]
    repeated = wanted[:, None].expand(-1, kinds, -1, -1)
    losses = mask_loss(masks.flatten(0, 1), repeated.flatten(0, 1)).view(count, kinds)
    true_iou = mask_iou(masks, repeated)
    loss = losses[:, 1:].min(1).values.mean() + 0.1 * losses[:, 1:].mean() + 0.5 * losses[:, 0].mean()
    loss = loss + 2.0 * F.mse_loss(iou, true_iou)
    picked = iou[:, 1:].argmax(1) + 1
    index = torch.arange(count)
    return loss, masks[index, picked].detach(), true_iou[index, picked].mean().item()
