# SPDX-License-Identifier: Apache-2.0
"""Renderer, phrases and vocabulary; needs only numpy and Pillow."""

import unittest

try:
    import numpy as np
    import PIL  # noqa: F401
except ImportError as missing:
    raise unittest.SkipTest(f"needs numpy and Pillow ({missing.name} is not installed)")

import phrases
import vocabulary
import world
from cache import attribute_table, instance_boxes
from demo import demo_scene, lively
from render import render
from scenes import make_scene


class SceneTest(unittest.TestCase):
    def test_same_seed_same_picture(self):
        one, other = (render(make_scene(5), 96, 64) for _ in range(2))
        self.assertTrue((one[0] == other[0]).all() and (one[1] == other[1]).all())

    def test_other_seed_other_picture(self):
        self.assertFalse((render(make_scene(5), 64, 64)[0] == render(make_scene(6), 64, 64)[0]).all())

    def test_object_counts_stay_in_range(self):
        counts = {len(make_scene(seed).items) for seed in range(200)}
        self.assertGreaterEqual(min(counts), 1)
        self.assertLessEqual(max(counts), world.MAX_OBJECTS)
        self.assertGreater(len(counts), 4)

    def test_objects_stay_mostly_visible(self):
        for seed in range(40):
            scene = make_scene(seed)
            _, instances = render(scene, 128, 128)
            for number, item in enumerate(scene.items, 1):
                share = (instances == number).mean() / item.diameter ** 2
                self.assertGreater(share, 0.12, f"seed {seed}, object {number}")

    def test_instances_scale_with_the_picture(self):
        scene = make_scene(17, aspect=1.5)
        small, large = (instance_boxes(render(scene, *size)[1]) for size in ((120, 80), (480, 320)))
        self.assertLess(np.abs(small - large).max(), 0.03)

    def test_boxes_enclose_the_instances(self):
        instances = np.zeros((20, 40), np.uint8)
        instances[5:10, 10:30] = 2
        boxes = instance_boxes(instances)
        self.assertTrue((boxes[0] == 0).all())
        np.testing.assert_allclose(boxes[1], (0.5, 0.375, 0.5, 0.25))

    def test_demo_scenes_are_lively(self):
        self.assertTrue(any(lively(demo_scene(seed)) for seed in range(40_000_000, 40_000_020)))


class PhraseTest(unittest.TestCase):
    def setUp(self):
        self.rng = np.random.default_rng(3)
        self.scenes = []
        for seed in range(30):
            scene = make_scene(seed)
            boxes = instance_boxes(render(scene, 64, 64)[1])
            table = attribute_table(scene, boxes)
            self.scenes.append(table[boxes[:, 2] > 0].astype(int))

    def test_present_phrases_mean_something(self):
        for table in self.scenes:
            self.assertTrue(phrases.matches(phrases.present_concept(self.rng, table), table).any())

    def test_absent_phrases_mean_nothing(self):
        for table in self.scenes:
            concept = phrases.absent_concept(self.rng, table)
            self.assertFalse(phrases.matches(concept, table).any())

    def test_wording_uses_only_known_words(self):
        known = set(world.words())
        for table in self.scenes:
            for _ in range(10):
                text = phrases.wording(self.rng, phrases.present_concept(self.rng, table))
                self.assertLessEqual(set(text.split()), known, text)

    def test_plain_wording(self):
        concept = (0, world.COLOURS.index("red"), world.TEXTURES.index("striped"), world.SHAPES.index("star"))
        self.assertEqual(phrases.wording(self.rng, concept, 0.0), "small red striped star")

    def test_exemplars_share_what_the_concept_names(self):
        table = np.array([[0, 1, 0, 3], [1, 1, 2, 3], [0, 2, 0, 3]])
        self.assertEqual(phrases.exemplar_concept(table, [0]), (None, 1, 0, 3))
        self.assertEqual(phrases.exemplar_concept(table, [0, 1]), (None, 1, None, 3))
        self.assertEqual(phrases.exemplar_concept(table, [0, 1, 2]), (None, None, None, 3))


class VocabularyTest(unittest.TestCase):
    def setUp(self):
        self.merges = vocabulary.learn_merges(world.words())
        self.tokenizer = vocabulary.Tokenizer(self.merges)

    def test_every_word_is_one_token(self):
        for word in world.words():
            self.assertEqual(len(self.tokenizer.encode(word)), 3, word)

    def test_text_form_round_trip(self):
        self.assertEqual(vocabulary.from_text(vocabulary.to_text(self.merges)), self.merges)

    def test_size_and_special_tokens(self):
        ids = self.tokenizer.encode("Red  circle")
        self.assertEqual(self.tokenizer.size, 512 + len(self.merges) + 2)
        self.assertLess(self.tokenizer.size, 1000)
        self.assertEqual((ids[0], ids[-1]), (512 + len(self.merges), 513 + len(self.merges)))

    def test_unknown_words_fall_back_to_letters(self):
        self.assertGreater(len(self.tokenizer.encode("zyx")), 3)

    def test_alphabet(self):
        alphabet = list(vocabulary.byte_alphabet().items())
        self.assertEqual(len(alphabet), 256)
        self.assertEqual(alphabet[0], (33, "!"))
        self.assertEqual(dict(alphabet)[32], "\u0120")


if __name__ == "__main__":
    unittest.main()
