# SPDX-License-Identifier: Apache-2.0
"""Writes the averaged weights of a checkpoint as the program's model file.

    python3 export.py CHECKPOINT pocket.safetensors --card pocket.md --threshold 0.5
    python3 export.py --untrained pocket.safetensors       (for building against the layout)
"""

import argparse
import json
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import save_file

import vocabulary
import world
from model import Config, Pocket
from start import prepare


def merges():
    return vocabulary.learn_merges(world.words())


def load_model(path):
    """The averaged model of a training checkpoint, or an exported model file, ready to run."""
    if str(path).endswith(".safetensors"):
        return load_exported(path)
    saved = torch.load(path, weights_only=False, map_location="cpu")
    model = Pocket(Config.from_dict(saved["config"]))
    model.load_state_dict(saved["average"])
    return model.eval()


def load_exported(path):
    with safe_open(path, "pt") as file:
        values = json.loads(file.metadata()["maskwright.config"])
        tensors = {name: file.get_tensor(name).float() for name in file.keys()}
    values["vocabulary_size"] = len(tensors["detector.backbone.language_backbone.encoder.token_embedding.weight"])
    model = Pocket(Config.from_dict(values))
    model.load_state_dict(tensors)
    return model.eval()


def untrained():
    torch.manual_seed(1)
    model = Pocket(Config(vocabulary_size=vocabulary.Tokenizer(merges()).size))
    prepare(model)
    return model.eval()


def metadata(model, card, threshold, pairs):
    return {
        "format": "maskwright",
        "maskwright.name": "pocket",
        "maskwright.config": model.config.to_json(),
        "maskwright.vocabulary": vocabulary.to_text(pairs),
        "maskwright.card": card,
        "maskwright.threshold": f"{threshold:g}",
        # The official 256 cells belong to a mask of 288 by 288.
        "maskwright.max_hole_area": str(round(256 * (4 * model.config.grid / 288) ** 2)),
    }


def write(model, path, card, threshold, pairs=None):
    """pairs: the merges of the model's vocabulary, if it is not that of the world of shapes."""
    tensors = {name: value.half().contiguous() for name, value in model.state_dict().items()}
    save_file(tensors, path, metadata(model, card, threshold, pairs or merges()))
    Path(path).chmod(0o644)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", help="checkpoint (unless --untrained) and output file")
    parser.add_argument("--untrained", action="store_true")
    parser.add_argument("--card", type=Path)
    parser.add_argument("--threshold", type=float, default=0.5)
    arguments = parser.parse_args()
    model = untrained() if arguments.untrained else load_model(arguments.paths[0])
    card = arguments.card.read_text() if arguments.card else "pocket, untrained"
    write(model, arguments.paths[-1], card, arguments.threshold)


if __name__ == "__main__":
    main()
