# SPDX-License-Identifier: Apache-2.0
"""Photographs and textures of Debian packages, for backgrounds and for looking at results."""

import re
from io import BytesIO
from pathlib import Path

from PIL import Image

# Backgrounds of training scenes: Creative Commons (attribution, share-alike) and public domain only.
TRAINING = ("usr/share/backgrounds/*_by_*.jpg", "usr/share/backgrounds/[a-z]*.png", "usr/share/backgrounds/*.jpg",
            "usr/share/backgrounds/gnome/*.webp")
# Backgrounds of held-out scenes, and real photographs to click on; they are never trained on.
MEASURING = ("usr/share/backgrounds/mate/nature/*.jpg", "usr/share/wallpapers/*/contents/images/1920x1080.jpg",
             "usr/share/wallpapers/ColorfulCups/contents/images/*.jpg", "usr/share/wallpapers/*.JPG")


def listed(root, patterns):
    found = {}
    for pattern in patterns:
        for path in sorted(Path(root).glob(pattern)):
            found.setdefault(str(path.relative_to(root)), path)
    return found


def opened(path, longest=640):
    """The picture as RGB, scaled down to `longest`; None if it can't be read."""
    try:
        picture = Image.open(path)
        picture.draft("RGB", (longest, longest))
        picture = picture.convert("RGB")
    except OSError:
        return None
    picture.thumbnail((longest, longest), Image.LANCZOS)
    return picture


def embedded(path, shortest=300):
    """Photographs inside a file of another format (Qt's resource files keep them as they are), in their order."""
    data = Path(path).read_bytes()
    for found in re.finditer(rb"RIFF....WEBP|\xff\xd8\xff", data, re.DOTALL):
        try:
            picture = Image.open(BytesIO(data[found.start():]))
            if min(picture.size) >= shortest:
                yield picture.convert("RGB")
        except OSError:
            continue
