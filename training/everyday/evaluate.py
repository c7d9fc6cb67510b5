# SPDX-License-Identifier: Apache-2.0
"""Measures a model on scenes of designs, backgrounds and seeds it was never trained on.

    python3 -m everyday.evaluate MODEL --pack PACK [--scenes 150] [--json FILE] [--threshold 0.5]

MODEL is a training folder or an exported file. Without --threshold the score threshold is chosen on validation
scenes, never on the held-out ones. Scenes are rendered at twice the model's size and resized like any picture.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

import everyday.checkpoint as checkpoint
import everyday.splits as splits
import vocabulary
from everyday.metrics import Tally, click_overlaps
from everyday.pack import Pack
from everyday.phrases import Asker
from everyday.scenes import make_scene
from export import load_exported
from model import Config, Pocket
from predict import Predictor

SIDE = 384
FIRST_SEED = 1_000_000
CLICKS = 5
LOWEST = 0.1
BARS = (  # title, part, figure, wanted
    ("text, seen concepts: cgF1", "text", "cgf1", "≥ 45"),
    ("example only, unseen concepts: pmF1", "exemplar", "pmf1", "≥ 55"),
    ("text alone: pmF1", "alone_text", "pmf1", ""),
    ("example alone: pmF1", "alone_exemplar", "pmf1", ""),
    ("text and example: pmF1", "both", "pmf1", "best of three"),
    ("absent concepts: false-positive rate", "text", "absent_false_positives", "≤ 0.05"),
    ("clicks on unseen objects: IoU after 1", "clicks", "after_1", "≥ 0.75"),
    ("clicks on unseen objects: IoU after 5", "clicks", "after_5", "≥ 0.88"),
    ("clicks on photographed objects: IoU after 1", "photo_clicks", "after_1", ""),
    ("clicks on photographed objects: IoU after 5", "photo_clicks", "after_5", ""))


class Examiner:
    """Asks one model about scenes."""

    def __init__(self, model, pack, seed=0):
        self.pack, self.asker = pack, Asker(pack)
        self.predictor = Predictor(model, vocabulary.Tokenizer(pack.merges, model.config.context_length))
        self.rng = np.random.default_rng([seed, 77])

    def scenes(self, split, count):
        """Scenes with objects; each is set as the predictor's picture."""
        for seed in range(FIRST_SEED, FIRST_SEED + count):
            scene = make_scene(self.pack, split, seed, SIDE)
            if len(scene.boxes):
                self.predictor.set_picture(scene.picture)
                yield scene

    def ask(self, tally, scene, prompt):
        text, positives, negatives, meant = prompt
        shown = [*positives, *negatives]
        boxes = corners(scene.boxes[shown]) * SIDE if shown else None
        found = self.predictor.find(text, boxes, [1] * len(positives) + [0] * len(negatives), LOWEST)
        wanted = np.array([scene.instances == k + 1 for k in np.flatnonzero(meant)])
        tally.add(found.scores, found.masks, wanted)

    def text(self, split, count):
        """Two phrases that mean something and one that does not, per scene."""
        tally = Tally()
        for scene in self.scenes(split, count):
            for prompt in (self.asker.present(self.rng, scene), self.asker.present(self.rng, scene),
                           self.asker.absent(self.rng, scene)):
                if prompt is not None:
                    self.ask(tally, scene, (prompt[0], [], [], prompt[1]))
        return tally

    def exemplars(self, split, count):
        """One object with others of its kind as the example, nothing else said."""
        tally = Tally()
        for scene in self.scenes(split, count):
            named = np.flatnonzero(scene.designs >= 0)
            if len(named):
                pick = int(self.rng.choice(named))
                self.ask(tally, scene, ("visual", [pick], [], self.asker.same_kind(scene, pick)))
        return tally

    def combined(self, split, count):
        """The same meaning asked by phrase alone, example alone and both."""
        tallies = {"alone_text": Tally(), "alone_exemplar": Tally(), "both": Tally()}
        for scene in self.scenes(split, count):
            asked = self.asker.present(self.rng, scene)
            if asked is None:
                continue
            text, meant = asked
            example = [int(self.rng.choice(np.flatnonzero(meant)))]
            self.ask(tallies["alone_text"], scene, (text, [], [], meant))
            self.ask(tallies["alone_exemplar"], scene, ("visual", example, [], meant))
            self.ask(tallies["both"], scene, (text, example, [], meant))
        return tallies

    def clicks(self, split, count, per_scene=2):
        """Mean IoU after each click on named or nameless designs, and after one by size of the object."""
        rows, sizes = [], []
        for scene in self.scenes(split, count):
            numbers = np.flatnonzero(scene.designs >= 0)
            for number in self.rng.permutation(numbers)[:per_scene]:
                rows.append(click_overlaps(self.rng, self.predictor, scene.instances == number + 1, CLICKS))
                sizes.append(float(scene.boxes[number, 2:].max()))
        return click_figures(np.array(rows).reshape(-1, CLICKS), np.array(sizes))


