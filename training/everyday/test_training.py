# SPDX-License-Identifier: Apache-2.0
"""Batches, steps, checkpoints, measuring and distillation on a very small model."""

import json
import signal
import tempfile
import unittest
from argparse import Namespace
from pathlib import Path

try:
    import numpy as np
    import torch
    import scipy  # noqa: F401
    from PIL import Image
    from safetensors import safe_open
    from safetensors.torch import save_file
except ImportError as missing:
    raise unittest.SkipTest(f"needs PyTorch, SciPy, Pillow and safetensors ({missing.name} is not installed)")

import everyday.card as card
import everyday.checkpoint as checkpoint
import everyday.distil as distil
import export
import vocabulary
from everyday.aids import IGNORED, Aids
from everyday.batches import SceneSource, pack_prompts, to_pictures
from everyday.contact_sheet import WIDTH, clicked
from everyday.evaluate import Examiner, load_model, reached
from everyday.make_pack import MERGES
from everyday.pack import Pack
from everyday.run import Log, Run
from everyday.scenes import make_scene
from everyday.sizes import SIZES
from everyday.steps import MASKED, STEPS, some_of_each
from everyday.tiny import write_tiny_pack
from everyday.train import gradients, make_shop, make_source, phase_at, rate_factor, read_plan, settings_of, \
    start_helper, train
from everyday.travel import travel
from model import Config, Pocket
from optimiser import make_optimisers
from predict import Predictor
from start import prepare

torch.set_num_threads(1)   # the tensors are too small to share
SIDE = 64
TINY = dict(image_size=SIDE, patch_size=8, pretrain_grid=8, vit_dim=32, vit_depth=2, vit_heads=2, window_size=4,
            global_blocks=(1,), text_width=32, text_layers=1, d_model=32, ffn_dim=32, sam_mlp=32, num_queries=16)
ARGUMENTS = Namespace(fine=2, clicked=2, clicks=2, rounds=2, prompts=2, share=0.2, dense=1.0, curriculum=0.3,
                      matrix_rate=5e-3, other_rate=5e-3, compact=False, size="tiny", settle=0.2)


def tiny_model(pack):
    torch.manual_seed(0)
    model = Pocket(Config.from_dict({**TINY, "vocabulary_size": vocabulary.Tokenizer(pack.merges).size}))
    prepare(model)
    return model


class EverydayTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = Path(cls.folder.name)
        write_tiny_pack(cls.path / "pack")
        cls.source = SceneSource(cls.path / "pack", "train", SIDE)
        cls.pack = cls.source.pack
        cls.tokenizer = vocabulary.Tokenizer(cls.pack.merges)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def shop(self, model):
        return make_shop(model, Aids(model.config), self.pack, self.tokenizer, 0)

    def test_a_pack_for_travel_holds_nothing_held_out(self):
        travel(self.path / "pack", self.path / "light")
        light = Pack(self.path / "light")
        self.assertEqual({entry["split"] for entry in light.cutouts} - {"train", "validation"}, set())
        self.assertEqual({entry["split"] for entry in light.backgrounds}, {"train"})
        self.assertEqual(light.merges, self.pack.merges)
        self.assertEqual(light.seen_names, self.pack.seen_names)
        one, other = (make_scene(pack, "train", 9, SIDE) for pack in (light, self.pack))
        self.assertTrue((one.picture == other.picture).all())

    def test_masks_and_unions(self):
        pictures = to_pictures(self.source.next(3))
        picture, number = pictures.present.nonzero().unbind(1)
        masks = pictures.masks_of(picture, number, 1)
        for index in range(len(picture)):
            wanted = pictures.instances[picture[index]] == number[index] + 1
            self.assertTrue((masks[index].bool() == wanted).all())
        union = pictures.union_of(pictures.present.repeat_interleave(2, 0), 1)
        self.assertTrue((union.bool() == (pictures.instances > 0).repeat_interleave(2, 0)).all())

    def test_prompts_become_tensors(self):
        scenes = self.source.next(2)
        rows = [("a ball", [], [], np.ones(len(scenes[0].boxes), bool)),
                ("visual", [0], [], np.ones(len(scenes[1].boxes), bool))]
        prompts = pack_prompts(rows, scenes, 1, self.tokenizer)
        self.assertEqual(prompts.valid.sum(1).tolist(), [0, 1])
        signs = pack_prompts([("visual", [0], [0, 0], rows[0][3])], scenes[:1], 1, self.tokenizer).labels
        self.assertEqual(signs.tolist(), [[1, 0, 0]])
        self.assertEqual(prompts.targets.sum(1).tolist(), [len(scene.boxes) for scene in scenes])
        np.testing.assert_allclose(prompts.boxes[1, 0], scenes[1].boxes[0])

    def test_rendering_ahead_gives_the_same_scenes(self):
        source = SceneSource(self.path / "pack", "train", SIDE, 50, 2, workers=2)
        self.addCleanup(source.close)
        ahead = source.next(6)
        alone = SceneSource(self.path / "pack", "train", SIDE, 50, 2).next(6)
        for one, other in zip(ahead, alone):
            self.assertTrue((one.picture == other.picture).all())

    def test_a_few_matches_of_each_prompt_get_masks(self):
        p = torch.tensor([5] * 3 + [2] * 20 + [7])
        numbers = torch.arange(len(p))
        kept, q, o, rank = some_of_each(p, numbers, numbers + 100, p != 7)
        self.assertEqual(kept.tolist(), [2] * MASKED + [5] * 3)
        self.assertEqual(rank.tolist(), [*range(MASKED), 0, 1, 2])
        self.assertTrue((p[q] == kept).all() and (o == q + 100).all())

    def test_names_compete(self):
        shop = self.shop(tiny_model(self.pack))
        pictures = to_pictures(self.source.next(4))
        chosen, classes = shop.words.choose(shop.rng, pictures.designs)
        self.assertEqual(len(chosen), len(set(chosen)))
        for design, found in zip(pictures.designs.flatten().tolist(), classes.flatten().tolist()):
            if design < 0:
                self.assertEqual(found, IGNORED)
            else:
                self.assertEqual(chosen[found], self.pack.name(design))

    def test_losses_fall(self):
        shop = self.shop(tiny_model(self.pack))
        optimisers = make_optimisers((shop.model, shop.aids), 5e-3, 5e-3)
        for phase in ("trunk", "joint", "clicks"):
            shop.settings = settings_of(ARGUMENTS, phase, 0.5)
            key, history = "click" if phase == "clicks" else "dense", []
            for _ in range(14):
                history.append(gradients(shop, phase, self.source.next(4), "cpu")[key])
                for optimiser in optimisers:
                    optimiser.step()
                    optimiser.zero_grad()
            if phase == "trunk":
                self.assertLess(np.mean(history[-3:]), np.mean(history[:3]))
            self.assertTrue(np.isfinite(history).all())

    def test_every_part_of_the_model_learns(self):
        shop = self.shop(tiny_model(self.pack))
        shop.settings = settings_of(ARGUMENTS, "joint", 1.0)
        for _ in range(6):
            gradients(shop, "joint", self.source.next(4), "cpu")
        still = [name for name, p in shop.model.named_parameters() if p.grad is None]
        allowed = ("points_", "mask_downscaling", "not_a_point")
        self.assertEqual([name for name in still if not any(part in name for part in allowed)], [])

    def test_plan(self):
        plan = read_plan("trunk:1,joint:2")
        self.assertEqual([phase_at(plan, seconds) for seconds in (0, 59, 61, 179, 181)],
                         ["trunk", "trunk", "joint", "joint", None])
        self.assertEqual(settings_of(ARGUMENTS, "trunk", 0)["clicked"], 0)
        self.assertAlmostEqual(rate_factor(ARGUMENTS, 0.9, 1000), 0.5)
        self.assertLess(rate_factor(ARGUMENTS, 0.5, 0), 0.02)

    def test_checkpoints_resume(self):
        SIZES["tiny"] = TINY
        for compact in (False, True):
            folder = self.path / f"run-{compact}"
            folder.mkdir()
            arguments = Namespace(**{**vars(ARGUMENTS), "folder": folder, "compact": compact})
            run = Run(arguments, self.pack.merges)
            shop = make_shop(run.model, run.aids, self.pack, run.tokenizer, 0)
            shop.settings = settings_of(arguments, "trunk", 0)
            gradients(shop, "trunk", self.source.next(2), "cpu")
            run.update(1.0)
            run.save()
            again = Run(arguments, self.pack.merges)
            self.assertEqual((again.step, again.starts), (1, 1))
            for name, value in run.model.state_dict().items():
                torch.testing.assert_close(again.model.state_dict()[name], value, rtol=1e-2 if compact else 0,
                                           atol=1e-2 if compact else 0)
            self.assertEqual(len(again.optimisers[0].state), 0 if compact else len(run.optimisers[0].state))
            for part in checkpoint.parts_of(folder):
                self.assertLess(part.stat().st_size, 16 << 20)
            Log(folder).write(run, v_cgf1=1.0)
            self.assertEqual(json.loads((folder / "log.jsonl").read_text())["step"], 1)
        del SIZES["tiny"]

    def test_a_whole_run_with_a_helper(self):
        SIZES["tiny"] = TINY
        self.addCleanup(SIZES.pop, "tiny")
        folder = self.path / "whole"
        folder.mkdir()
        arguments = Namespace(**{**vars(ARGUMENTS), "folder": folder, "pack": self.path / "pack", "photos": None,
                                 "plan": "trunk:0.02,joint:0.04", "device": "cpu", "batch": 2, "evaluate": 0,
                                 "save_seconds": 1})
        before = signal.getsignal(signal.SIGTERM)
        self.addCleanup(signal.signal, signal.SIGTERM, before)
        for plan in ("trunk:0.02,joint:0.04", "trunk:0.02,joint:0.06"):
            arguments.plan = plan
            run = Run(arguments, self.pack.merges)
            first = run.step
            mailbox, *shared = start_helper(run, arguments, self.pack.merges, 1)
            try:
                train(arguments, run, make_source(arguments, SIDE, 0), mailbox, shared)
            finally:
                mailbox.stop.set()
            self.assertGreater(run.step, first)
            self.assertGreaterEqual(run.images, 2 * run.step)
        self.assertGreaterEqual(run.seconds, 60 * 0.08)
        self.assertTrue((folder / "checkpoint.pt").exists())

    def test_examiner_asks_everything(self):
        examiner = Examiner(tiny_model(self.pack).eval(), self.pack)
        self.assertGreater(len(examiner.text("train", 2).rows), 1)
        self.assertGreater(len(examiner.exemplars("train", 3).rows), 0)
        self.assertEqual(set(examiner.combined("train", 2)), {"alone_text", "alone_exemplar", "both"})
        clicks = examiner.clicks("photo", 3)
        self.assertTrue(0 <= clicks["after_5"] <= 1)

    def test_the_model_file_holds_the_pack_s_vocabulary(self):
        path = self.path / "model.safetensors"
        model = tiny_model(self.pack)
        export.write(model, path, "card", 0.4, self.pack.merges)
        with safe_open(path, "pt") as file:
            notes = file.metadata()
        self.assertEqual(vocabulary.from_text(notes["maskwright.vocabulary"]), self.pack.merges)
        again = load_model(path)
        self.assertEqual(again.config.vocabulary_size, model.config.vocabulary_size)

    def test_files_stay_under_24_megabytes(self):
        for size in SIZES:
            with torch.device("meta"):
                model = Pocket(Config.from_dict({**SIZES[size], "vocabulary_size": 512 + MERGES + 2}))
            self.assertLess(2 * sum(value.numel() for value in model.state_dict().values()), 23.6e6, size)

    def test_a_card_says_what_was_found(self):
        examiner = Examiner(tiny_model(self.pack).eval(), self.pack)
        scene = next(examiner.scenes("train", 5))
        good, phrase, picture = card.asked(examiner, scene, -1.0)
        self.assertTrue(0 <= good <= 1 and phrase)
        self.assertEqual(picture.size, (scene.picture.shape[1] // 2, scene.picture.shape[0] // 2))
        marked = clicked(examiner.predictor, Image.new("RGB", (600, 300)), 0.5, 0.5)
        self.assertEqual(marked.size, (WIDTH, WIDTH // 2))

    def test_bars(self):
        values = {"a": {"x": 0.04}, "alone_text": {"x": 3}, "alone_exemplar": {"x": 5}, "both": {"x": 4}}
        self.assertEqual(reached(values, "a", "x", "≤ 0.05"), "yes")
        self.assertEqual(reached(values, "a", "x", "≥ 0.05"), "no")
        self.assertEqual(reached(values, "both", "x", "best of three"), "no")

    def test_a_teacher_labels_photographs(self):
        torch.manual_seed(3)
        teacher = Pocket(Config.from_dict({**TINY, "vocabulary_size": self.tokenizer.size}))
        values = json.loads(teacher.config.to_json())
        save_file({**teacher.state_dict(), "tracker.of_videos": torch.zeros(1)}, self.path / "teacher.safetensors",
                  {"maskwright.config": json.dumps(values)})
        with self.assertRaises(ValueError):
            distil.load_teacher(self.path / "teacher.safetensors", None)
        model, tokenizer = distil.load_teacher(self.path / "teacher.safetensors", self.pack.merges)
        photos, output = self.path / "photos", self.path / "labelled"
        photos.mkdir()
        rng = np.random.default_rng(0)
        Image.fromarray(rng.integers(0, 255, (80, 120, 3), dtype=np.uint8)).save(photos / "one.png")
        (photos / "notes.txt").write_text("no picture")
        sure, distil.SURE = distil.SURE, 0.0   # random weights are sure of nothing
        score, distil.SCORE = distil.SCORE, 0.0
        try:
            distil.label_folder(Predictor(model, tokenizer), self.pack, photos, output, ["ball"], 96)
        finally:
            distil.SURE, distil.SCORE = sure, score
        found = sorted(output.glob("*"))
        self.assertEqual([path.name for path in found], ["one.png.npz"])
        scene = distil.load_scene(found[0], SIDE)
        self.assertEqual(scene.picture.shape, (SIDE, SIDE, 3))
        self.assertEqual(len(scene.boxes), int(scene.instances.max()))
        source = SceneSource(self.path / "pack", "train", SIDE)
        source.mix_in(output, 1.0)
        shop = self.shop(tiny_model(self.pack))
        for phase in STEPS:
            shop.settings = settings_of(ARGUMENTS, phase, 1.0)
            self.assertIsNotNone(gradients(shop, phase, source.next(2), "cpu"))

    def test_labels_do_not_overlap(self):
        labels = distil.Labels(40)
        mask = np.zeros((40, 40), bool)
        mask[5:20, 5:20] = True
        labels.add(mask, "ball")
        labels.add(mask, "coin")
        labels.add(np.ones((40, 40), bool), "sky")
        half = np.zeros((40, 40), bool)
        half[16:30, 5:20] = True
        labels.add(half, "")
        self.assertEqual(labels.names, ["ball", ""])
        scene = distil.scene_of(self.pack, np.zeros((40, 40, 3), np.uint8), labels)
        self.assertEqual(self.pack.name(int(scene.designs[0])), "ball")
        self.assertLess(scene.designs[1], 0)


if __name__ == "__main__":
    unittest.main()
