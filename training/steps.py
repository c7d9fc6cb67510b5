# SPDX-License-Identifier: Apache-2.0
"""One training step: which losses a batch gives in each phase."""

import torch
import torch.nn.functional as F

import phrases
import world
from batches import make_prompts
from clicking import click_loss
from losses import grounding_losses, mask_iou, mask_loss, overlap

CLICK, DENSE, MEANT, MASKS, PLACE = 0.6, 1.0, 1.0, 1.0, 1.0


def encoded_words(model, tokenizer, rng, variety=0.3):
    """One row per attribute value, from the text encoder; sometimes a synonym stands in."""
    ids = [tokenizer.encode(phrases.pick_word(rng, name, variety)) for group in world.GROUPS for name in group]
    rows = model.detector.backbone.language_backbone(torch.tensor(ids))
    return rows[:, 1:].mean(1)


def soften(x, share):
    """The same values with a smaller gradient."""
    return x.detach() + share * (x - x.detach())


def trunk_step(model, aids, tokenizer, rng, pictures, state):
    """Losses that need no phrase: aligned words, boxes, clicks."""
    learning = rng.random() < state["trunk_share"]
    with torch.set_grad_enabled(learning):
        trunk = model.vision(pictures.images)
    levels = model.vision.concept_levels(trunk, state["fine"])
    loss, log = 0.0, {}
    if learning:
        dense, accuracy = aids.dense_loss(levels, encoded_words(model, tokenizer, rng), pictures)
        place = aids.box_loss(levels[2], pictures)
        loss = state["dense"] * (DENSE * dense + PLACE * place)
        log = {"dense": dense.item(), "place": place.item()}
        log.update(zip(("size_acc", "colour_acc", "texture_acc", "shape_acc"), accuracy))
    if state["clicked"]:
        some = state["clicked"]
        clicks, quality = click_loss(model, aids, soften(trunk[:some], state["share"]), pictures.first(some),
                                     state["clicks"], state["rounds"])
        loss = loss + CLICK * clicks
        log.update({"click": clicks.item(), "click_iou": quality[0], "click2_iou": quality[-1]})
    return loss, log, levels


def noisy_queries(model, pictures, per_picture):
    """Extra queries that start near every object, with contents of random ordinary queries."""
    boxes = pictures.boxes.repeat_interleave(per_picture, 0)
    size = torch.cat([boxes[..., 2:], boxes[..., 2:]], -1)
    noisy = boxes + torch.randn_like(boxes) * size * torch.rand(len(boxes), 1, 1) * 0.3
    noisy = torch.where(boxes[..., 2:3] > 0, noisy, torch.full_like(boxes, 0.5)).clamp(0.02, 0.98)
    content = model.detector.transformer.decoder.query_embed.weight
    chosen = torch.randint(len(content), noisy.shape[:2])
    return content[chosen], noisy


def joint_step(model, aids, tokenizer, rng, pictures, state):
    """Everything: the trunk's losses and those of phrases and exemplars."""
    loss, log, levels = trunk_step(model, aids, tokenizer, rng, pictures, state)
    fine, middle, coarse = (soften(level, state["share"]) for level in levels)
    each = state["prompts"]
    prompts = make_prompts(rng, tokenizer, pictures, each, state["hardness"])
    spread = coarse.repeat_interleave(each, 0)
    rows, valid = model.prompt(spread, prompts.ids, prompts.boxes, prompts.labels, prompts.valid)
    content, noisy = noisy_queries(model, pictures, each)
    memory, layers = model.ground(coarse, rows, valid, content, noisy)
    anchors = model.detector.transformer.decoder.reference_points.weight[:, :2].detach().sigmoid()
    objects, present = (part.repeat_interleave(each, 0) for part in (pictures.boxes, pictures.present))
    found, parts, matched = grounding_losses(layers, anchors, objects, present, prompts.targets)
    soft = pictures.soft_masks(2)
    union = torch.einsum("bkyx,bpk->bpyx", soft, prompts.targets.view(len(soft), each, -1).float()).flatten(0, 1)
    meant = aids.meant_loss(memory, F.avg_pool2d(union, 4).flatten(1))
    loss = loss + found + MEANT * meant
    log.update(parts, grounding=found.item(), meant=meant.item())
    log["presence_acc"] = ((layers[-1][2] > 0) == prompts.targets.any(1)).float().mean().item()
    p, q, o = matched
    if len(p):
        log["box_iou"] = box_iou(layers[-1][1][p, q], objects[p, o])
    mask_part, mask_log = masked_prompts(model, aids, pictures, soft, union, matched, prompts.targets, rows, valid,
                                         memory, layers[-1][0], fine, middle, each)
    log.update(mask_log)
    return loss + MASKS * mask_part, log


def box_iou(found, wanted):
    return overlap(found, wanted)[0].mean().item()


def masked_prompts(model, aids, pictures, soft, union, matched, targets, rows, valid, memory, queries, fine, middle,
                   each):
    """Mask losses for the prompts of the pictures that have a fine level; masks are the dearest part.

    Every meant object has two queries: the matched one and the one that started at its box.
    """
    own, count = model.config.num_queries, targets.shape[1]
    chosen = torch.arange(len(fine) * each)[targets[:len(fine) * each].any(1)]
    if not len(chosen):
        return 0.0, {}
    p, q, o = matched
    pick = own + torch.arange(count).repeat(len(rows), 2)
    pick[p, o] = q
    used = queries[chosen].gather(1, pick[chosen][..., None].expand(-1, -1, queries.shape[-1]))
    picture = chosen // each
    masks, semantic, pixels = model.masks(memory[chosen], rows[chosen], valid[chosen], fine[picture], middle[picture],
                                          used)
    wanted = targets[chosen]
    truth = soft[picture][wanted]
    logits, near = masks[:, :count][wanted], masks[:, count:][wanted]
    loss = mask_loss(logits, truth).mean() + 0.5 * mask_loss(near, truth).mean()
    semantic_loss = mask_loss(semantic, union[chosen]).mean()
    place = aids.pixel_place_loss(pixels, pictures.some(picture))
    return loss + 0.3 * semantic_loss + place, {
        "mask": loss.item(), "mask_iou": mask_iou(logits, truth).mean().item(), "semantic": semantic_loss.item(),
        "pixel_place": place.item(), "near_mask_iou": mask_iou(near, truth).mean().item()}


def click_step(model, aids, tokenizer, rng, pictures, state):
    """Clicks alone; the trunk stays as it is."""
    with torch.no_grad():
        trunk = model.vision(pictures.images)
    loss, quality = click_loss(model, aids, trunk, pictures, state["clicks"], state["rounds"])
    return loss, {"click": loss.item(), "click_iou": quality[0], "click2_iou": quality[-1]}


def step_of_phase(phase):
    return {"trunk": trunk_step, "joint": joint_step, "clicks": click_step}[phase]
