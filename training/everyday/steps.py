# SPDX-License-Identifier: Apache-2.0
"""One training step: which losses a batch of scenes gives in each phase."""

from dataclasses import dataclass

import torch
import torch.nn.functional as F

from clicking import BOX, BOX_SHARE, FEEDBACK_SHARE, LOUD, PLACE, correction, corner_points, mask_choice_loss, \
    pick_points
from everyday.batches import pack_prompts, to_pictures
from losses import ABSENT_SCORE, PRESENCE, SCORE, box_loss, mask_iou, mask_loss, match, overlap, quality, score_loss
from steps import soften

CLICK, DENSE, MEANT, MASKS, SEMANTIC = 0.6, 1.0, 1.0, 1.0, 0.3
NEAR = 6            # extra queries per picture that start near objects
MASKED = 6          # matched objects per prompt that get a mask loss


@dataclass
class Workshop:
    """What every step needs besides the batch."""
    model: object
    aids: object
    asker: object
    words: object
    tokenizer: object
    rng: object
    settings: dict      # fine, clicked, clicks, rounds, prompts, share, dense, hardness


def pick_objects(pictures, per_picture):
    """Picture and object numbers of some random objects."""
    weight = pictures.present.float() * torch.rand(pictures.present.shape)
    value, number = weight.topk(min(per_picture, weight.shape[1]), 1)
    picture = torch.arange(len(weight))[:, None].expand_as(number)
    keep = value > 0
    return picture[keep], number[keep]


def trunk_step(shop, scenes):
    """Losses that need no prompt: names, colours and places of pixels, and clicks."""
    s, model, aids = shop.settings, shop.model, shop.aids
    pictures = to_pictures(scenes)
    trunk = model.vision(pictures.images)
    levels = model.vision.concept_levels(trunk, s["fine"])
    chosen, classes = shop.words.choose(shop.rng, pictures.designs)
    name_words, colour_words = shop.words.encoded(model, chosen), shop.words.colours(model)
    dense, accuracy = aids.dense_loss(levels, pictures, classes, name_words, colour_words)
    place = aids.box_loss(levels[2], pictures)
    loss = s["dense"] * (DENSE * dense + place)
    log = {"dense": dense.item(), "place": place.item(), "name_acc": accuracy[0], "colour_acc": accuracy[1]}
    if s["clicked"]:
        clicks, overlaps = click_loss(shop, soften(trunk[:s["clicked"]], s["share"]), pictures.first(s["clicked"]))
        loss = loss + CLICK * clicks
        log.update({"click": clicks.item(), "click_iou": overlaps[0], "click2_iou": overlaps[-1]})
    return loss, log, (pictures, levels)


def click_loss(shop, trunk, pictures):
    """Loss over a few rounds of clicking, and the overlap of the chosen masks in each round."""
    s, model, aids = shop.settings, shop.model, shop.aids
    picture, number = pick_objects(pictures, s["clicks"])
    stride = pictures.images.shape[-1] // (4 * model.config.grid)
    wanted = pictures.masks_of(picture, number, stride)
    levels = model.click_image(trunk)
    image, fine, middle = (part[picture] for part in levels)
    boxes = pictures.boxes[picture, number]
    if torch.rand((), device="cpu") < BOX_SHARE:
        points, labels = corner_points(boxes)
    else:
        sharpness = 1.0 + 2.0 * float(torch.rand((), device="cpu"))
        points = pick_points((wanted > 0.5).float() + 0.01 * wanted, sharpness)[:, None]
        labels = torch.ones(len(points), 1, dtype=torch.long)
    total = s["rounds"] * (PLACE * aids.click_place_loss(levels[0], pictures)
                           + LOUD * F.relu(levels[0].float().square().mean() - 1))
    overlaps, feedback = [], None
    for _ in range(s["rounds"]):
        masks, iou, score, tokens = model.click(image, fine, middle, points, labels, feedback)
        loss, chosen, best = mask_choice_loss(masks, iou, wanted)
        total = total + loss + BOX * aids.click_box_loss(tokens, boxes) + 0.05 * F.softplus(-score).mean()
        overlaps.append(best)
        more, more_labels = correction(chosen, wanted)
        points, labels = torch.cat([points, more], 1), torch.cat([labels, more_labels], 1)
        feedback = chosen[:, None].clamp(-32, 32) if torch.rand((), device="cpu") < FEEDBACK_SHARE else None
    return total / s["rounds"], overlaps


