# SPDX-License-Identifier: Apache-2.0
"""Renders training scenes once into flat arrays that training maps into memory.

    python3 cache.py FOLDER --count 48000 --side 128 [--first-seed 0]
"""

import argparse
from pathlib import Path

import numpy as np

import world
from render import render
from scenes import make_scene

ABSENT = 255
MIN_VISIBLE = 20


def instance_boxes(instances):
    """Normalised cx, cy, w, h of every instance of a map, zeros where invisible."""
    height, width = instances.shape
    boxes = np.zeros((world.MAX_OBJECTS, 4), np.float32)
    for number in range(1, int(instances.max()) + 1):
        seen = instances == number
        if seen.sum() < MIN_VISIBLE:
            continue
        columns, rows = np.flatnonzero(seen.any(0)), np.flatnonzero(seen.any(1))
        left, right = columns[0] / width, (columns[-1] + 1) / width
        top, bottom = rows[0] / height, (rows[-1] + 1) / height
        boxes[number - 1] = ((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)
    return boxes


def attribute_table(scene, boxes):
    table = np.full((world.MAX_OBJECTS, 4), ABSENT, np.uint8)
    for index, item in enumerate(scene.items):
        if boxes[index, 2] > 0:
            table[index] = item.attributes
    return table


def layout(count, side):
    return {
        "pictures": ((count, side, side, 3), np.uint8),
        "instances": ((count, side, side), np.uint8),
        "attributes": ((count, world.MAX_OBJECTS, 4), np.uint8),
        "boxes": ((count, world.MAX_OBJECTS, 4), np.float32),
    }


def write_cache(folder, count, side, first_seed):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    arrays = {name: np.lib.format.open_memmap(folder / f"{name}.npy", "w+", kind, shape)
              for name, (shape, kind) in layout(count, side).items()}
    for index in range(count):
        scene = make_scene(first_seed + index)
        picture, instances = render(scene, side, side)
        boxes = instance_boxes(instances)
        arrays["pictures"][index] = picture
        arrays["instances"][index] = instances
        arrays["boxes"][index] = boxes
        arrays["attributes"][index] = attribute_table(scene, boxes)
    for array in arrays.values():
        array.flush()


def open_cache(folder):
    return {name: np.load(Path(folder) / f"{name}.npy", mmap_mode="r") for name in layout(0, 0)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--count", type=int, default=48000)
    parser.add_argument("--side", type=int, default=128)
    parser.add_argument("--first-seed", type=int, default=0)
    arguments = parser.parse_args()
    write_cache(arguments.folder, arguments.count, arguments.side, arguments.first_seed)


if __name__ == "__main__":
    main()
