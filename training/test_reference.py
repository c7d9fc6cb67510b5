# SPDX-License-Identifier: Apache-2.0
"""Compares the model with the reference tensors of the small fixture, where they are available.

    MASKWRIGHT_FIXTURES=FOLDER python3 -m unittest test_reference
"""

import json
import os
import unittest
from pathlib import Path

import numpy as np

try:
    import torch
    from safetensors.torch import load_file
except ImportError as missing:
    raise unittest.SkipTest(f"needs PyTorch and safetensors ({missing.name} is not installed)")

from model import Config, Pocket

FOLDER = Path(os.environ.get("MASKWRIGHT_FIXTURES", "")) / "tiny-image"


@unittest.skipUnless("MASKWRIGHT_FIXTURES" in os.environ, "MASKWRIGHT_FIXTURES names no folder with reference tensors")
class ReferenceTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        weights = load_file(FOLDER / "weights.safetensors")
        values = json.loads((FOLDER / "config.json").read_text())["model"]
        embedding = weights["detector.backbone.language_backbone.encoder.token_embedding.weight"]
        config = Config.from_dict({**values, "vocabulary_size": len(embedding)})
        cls.model = Pocket(config).eval()
        cls.missing = cls.model.load_state_dict(weights, strict=False).missing_keys
        with torch.no_grad():
            cls.trunk = cls.model.vision(cls.load("image/input"))

    @staticmethod
    def load(stage):
        return torch.from_numpy(np.load(FOLDER / f"{stage}.npy"))

    def same(self, stage, value, limit=1e-4):
        wanted = self.load(stage).double().flatten()
        error = (value.double().flatten() - wanted).norm() / wanted.norm()
        self.assertLess(float(error), limit, stage)

    def test_every_parameter_has_an_official_name(self):
        self.assertEqual(self.missing, [])

    @torch.no_grad()
    def test_trunk_and_necks(self):
        self.same("image/trunk", self.trunk)
        levels = zip(self.model.vision.concept_levels(self.trunk), self.model.vision.click_levels(self.trunk))
        for index, (concept, click) in enumerate(levels):
            self.same(f"image/fpn{index}", concept)
            self.same(f"image/sam2_fpn{index}", click)

    @torch.no_grad()
    def ground(self, case, boxes=None, labels=None):
        ids = self.load(f"{case}/tokens")
        ids = ids[:, :int((ids != 0).sum())]
        fine, middle, coarse = self.model.vision.concept_levels(self.trunk)
        prompt, valid = self.model.prompt(coarse, ids, boxes, labels)
        self.same(f"{case}/prompt", prompt)
        memory, layers = self.model.ground(coarse, prompt, valid)
        queries, found, presence, logits = layers[-1]
        self.same(f"{case}/presence", presence)
        self.same(f"{case}/logits", logits)
        self.same(f"{case}/boxes", found)
        masks, semantic, _ = self.model.masks(memory, prompt, valid, fine, middle, queries)
        self.same(f"{case}/masks", masks)
        self.same(f"{case}/semantic", semantic)

    def test_text(self):
        self.ground("text")

    def test_text_with_positive_and_negative_box(self):
        boxes = torch.tensor([[[0.25, 0.42, 0.29, 0.4], [0.66, 0.47, 0.2, 0.28]]])
        self.ground("text-box-neg", boxes, torch.tensor([[1, 0]]))

    def test_boxes_alone(self):
        boxes = torch.tensor([[[0.66, 0.47, 0.2, 0.28], [0.95, 0.03, 0.14, 0.1]]])
        self.ground("visual", boxes, torch.tensor([[1, 1]]))

    @torch.no_grad()
    def click(self, case, points, labels, mask=None):
        width, height = json.loads((FOLDER / "index.json").read_text())["image_size_wh"]
        if points is not None:
            points = torch.tensor([points]) / torch.tensor([width, height])
            labels = torch.tensor([labels])
        image, fine, middle = self.model.click_image(self.trunk)
        masks, iou, score, _ = self.model.click(image, fine, middle, points, labels, mask)
        self.same(f"{case}/masks_all", masks)
        self.same(f"{case}/iou_all", iou)
        self.same(f"{case}/obj_score", score)

    def test_clicks(self):
        self.click("pvs-points3", [[48.0, 62.0], [131.0, 70.5], [3.0, 147.0]], [1, 1, 0])

    def test_box_and_click(self):
        self.click("pvs-box-point", [[20.0, 33.0], [80.0, 92.0], [48.5, 40.0]], [2, 3, 0])

    def test_mask_alone(self):
        self.click("pvs-mask", None, None, self.load("pvs-point/low_res").view(1, -1, 32, 32)[:, 2:3])


if __name__ == "__main__":
    unittest.main()
