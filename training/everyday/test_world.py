# SPDX-License-Identifier: Apache-2.0
"""The everyday world: splits, names, scenes, prompts; needs only numpy, SciPy and Pillow."""

import tempfile
import unittest
from pathlib import Path
from unittest import mock

try:
    import numpy as np
    import PIL  # noqa: F401
    import scipy  # noqa: F401
except ImportError as missing:
    raise unittest.SkipTest(f"needs numpy, SciPy and Pillow ({missing.name} is not installed)")

import everyday.colours as colours
import everyday.names as names
import everyday.splits as splits
from everyday.make_pack import chosen_name
from everyday.metrics import Tally, next_click
from everyday.pack import Pack
from everyday.phrases import MAYBE, NO, YES, Asker
from everyday.scenes import MOST_OBJECTS, SEED_OF_SPLIT, Scene, make_scene
from everyday.sources import Raw, is_solid
from everyday.tiny import write_tiny_pack


class SplitTest(unittest.TestCase):
    def test_splits_are_fixed(self):
        self.assertEqual([splits.concept_split(name) for name in ("apple", "dog", "cup", "guitar")],
                         ["train", "train", "train", "train"])
        self.assertAlmostEqual(splits.share("concept", "apple"), 0.8374, places=3)

    def test_shares(self):
        found = [splits.design_split("", f"design {k}") for k in range(4000)]
        self.assertAlmostEqual(found.count(splits.HELD_OUT) / 4000, 0.12, delta=0.02)
        self.assertAlmostEqual(found.count(splits.VALIDATION) / 4000, 0.04, delta=0.015)

    def test_a_held_out_concept_takes_all_its_designs_along(self):
        concept = next(name for name in map(str, range(1000)) if splits.concept_split(name) == splits.HELD_OUT)
        self.assertEqual({splits.design_split(concept, f"d{k}") for k in range(50)}, {splits.HELD_OUT})

    def test_variants_of_a_drawing_stay_together(self):
        self.assertEqual(splits.series("food/pear_01"), splits.series("food/pear_02"))
        self.assertNotEqual(splits.series("food/pear_01"), splits.series("food/apple_01"))


class NameTest(unittest.TestCase):
    def test_clean(self):
        self.assertEqual(names.clean("Woman’s hat, 2"), "womans hat")
        self.assertEqual(names.clean("a very long name of a thing indeed"), "")
        self.assertEqual(names.clean("Ärmel"), "")

    def test_plain(self):
        self.assertEqual(names.plain("cartoon teacup and"), "teacup")
        self.assertEqual(names.plain("the cup of tea"), "cup of tea")
        self.assertEqual(names.plain("etiquette icons"), "")

    def test_names_are_chosen(self):
        known, common = {"old", "key", "castle"}, {"castle", "animal"}
        raw = [Raw("openclipart", "x", name, terms) for name, terms in
               (("cartoon old key", []), ("vecchio castello", ["castle"]), ("vecchio", ["animal", "bello"]))]
        self.assertEqual([chosen_name(item, known, common) for item in raw], ["old key", "castle", ""])

    def test_sentences(self):
        self.assertEqual(names.first_line_name("A great blue heron.\nde.utf8=..."), "great blue heron")
        self.assertEqual(names.first_line_name("Eat your bread!"), "")

    def test_plural(self):
        self.assertEqual([names.plural(word) for word in ("cat", "box", "cherry", "glasses", "glass", "toy")],
                         ["cats", "boxes", "cherries", "glasses", "glasses", "toys"])

    def test_main_colour(self):
        for name, rgb in (("red", (0.8, 0.1, 0.1)), ("green", (0.2, 0.6, 0.2)), ("blue", (0.1, 0.3, 0.9)),
                          ("white", (0.95, 0.95, 0.95)), ("black", (0.05, 0.05, 0.05)), ("grey", (0.5, 0.5, 0.5)),
                          ("yellow", (0.95, 0.85, 0.1)), ("brown", (0.45, 0.27, 0.1))):
            patch = np.ones((20, 20, 4), np.float32)
            patch[..., :3] = rgb
            self.assertEqual(names.COLOURS[colours.main_colour(patch)], name)
            patch[:10, :, :3] = 1 - np.array(rgb)
            self.assertEqual(colours.main_colour(patch), -1 if name != "grey" else names.COLOURS.index("grey"))

    def test_line_drawings_are_left_out(self):
        ring = np.zeros((60, 60), bool)
        ring[5:55, 5:55] = True
        self.assertTrue(is_solid(ring))
        ring[8:52, 8:52] = False
        self.assertFalse(is_solid(ring))


class WorldTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        write_tiny_pack(Path(cls.folder.name))
        cls.pack = Pack(cls.folder.name)
        cls.asker = Asker(cls.pack)
        cls.scenes = [scene for seed in range(60) if len((scene := make_scene(cls.pack, "train", seed, 96)).boxes)]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_same_seed_same_scene(self):
        one, other = (make_scene(self.pack, "train", 3, 96) for _ in range(2))
        self.assertTrue((one.picture == other.picture).all() and (one.instances == other.instances).all())
        self.assertFalse((one.picture == make_scene(self.pack, "train", 4, 96).picture).all())
        self.assertFalse((one.picture == make_scene(self.pack, "photo", 3, 96).picture).all())

    def test_splits_have_seeds_of_their_own(self):
        self.assertEqual(len(set(SEED_OF_SPLIT.values())), len(SEED_OF_SPLIT))
        ordinary = make_scene(self.pack, "train", 3, 48).picture
        with mock.patch.dict(SEED_OF_SPLIT, {"train": 99}):
            self.assertFalse((make_scene(self.pack, "train", 3, 48).picture == ordinary).all())

    def test_scenes_use_designs_of_their_split_alone(self):
        for split in ("train", "photo"):
            for seed in range(20):
                for design in make_scene(self.pack, split, seed, 64).designs:
                    if design >= 0:
                        self.assertEqual(self.pack.cutouts[design]["split"], split)

    def test_training_never_sees_photographs_for_measuring(self):
        shown = {self.pack.backgrounds[n]["split"] for n in self.pack.background_pool("train")}
        self.assertEqual(shown, {"train"})
        self.assertIn("photo", {self.pack.backgrounds[n]["split"] for n in self.pack.background_pool("held-out/seen")})

    def test_instances_boxes_and_designs_agree(self):
        most = 0
        for scene in self.scenes:
            count = len(scene.boxes)
            most = max(most, count)
            self.assertEqual({len(scene.designs), len(scene.colours), len(scene.sizes), int(scene.instances.max())},
                             {count})
            for index, (cx, cy, w, h) in enumerate(scene.boxes):
                rows, columns = np.nonzero(scene.instances == index + 1)
                self.assertAlmostEqual(columns.min(), (cx - w / 2) * 96, places=3)
                self.assertAlmostEqual(rows.max() + 1, (cy + h / 2) * 96, places=3)
        self.assertGreater(most, 12)
        self.assertLessEqual(most, MOST_OBJECTS)

    def test_phrases_mean_what_the_terms_say(self):
        rng = np.random.default_rng(0)
        asked = 0
        for scene in self.scenes:
            present = self.asker.present(rng, scene)
            if present:
                asked += 1
                self.assertTrue(present[1].any())
            absent = self.asker.absent(rng, scene)
            if absent:
                self.assertFalse(absent[1].any())
                words = set(absent[0].split())
                for design in scene.designs[scene.designs >= 0]:
                    self.assertFalse(words == {self.pack.name(int(design))})
        self.assertGreater(asked, 30)

    def test_unsettled_names_are_not_asked(self):
        number = {entry["name"]: n for n, entry in enumerate(self.pack.cutouts)}
        designs = np.array([number["ball"], number["leaf"], -2])
        self.assertEqual(self.asker.agreement("round thing", designs).tolist(), [YES, NO, NO])
        self.assertEqual(self.asker.agreement("round", designs).tolist(), [MAYBE, NO, NO])
        scene = Scene(None, None, None, designs, np.array([0, -1, 4]), np.array([0, 0, 1]))
        self.assertIsNone(self.asker.meaning(scene, "round"))
        self.assertIsNone(self.asker.meaning(scene, "leaf", colour=0))
        self.assertEqual(self.asker.meaning(scene, "ball", colour=0).tolist(), [True, False, False])
        self.assertEqual(self.asker.meaning(scene, "", colour=-1, size=1).tolist(), [False, False, True])

    def test_counter_examples_take_their_kind_away(self):
        number = {entry["name"]: n for n, entry in enumerate(self.pack.cutouts)}
        designs = np.array([number["ball"], number["brick"], number["brick"], number["kite"]])
        scene = Scene(None, None, None, designs, np.zeros(4, int), np.zeros(4, int))
        for seed in range(20):
            text, positives, negatives, meant = self.asker.with_examples(
                np.random.default_rng(seed), scene, "toy", np.ones(4, bool))
            self.assertTrue(meant[positives].all())
            self.assertFalse(meant[negatives].any())


class MetricTest(unittest.TestCase):
    def test_perfect_and_empty(self):
        mask = np.zeros((1, 8, 8), bool)
        mask[0, 2:6, 2:6] = True
        tally = Tally()
        tally.add([0.9], mask, mask)
        tally.add([0.2], mask, np.zeros((0, 8, 8), bool))
        good = tally.figures(0.5)
        self.assertAlmostEqual(good["cgf1"], 100, delta=0.1)
        self.assertEqual(good["absent_false_positives"], 0)
        self.assertEqual(tally.figures(0.1)["absent_false_positives"], 1)
        self.assertEqual(tally.figures(0.95)["pmf1"], 0)
        self.assertLess(tally.best_threshold("cgf1"), 0.9)

    def test_half_an_object(self):
        whole, most = np.ones((1, 10, 10), bool), np.ones((1, 10, 10), bool)
        most[0, :3] = False
        tally = Tally()
        tally.add([0.9], most, whole)   # IoU 0.7: right at 5 of 10 overlaps
        self.assertAlmostEqual(tally.figures(0.5)["pmf1"], 50, delta=0.5)

    def test_the_next_click_corrects_the_largest_error(self):
        wanted, found = np.zeros((20, 20), bool), np.zeros((20, 20), bool)
        wanted[2:18, 2:8] = True
        found[2:6, 2:8] = found[0:2, 12:14] = True
        (x, y), sign = next_click(np.random.default_rng(0), found, wanted)
        self.assertEqual(sign, 1)
        self.assertTrue(2 <= x < 8 and 6 <= y < 18)
        (x, y), sign = next_click(np.random.default_rng(0), wanted | found, wanted)
        self.assertEqual(sign, 0)
        self.assertTrue(12 <= x < 14 and y < 2)


if __name__ == "__main__":
    unittest.main()