def click_figures(rows, sizes):
    values = {f"after_{k + 1}": round(float(rows[:, k].mean()), 4) for k in range(CLICKS) if len(rows)}
    for name, low, high in (("small", 0, 0.1), ("middle", 0.1, 0.3), ("large", 0.3, 2)):
        some = rows[(sizes >= low) & (sizes < high)]
        if len(some):
            values[f"{name}_after_1"], values[f"{name}_after_5"] = (round(float(some[:, k].mean()), 4) for k in (0, 4))
    return {**values, "objects": len(rows)}


def corners(boxes):
    return np.concatenate([boxes[:, :2] - boxes[:, 2:] / 2, boxes[:, :2] + boxes[:, 2:] / 2], 1)


def quick_figures(model, pack, count=20):
    """A few figures on validation scenes, at the threshold that suits them best, to follow training."""
    device = torch.get_default_device()
    torch.set_default_device("cpu")
    try:
        examiner = Examiner(model.cpu(), pack)
        tallies = {"text": examiner.text("validation/seen", count), "example": examiner.exemplars("validation", count)}
        clicks = examiner.clicks("validation", count, 1)
    finally:
        torch.set_default_device(device)
    return {"v_cgf1": tallies["text"].figures(tallies["text"].best_threshold("cgf1"))["cgf1"],
            "v_text_pmf1": tallies["text"].figures(tallies["text"].best_threshold("pmf1"))["pmf1"],
            "v_example_pmf1": tallies["example"].figures(tallies["example"].best_threshold("pmf1"))["pmf1"],
            "v_click_1": clicks.get("after_1", 0), "v_click_5": clicks.get("after_5", 0)}


def load_model(path):
    """The averaged model of a training folder, or an exported model."""
    if str(path).endswith(".safetensors"):
        return load_exported(path)
    saved = checkpoint.load(Path(path))
    model = Pocket(Config.from_dict(saved["config"]))
    model.load_state_dict(saved["average"])
    return model.eval()


def measure(model, pack, count, threshold=None):
    """Every figure of the table, as nested names."""
    chooser = Examiner(model, pack, 1)
    chosen = threshold or chooser.text(splits.VALIDATION + "/seen", count // 2).best_threshold("cgf1")
    examiner, held = Examiner(model, pack), splits.HELD_OUT
    values = {"threshold": chosen, "scenes": count,
              "text": examiner.text(held + "/seen", count).figures(chosen),
              "exemplar": examiner.exemplars(held + "/unseen", count).figures(chosen)}
    values.update({name: tally.figures(chosen) for name, tally in examiner.combined(held + "/seen", count).items()})
    values["clicks"] = examiner.clicks(held + "/unseen", count)
    values["photo_clicks"] = examiner.clicks(splits.PHOTO, count)
    values["photo_text"] = examiner.text(splits.PHOTO + "/seen", count // 2).figures(chosen)
    return values


def reached(values, part, figure, bar):
    if bar == "best of three":
        others = max(values["alone_text"][figure], values["alone_exemplar"][figure])
        return "yes" if values[part][figure] > others else "no"
    value = values[part][figure]
    return "yes" if (value >= float(bar[2:]) if bar[0] == "≥" else value <= float(bar[2:])) else "no"


def table(values):
    lines = ["| on held-out scenes | measured | wanted | reached |", "|---|---:|---:|---|"]
    for title, part, figure, bar in BARS:
        verdict = reached(values, part, figure, bar) if bar else ""
        lines.append(f"| {title} | {values[part].get(figure, 0):g} | {bar} | {verdict} |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("--pack", type=Path, required=True)
    parser.add_argument("--scenes", type=int, default=150)
    parser.add_argument("--threshold", type=float)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    values = measure(load_model(arguments.model), Pack(arguments.pack), arguments.scenes, arguments.threshold)
    print(table(values))
    if arguments.json:
        arguments.json.write_text(json.dumps(values, indent=1) + "\n")


if __name__ == "__main__":
    main()
