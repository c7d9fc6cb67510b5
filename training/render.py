# SPDX-License-Identifier: Apache-2.0
"""Draws a scene at any size: picture, map of visible instances, attributes."""

import colorsys

import numpy as np
from PIL import Image, ImageDraw

import world

OVERSAMPLE = 3


def outline(shape, diameter, tilt):
    """Corner points of a shape around the origin, y downwards."""
    if shape == "circle":
        angles, radii = np.linspace(0, 2 * np.pi, 49)[:-1], 0.5
    elif shape == "square":
        angles, radii = np.pi / 4 + np.arange(4) * np.pi / 2, 0.62
    elif shape == "triangle":
        angles, radii = -np.pi / 2 + np.arange(3) * 2 * np.pi / 3, 0.62
    elif shape == "star":
        angles = -np.pi / 2 + np.arange(10) * np.pi / 5
        radii = np.where(np.arange(10) % 2 == 0, 0.62, 0.25)
    else:
        arm, half = 0.52, 0.165
        corners = np.array([(-half, -arm), (half, -arm), (half, -half), (arm, -half), (arm, half), (half, half),
                            (half, arm), (-half, arm), (-half, half), (-arm, half), (-arm, -half), (-half, -half)])
        angles, radii = np.arctan2(corners[:, 1], corners[:, 0]), np.hypot(corners[:, 0], corners[:, 1])
    angles = angles + tilt
    return np.stack([np.cos(angles) * radii, np.sin(angles) * radii], 1) * diameter


def random_colour(rng, name):
    hue, saturation, value = (rng.uniform(*span) for span in world.COLOUR_RANGES[name])
    return np.array(colorsys.hsv_to_rgb(hue % 1.0, saturation, value))


def second_colour(rng, name, base):
    if name in ("white", "yellow", "orange") or rng.random() < 0.5:
        return base * 0.35
    return base * 0.25 + 0.75


def background(rng, width, height):
    """Muted colours: a soft gradient of large spots, fine grain, sometimes faint stripes."""
    cells = int(rng.integers(2, 7))
    grey = rng.uniform(0.15, 0.68)
    coarse = grey + rng.normal(0, 0.07, (cells, cells, 1)) + rng.normal(0, 0.035, (1, 1, 3)) \
        + rng.normal(0, 0.025, (cells, cells, 3))
    small = Image.fromarray((np.clip(coarse, 0.05, 0.78) * 255).astype(np.uint8))
    picture = np.asarray(small.resize((width, height), Image.BICUBIC), dtype=np.float32) / 255
    if rng.random() < 0.4:
        angle, frequency = rng.uniform(0, np.pi), rng.uniform(4, 14)
        x = np.linspace(0, 1, width, dtype=np.float32)[None, :, None]
        y = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
        wave = np.sin(2 * np.pi * frequency * (x * np.cos(angle) + y * np.sin(angle)))
        picture = picture + np.float32(rng.uniform(0.01, 0.04)) * wave
    grain = rng.uniform(0.0, 0.03)
    return picture + rng.normal(0, grain, (height, width, 1)).astype(np.float32)


def pattern(rng, texture, x, y, base, second):
    """Colours of an object at world positions x, y relative to its centre."""
    angle = rng.uniform(0, np.pi)
    period = rng.uniform(0.052, 0.068)
    offset_u, offset_v = rng.uniform(0, 1, 2)
    if texture == "plain":
        share = np.zeros_like(x)
    else:
        u = (x * np.cos(angle) + y * np.sin(angle)) / period + offset_u
        v = (y * np.cos(angle) - x * np.sin(angle)) / period + offset_v
        if texture == "striped":
            share = np.clip(0.5 + 3.0 * np.sin(2 * np.pi * u), 0, 1)
        else:
            distance = np.hypot(u - np.round(u), v - np.round(v))
            share = np.clip((0.34 - distance) * 12, 0, 1)
    light = 1.0 - 0.10 * (x * rng.uniform(-1, 1) + y * rng.uniform(0, 1)) / 0.2
    colour = base + share[..., None] * (second - base)
    return colour * np.clip(light, 0.75, 1.15)[..., None]


def draw_item(rng, scene, item, number, picture, instances):
    height, width = instances.shape
    scale = np.array([width / scene.width, height / scene.height])
    shape, colour = world.SHAPES[item.shape], world.COLOURS[item.colour]
    corners = (outline(shape, item.diameter, item.tilt) + (item.x, item.y)) * scale
    left, top = np.maximum(np.floor(corners.min(0)).astype(int) - 1, 0)
    right, bottom = np.minimum(np.ceil(corners.max(0)).astype(int) + 1, (width, height))
    size = (int(right - left), int(bottom - top))
    stencil = Image.new("L", (size[0] * OVERSAMPLE, size[1] * OVERSAMPLE))
    points = ((corners - (left, top)) * OVERSAMPLE - 0.5).ravel().tolist()
    ImageDraw.Draw(stencil).polygon(points, fill=255)
    cover = np.asarray(stencil.reduce(OVERSAMPLE), dtype=np.float32) / 255
    base = random_colour(rng, colour)
    second = second_colour(rng, colour, base)
    x = (np.arange(left, right) + 0.5)[None, :] / scale[0] - item.x
    y = (np.arange(top, bottom) + 0.5)[:, None] / scale[1] - item.y
    x, y = np.broadcast_arrays(x, y)
    inside = pattern(rng, world.TEXTURES[item.texture], x, y, base, second)
    region = (slice(top, bottom), slice(left, right))
    picture[region] += cover[..., None] * (inside - picture[region])
    instances[region][cover > 0.5] = number


def render(scene, width, height):
    """Returns uint8 picture [H,W,3] and instance map [H,W]; 0 is background, k is item k-1."""
    rng = np.random.default_rng([scene.seed, 11])
    picture = background(rng, width, height)
    instances = np.zeros((height, width), np.uint8)
    for number, item in enumerate(scene.items, 1):
        draw_item(np.random.default_rng([scene.seed, 13, number]), scene, item, number, picture, instances)
    return (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8), instances