@dataclass
class Near:
    """Extra queries: NEAR per picture, each starting near one object."""
    boxes: torch.Tensor     # [B,k,4] where they start
    numbers: torch.Tensor   # [B,k] object
    shown: torch.Tensor     # [B,k] whether there is such an object


def near_queries(pictures):
    weight = pictures.present.float() * (0.1 + torch.rand(pictures.present.shape))
    value, numbers = weight.topk(min(NEAR, weight.shape[1]), 1)
    boxes = pictures.boxes.gather(1, numbers[..., None].expand(-1, -1, 4))
    size = boxes[..., 2:].repeat(1, 1, 2)
    noisy = (boxes + torch.randn_like(boxes) * size * torch.rand(len(boxes), 1, 1) * 0.3).clamp(0.01, 0.99)
    return Near(torch.where(value[..., None] > 0, noisy, torch.full_like(noisy, 0.5)), numbers, value > 0)


def grounding_losses(layers, anchors, objects, targets, near, shown):
    """Losses of every decoder layer, their parts and the last layer's match.

    objects [P,N,4], targets [P,N]; near [P,k] object numbers of the extra queries, shown [P,k] which are real.
    """
    own = len(anchors)
    count, everything = targets.sum().clamp(min=1), shown.sum().clamp(min=1)
    asked = torch.where(targets.any(1), 1.0, ABSENT_SCORE)[:, None]
    near_objects = objects.gather(1, near[..., None].expand(-1, -1, 4))
    near_meant = targets.gather(1, near) & shown
    total, parts, matched = 0.0, {}, None
    for _, boxes, presence, logits in layers:
        matched = match(logits[:, :own], boxes[:, :own], objects, targets, anchors)
        p, q, o = matched
        wanted = torch.zeros_like(logits[:, :own])
        wanted[p, q] = quality(overlap(boxes[p, q], objects[p, o])[0])
        parts["score"] = SCORE * score_loss(logits[:, :own], wanted, asked) / count
        parts["box"] = box_loss(boxes[p, q], objects[p, o]) / count
        parts["presence"] = PRESENCE * F.binary_cross_entropy_with_logits(presence, targets.any(1).float())
        found, found_logits = boxes[:, own:], logits[:, own:]
        wanted = torch.where(near_meant, quality(overlap(found, near_objects)[0]), torch.zeros(()))
        parts["near_score"] = SCORE * score_loss(found_logits, wanted, shown * asked) / count
        parts["near_box"] = box_loss(found[shown], near_objects[shown]) / everything
        total = total + sum(parts.values()) / len(layers)
    return total, {name: value.item() for name, value in parts.items()}, matched


