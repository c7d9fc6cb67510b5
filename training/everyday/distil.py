# SPDX-License-Identifier: Apache-2.0
"""Lets a full SAM 3 label a folder of photographs, which training then mixes with its rendered scenes.

    python3 -m everyday.distil TEACHER.safetensors PHOTOS LABELLED --pack PACK --merges bpe.txt
    python3 -m everyday.train ... --photos LABELLED --photo-share 0.3

TEACHER is the user's own checkpoint with official parameter names (or any model that this program wrote, whose
vocabulary is inside it). --merges is the teacher's vocabulary as text. Photographs that were labelled before are
passed over, so the command can be stopped and given again.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from safetensors import safe_open

import vocabulary
from everyday.colours import CLEAR_SHARE, pixel_colours
from everyday.names import COLOURS
from everyday.pack import Pack
from everyday.scenes import LARGE, MOST_OBJECTS, SMALL, Scene, visible_boxes
from model import Config, Pocket
from predict import Predictor

OFFICIAL = dict(image_size=1008, patch_size=14, pretrain_grid=24, vit_dim=1024, vit_depth=32, vit_heads=16,
                vit_mlp_ratio=4.625, window_size=24, global_blocks=(7, 15, 23, 31), text_width=1024, text_heads=16,
                text_layers=24, d_model=256, heads=8, ffn_dim=2048, geo_layers=3, fusion_layers=6, decoder_layers=6,
                num_queries=200, sam_heads=8, sam_mlp=2048, iou_head_hidden=256)
GRID = 8              # clicks per side when everything is wanted
SURE = 0.85           # predicted overlap from which a clicked mask counts
SCORE = 0.6           # score from which a named object counts
LEAST, MOST = 0.0006, 0.7   # share of the picture that an object covers
REPEATED = 0.6        # a mask that overlaps an earlier one so much is the same object


def load_teacher(path, merges):
    """Model and tokenizer. Parts of the checkpoint that single pictures don't need are passed over."""
    with safe_open(path, "pt") as file:
        notes = file.metadata() or {}
        values = json.loads(notes["maskwright.config"]) if "maskwright.config" in notes else dict(OFFICIAL)
        if "maskwright.vocabulary" in notes:
            merges = vocabulary.from_text(notes["maskwright.vocabulary"])
        embedding = "detector.backbone.language_backbone.encoder.token_embedding.weight"
        model = Pocket(Config.from_dict({**values, "vocabulary_size": file.get_slice(embedding).get_shape()[0]}))
        wanted = model.state_dict()
        missing = sorted(set(wanted) - set(file.keys()))
        if missing:
            raise ValueError(f"the teacher lacks {len(missing)} tensors, the first is {missing[0]}")
        model.load_state_dict({name: file.get_tensor(name).float() for name in wanted})
    if merges is None:
        raise ValueError("the teacher holds no vocabulary; give --merges")
    return model.eval(), vocabulary.Tokenizer(merges, values.get("context_length", 32))


class Labels:
    """Objects of one photograph, the surest first; later ones get what is still free."""

    def __init__(self, side):
        self.instances = np.zeros((side, side), np.uint8)
        self.names = []

    def add(self, mask, name):
        """Takes a mask over, unless it is too small, too large, cut to pieces or there already."""
        free = mask & (self.instances == 0)
        if len(self.names) >= MOST_OBJECTS or not LEAST < mask.mean() < MOST:
            return
        if free.sum() < (1 - REPEATED) * mask.sum():
            return
        self.names.append(name)
        self.instances[free] = len(self.names)


def named_objects(predictor, phrases):
    found = []
    for phrase in phrases:
        result = predictor.find(phrase, threshold=SCORE)
        found += [(float(score), mask, phrase) for score, mask in zip(result.scores, result.masks)]
    return sorted(found, key=lambda item: -item[0])


def clicked_objects(predictor, height, width):
    """Masks of a grid of single clicks with their predicted overlap."""
    image, fine, middle = predictor.click_levels
    found = []
    for row in range(GRID):
        for column in range(GRID):
            point = torch.tensor([[[(column + 0.5) / GRID, (row + 0.5) / GRID]]])
            with torch.no_grad():
                overlap = predictor.model.click(image, fine, middle, point, torch.tensor([[1]]))[1]
            if float(overlap[0, 1:].max()) >= SURE:
                mask, _ = predictor.click([((column + 0.5) / GRID * width, (row + 0.5) / GRID * height)], [1])
                found.append((float(overlap[0, 1:].max()), mask))
    return sorted(found, key=lambda item: -item[0])


