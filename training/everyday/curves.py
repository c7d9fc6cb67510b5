# SPDX-License-Identifier: Apache-2.0
"""Draws the learning curve of a training folder.

    python3 -m everyday.curves FOLDER curve.png
"""

import sys
from pathlib import Path

from card import learning_curve

TRAINING = (("name_acc", "name at object pixels"), ("colour_acc", "colour at object pixels"),
            ("presence_acc", "presence"), ("mask_iou", "mask IoU"), ("click_iou", "one-click IoU"))
VALIDATION = (("v_cgf1", "cgF1 / 100"), ("v_text_pmf1", "text pmF1 / 100"), ("v_example_pmf1", "example pmF1 / 100"),
              ("v_click_1", "IoU after 1 click"), ("v_click_5", "IoU after 5 clicks"))


def main():
    folder, output = Path(sys.argv[1]), Path(sys.argv[2])
    learning_curve(folder / "log.jsonl", output, TRAINING)
    learning_curve(folder / "log.jsonl", output.with_stem(output.stem + "-validation"), VALIDATION)


if __name__ == "__main__":
    main()
