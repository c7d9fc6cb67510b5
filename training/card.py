# SPDX-License-Identifier: Apache-2.0
"""Writes the model card: figures, learning curve, example pictures.

    python3 card.py MODEL FIGURES.json LOG.jsonl ../resources/models

MODEL is a checkpoint or an exported file, FIGURES.json comes from evaluate.py, LOG.jsonl from train.py.
"""

import argparse
import io
import json
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

import world
from demo import demo_pictures
from export import load_model
from predict import Predictor

TINTS = ((255, 0, 130), (0, 150, 255), (0, 190, 80), (240, 150, 20), (140, 60, 220), (10, 170, 180))
EXAMPLES = ((2, "triangle"), (3, "red striped circle"), (10, "striped circle"), (8, "small orange shape"))
CURVES = (("shape_acc", "shape at object pixels"), ("presence_acc", "presence"), ("box_iou", "box IoU"),
          ("mask_iou", "mask IoU"), ("click_iou", "one-click IoU"))
BARS = (("mean mask IoU of matched objects", "text", "matched_iou", "≥ 0.75"),
        ("F1 of text prompts at IoU 0.5", "text", "f1", "≥ 0.70"),
        ("false positives of absent phrases", "text", "absent_false_positives", "≤ 0.10"),
        ("mask IoU after one click", "clicks", "iou_after_1", "≥ 0.75"),
        ("mask IoU after three clicks", "clicks", "iou_after_3", ""),
        ("F1 of exemplar boxes alone at IoU 0.5", "exemplar", "f1", ""))


def reached(value, bar):
    if not bar:
        return ""
    return "yes" if (value >= float(bar[2:]) if bar[0] == "≥" else value <= float(bar[2:])) else "no"


def table(figures):
    lines = ["| on held-out scenes | measured | wanted | reached |", "|---|---:|---:|---|"]
    for title, part, name, bar in BARS:
        value = figures[part][name]
        lines.append(f"| {title} | {value:.3f} | {bar} | {reached(value, bar)} |")
    return "\n".join(lines)


def rim(mask, width=4):
    """The pixels of a mask close to its border."""
    grown = Image.fromarray(mask.astype(np.uint8) * 255).filter(ImageFilter.MinFilter(2 * width + 1))
    return mask & (np.asarray(grown) == 0)


