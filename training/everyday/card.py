# SPDX-License-Identifier: Apache-2.0
"""Writes the card of a model of everyday things: figures, learning curve, photographs, failures.

    python3 -m everyday.card MODEL FIGURES.json RUN_FOLDER OUTPUT_FOLDER --pack PACK [--root /]

FIGURES.json comes from evaluate.py.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

import vocabulary
from card import learning_curve, overlay
from everyday.contact_sheet import photographs, sheet
from everyday.curves import TRAINING, VALIDATION
from everyday.evaluate import Examiner, load_model, table
from everyday.metrics import iou_matrix
from everyday.pack import Pack
from predict import Predictor

FAILURES, LOOKED_AT = 6, 40
WIDTH = 192


def asked(examiner, scene, threshold):
    """One phrase about a scene, what was found, and the share of the wanted objects that were."""
    prompt = examiner.asker.present(examiner.rng, scene)
    if prompt is None:
        return None
    found = examiner.predictor.find(prompt[0], threshold=threshold)
    wanted = np.array([scene.instances == k + 1 for k in np.flatnonzero(prompt[1])])
    iou = iou_matrix(found.masks, wanted)
    good = float((iou.max(0) >= 0.5).mean()) if iou.size else 0.0
    return good, prompt[0], overlay(scene.picture, found)


def failures(examiner, threshold):
    """The phrases about held-out scenes that went worst, side by side."""
    rows = [row for scene in examiner.scenes("held-out/seen", LOOKED_AT) if (row := asked(examiner, scene, threshold))]
    rows.sort(key=lambda row: row[0])
    page = Image.new("RGB", (FAILURES * (WIDTH + 4), WIDTH + 16), "white")
    for index, (good, phrase, picture) in enumerate(rows[:FAILURES]):
        page.paste(picture.resize((WIDTH, WIDTH)), (index * (WIDTH + 4), 16))
        ImageDraw.Draw(page).text((index * (WIDTH + 4) + 2, 2), f"{phrase} ({100 * good:.0f} % found)", fill="black")
    return page


def text(model, figures, log):
    last = [json.loads(line) for line in log.read_text().splitlines()][-1]
    count = sum(p.numel() for p in model.parameters())
    return f"""# pocket

A small SAM 3 image model of everyday things, trained from nothing on rendered scenes of named cut-outs.

{table(figures)}

{figures["scenes"]} scenes a row, of designs, backgrounds and seeds that were never trained on; "unseen" are concepts of which
nothing was. The threshold of {figures["threshold"]:g} was chosen on validation scenes. Photographed objects are Tux Paint's stamps.

{count / 1e6:.1f} million parameters at {model.config.image_size} pixels; {last["images"]:,} scenes drawn.

![training](card/curve.png)
![validation](card/curve-validation.png)

One click on each of 30 photographs that nobody here made:

![photographs](card/photographs.jpg)

Phrases that went worst among {LOOKED_AT} held-out scenes:

![failures](card/failures.jpg)

What it was trained on, with licences: `training/DATA.md`.
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "figures", "run", "output"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--pack", type=Path, required=True)
    parser.add_argument("--root", type=Path, default=Path("/"))
    arguments = parser.parse_args()
    figures, pack = json.loads(arguments.figures.read_text()), Pack(arguments.pack)
    model = load_model(arguments.model)
    folder = arguments.output / "card"
    folder.mkdir(parents=True, exist_ok=True)
    for name, curves in (("curve", TRAINING), ("curve-validation", VALIDATION)):
        learning_curve(arguments.run / "log.jsonl", folder / f"{name}.png", curves)
    predictor = Predictor(model, vocabulary.Tokenizer(pack.merges, model.config.context_length))
    sheet(predictor, list(photographs(arguments.root))).save(folder / "photographs.jpg", quality=82)
    failures(Examiner(model, pack), figures["threshold"]).save(folder / "failures.jpg", quality=82)
    (arguments.output / "pocket.md").write_text(text(model, figures, arguments.run / "log.jsonl"))


if __name__ == "__main__":
    main()
