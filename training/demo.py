# SPDX-License-Identifier: Apache-2.0
"""Renders the demonstration pictures that ship with the program.

    python3 demo.py ../resources/demo
"""

import io
import sys
from pathlib import Path

from PIL import Image

from render import render
from scenes import make_scene

WIDTH, HEIGHT, QUALITY, LIMIT = 960, 640, 85, 80_000
SEEDS = range(40_000_000, 40_000_200)
COUNT = 12


def demo_scene(seed):
    return make_scene(seed, aspect=WIDTH / HEIGHT, count=4 + seed % 5)


def compressed(picture):
    stream = io.BytesIO()
    Image.fromarray(picture).save(stream, "JPEG", quality=QUALITY, optimize=True)
    return stream.getvalue()


def lively(scene):
    """Several shapes and colours, and at least two objects that look alike."""
    looks = [item.attributes[1:] for item in scene.items]
    return len(scene.items) >= 4 and len({look[2] for look in looks}) >= 3 \
        and len({look[0] for look in looks}) >= 3 and len({look[1] for look in looks}) >= 2 \
        and len(set(looks)) < len(looks)


def demo_pictures():
    """Seed and JPEG bytes of the first suitable scenes."""
    chosen = []
    for seed in SEEDS:
        scene = demo_scene(seed)
        if lively(scene):
            data = compressed(render(scene, WIDTH, HEIGHT)[0])
            if len(data) < LIMIT:
                chosen.append((seed, data))
        if len(chosen) == COUNT:
            break
    return chosen


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for index, (_, data) in enumerate(demo_pictures(), 1):
        (folder / f"shapes-{index:02d}.jpg").write_bytes(data)


if __name__ == "__main__":
    main()
