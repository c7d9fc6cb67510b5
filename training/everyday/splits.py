# SPDX-License-Identifier: Apache-2.0
"""Which designs, concepts and backgrounds are for training, for validation and held out.

The splits hang on fixed hashes of names alone, so they never change when collections grow. A whole share of the
concepts is held out with all its designs ("unseen"); of the other concepts single series of designs are.
"""

import hashlib
import re

# PHOTO is for what licences keep out of training; it is only measured on.
TRAIN, VALIDATION, HELD_OUT, PHOTO = "train", "validation", "held-out", "photo"


def share(kind, name):
    """A fixed number in [0,1) for a name."""
    digest = hashlib.sha256(f"{kind}/{name}".encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2 ** 48


def series(name):
    """A design's name without numbers, so that variants of one drawing stay on one side."""
    return re.sub(r"[0-9]+|_[a-z]?_*$|_bw\b", "", name).strip("_ ")


def cut(value, validation, held_out):
    if value < held_out:
        return HELD_OUT
    return VALIDATION if value < held_out + validation else TRAIN


def concept_split(concept):
    return cut(share("concept", concept), 0.03, 0.09)


def design_split(concept, design):
    """The split of one design; a held-out concept takes all its designs along."""
    whole = concept_split(concept) if concept else TRAIN
    return whole if whole != TRAIN else cut(share("design", design), 0.04, 0.12)


def background_split(name):
    return cut(share("background", name), 0.08, 0.2)
