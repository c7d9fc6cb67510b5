# SPDX-License-Identifier: Apache-2.0
"""A pack of a few drawn shapes, so that tests need no packages installed."""

import numpy as np
from PIL import Image, ImageDraw

import everyday.splits as splits
from everyday.make_pack import write_pack
from everyday.sources import Raw

SHAPES = {"ball": ("round thing", "toy"), "brick": ("toy", "building"), "leaf": ("plant",), "coin": ("money",),
          "kite": ("toy",), "drum": ("musical instrument",)}
COLOURS = ((200, 30, 30), (40, 160, 60), (40, 80, 200), (230, 200, 40))


def shape(name, colour):
    picture = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    index = list(SHAPES).index(name)
    if index % 3 == 0:
        draw.ellipse([4, 4, 60, 60 - 4 * index], fill=(*colour, 255))
    elif index % 3 == 1:
        draw.rectangle([4, 8, 60, 56 - 4 * index], fill=(*colour, 255))
    else:
        draw.polygon([(32, 2), (62, 50 - index), (2, 60)], fill=(*colour, 255))
    return picture


def cutouts():
    for name, terms in SHAPES.items():
        for index, colour in enumerate(COLOURS):
            yield Raw("noto", f"{name}-{index}", name, [name, *terms]), name, shape(name, colour)
    for index, colour in enumerate(COLOURS):
        yield Raw("stamps", f"stone-{index}", "stone", ["stone"]), "stone", shape("leaf", colour)


def backgrounds():
    rng = np.random.default_rng(0)
    for split in (splits.TRAIN, splits.HELD_OUT, splits.PHOTO):
        yield f"view-{split}", split, Image.fromarray(rng.integers(0, 255, (120, 160, 3), dtype=np.uint8))


def write_tiny_pack(folder):
    return write_pack(folder, cutouts(), backgrounds())
