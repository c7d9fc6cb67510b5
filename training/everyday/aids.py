# SPDX-License-Identifier: Apache-2.0
"""Training-only heads: every pixel says what it is called, which colour it has and where its object lies."""

import torch
import torch.nn.functional as F
from torch import nn

import everyday.names as names
from aids import log_size, place_loss
from layers import to_tokens

BACKGROUND_WEIGHT = 0.15
IGNORED = -100
CLASSES = 128   # names that compete for every pixel


class NameAlignment(nn.Module):
    """Classifies the pixels of a neck level with encoded words as class weights; the last class is background."""

    def __init__(self, width):
        super().__init__()
        self.pixel = nn.Linear(width, width)
        self.word = nn.Linear(width, width)
        self.background = nn.Linear(width, 1)
        nn.init.eye_(self.pixel.weight)
        nn.init.eye_(self.word.weight)

    def forward(self, tokens, words):
        scores = self.pixel(tokens) @ self.word(words).T / tokens.shape[-1] ** 0.5
        return torch.cat([scores, self.background(tokens)], -1).float()


class Aids(nn.Module):
    def __init__(self, config):
        super().__init__()
        width = config.d_model
        self.names = nn.ModuleList(NameAlignment(width) for _ in range(3))
        self.colours = nn.ModuleList(NameAlignment(width) for _ in range(3))
        self.boxes = nn.Linear(width, 4)
        self.meant = nn.Linear(width, 1)
        self.click_places = nn.Linear(width, 4)
        self.click_boxes = nn.Linear(width, 4)
        self.pixel_places = nn.Linear(width, 4)

    def dense_loss(self, levels, pictures, classes, name_words, colour_words):
        """Loss of all levels, and accuracies of names and colours on object pixels of the coarse level.

        classes [B,N] number of every object's name among name_words, IGNORED where it has none. A level may cover
        only the first pictures.
        """
        total, accuracy = 0.0, None
        colour_classes = torch.where(pictures.colours < 0, IGNORED, pictures.colours)
        for index, level in enumerate(levels):
            shown, count = pictures.first(len(level)), len(level)
            instances = shown.instance_map(shown.images.shape[-1] // level.shape[-1]).flatten(1)
            tokens = to_tokens(level)
            parts = []
            for head, words, labels in ((self.names[index], name_words, classes),
                                        (self.colours[index], colour_words, colour_classes)):
                wanted = F.pad(labels[:count], (1, 0), value=len(words)).gather(1, instances).flatten()
                parts.append(class_loss(head(tokens, words).flatten(0, 1), wanted))
            total = total + parts[0][0] + 0.5 * parts[1][0]
            if index == 2:
                accuracy = [part[1] for part in parts]
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
        """Fusion memory tells which coarse pixels the prompt means."""
        return F.binary_cross_entropy_with_logits(self.meant(memory)[..., 0].float(), wanted,
                                                  pos_weight=torch.tensor(3.0))


def class_loss(logits, wanted):
    background = logits.shape[-1] - 1
    weight = torch.ones(background + 1)
    weight[background] = BACKGROUND_WEIGHT
    loss = F.cross_entropy(logits, wanted, weight, ignore_index=IGNORED)
    inside = (wanted != background) & (wanted != IGNORED)
    with torch.no_grad():
        right = (logits[:, :-1].argmax(-1) == wanted)[inside].float().mean()
    return loss, right.item()


class WordBank:
    """Which names compete in a step, and their encoded form."""

    def __init__(self, pack, tokenizer):
        self.pack = pack
        self.tokenizer = tokenizer
        self.all_names = sorted(pack.seen_names)

    def choose(self, rng, designs):
        """Names in the pictures and others; the class of every object [B,N], IGNORED for nameless ones."""
        table = designs.cpu().numpy()
        found = {}
        classes = torch.full(designs.shape, IGNORED, device="cpu")
        for row, column in zip(*(table >= 0).nonzero()):
            name = self.pack.name(int(table[row, column]))
            if name:
                classes[row, column] = found.setdefault(name, len(found))
        chosen = list(found)
        for index in rng.integers(0, len(self.all_names), max(0, CLASSES - len(chosen))):
            if self.all_names[index] not in found:
                chosen.append(self.all_names[index])
        return list(dict.fromkeys(chosen)), classes.to(designs.device)

    def encoded(self, model, phrases):
        """One row per phrase: the mean over the text encoder's rows for its words and the end."""
        ids = [self.tokenizer.encode(phrase) for phrase in phrases]
        table = torch.zeros(len(ids), max(map(len, ids)), dtype=torch.long, device="cpu")
        for row, found in zip(table, ids):
            row[:len(found)] = torch.tensor(found, device="cpu")
        table = table.to(torch.get_default_device())
        rows = model.detector.backbone.language_backbone(table)
        share = (table != 0).float()
        share[:, 0] = 0
        return (rows * (share / share.sum(1, keepdim=True))[..., None]).sum(1)

    def colours(self, model):
        return self.encoded(model, names.COLOURS)
