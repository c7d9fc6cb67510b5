# SPDX-License-Identifier: Apache-2.0
"""Training-only heads that teach the trunk; they are not exported."""

import torch
import torch.nn.functional as F
from torch import nn

import world
from layers import to_tokens

BACKGROUND_WEIGHT = 0.15


class WordAlignment(nn.Module):
    """Classifies every pixel of a neck level with encoded words as class weights."""

    def __init__(self, width):
        super().__init__()
        self.pixel = nn.Linear(width, width)
        self.word = nn.Linear(width, width)
        self.background = nn.Linear(width, len(world.GROUPS))
        nn.init.eye_(self.pixel.weight)
        nn.init.eye_(self.word.weight)

    def forward(self, level, words):
        """Per group logits [B*h*w, classes + 1]; the last class is background."""
        tokens = to_tokens(level).flatten(0, 1)
        pixels = self.pixel(tokens)
        background = self.background(tokens)
        scores = pixels @ self.word(words).T / level.shape[1] ** 0.5
        parts = scores.split([len(group) for group in world.GROUPS], 1)
        return [torch.cat([part, background[:, k:k + 1]], 1).float() for k, part in enumerate(parts)]


class Aids(nn.Module):
    def __init__(self, config):
        super().__init__()
        width = config.d_model
        self.alignment = nn.ModuleList(WordAlignment(width) for _ in range(3))
        self.boxes = nn.Linear(width, 4)
        self.meant = nn.Linear(width, 1)
        self.click_places = nn.Linear(width, 4)
        self.click_boxes = nn.Linear(width, 4)
        self.pixel_places = nn.Linear(width, 4)

    def dense_loss(self, levels, words, pictures):
        """Loss, and accuracy per group on object pixels of the coarse level.

        A level may cover only the first pictures.
        """
        total, accuracy = 0.0, None
        for index, level in enumerate(levels):
            shown = pictures.first(len(level))
            instances = shown.instance_map(2 << index).flatten(1)
            padded = F.pad(shown.attributes, (0, 0, 1, 0), value=-1)
            labels = padded.gather(1, instances[..., None].expand(-1, -1, 4)).flatten(0, 1)
            logits = self.alignment[index](level, words)
            total = total + sum(group_loss(part, labels[:, k]) for k, part in enumerate(logits))
            if index == 2:
                accuracy = [group_accuracy(part, labels[:, k]) for k, part in enumerate(logits)]
        return total / 3, accuracy

    def box_loss(self, coarse, pictures):
        return place_loss(self.boxes, coarse, pictures)

    def click_place_loss(self, coarse, pictures):
        return place_loss(self.click_places, coarse, pictures)

    def pixel_place_loss(self, pixels, pictures):
        return place_loss(self.pixel_places, pixels[:, :, 1::2, 1::2], pictures)

    def click_box_loss(self, tokens, wanted):
        """Every mask token knows the box of the clicked object."""
        wanted = torch.cat([wanted[:, :2] * 4 - 2, log_size(wanted[:, 2:])], 1)
        found = self.click_boxes(tokens).float()
        return F.smooth_l1_loss(found, wanted[:, None].expand_as(found), beta=0.2)

    def meant_loss(self, memory, wanted):
        """Fusion memory tells which coarse pixels the phrase means."""
        return F.binary_cross_entropy_with_logits(self.meant(memory)[..., 0].float(), wanted,
                                                  pos_weight=torch.tensor(3.0))


def log_size(size):
    return size.clamp(min=1e-3).log() + 1.3


def place_loss(head, coarse, pictures):
    """Every coarse pixel of an object says where the object's box is."""
    side = coarse.shape[-1]
    instances = pictures.instance_map(pictures.images.shape[-1] // side).flatten(1)
    inside = instances > 0
    wanted = F.pad(pictures.boxes, (0, 0, 1, 0)).gather(1, instances[..., None].expand(-1, -1, 4))
    steps = (torch.arange(side) + 0.5) / side
    y, x = torch.meshgrid(steps, steps, indexing="ij")
    centre = torch.stack([x, y], -1).flatten(0, 1)
    found = head(to_tokens(coarse)).float()
    wanted = torch.cat([(wanted[..., :2] - centre) * 8, log_size(wanted[..., 2:])], -1)
    return F.smooth_l1_loss(found[inside], wanted[inside], beta=0.2)


def group_loss(logits, labels):
    classes = logits.shape[1] - 1
    weight = torch.ones(classes + 1)
    weight[classes] = BACKGROUND_WEIGHT
    return F.cross_entropy(logits, torch.where(labels < 0, classes, labels), weight)


@torch.no_grad()
def group_accuracy(logits, labels):
    inside = labels >= 0
    return (logits[inside, :-1].argmax(1) == labels[inside]).float().mean().item()
