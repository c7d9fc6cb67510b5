# SPDX-License-Identifier: Apache-2.0
"""Backgrounds and surfaces: crops of photographs, and generated gradients, stripes, checks, spots and clouds."""

import numpy as np
from PIL import Image

PHOTO_SHARE = 0.5


def crop(rng, picture, width, height):
    """A random part of a picture, mirrored and turned by quarters at random."""
    shorter = min(picture.size)
    side = max(24.0, shorter * rng.uniform(0.25, 1.0))
    left, top = (rng.uniform(0, extent - min(side, extent)) for extent in picture.size)
    box = (left, top, left + min(side, picture.width), top + min(side, picture.height))
    part = picture.resize((width, height), Image.BILINEAR, box=box, reducing_gap=2.0)
    array = np.asarray(part, dtype=np.float32) / 255
    if rng.random() < 0.5:
        array = array[:, ::-1]
    return array[::-1] if rng.random() < 0.1 else array


def clouds(rng, width, height, cells):
    """Smooth random values [height,width,1] around 0."""
    coarse = rng.normal(0, 1, (cells, cells)).astype(np.float32)
    return np.asarray(Image.fromarray(coarse).resize((width, height), Image.BICUBIC))[..., None]


def two_colours(rng):
    one = rng.uniform(0, 1, 3)
    other = np.clip(one + rng.normal(0, rng.uniform(0.05, 0.6), 3), 0, 1)
    return one.astype(np.float32), other.astype(np.float32)


def generated(rng, width, height):
    """A generated surface [height,width,3] around 0..1."""
    one, other = two_colours(rng)
    angle, frequency = rng.uniform(0, np.pi), np.exp(rng.uniform(np.log(1), np.log(16)))
    x = np.linspace(0, 1, width, dtype=np.float32)[None, :, None]
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    u = (x * np.cos(angle) + y * np.sin(angle)) * frequency + rng.uniform()
    v = (y * np.cos(angle) - x * np.sin(angle)) * frequency
    kind = rng.integers(6)
    if kind == 0:
        share = u / frequency
    elif kind == 1:
        share = np.clip(0.5 + 2 * np.sin(2 * np.pi * u), 0, 1)
    elif kind == 2:
        share = np.clip(0.5 + 4 * np.sin(2 * np.pi * u) * np.sin(2 * np.pi * v), 0, 1)
    elif kind == 3:
        share = np.clip((0.36 - np.hypot(u - np.round(u), v - np.round(v))) * 10, 0, 1)
    elif kind == 4:
        share = np.clip(0.5 + clouds(rng, width, height, int(rng.integers(3, 9))) * rng.uniform(0.2, 1.5), 0, 1)
    else:
        share = np.clip(0.5 + 0.5 * clouds(rng, width, height, int(rng.integers(16, 64))), 0, 1)
    surface = one + share * (other - one)
    if rng.random() < 0.5:
        surface = surface + rng.uniform(0.02, 0.15) * clouds(rng, width, height, int(rng.integers(2, 6)))
    return np.broadcast_to(surface, (height, width, 3)).astype(np.float32)


def surface(rng, pack, split, width, height):
    pool = pack.background_pool(split)
    if pool and rng.random() < PHOTO_SHARE:
        return crop(rng, pack.read_background(pool[int(rng.integers(len(pool)))]), width, height)
    return generated(rng, width, height)
