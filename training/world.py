# SPDX-License-Identifier: Apache-2.0
"""The rendered world: which attributes an object has and which words name them."""

SIZES = ("small", "large")
COLOURS = ("red", "orange", "yellow", "green", "blue", "purple", "white")
TEXTURES = ("plain", "striped", "dotted")
SHAPES = ("circle", "square", "triangle", "star", "cross")
GROUPS = (SIZES, COLOURS, TEXTURES, SHAPES)
GROUP_NAMES = ("size", "colour", "texture", "shape")

MAX_OBJECTS = 8

# Words a phrase may use instead of the attribute's own name.
SYNONYMS = {
    "small": ("little", "tiny"),
    "large": ("big",),
    "purple": ("violet",),
    "plain": ("solid",),
    "striped": ("stripy",),
    "dotted": ("spotted",),
    "circle": ("disc", "disk"),
    "square": ("box",),
    "cross": ("plus",),
}
GENERIC_NOUNS = ("shape", "object")
ARTICLES = ("a", "the", "every")
EXEMPLAR_WORD = "visual"

# Diameter range in world units; a picture has area 1 in these units.
DIAMETERS = {"small": (0.19, 0.235), "large": (0.32, 0.43)}

# Hue, saturation and value ranges.
COLOUR_RANGES = {
    "red": ((-0.015, 0.015), (0.78, 0.95), (0.72, 0.92)),
    "orange": ((0.065, 0.085), (0.85, 0.97), (0.90, 1.0)),
    "yellow": ((0.140, 0.165), (0.72, 0.92), (0.88, 1.0)),
    "green": ((0.30, 0.39), (0.60, 0.90), (0.50, 0.78)),
    "blue": ((0.57, 0.63), (0.68, 0.92), (0.65, 0.95)),
    "purple": ((0.75, 0.81), (0.50, 0.80), (0.55, 0.82)),
    "white": ((0.0, 1.0), (0.0, 0.04), (0.93, 1.0)),
}


def plural(noun):
    return noun + ("es" if noun.endswith(("x", "s")) else "s")


def nouns():
    words = list(SHAPES) + list(GENERIC_NOUNS)
    for shape in SHAPES:
        words += SYNONYMS.get(shape, ())
    return words


def words():
    """Every word a phrase can contain, each once, in a fixed order."""
    found = [EXEMPLAR_WORD, *ARTICLES]
    for group in (SIZES, COLOURS, TEXTURES):
        for name in group:
            found += [name, *SYNONYMS.get(name, ())]
    for noun in nouns():
        found += [noun, plural(noun)]
    return list(dict.fromkeys(found))
