# SPDX-License-Identifier: Apache-2.0
"""Makes a small data set with results for it, and says what the field's own evaluators make of them.

usage: evaluation_reference.py FOLDER [--seed N] [--images N]    writes truth.json, results.json, expected.json
       evaluation_reference.py FOLDER --check PROGRAM             runs `PROGRAM eval` on them and compares

COCO's figures come from pycocotools. Boundary IoU (with OpenCV's erosion) and DAVIS's J&F are computed here from their
papers' definitions, on arrays, in another way than the program does. Exit status of --check: 0 if no figure differs by
more than 1e-6.
"""
import argparse
import contextlib
import io
import json
import math
import pathlib
import subprocess
import sys

import cv2
import numpy as np
from pycocotools import mask as mask_utils
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval
from scipy.optimize import linear_sum_assignment

CLASSES = ["cup", "leaf", "wheel"]


def blob(random, width, height, centre=None, size=None):
    centre = centre or (random.uniform(0, width), random.uniform(0, height))
    size = size or math.exp(random.uniform(math.log(3), math.log(90)))
    points = []
    for angle in np.linspace(0, 2 * math.pi, 14, endpoint=False):
        radius = size * random.uniform(0.6, 1.2)
        points.append([centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)])
    mask = np.zeros((height, width), np.uint8)
    cv2.fillPoly(mask, [np.array(points).astype(np.int32)], 1)
    return mask, centre, size


def encoded(mask):
    rle = mask_utils.encode(np.asfortranarray(mask))
    return {"size": rle["size"], "counts": rle["counts"].decode()}


def make(folder, seed, images):
    random = np.random.default_rng(seed)
    truth = {"images": [], "annotations": [], "categories": [{"id": 10 + i, "name": n} for i, n in enumerate(CLASSES)]}
    results = []
    for image in range(1, images + 1):
        width, height = int(random.integers(60, 260)), int(random.integers(60, 260))
        truth["images"].append({"id": image, "file_name": f"{image}.png", "width": width, "height": height})
        for category in range(10, 10 + len(CLASSES)):
            for _ in range(int(random.integers(0, 5))):
                mask, centre, size = blob(random, width, height)
                if mask.sum() == 0:
                    continue
                crowd = int(random.random() < 0.1)
                x, y, w, h = mask_utils.toBbox(mask_utils.encode(np.asfortranarray(mask))).tolist()
                truth["annotations"].append(
                    {"id": len(truth["annotations"]) + 1, "image_id": image, "category_id": category, "iscrowd": crowd,
                     "area": int(mask.sum()), "bbox": [x, y, w, h], "segmentation": encoded(mask)})
                for _ in range(int(random.integers(0, 3))):
                    near = (centre[0] + random.normal(0, size / 8), centre[1] + random.normal(0, size / 8))
                    found = mask if random.random() < 0.1 else blob(random, width, height, near, size)[0]
                    results.append((image, category, found, random))
            if random.random() < 0.4:
                results.append((image, category, blob(random, width, height)[0], random))
    entries = [{"image_id": i, "category_id": c, "score": round(float(r.uniform(0.2, 1)), 2), "segmentation": encoded(m)}
               for i, c, m, r in results if m.sum() > 0]
    (folder / "truth.json").write_text(json.dumps(truth, separators=(",", ":")) + "\n")
    (folder / "results.json").write_text(json.dumps(entries, separators=(",", ":")) + "\n")


