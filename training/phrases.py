# SPDX-License-Identifier: Apache-2.0
"""Phrases over the world's attributes: sampling, wording, and which objects they mean.

A concept is a tuple (size, colour, texture, shape) of attribute numbers, None
where the phrase leaves the attribute open.
"""

import numpy as np

import world

# Which attributes a phrase names, with weights for the two ends of the curriculum.
EASY_KINDS = {(1,): 3.0, (3,): 2.0, (1, 3): 4.0, (2,): 1.0, (2, 3): 0.5, (): 0.5}
FULL_KINDS = {(): 0.4, (0,): 0.4, (1,): 1.6, (2,): 1.0, (3,): 3.0, (0, 1): 0.4, (0, 3): 1.0, (1, 2): 0.8,
              (2, 3): 1.4, (1, 3): 4.0, (0, 1, 3): 1.0, (1, 2, 3): 1.4, (0, 2, 3): 0.3, (0, 1, 2, 3): 0.4}


def matches(concept, attributes):
    """Boolean per object: attributes [n,4] agree with every named attribute."""
    hit = np.ones(len(attributes), bool)
    for column, value in enumerate(concept):
        if value is not None:
            hit &= attributes[:, column] == value
    return hit


def choose_kind(rng, hardness):
    table = FULL_KINDS if rng.random() < hardness else EASY_KINDS
    kinds = list(table)
    weights = np.array([table[kind] for kind in kinds])
    return kinds[int(np.searchsorted(np.cumsum(weights) / weights.sum(), rng.random()))]


def concept_of(attributes, kind):
    return tuple(int(attributes[column]) if column in kind else None for column in range(4))


def present_concept(rng, attributes, hardness=1.0):
    return concept_of(attributes[int(rng.integers(len(attributes)))], choose_kind(rng, hardness))


def absent_concept(rng, attributes, hardness=1.0, tries=40):
    """A concept no object has; half of them differ from a present one in a single attribute."""
    for _ in range(tries):
        kind = choose_kind(rng, hardness) or (3,)
        if rng.random() < 0.5:
            concept = list(present_concept_of_kind(rng, attributes, kind))
            column = kind[int(rng.integers(len(kind)))]
            concept[column] = int(rng.integers(len(world.GROUPS[column])))
        else:
            concept = [int(rng.integers(len(world.GROUPS[column]))) if column in kind else None
                       for column in range(4)]
        if not matches(concept, attributes).any():
            return tuple(concept)
    return None


def present_concept_of_kind(rng, attributes, kind):
    return concept_of(attributes[int(rng.integers(len(attributes)))], kind)


def pick_word(rng, name, variety):
    others = world.SYNONYMS.get(name, ())
    if others and rng.random() < variety:
        return others[int(rng.integers(len(others)))]
    return name


def wording(rng, concept, variety=0.3):
    """A phrase for a concept; variety is the chance of synonyms, plurals and articles."""
    size, colour, texture, shape = concept
    parts = [pick_word(rng, world.SIZES[size], variety)] if size is not None else []
    adjectives = []
    if colour is not None:
        adjectives.append(pick_word(rng, world.COLOURS[colour], variety))
    if texture is not None:
        adjectives.append(pick_word(rng, world.TEXTURES[texture], variety))
    if rng.random() < variety / 2:
        adjectives.reverse()
    parts += adjectives
    if shape is None:
        noun = world.GENERIC_NOUNS[int(rng.integers(len(world.GENERIC_NOUNS)))]
        if parts and rng.random() < variety:
            return " ".join(parts)
    else:
        noun = pick_word(rng, world.SHAPES[shape], variety)
    if rng.random() < variety / 2:
        noun = world.plural(noun)
    parts.append(noun)
    if rng.random() < variety / 3:
        parts.insert(0, world.ARTICLES[int(rng.integers(len(world.ARTICLES)))])
    return " ".join(parts)


def nonsense(rng):
    """A short made-up word, to teach that unknown words mean nothing."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return "".join(letters[int(rng.integers(26))] for _ in range(int(rng.integers(3, 8))))


def exemplar_concept(attributes, positives):
    """What positive exemplars have in common in colour, texture and shape."""
    chosen = attributes[list(positives)]
    return (None, *(int(chosen[0, column]) if (chosen[:, column] == chosen[0, column]).all() else None
                    for column in (1, 2, 3)))
