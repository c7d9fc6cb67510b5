# SPDX-License-Identifier: Apache-2.0
"""Writes what PyTorch finds in two demonstration pictures, to check the engine against.

    python3 pocket_reference.py ../resources/models/pocket.safetensors ../resources/demo ../tests/data/pocket

One JSON file per picture: per prompt the scores and boxes of the accepted
queries, in query order, and the areas of their masks in pixels.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from PIL import Image

from export import load_model
from predict import Predictor

PICTURES = {
    "shapes-04.jpg": ["circle", "red striped circle", "white cross", "blue star"],
    "shapes-11.jpg": ["striped circle", "yellow", "small green cross", "triangle"],
}


def rounded(values, digits=4):
    return np.round(np.asarray(values, dtype=np.float64), digits).tolist()


def described(found):
    return {"scores": rounded(found.scores), "boxes": rounded(found.boxes, 2),
            "areas": [int(mask.sum()) for mask in found.masks]}


def text_cases(predictor, phrases):
    return [{"phrase": phrase, **described(predictor.find(phrase))} for phrase in phrases]


def exemplar_case(predictor, box):
    box = [float(round(value)) for value in box]
    return {"example": box, **described(predictor.find(None, [box], [1]))}


def click_case(predictor, box):
    point = [float(round((box[0] + box[2]) / 2)), float(round((box[1] + box[3]) / 2))]
    mask, _ = predictor.click([point], [1])
    return {"point": point, "area": int(mask.sum())}


def reference(predictor, picture, phrases):
    predictor.set_picture(picture)
    cases = text_cases(predictor, phrases)
    box = next((case["boxes"][0] for case in cases if case["boxes"]), [100, 100, 300, 300])
    return {"threshold": 0.5, "text": cases, "exemplar": exemplar_case(predictor, box),
            "click": click_case(predictor, box)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("pictures", type=Path)
    parser.add_argument("output", type=Path)
    arguments = parser.parse_args()
    predictor = Predictor(load_model(arguments.model))
    arguments.output.mkdir(parents=True, exist_ok=True)
    for name, phrases in PICTURES.items():
        picture = np.asarray(Image.open(arguments.pictures / name).convert("RGB"))
        result = {"picture": name, **reference(predictor, picture, phrases)}
        path = arguments.output / f"{Path(name).stem}.json"
        path.write_text(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    main()
