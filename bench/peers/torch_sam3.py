#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The same calls through PyTorch: Hugging Face's Sam3Model and Sam3TrackerModel with random weights, f32.

Reads the names of calls from standard input, one a line (encode, phrase, concept, click), and answers with the
seconds that each took. Needs torch and transformers; torchvision is not used by these calls.
"""
import argparse
import importlib.machinery
import sys
import time
import types

import torch


def stand_in_for_torchvision():
    """The models import torchvision for exemplar boxes only, which nothing here uses."""
    for name in ("torchvision", "torchvision.ops"):
        module = types.ModuleType(name)
        module.__spec__ = importlib.machinery.ModuleSpec(name, None)
        module.__version__ = "0.0"
        sys.modules.setdefault(name, module)


def fill(model):
    """Small random weights: times hang on shapes, not on values, as long as none is subnormal."""
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.uniform_(-0.03, 0.03)
    return model.eval()


class Peer:
    def __init__(self, attention):
        import transformers.image_transforms  # noqa: F401  finds no torchvision, before there is something of its name

        stand_in_for_torchvision()
        from transformers import Sam3Config, Sam3Model, Sam3TrackerConfig, Sam3TrackerModel
        from transformers.initialization import no_init_weights

        with no_init_weights():
            config = Sam3Config(attn_implementation=attention)
            self.model = fill(Sam3Model(config))
            tracker = Sam3TrackerConfig(attn_implementation=attention)
            tracker.vision_config.backbone_config.num_hidden_layers = 1  # clicks start from its features
            tracker.vision_config.backbone_config.global_attn_indexes = [0]
            self.tracker = fill(Sam3TrackerModel(tracker))
        self.pixels = torch.rand(1, 3, 1008, 1008) * 2 - 1
        self.phrases = 0
        self.image = None
        self.text = self._ids()
        sizes = self.tracker.backbone_feature_sizes
        channels = (32, 64, 256)
        self.maps = [torch.rand(1, c, *size) for c, size in zip(channels, sizes)]

    def _ids(self):
        """A new phrase of five words, filled up as the processor does."""
        self.phrases += 1
        ids = [49406, 320, 1000 + self.phrases, 1980, 2000, 3000, 49407]
        mask = [1] * len(ids) + [0] * (32 - len(ids))
        return {"input_ids": torch.tensor([ids + [49407] * (32 - len(ids))]), "attention_mask": torch.tensor([mask])}

    def encode(self):
        self.image = self.model.get_vision_features(self.pixels)

    def phrase(self):
        self.text = self._ids()
        self.model.get_text_features(**self.text)

    def concept(self):
        self.model(vision_embeds=self.image, **self._ids())

    def click(self):
        self.tracker(image_embeddings=list(self.maps), input_points=torch.tensor([[[[500.0, 400.0]]]]),
                     input_labels=torch.tensor([[[1]]]), multimask_output=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--attention", default="sdpa", choices=("sdpa", "eager"))
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    peer = Peer(options.attention)
    print("ready", torch.__version__, flush=True)
    with torch.inference_mode():
        for line in sys.stdin:
            call = getattr(peer, line.strip())
            start = time.perf_counter()
            call()
            print(f"{time.perf_counter() - start:.4f}", flush=True)


if __name__ == "__main__":
    main()
