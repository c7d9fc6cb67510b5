# SPDX-License-Identifier: Apache-2.0
"""The name of the colour that most of a cut-out has."""

import numpy as np

from everyday.names import COLOURS

CLEAR_SHARE = 0.55
NUMBER = {name: index for index, name in enumerate(COLOURS)}


def pixel_colours(rgb):
    """Colour number of each of [n,3] pixels in 0..1."""
    high, low = rgb.max(1), rgb.min(1)
    chroma = high - low
    safe = np.maximum(chroma, 1e-6)
    red, green, blue = rgb.T
    hue = np.where(high == red, (green - blue) / safe % 6,
                   np.where(high == green, (blue - red) / safe + 2, (red - green) / safe + 4)) * 60
    saturation = chroma / np.maximum(high, 1e-6)
    edges = np.array([14, 42, 68, 165, 258, 298, 340])
    names = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "red")
    found = np.array([NUMBER[name] for name in names])[np.searchsorted(edges, hue)]
    warm = (hue < 42) | (hue > 345)
    found = np.where(warm & (high < 0.68) & (high > 0.2) & (hue > 10) & (hue < 45), NUMBER["brown"], found)
    found = np.where(((hue > 320) | (hue < 14)) & (saturation < 0.5) & (high > 0.75), NUMBER["pink"], found)
    plain = (saturation < 0.17) | (chroma < 0.08)
    grey = np.where(high > 0.82, NUMBER["white"], np.where(high < 0.27, NUMBER["black"], NUMBER["grey"]))
    return np.where(high < 0.16, NUMBER["black"], np.where(plain, grey, found))


def main_colour(premultiplied):
    """Colour number of a premultiplied RGBA array [h,w,4] in 0..1, or -1 if no colour prevails."""
    step = max(1, min(premultiplied.shape[:2]) // 16)
    pixels = premultiplied[::step, ::step].reshape(-1, 4)
    pixels = pixels[pixels[:, 3] > 0.6]
    if not len(pixels):
        return -1
    counts = np.bincount(pixel_colours(np.clip(pixels[:, :3] / pixels[:, 3:], 0, 1)), minlength=len(COLOURS))
    return int(counts.argmax()) if counts.max() >= CLEAR_SHARE * counts.sum() else -1
