# SPDX-License-Identifier: Apache-2.0
"""Prompts about a scene: phrases, example objects, and which objects they mean.

A prompt is (text, positive objects, negative objects, meant objects as booleans). Phrases whose meaning the names do
not settle are not asked: "cup" while a "cup with straw" is in sight that no keyword calls a cup.
"""

import numpy as np

import everyday.names as names

YES, MAYBE, NO = 1, -1, 0
TRIES = 8
RARE = 2              # terms of fewer training designs are only used where they are a design's own name
NONSENSE_SHARE = 0.02


class Asker:
    """Asks about scenes with the words that training designs have."""

    def __init__(self, pack):
        self.pack = pack
        self.terms = sorted(term for term, count in pack.seen_terms.items()
                            if count > RARE or term in pack.seen_names)
        self.known = set(self.terms)

    def agreement(self, term, designs):
        """YES, MAYBE or NO for every object."""
        words = set(term.split())
        result = np.zeros(len(designs), int)
        for index, design in enumerate(designs):
            if design >= 0 and term in self.pack.terms[design]:
                result[index] = YES
            elif design >= 0 and words & self.pack.words[design]:
                result[index] = MAYBE
        return result

    def term_of(self, rng, design):
        """A known term for a design: most often its name. Empty if there is none."""
        if design < 0:
            return ""
        name = self.pack.name(design)
        if name in self.known and rng.random() < 0.6:
            return name
        others = sorted(self.pack.terms[design] & self.known)
        return others[int(rng.integers(len(others)))] if others else ""

    def present(self, rng, scene, hardness=1.0):
        """A phrase that means something in the scene, or None."""
        for _ in range(TRIES):
            pick = int(rng.integers(len(scene.designs)))
            kind = rng.random()
            term = "" if kind < 0.07 * hardness else self.term_of(rng, scene.designs[pick])
            colour = int(scene.colours[pick]) if kind < 0.25 else -1
            size = int(scene.sizes[pick]) if 0.25 <= kind < 0.25 + 0.1 * hardness else -1
            meant = self.meaning(scene, term, colour, size)
            if (term or colour >= 0) and meant is not None and meant.any():
                return self.wording(rng, term, colour, size), meant
        return None

    def meaning(self, scene, term, colour=-1, size=-1):
        """Which objects a phrase means; None if that is not settled."""
        agrees = self.agreement(term, scene.designs) if term else np.ones(len(scene.designs), int)
        possible = agrees != NO
        if colour >= 0:
            if (possible & (scene.colours < 0)).any():
                return None
            possible &= scene.colours == colour
        if size >= 0:
            if (possible & (scene.sizes < 0)).any():
                return None
            possible &= scene.sizes == size
        return None if (agrees[possible] == MAYBE).any() else possible

    def absent(self, rng, scene, hardness=1.0):
        """A phrase that means nothing in the scene: another colour, a related term or any term."""
        for _ in range(TRIES):
            if rng.random() < NONSENSE_SHARE:
                letters = rng.integers(0, 26, int(rng.integers(3, 8)))
                return "".join(chr(97 + letter) for letter in letters), np.zeros(len(scene.designs), bool)
            pick = int(scene.designs[int(rng.integers(len(scene.designs)))])
            kind, colour = rng.random(), -1
            term = self.terms[int(rng.integers(len(self.terms)))]
            if kind < 0.5 * hardness and pick >= 0:
                if kind < 0.2 * hardness:
                    term, colour = self.term_of(rng, pick), int(rng.integers(len(names.COLOURS)))
                else:
                    related = self.pack.alike(pick, "train")
                    term = self.term_of(rng, related[int(rng.integers(len(related)))]) if related else term
            meant = self.meaning(scene, term, colour) if term else None
            if meant is not None and not meant.any():
                return self.wording(rng, term, colour), meant
        return None

    def wording(self, rng, term, colour=-1, size=-1, variety=0.2):
        parts = []
        for value, group, synonyms in ((size, names.SIZES, names.SIZE_SYNONYMS),
                                       (colour, names.COLOURS, names.COLOUR_SYNONYMS)):
            if value >= 0:
                word = group[value]
                others = synonyms.get(word, ())
                parts.append(others[int(rng.integers(len(others)))] if others and rng.random() < variety else word)
        noun = term or names.GENERIC[int(rng.integers(len(names.GENERIC)))]
        parts.append(names.plural(noun) if rng.random() < variety else noun)
        if rng.random() < variety / 3:
            parts.insert(0, names.ARTICLES[int(rng.integers(len(names.ARTICLES)))])
        return " ".join(parts)

    def same_kind(self, scene, pick):
        """Objects of the same design or name as one of them."""
        design = scene.designs[pick]
        name = self.pack.name(design) if design >= 0 else ""
        return np.array([other == design or (name != "" and other >= 0 and self.pack.name(other) == name)
                         for other in scene.designs])

    def exemplar(self, rng, scene):
        """One or two objects as examples and all of their kind; at times a counter-example, too."""
        pick = int(rng.integers(len(scene.designs)))
        meant = self.same_kind(scene, pick)
        positives = [pick]
        others = np.flatnonzero(meant & (np.arange(len(meant)) != pick))
        if len(others) and rng.random() < 0.25:
            positives.append(int(others[rng.integers(len(others))]))
        wrong = np.flatnonzero(~meant)
        negatives = [int(wrong[rng.integers(len(wrong))])] if len(wrong) and rng.random() < 0.25 else []
        return names.EXEMPLAR_WORD, positives, negatives, meant

    def with_examples(self, rng, scene, text, meant):
        """Examples beside a phrase; a counter-example takes its kind out of what is meant."""
        inside = np.flatnonzero(meant)
        positives = [int(inside[rng.integers(len(inside))])]
        negatives, kept = [], meant
        kinds = self.same_kind(scene, positives[0])
        removable = np.flatnonzero(meant & ~kinds)
        if len(removable) and rng.random() < 0.5:
            negatives = [int(removable[rng.integers(len(removable))])]
            kept = meant & ~self.same_kind(scene, negatives[0])
        return text, positives, negatives, kept

    def prompt(self, rng, scene, hardness=1.0, absent_share=0.28, exemplar_share=0.25, both_share=0.1):
        draw = rng.random()
        if draw < exemplar_share:
            return self.exemplar(rng, scene)
        asked = self.absent(rng, scene, hardness) if draw > 1 - absent_share else self.present(rng, scene, hardness)
        if asked is None:
            return self.exemplar(rng, scene)
        text, meant = asked
        if draw < exemplar_share + both_share and meant.any():
            return self.with_examples(rng, scene, text, meant)
        return text, [], [], meant