def label_photo(predictor, pack, picture, phrases, side):
    """A photograph as a scene: named objects first, then whatever clicks find. None if there is nothing."""
    picture = np.asarray(picture.resize((side, side), Image.LANCZOS))
    predictor.set_picture(picture)
    labels = Labels(side)
    for _, mask, phrase in named_objects(predictor, phrases):
        labels.add(mask, phrase)
    for _, mask in clicked_objects(predictor, side, side):
        labels.add(mask, "")
    return scene_of(pack, picture, labels)


def scene_of(pack, picture, labels):
    """Numbers of the surviving objects are closed up; nameless ones become designs of their own."""
    shown = [k for k in range(len(labels.names)) if (labels.instances == k + 1).any()]
    if not shown:
        return None
    renumbered = np.zeros(len(labels.names) + 1, np.uint8)
    renumbered[[k + 1 for k in shown]] = np.arange(1, len(shown) + 1)
    instances = renumbered[labels.instances]
    number = {entry["name"]: n for n, entry in enumerate(pack.cutouts) if entry["split"] == "train"}
    designs = np.array([number.get(labels.names[k], -2 - k) for k in shown], np.int32)
    boxes = visible_boxes(instances, len(shown))
    extent = boxes[:, 2:].max(1)
    sizes = np.where(extent < SMALL, 0, np.where(extent > LARGE, 1, -1)).astype(np.int8)
    colours = np.array([colour_in(picture, instances == k + 1) for k in range(len(shown))], np.int8)
    return Scene(picture, instances, boxes, designs, colours, sizes)


def colour_in(picture, mask):
    counts = np.bincount(pixel_colours(picture[mask].astype(np.float32) / 255), minlength=len(COLOURS))
    return int(counts.argmax()) if counts.max() >= CLEAR_SHARE * counts.sum() else -1


def save_scene(scene, path):
    partial = path.with_suffix(".new.npz")
    np.savez_compressed(partial, **vars(scene))
    partial.replace(path)


def load_scene(path, side):
    """A labelled photograph as a scene of the wanted size."""
    with np.load(path) as stored:
        scene = Scene(**{name: stored[name] for name in stored.files})
    if len(scene.instances) != side:
        scene.picture = np.asarray(Image.fromarray(scene.picture).resize((side, side), Image.LANCZOS))
        scene.instances = np.asarray(Image.fromarray(scene.instances).resize((side, side), Image.NEAREST))
        kept = [k for k in range(len(scene.boxes)) if (scene.instances == k + 1).any()]
        if len(kept) < len(scene.boxes):
            renumbered = np.zeros(len(scene.boxes) + 1, np.uint8)
            renumbered[[k + 1 for k in kept]] = np.arange(1, len(kept) + 1)
            scene = Scene(scene.picture, renumbered[scene.instances], scene.boxes[kept], scene.designs[kept],
                          scene.colours[kept], scene.sizes[kept])
    return scene


def label_folder(predictor, pack, photos, output, phrases, side):
    output.mkdir(parents=True, exist_ok=True)
    for path in sorted(photos.iterdir()):
        target = output / f"{path.name}.npz"
        if target.exists():
            continue
        try:
            picture = Image.open(path).convert("RGB")
        except OSError:
            continue
        scene = label_photo(predictor, pack, picture, phrases, side)
        if scene is not None:
            save_scene(scene, target)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("photos", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--pack", type=Path, required=True)
    parser.add_argument("--merges", type=Path)
    parser.add_argument("--phrases", type=Path, help="a file with one name a line; else the pack's most frequent")
    parser.add_argument("--count", type=int, default=100, help="how many of the pack's names to ask for")
    parser.add_argument("--side", type=int, default=384)
    arguments = parser.parse_args()
    pack = Pack(arguments.pack)
    merges = vocabulary.from_text(arguments.merges.read_text()) if arguments.merges else None
    predictor = Predictor(*load_teacher(arguments.teacher, merges))
    phrases = arguments.phrases.read_text().split("\n") if arguments.phrases else \
        [term for term, _ in pack.seen_terms.most_common() if term in pack.seen_names][:arguments.count]
    label_folder(predictor, pack, arguments.photos, arguments.output, [p for p in phrases if p], arguments.side)


if __name__ == "__main__":
    main()