def boundary(mask):
    height, width = mask.shape
    steps = max(1, int(round(0.02 * math.sqrt(height ** 2 + width ** 2))))
    padded = cv2.copyMakeBorder(mask, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
    inner = cv2.erode(padded, np.ones((3, 3), np.uint8), iterations=steps)[1:-1, 1:-1]
    return mask - inner


class BoundaryEval(COCOeval):
    def computeIoU(self, image, category):
        ious = super().computeIoU(image, category)
        if len(ious) == 0:
            return ious
        found = sorted(self._dts[image, category], key=lambda d: -d["score"])[: self.params.maxDets[-1]]
        for row, one in enumerate(found):
            a = boundary(mask_utils.decode(one["segmentation"]))
            for column, other in enumerate(self._gts[image, category]):
                if not other["iscrowd"]:
                    b = boundary(mask_utils.decode(other["segmentation"]))
                    ious[row, column] = min(ious[row, column], (a & b).sum() / max(1, (a | b).sum()))
        return ious


def precision(truth, results, kind):
    evaluation = BoundaryEval(truth, results, "segm") if kind == "boundaries" else COCOeval(
        truth, results, {"masks": "segm", "boxes": "bbox"}[kind])
    evaluation.evaluate()
    evaluation.accumulate()
    evaluation.summarize()
    s = evaluation.stats
    return {"precision": dict(zip(["AP", "AP50", "AP75", "AR1", "AR10", "AR100"], [s[0], s[1], s[2], s[6], s[7], s[8]])),
            "precision_small": {"AP": s[3]}, "precision_medium": {"AP": s[4]}, "precision_large": {"AP": s[5]}}


def outline(mask):
    a = mask.astype(bool)
    right, below, diagonal = np.zeros_like(a), np.zeros_like(a), np.zeros_like(a)
    right[:, :-1], below[:-1], diagonal[:-1, :-1] = a[:, 1:], a[1:], a[1:, 1:]
    line = (a ^ right) | (a ^ below) | (a ^ diagonal)
    line[-1, :] = a[-1, :] ^ right[-1, :]
    line[:, -1] = a[:, -1] ^ below[:, -1]
    line[-1, -1] = False
    return line


def contour_f(found, truth):
    reach = math.ceil(0.008 * math.hypot(*truth.shape))
    grid = np.arange(-reach, reach + 1)
    disc = (grid[:, None] ** 2 + grid[None] ** 2 <= reach ** 2).astype(np.uint8)
    a, b = outline(found), outline(truth)
    if not a.any() or not b.any():
        return float(not a.any() and not b.any())
    near_a, near_b = (cv2.dilate(x.astype(np.uint8), disc).astype(bool) for x in (a, b))
    p, r = (a & near_b).sum() / a.sum(), (b & near_a).sum() / b.sum()
    return 0.0 if p + r == 0 else 2 * p * r / (p + r)


def regions(truth, results):
    j, f = [], []
    for image in truth.getImgIds():
        for category in truth.getCatIds():
            right = [truth.annToMask(a) for a in truth.loadAnns(truth.getAnnIds(image, category)) if not a["iscrowd"]]
            found = [results.annToMask(a) for a in results.loadAnns(results.getAnnIds(image, category))]
            ious = np.zeros((len(found), len(right)))
            for row, a in enumerate(found):
                for column, b in enumerate(right):
                    ious[row, column] = (a & b).sum() / max(1, (a | b).sum())
            partner = dict((c, r) for r, c in zip(*linear_sum_assignment(-ious)))
            for column, b in enumerate(right):
                a = found[partner[column]] if column in partner else np.zeros_like(b)
                j.append((a & b).sum() / max(1, (a | b).sum()))
                f.append(contour_f(a, b))
    return {"J": float(np.mean(j)), "F": float(np.mean(f)), "J&F": float((np.mean(j) + np.mean(f)) / 2)}


def expect(folder):
    with contextlib.redirect_stdout(io.StringIO()):
        truth = COCO(str(folder / "truth.json"))
        results = truth.loadRes(str(folder / "results.json"))
        expected = {kind: precision(truth, results, kind) for kind in ("masks", "boxes")}
        # Of masks without boxes, as of boundaries, the found area is the mask's.
        expected["boundaries"] = precision(truth, results, "boundaries")
        expected["masks"] |= regions(truth, results)
    (folder / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")


def differences(expected, found, path=""):
    for key, value in expected.items():
        if isinstance(value, dict):
            yield from differences(value, found[key], f"{path}{key} ")
        else:
            yield path + key, abs(value - (-1 if found[key] is None else found[key]))


def check(folder, program):
    worst, count = 0, 0
    for kind, figures in json.loads((folder / "expected.json").read_text()).items():
        command = [program, "eval", str(folder / "truth.json"), str(folder / "results.json"), "--compare", kind, "--json", "-"]
        found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        for name, difference in differences(figures, found, kind + " "):
            worst, count = max(worst, difference), count + 1
            if difference > 1e-6:
                print(f"{name}: differs by {difference:.3g}")
    print(f"{count} figures, largest difference {worst:.3g}")
    return int(worst > 1e-6)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--images", type=int, default=10)
    parser.add_argument("--check")
    arguments = parser.parse_args()
    if arguments.check:
        return check(arguments.folder, arguments.check)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    make(arguments.folder, arguments.seed, arguments.images)
    expect(arguments.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
