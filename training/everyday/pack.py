# SPDX-License-Identifier: Apache-2.0
"""Reads what make_pack.py collected: cut-outs by design, backgrounds, the vocabulary."""

import json
from collections import Counter
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

import everyday.names as names
import everyday.splits as splits
import vocabulary


class Pack:
    def __init__(self, folder):
        folder = Path(folder)
        index = json.loads((folder / "index.json").read_text())
        self.cutouts, self.backgrounds = index["cutouts"], index["backgrounds"]
        self.cutout_bytes = np.memmap(folder / "cutouts.bin", np.uint8, "r")
        self.background_bytes = np.memmap(folder / "backgrounds.bin", np.uint8, "r")
        self.merges = vocabulary.from_text((folder / "vocabulary.txt").read_text())
        self.terms = [frozenset(entry["terms"]) for entry in self.cutouts]
        self.words = [frozenset(word for term in terms for word in term.split()) for terms in self.terms]
        self.seen_names = {entry["name"] for entry in self.cutouts if entry["split"] == splits.TRAIN} - {""}
        self.seen_terms = Counter(term for entry, terms in zip(self.cutouts, self.terms)
                                  if entry["split"] == splits.TRAIN for term in terms)
        self.of_term = {}
        for number, terms in enumerate(self.terms):
            for term in terms:
                self.of_term.setdefault(term, []).append(number)
        self.read_cutout = lru_cache(maxsize=None)(self.decode_cutout)
        self.read_background = lru_cache(maxsize=None)(self.decode_background)
        self.pool = lru_cache(maxsize=None)(self.find_pool)
        self.background_pool = lru_cache(maxsize=None)(self.find_background_pool)
        self.alike = lru_cache(maxsize=None)(self.find_alike)

    def decode_cutout(self, number):
        """Premultiplied RGBA picture."""
        entry = self.cutouts[number]
        data = self.cutout_bytes[entry["at"]:entry["at"] + entry["bytes"]].tobytes()
        return Image.open(BytesIO(data)).convert("RGBA").convert("RGBa")

    def decode_background(self, number):
        entry = self.backgrounds[number]
        data = self.background_bytes[entry["at"]:entry["at"] + entry["bytes"]].tobytes()
        return Image.open(BytesIO(data)).convert("RGB")

    def belongs(self, number, split):
        """Whether a design is for a split; "held-out/seen" and "held-out/unseen" tell by its name."""
        base, _, part = split.partition("/")
        if self.cutouts[number]["split"] != base:
            return False
        return not part or (self.name(number) in self.seen_names) == (part == "seen")

    def find_pool(self, split):
        """Design numbers of a split and the running sum of their chances; designs of big families are rarer."""
        numbers = [n for n in range(len(self.cutouts)) if self.belongs(n, split)]
        counts = Counter(term for n in numbers for term in self.terms[n])
        family = np.array([max((counts[term] for term in self.terms[n]), default=20) for n in numbers])
        chance = 1 / np.sqrt(family)
        return np.array(numbers), np.cumsum(chance) / chance.sum()

    def draw_design(self, rng, split):
        numbers, sums = self.pool(split)
        return int(numbers[np.searchsorted(sums, rng.random())])

    def find_alike(self, number, split):
        """Designs of the split that share a term with this one."""
        found = {other for term in self.terms[number] for other in self.of_term[term]} - {number}
        return sorted(other for other in found if self.belongs(other, split))

    def find_background_pool(self, split):
        """Photographs of a split; those that are only for measuring serve every split but training."""
        base = split.partition("/")[0]
        wanted = (base,) if base == splits.TRAIN else (base, splits.PHOTO)
        return [n for n, entry in enumerate(self.backgrounds) if entry["split"] in wanted]

    def name(self, number):
        return self.cutouts[number]["name"]

    def has_colour_in_name(self, number):
        return bool(self.words[number] & set(names.COLOURS))
