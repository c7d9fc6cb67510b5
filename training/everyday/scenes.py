# SPDX-License-Identifier: Apache-2.0
"""Scenes of the everyday world: the same seed, split and size always give the same scene."""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

import everyday.splits as splits
from everyday.backgrounds import surface
from everyday.camera import taken
from everyday.colours import main_colour
from everyday.cutting import blob, shaped, tinted

MOST_OBJECTS = 60
BLOB_SHARE = 0.1
SHADOW_SHARE = 0.35
SMALL, LARGE = 0.13, 0.38           # sides of the picture; between them an object has no size word
VISIBLE_SHARE, VISIBLE_PIXELS = 0.3, 14
# (chance, objects, longer side as a share of the picture, different designs)
KINDS = ((0.55, (1, 6), (0.16, 0.9), 4), (0.3, (5, 18), (0.08, 0.34), 6), (0.15, (16, MOST_OBJECTS), (0.03, 0.16), 4))
SEED_OF_SPLIT = {splits.TRAIN: 1, splits.VALIDATION: 2, splits.HELD_OUT: 3, splits.PHOTO: 4}


@dataclass
class Scene:
    """Object k (from 0) has number k + 1 in the map of instances; 0 is background."""
    picture: np.ndarray     # uint8 [side,side,3]
    instances: np.ndarray   # uint8 [side,side]
    boxes: np.ndarray       # float32 [n,4] cx, cy, w, h of what is visible, in shares of the picture
    designs: np.ndarray     # int32 [n]; below 0 for nameless blobs, equal for equal blobs
    colours: np.ndarray     # int8 [n], -1 where no colour prevails
    sizes: np.ndarray       # int8 [n]: 0 small, 1 large, -1 neither


def choose_designs(rng, pack, split, most):
    """A few designs of which the scene's objects are made; many look alike or are called alike."""
    chosen = [pack.draw_design(rng, split)]
    for _ in range(int(rng.integers(0, most))):
        alike = pack.alike(chosen[0], split) if rng.random() < 0.5 else []
        chosen.append(alike[int(rng.integers(len(alike)))] if alike else pack.draw_design(rng, split))
    return [-2 - k if rng.random() < BLOB_SHARE else design for k, design in enumerate(chosen)]


def place(rng, taken_boxes, width, height, side):
    """Left and top pixel of an object; of a few random places the one with the least overlap."""
    tries = 1 if rng.random() < 0.2 else 8
    best, least = None, None
    for _ in range(tries):
        left = rng.uniform(-0.12 * width, side - 0.88 * width)
        top = rng.uniform(-0.12 * height, side - 0.88 * height)
        covered = 0.0
        if len(taken_boxes):
            inner = np.minimum(taken_boxes[:, 2:], (left + width, top + height)) \
                - np.maximum(taken_boxes[:, :2], (left, top))
            covered = float(np.prod(np.maximum(inner, 0), 1).max()) / (width * height)
        if least is None or covered < least:
            best, least = (round(left), round(top)), covered
        if covered < 0.05:
            break
    return best, least


def draw(canvas, instances, patch, corner, number):
    """Lays a premultiplied patch on the canvas."""
    left, top = corner
    height, width = patch.shape[:2]
    x0, y0 = max(left, 0), max(top, 0)
    x1, y1 = min(left + width, canvas.shape[1]), min(top + height, canvas.shape[0])
    if x0 >= x1 or y0 >= y1:
        return
    part = patch[y0 - top:y1 - top, x0 - left:x1 - left]
    region = (slice(y0, y1), slice(x0, x1))
    canvas[region] = canvas[region] * (1 - part[..., 3:]) + part[..., :3]
    if number:
        instances[region][part[..., 3] > 0.5] = number


def shadow_of(rng, patch):
    alpha = Image.fromarray((patch[..., 3] * 255).astype(np.uint8))
    margin = 6
    wide = Image.new("L", (alpha.width + 2 * margin, alpha.height + 2 * margin))
    wide.paste(alpha, (margin, margin))
    soft = np.asarray(wide.filter(ImageFilter.GaussianBlur(rng.uniform(1, 4))), dtype=np.float32) / 255
    dark = np.zeros((*soft.shape, 4), np.float32)
    dark[..., 3] = soft * np.float32(rng.uniform(0.2, 0.6))
    offset = np.round(rng.uniform(-5, 6, 2)).astype(int) - margin
    return dark, offset


