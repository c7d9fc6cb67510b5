# SPDX-License-Identifier: Apache-2.0
"""What a camera does to a scene: exposure, colour cast, blur, noise, JPEG."""

from io import BytesIO

import numpy as np
from PIL import Image, ImageFilter


def taken(rng, scene):
    """A scene [h,w,3] around 0..1 as a uint8 picture."""
    gain = np.float32(rng.uniform(0.8, 1.2)) * (1 + rng.normal(0, 0.05, 3)).astype(np.float32)
    scene = np.clip(scene * gain + np.float32(rng.normal(0, 0.03)), 0, 1)
    if rng.random() < 0.4:
        scene = scene ** np.float32(rng.uniform(0.75, 1.35))
    picture = Image.fromarray((scene * 255 + 0.5).astype(np.uint8))
    if rng.random() < 0.3:
        picture = picture.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 1.3)))
    if rng.random() < 0.4:
        noise = rng.normal(0, rng.uniform(1, 12), np.asarray(picture).shape[:2] + (rng.choice([1, 3]),))
        picture = Image.fromarray(np.clip(np.asarray(picture) + noise.astype(np.float32), 0, 255).astype(np.uint8))
    if rng.random() < 0.4:
        stream = BytesIO()
        picture.save(stream, "JPEG", quality=int(rng.integers(30, 92)))
        picture = Image.open(stream)
    return np.array(picture)
