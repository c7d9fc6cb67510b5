# SPDX-License-Identifier: Apache-2.0
"""Writes the averaged model of a training folder as a model file of the program.

    python3 -m everyday.export FOLDER model.safetensors --pack PACK --threshold 0.4 [--card card.md]
    python3 -m everyday.export --untrained small model.safetensors --pack PACK      (to measure its speed)
"""

import argparse
from pathlib import Path

import torch

import export
import vocabulary
from everyday.evaluate import load_model
from everyday.sizes import SIZES
from model import Config, Pocket
from start import prepare


def untrained(size, merges):
    torch.manual_seed(1)
    model = Pocket(Config.from_dict({**SIZES[size], "vocabulary_size": vocabulary.Tokenizer(merges).size}))
    prepare(model)
    return model.eval()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, help="training folder (unless --untrained) and output file")
    parser.add_argument("--pack", type=Path, required=True)
    parser.add_argument("--untrained", choices=SIZES)
    parser.add_argument("--card", type=Path)
    parser.add_argument("--threshold", type=float, default=0.5)
    arguments = parser.parse_args()
    merges = vocabulary.from_text((arguments.pack / "vocabulary.txt").read_text())
    model = untrained(arguments.untrained, merges) if arguments.untrained else load_model(arguments.paths[0])
    card = arguments.card.read_text() if arguments.card else "pocket of everyday things, in training"
    export.write(model, arguments.paths[-1], card, arguments.threshold, merges)


if __name__ == "__main__":
    main()
