# SPDX-License-Identifier: Apache-2.0
"""Losses, sampling and the training step on a very small model."""

import tempfile
import unittest
from pathlib import Path

try:
    import numpy as np
    import torch
    import scipy  # noqa: F401
    import safetensors
except ImportError as missing:
    raise unittest.SkipTest(f"needs PyTorch, SciPy and safetensors ({missing.name} is not installed)")

import export
import vocabulary
from aids import Aids
from batches import PictureSource, make_prompts
from cache import open_cache, write_cache
from geometry import roi_align
from losses import match, overlap
from model import Config, Pocket
from optimiser import is_matrix, make_optimisers, orthogonalised
from predict import Predictor, preprocess
from start import prepare
from steps import joint_step, trunk_step

SMALL = dict(image_size=64, patch_size=8, pretrain_grid=8, vit_dim=32, vit_depth=2, vit_heads=2, window_size=4,
             global_blocks=(1,), text_width=32, text_layers=1, d_model=32, ffn_dim=32, sam_mlp=32, num_queries=9)


def small_model():
    torch.manual_seed(0)
    model = Pocket(Config.from_dict({**SMALL, "vocabulary_size": vocabulary.Tokenizer(export.merges()).size}))
    prepare(model)
    return model


class LossTest(unittest.TestCase):
    def test_overlap(self):
        iou, giou = overlap(torch.tensor([0.5, 0.5, 0.2, 0.2]), torch.tensor([0.6, 0.5, 0.2, 0.2]))
        self.assertAlmostEqual(float(iou), 1 / 3, places=5)
        self.assertAlmostEqual(float(giou), 1 / 3, places=5)

    def test_match_is_one_to_one_and_cheapest(self):
        boxes = torch.tensor([[[0.2, 0.2, 0.1, 0.1], [0.8, 0.8, 0.1, 0.1], [0.5, 0.5, 0.1, 0.1]]])
        objects = boxes[:, [1, 0]]
        prompt, query, item = match(torch.zeros(1, 3), boxes, objects, torch.tensor([[True, True]]),
                                    boxes[0, :, :2])
        self.assertEqual(sorted(zip(query.tolist(), item.tolist())), [(0, 1), (1, 0)])

    def test_orthogonalised_levels_singular_values(self):
        values = torch.linalg.svdvals(orthogonalised(torch.randn(2, 24, 16)))
        self.assertGreater(float(values.min()), 0.4)
        self.assertLess(float(values.max()), 1.4)

    def test_embeddings_are_not_orthogonalised(self):
        model = small_model()
        chosen = {name for name, p in model.named_parameters() if is_matrix(name, p)}
        self.assertNotIn("detector.backbone.language_backbone.encoder.token_embedding.weight", chosen)
        self.assertIn("detector.backbone.vision_backbone.trunk.blocks.0.attn.qkv.weight", chosen)

    def test_roi_align(self):
        y, x = torch.meshgrid(torch.arange(72.0), torch.arange(72.0), indexing="ij")
        pooled = roi_align((x + 100 * y)[None, None], torch.tensor([[[10.0, 20, 24, 27], [-3.0, -2, 5, 4]]]), 7)[0, :, 0]
        self.assertAlmostEqual(float(pooled[0, 0, 0]), 2061, places=2)
        self.assertAlmostEqual(float(pooled[0, 6, 6]), 2673, places=2)
        self.assertAlmostEqual(float(pooled[1, 3, 3]), 101, places=3)
        self.assertAlmostEqual(float(pooled[1, 6, 6]), 361.5714, places=3)


class StepTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        write_cache(cls.folder.name, 12, SMALL["image_size"], 0)
        cls.tokenizer = vocabulary.Tokenizer(export.merges())

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_prompts_point_at_objects(self):
        pictures = PictureSource(open_cache(self.folder.name), 0).next(4)
        prompts = make_prompts(np.random.default_rng(0), self.tokenizer, pictures, 6, 1.0)
        self.assertEqual(len(prompts.ids), 24)
        shown = pictures.present.repeat_interleave(6, 0)
        self.assertFalse((prompts.targets & ~shown).any())

    def test_losses_fall(self):
        model = small_model()
        aids = Aids(model.config)
        optimisers = make_optimisers((model, aids), 5e-3, 5e-3)
        source, rng = PictureSource(open_cache(self.folder.name), 0), np.random.default_rng(0)
        state = {"dense": 1.0, "fine": 2, "clicked": 2, "clicks": 1, "rounds": 2, "prompts": 2, "hardness": 0.0, "share": 0.2, "trunk_share": 1.0}
        history = []
        for step in (trunk_step, joint_step):
            for _ in range(8):
                loss, values = step(model, aids, self.tokenizer, rng, source.next(4), state)[:2]
                loss.backward()
                for optimiser in optimisers:
                    optimiser.step()
                    optimiser.zero_grad()
                history.append(values["dense"])
        self.assertLess(history[-1], history[0])
        self.assertIn("mask", values)


class ExportTest(unittest.TestCase):
    def test_file_layout(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "model.safetensors"
            model = small_model()
            export.write(model, path, "card", 0.5)
            with safetensors.safe_open(path, "pt") as file:
                names, notes = set(file.keys()), file.metadata()
        self.assertEqual(names, set(model.state_dict()))
        self.assertEqual(notes["format"], "maskwright")
        self.assertIn("visual", {"".join(pair).removesuffix("</w>")
                                 for pair in vocabulary.from_text(notes["maskwright.vocabulary"])})

    def test_predictor_takes_any_size(self):
        predictor = Predictor(small_model().eval())
        picture = np.random.default_rng(0).integers(0, 255, (50, 80, 3), dtype=np.uint8)
        self.assertEqual(tuple(preprocess(picture, 64).shape), (1, 3, 64, 64))
        predictor.set_picture(picture)
        found = predictor.find("red circle", [(5, 5, 30, 30)], [1], threshold=-1.0)
        self.assertEqual(found.masks.shape, (SMALL["num_queries"], 50, 80))
        mask, feedback = predictor.click([(10, 10)], [1])
        self.assertEqual(mask.shape, (50, 80))
        self.assertEqual(tuple(feedback.shape), (1, 1, 32, 32))


if __name__ == "__main__":
    unittest.main()
