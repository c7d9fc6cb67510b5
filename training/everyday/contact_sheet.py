# SPDX-License-Identifier: Apache-2.0
"""One click on each of 30 photographs that nobody here made, to be judged by eye.

    python3 -m everyday.contact_sheet MODEL sheet.jpg --pack PACK [--root /]

The photographs lie in the package gcompris-qt-data. They are never trained on. The clicks were chosen once, before
any model was tried on them.
"""

import argparse
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

import vocabulary
from card import rim
from everyday.evaluate import load_model
from everyday.pack import Pack
from everyday.photos import embedded
from predict import Predictor

FOLDER = "usr/share/gcompris-qt/rcc"
CLICKS = {  # file: (number of the photograph in it, x, y in shares)
    "explore_farm_animals": ((0, .55, .55), (1, .5, .48), (2, .45, .5), (3, .78, .5), (4, .4, .4), (5, .12, .5),
                             (6, .4, .48), (7, .45, .5), (8, .65, .45)),
    "explore_world_animals": ((0, .42, .5), (1, .5, .65), (2, .5, .4), (3, .4, .5), (5, .4, .5), (6, .55, .5),
                              (7, .5, .5), (8, .47, .6), (9, .45, .5), (10, .5, .55), (11, .45, .5), (14, .6, .45)),
    "details": ((4, .5, .5), (15, .45, .6)),
    "categorization": ((0, .545, .6), (1, .52, .6), (2, .5, .25), (5, .5, .5), (7, .3, .5)),
    "explore_monuments": ((5, .5, .5), (11, .45, .6)),
}
WIDTH, COLUMNS = 300, 5
TINT = (255, 0, 130)


def photographs(root):
    """Pictures with their click: (name, picture, x, y)."""
    for name, clicks in CLICKS.items():
        pictures = list(embedded(root / FOLDER / f"{name}.rcc"))
        for number, x, y in clicks:
            yield f"{name} {number}", pictures[number], x, y


def clicked(predictor, picture, x, y):
    """The picture with the mask of one click."""
    picture = picture.resize((WIDTH, round(picture.height * WIDTH / picture.width)), Image.LANCZOS)
    array = np.asarray(picture)
    predictor.set_picture(array)
    mask, _ = predictor.click([(x * picture.width, y * picture.height)], [1])
    canvas = array.astype(np.float32)
    canvas[mask] = 0.6 * canvas[mask] + 0.4 * np.array(TINT)
    canvas[rim(mask, 1)] = TINT
    shown = Image.fromarray(canvas.astype(np.uint8))
    centre = (x * shown.width, y * shown.height)
    ImageDraw.Draw(shown).ellipse([centre[0] - 4, centre[1] - 4, centre[0] + 4, centre[1] + 4], fill="white",
                                  outline="black")
    return shown


def sheet(predictor, photos):
    cells = [clicked(predictor, *photo[1:]) for photo in photos]
    height = 220
    rows = -(-len(cells) // COLUMNS)
    page = Image.new("RGB", (COLUMNS * (WIDTH + 6), rows * (height + 6)), "white")
    for index, cell in enumerate(cells):
        cell.thumbnail((WIDTH, height), Image.LANCZOS)
        page.paste(cell, (index % COLUMNS * (WIDTH + 6), index // COLUMNS * (height + 6)))
    return page


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--pack", type=Path, required=True)
    parser.add_argument("--root", type=Path, default=Path("/"))
    arguments = parser.parse_args()
    model = load_model(arguments.model)
    predictor = Predictor(model, vocabulary.Tokenizer(Pack(arguments.pack).merges, model.config.context_length))
    sheet(predictor, list(photographs(arguments.root))).save(arguments.output, quality=85)


if __name__ == "__main__":
    main()