def joint_step(shop, scenes):
    """Everything: the trunk's losses and those of phrases and examples."""
    s, model, aids = shop.settings, shop.model, shop.aids
    loss, log, (pictures, levels) = trunk_step(shop, scenes)
    fine, middle, coarse = (soften(level, s["share"]) for level in levels)
    each = s["prompts"]
    rows = [shop.asker.prompt(shop.rng, scene, s["hardness"]) for scene in scenes for _ in range(each)]
    prompts = pack_prompts(rows, scenes, each, shop.tokenizer, shop.rng)
    near = near_queries(pictures)
    queries = model.detector.transformer.decoder
    content = queries.query_embed.weight[torch.randint(model.config.num_queries, (len(rows), near.numbers.shape[1]))]
    prompt, valid = model.prompt(coarse.repeat_interleave(each, 0), prompts.ids, prompts.boxes, prompts.labels,
                                 prompts.valid)
    memory, layers = model.ground(coarse, prompt, valid, content, near.boxes.repeat_interleave(each, 0))
    anchors = queries.reference_points.weight[:, :2].detach().sigmoid()
    objects, numbers, shown = (part.repeat_interleave(each, 0) for part in (pictures.boxes, near.numbers, near.shown))
    found, parts, matched = grounding_losses(layers, anchors, objects, prompts.targets, numbers, shown)
    stride = pictures.images.shape[-1] // (4 * model.config.grid)
    union = pictures.union_of(prompts.targets, stride)
    meant = aids.meant_loss(memory, F.avg_pool2d(union[:, None], 4).flatten(1))
    log.update(parts, grounding=found.item(), meant=meant.item())
    log["presence_acc"] = ((layers[-1][2] > 0) == prompts.targets.any(1)).float().mean().item()
    p, q, o = matched
    if len(p):
        log["box_iou"] = overlap(layers[-1][1][p, q], objects[p, o])[0].mean().item()
    masks, mask_log = mask_losses(shop, (pictures, union, prompts.targets, matched, stride),
                                  (prompt, valid, memory, layers[-1][0], fine, middle))
    log.update(mask_log)
    return loss + found + MEANT * meant + MASKS * masks, log, (pictures, levels)


def some_of_each(p, q, o, wanted):
    """At most MASKED random matches of each prompt, among the wanted ones, and their rank in their prompt."""
    order = torch.randperm(int(wanted.sum()))
    p, q, o = (part[wanted][order] for part in (p, q, o))
    order = torch.argsort(p, stable=True)
    p, q, o = p[order], q[order], o[order]
    rank = torch.arange(len(p)) - torch.searchsorted(p, p)
    kept = rank < MASKED
    return p[kept], q[kept], o[kept], rank[kept]


def mask_losses(shop, truth, found):
    """Mask losses of some objects of the prompts whose picture has a fine level; the dearest part."""
    pictures, union, targets, (p, q, o), stride = truth
    prompt, valid, memory, queries, fine, middle = found
    each = len(targets) // len(pictures.images)
    reach = len(fine) * each
    chosen = torch.arange(reach)[targets[:reach].any(1)]
    if not len(chosen):
        return 0.0, {}
    row_of = torch.full((len(targets),), -1)
    row_of[chosen] = torch.arange(len(chosen))
    p, q, o, rank = some_of_each(p, q, o, row_of[p] >= 0)
    pick = torch.zeros(len(chosen), MASKED, dtype=torch.long)
    pick[row_of[p], rank] = q
    picture = chosen // each
    codes = queries[chosen].gather(1, pick[..., None].expand(-1, -1, queries.shape[-1]))
    masks, semantic, pixels = shop.model.masks(memory[chosen], prompt[chosen], valid[chosen], fine[picture],
                                               middle[picture], codes)
    logits, wanted = masks[row_of[p], rank], pictures.masks_of(p // each, o, stride)
    loss = mask_loss(logits, wanted).mean()
    semantic_loss = mask_loss(semantic, union[chosen]).mean()
    place = shop.aids.pixel_place_loss(pixels, pictures.some(picture))
    return loss + SEMANTIC * semantic_loss + place, {
        "mask": loss.item(), "mask_iou": mask_iou(logits, wanted).mean().item(), "semantic": semantic_loss.item()}


def click_step(shop, scenes):
    """Clicks alone; the trunk stays as it is."""
    pictures = to_pictures(scenes)
    with torch.no_grad():
        trunk = shop.model.vision(pictures.images)
    loss, overlaps = click_loss(shop, trunk, pictures)
    return loss, {"click": loss.item(), "click_iou": overlaps[0], "click2_iou": overlaps[-1]}, (pictures, None)


STEPS = {"trunk": trunk_step, "joint": joint_step, "clicks": click_step}
