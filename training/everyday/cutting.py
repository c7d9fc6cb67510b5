# SPDX-License-Identifier: Apache-2.0
"""Single objects as they enter a scene: scaled, turned, tinted, and nameless blobs."""

import numpy as np
from PIL import Image, ImageDraw

from everyday.backgrounds import surface

OVERSAMPLE = 3


def colour_turn(rng, strength):
    """A matrix that turns colours around the grey axis."""
    angle = rng.normal(0, strength)
    cos, third = np.cos(angle), (1 - np.cos(angle)) / 3
    off = np.sin(angle) / np.sqrt(3)
    matrix = np.full((3, 3), third) + np.eye(3) * cos
    return (matrix + off * np.array([[0, -1, 1], [1, 0, -1], [-1, 1, 0]])).astype(np.float32)


def tinted(rng, patch, may_turn):
    """Other lighting, and at times another hue, of a premultiplied patch [h,w,4] in 0..1."""
    colour, alpha = patch[..., :3], patch[..., 3:]
    if may_turn and rng.random() < 0.35:
        colour = colour @ colour_turn(rng, 0.9)
    if rng.random() < 0.3:
        grey = colour.mean(-1, keepdims=True)
        colour = grey + (colour - grey) * np.float32(rng.uniform(0.3, 1.3))
    gain, lift = np.float32(rng.uniform(0.75, 1.15)), np.float32(rng.uniform(-0.06, 0.08))
    height, width = alpha.shape[:2]
    slope = np.linspace(-1, 1, width, dtype=np.float32)[None, :] * np.float32(rng.normal(0, 0.1)) \
        + np.linspace(-1, 1, height, dtype=np.float32)[:, None] * np.float32(rng.normal(0, 0.1))
    colour = np.clip(colour * (gain + slope[..., None]) + lift * alpha, 0, alpha)
    return np.concatenate([colour, alpha], -1)


def shaped(rng, picture, side, stretch, tilt):
    """The cut-out with its longer side at `side` pixels, stretched, mirrored and turned; [h,w,4] in 0..1."""
    factor = side / max(picture.size)
    width = max(3, round(picture.width * factor / stretch ** 0.5))
    height = max(3, round(picture.height * factor * stretch ** 0.5))
    picture = picture.resize((width, height), Image.BICUBIC, reducing_gap=2.0)
    if rng.random() < 0.5:
        picture = picture.transpose(Image.FLIP_LEFT_RIGHT)
    if abs(tilt) > 1:
        picture = picture.rotate(tilt, Image.BICUBIC, expand=True)
    return np.asarray(picture, dtype=np.float32) / 255


def blob_outline(rng):
    """Corner points of a random closed outline around 0, at most 0.5 away."""
    if rng.random() < 0.3:
        count = int(rng.integers(3, 8))
        angles = np.sort(rng.uniform(0, 2 * np.pi, count))
        radii = rng.uniform(0.3, 0.5, count)
    else:
        angles = np.linspace(0, 2 * np.pi, 40, endpoint=False)
        radii = np.ones(40)
        for wave in range(1, 7):
            radii += rng.normal(0, 0.35 / wave) * np.cos(wave * angles + rng.uniform(0, 2 * np.pi))
        radii = np.clip(radii, 0.15, None)
        radii = 0.5 * radii / radii.max()
    return np.stack([np.cos(angles) * radii, np.sin(angles) * radii], 1)


def blob(rng, pack, split):
    """A nameless object: a random outline filled with a surface, as a premultiplied picture."""
    side = 96
    stencil = Image.new("L", (side, side))
    points = ((blob_outline(rng) + 0.5) * (side - 1)).ravel().tolist()
    ImageDraw.Draw(stencil).polygon(points, fill=255)
    alpha = np.asarray(stencil, dtype=np.float32)[..., None] / 255
    colour = np.clip(surface(rng, pack, split, side, side), 0, 1) * alpha
    array = (np.concatenate([colour, alpha], -1) * 255).astype(np.uint8)
    picture = Image.frombytes("RGBa", (side, side), array.tobytes())
    return picture.crop(stencil.getbbox())