def make_scene(pack, split, seed, side):
    rng = np.random.default_rng([seed, SEED_OF_SPLIT[split.partition("/")[0]]])
    kind = KINDS[int(np.searchsorted(np.cumsum([k[0] for k in KINDS]), rng.random()))]
    _, (fewest, most), (low, high), variety = kind
    palette = choose_designs(rng, pack, split, variety)
    blobs = {design: blob(rng, pack, split) for design in palette if design < 0}
    canvas = np.array(surface(rng, pack, split, side, side))
    instances = np.zeros((side, side), np.uint8)
    stretch, tilt_range = np.exp(rng.normal(0, 0.18)), (180 if rng.random() < 0.2 else 22)
    # Objects of one scene differ little in size, unless the scene has few.
    scale = np.exp(rng.uniform(np.log(low * 1.4), np.log(high)))
    has_shadow = rng.random() < SHADOW_SHARE
    areas, used, colours = [], [], []
    boxes = np.zeros((0, 4))
    for number in range(1, int(rng.integers(fewest, most + 1)) + 1):
        design = palette[min(int(rng.exponential(1.2)), len(palette) - 1)]
        picture = blobs[design] if design < 0 else pack.read_cutout(design)
        share = float(np.clip(scale * np.exp(rng.normal(0, 0.3)), low, high))
        patch = shaped(rng, picture, share * side, stretch * np.exp(rng.normal(0, 0.06)),
                       rng.uniform(-tilt_range, tilt_range))
        patch = tinted(rng, patch, design < 0 or not pack.has_colour_in_name(design))
        corner, covered = place(rng, boxes, patch.shape[1], patch.shape[0], side)
        if covered > 0.6 and rng.random() < 0.8:
            continue
        if has_shadow:
            dark, offset = shadow_of(rng, patch)
            draw(canvas, instances, dark, (corner[0] + offset[0], corner[1] + offset[1]), 0)
        draw(canvas, instances, patch, corner, len(used) + 1)
        areas.append(int((patch[..., 3] > 0.5).sum()))
        used.append(design)
        colours.append(main_colour(patch))
        boxes = np.vstack([boxes, (*corner, corner[0] + patch.shape[1], corner[1] + patch.shape[0])])
    return finished(rng, canvas, instances, np.array(areas), np.array(used, np.int32), np.array(colours, np.int8))


def finished(rng, canvas, instances, areas, designs, colours):
    """Takes the picture and drops objects that hardly show."""
    side = len(instances)
    seen = np.bincount(instances.ravel(), minlength=len(areas) + 1)[1:]
    keep = (seen >= VISIBLE_PIXELS) & (seen >= VISIBLE_SHARE * areas)
    renumbered = np.zeros(len(areas) + 1, np.uint8)
    renumbered[1:][keep] = np.arange(1, keep.sum() + 1)
    instances = renumbered[instances]
    boxes = visible_boxes(instances, int(keep.sum()))
    extent = boxes[:, 2:].max(1) if len(boxes) else np.zeros(0)
    sizes = np.where(extent < SMALL, 0, np.where(extent > LARGE, 1, -1)).astype(np.int8)
    return Scene(taken(rng, canvas), instances, boxes, designs[keep], colours[keep], sizes)


def visible_boxes(instances, count):
    side = len(instances)
    boxes = np.zeros((count, 4), np.float32)
    for index in range(count):
        shape = instances == index + 1
        columns, rows = np.flatnonzero(shape.any(0)), np.flatnonzero(shape.any(1))
        x0, x1, y0, y1 = columns[0], columns[-1] + 1, rows[0], rows[-1] + 1
        boxes[index] = np.array([x0 + x1, y0 + y1, 2 * (x1 - x0), 2 * (y1 - y0)]) / (2 * side)
    return boxes
