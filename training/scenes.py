# SPDX-License-Identifier: Apache-2.0
"""Seeded scenes: where objects lie and what they look like.

World units are chosen so that the picture has area 1: it is sqrt(aspect) wide
and 1/sqrt(aspect) high. Positions and diameters are given in these units.
"""

from dataclasses import dataclass, field

import numpy as np

import world

ASPECTS = (1.0, 1.0, 4 / 3, 1.5, 1.5, 0.8)
MAX_TILT = np.deg2rad(18)
PLACEMENT_TRIES = 30


@dataclass
class Item:
    size: int
    colour: int
    texture: int
    shape: int
    x: float = 0.0
    y: float = 0.0
    diameter: float = 0.3
    tilt: float = 0.0

    @property
    def attributes(self):
        return (self.size, self.colour, self.texture, self.shape)


@dataclass
class Scene:
    seed: int
    aspect: float
    items: list = field(default_factory=list)

    @property
    def width(self):
        return self.aspect ** 0.5

    @property
    def height(self):
        return self.aspect ** -0.5


def random_attributes(rng, earlier):
    """Attributes of a new object; often partly or wholly those of an earlier one."""
    fresh = [int(rng.integers(len(group))) for group in world.GROUPS]
    if rng.random() < 0.35:
        fresh[2] = 0  # plain objects are the most common
    if earlier and rng.random() < 0.55:
        model = earlier[int(rng.integers(len(earlier)))].attributes
        kind = rng.random()
        if kind < 0.35:
            fresh[1:] = model[1:]
        elif kind < 0.7:
            fresh[3] = model[3]
        else:
            fresh[1] = model[1]
    return fresh


def place(rng, scene, item):
    """Finds a free place for the item; slight overlap with others is allowed."""
    low, high = world.DIAMETERS[world.SIZES[item.size]]
    item.diameter = float(rng.uniform(low, high))
    item.tilt = float(rng.uniform(-MAX_TILT, MAX_TILT))
    margin = 0.46 * item.diameter
    for _ in range(PLACEMENT_TRIES):
        item.x = float(rng.uniform(margin, scene.width - margin))
        item.y = float(rng.uniform(margin, scene.height - margin))
        if all(apart(item, other) for other in scene.items):
            return True
    return False


def apart(one, other):
    distance = np.hypot(one.x - other.x, one.y - other.y)
    return distance > 0.42 * (one.diameter + other.diameter)


def make_scene(seed, aspect=None, count=None):
    rng = np.random.default_rng([seed, 7])
    if aspect is None:
        aspect = ASPECTS[int(rng.integers(len(ASPECTS)))]
    if count is None:
        count = int(rng.integers(1, world.MAX_OBJECTS + 1))
    scene = Scene(seed, aspect)
    while len(scene.items) < count:
        item = Item(*random_attributes(rng, scene.items))
        if not place(rng, scene, item):
            break
        scene.items.append(item)
    return scene