def overlay(picture, found):
    """Picture with tinted, outlined masks, at half size."""
    canvas = picture.astype(np.float32)
    for index, mask in enumerate(found.masks):
        tint = np.array(TINTS[index % len(TINTS)], np.float32)
        canvas[mask] = 0.7 * canvas[mask] + 0.3 * tint
        canvas[rim(mask)] = tint
    image = Image.fromarray(canvas.astype(np.uint8))
    return image.resize((image.width // 2, image.height // 2), Image.LANCZOS)


def smooth(values, window):
    kernel = np.ones(window) / window
    return np.convolve(np.pad(values, window // 2, mode="edge"), kernel, "valid")[:len(values)]


def learning_curve(log, path, curves=CURVES, width=640, height=300):
    """Draws values of the log against the number of pictures drawn; percentages become shares."""
    rows = [json.loads(line) for line in Path(log).read_text().splitlines()]
    last = max(row["images"] for row in rows)
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    left, right, top, bottom = 40, width - 170, 15, height - 30
    for level in range(6):
        y = bottom - (bottom - top) * level / 5
        draw.line([(left, y), (right, y)], fill=(225, 225, 225))
        draw.text((12, y - 6), f"{level / 5:.1f}", fill=(90, 90, 90))
    for index, (name, title) in enumerate(curves):
        unit = 100 if "/ 100" in title else 1
        points = sorted((row["images"], row[name] / unit) for row in rows if name in row)
        if len(points) < 3:
            continue
        values = smooth(np.array([value for _, value in points]), 5 if len(points) > 20 else 1)
        line = [(left + (right - left) * x / last, bottom - (bottom - top) * value)
                for (x, _), value in zip(points, values)]
        draw.line(line, fill=TINTS[index], width=2)
        draw.text((right + 12, top + 18 * index), title, fill=TINTS[index])
    draw.text((left, bottom + 10), f"0 to {last:,} pictures drawn", fill=(90, 90, 90))
    image.quantize(32).save(path, optimize=True)


def example_pictures(model, folder, threshold):
    predictor = Predictor(model)
    pictures = [np.asarray(Image.open(stream).convert("RGB")) for stream in demo_streams()]
    names = []
    for index, phrase in EXAMPLES:
        predictor.set_picture(pictures[index])
        name = phrase.replace(" ", "-") + ".jpg"
        overlay(pictures[index], predictor.find(phrase, threshold=threshold)).save(folder / name, quality=82)
        names.append((phrase, name))
    return names


def demo_streams():
    return [io.BytesIO(data) for _, data in demo_pictures()]


def text(model, figures, log, examples):
    config = model.config
    last = json.loads(Path(log).read_text().splitlines()[-1])
    count = sum(p.numel() for p in model.parameters())
    words = {name: ", ".join(group) for name, group in zip(("sizes", "colours", "textures", "shapes"), world.GROUPS)}
    pictures = "\n".join(f"![{phrase}](card/{name})" for phrase, name in examples)
    return f"""# pocket

A very small SAM 3 image model, trained from nothing on rendered scenes. It lets every function of the program be
tried at once and without a download. It knows its rendered world and nothing else: use a real SAM 3 checkpoint for
photographs.

**World**: {words["shapes"]}; {words["textures"]}; {words["sizes"]}; {words["colours"]}.
One to {world.MAX_OBJECTS} objects on muted backgrounds, tilted by up to 18 degrees, slightly overlapping. Small objects measure
about a fifth of the picture, large ones a third or more.

**Prompts**: phrases of these words ("red circle", "small striped star", "every dotted shape", also "disc", "tiny",
"spotted" and the like), example boxes (positive and negative: alike means the same colour, texture and shape), clicks,
boxes and masks.

## Figures

{table(figures)}

{figures["scenes"]} held-out scenes at 320 to 480 pixels, three phrases (one of them absent), one exemplar prompt and two clicked
objects each. Recommended threshold {figures["threshold"]:g}; precision of phrases {figures["text"]["precision"]:.3f}, recall
{figures["text"]["recall"]:.3f}. F1 counts absent phrases too. The threshold was not chosen on these scenes.

## Model

Official architecture at {config.image_size} pixels: patch {config.patch_size}, width {config.vit_dim}, {config.vit_depth} blocks, {config.d_model} channels, {config.fusion_layers} fusion and
{config.decoder_layers} decoder layers, {config.num_queries} queries; {count / 1e6:.2f} million parameters in half precision. The memory parts for video are
not included.

Training: {last["images"]:,} pictures drawn from 60,000 rendered ones, on two shared CPU cores, without a GPU.

![learning curve](card/learning-curve.png)

{pictures}

## Limits

Anything outside the world above gives no or arbitrary results. Masks have {4 * config.grid} by {4 * config.grid} cells, so thin tips of stars get
rounded. Masks of alike objects sometimes hold a patch of each other. Pictures with six or more objects are the weakest.

Licence: Apache-2.0, weights and pictures included. All training data is rendered by the code in `training/`.
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("figures", type=Path)
    parser.add_argument("log")
    parser.add_argument("output", type=Path)
    arguments = parser.parse_args()
    figures = json.loads(arguments.figures.read_text())
    model = load_model(arguments.model)
    folder = arguments.output / "card"
    folder.mkdir(parents=True, exist_ok=True)
    learning_curve(arguments.log, folder / "learning-curve.png")
    examples = example_pictures(model, folder, figures["threshold"])
    (arguments.output / "pocket.md").write_text(text(model, figures, arguments.log, examples))


if __name__ == "__main__":
    main()
