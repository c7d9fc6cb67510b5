# SPDX-License-Identifier: Apache-2.0
"""cgF1 and pmF1 as SAM 3's authors define them, and clicks as a person places them."""

import numpy as np
from scipy.ndimage import distance_transform_edt, label
from scipy.optimize import linear_sum_assignment

OVERLAPS = np.arange(50, 100, 5) / 100


def iou_matrix(found, wanted):
    """IoU of every found with every wanted mask, [n,h,w] booleans each."""
    if not len(found) or not len(wanted):
        return np.zeros((len(found), len(wanted)))
    a, b = (masks.reshape(len(masks), -1).astype(np.float32) for masks in (found, wanted))
    shared = (a @ b.T).astype(np.float64)
    return shared / np.maximum(a.sum(1)[:, None] + b.sum(1)[None] - shared, 1)


class Tally:
    """Collects prompts: scores of the found objects and their overlap with the wanted ones."""

    def __init__(self):
        self.rows = []

    def add(self, scores, found, wanted):
        self.rows.append((np.asarray(scores), iou_matrix(found, wanted), len(wanted)))

    def figures(self, threshold):
        """pmF1 over present prompts, cgF1 over all (both in percent) and the share of absent prompts that find any."""
        right, extra, missed = (np.zeros(len(OVERLAPS)) for _ in range(3))
        image = np.zeros((2, 2))  # [object there, something found]
        for scores, iou, wanted in self.rows:
            kept = iou[scores >= threshold]
            image[int(wanted > 0), int(len(kept) > 0)] += 1
            if wanted == 0:
                continue
            rows, columns = linear_sum_assignment(-kept) if kept.size else ((), ())
            hits = (kept[rows, columns][None] >= OVERLAPS[:, None]).sum(1) if kept.size else 0
            right, extra, missed = right + hits, extra + len(kept) - hits, missed + wanted - hits
        precision, recall = right / (right + extra + 1e-4), right / (right + missed + 1e-4)
        positive = 2 * precision * recall / (precision + recall + 1e-4)
        (tn, fp), (fn, tp) = image
        mcc = (tp * tn - fp * fn) / (np.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)) + 1e-6)
        return {"pmf1": round(100 * float(positive.mean()), 2), "pmf1_50": round(100 * float(positive[0]), 2),
                "cgf1": round(100 * float(positive.mean() * mcc), 2), "mcc": round(float(mcc), 3),
                "absent_false_positives": round(float(fp / max(fp + tn, 1)), 4), "prompts": len(self.rows)}

    def best_threshold(self, name, thresholds=np.arange(0.1, 0.81, 0.05)):
        return round(float(max(thresholds, key=lambda threshold: self.figures(threshold)[name])), 2)


def inner_point(rng, shape):
    """A pixel (x, y) well inside a shape, where a person would click."""
    depth = distance_transform_edt(np.pad(shape, 1))[1:-1, 1:-1]
    rows, columns = np.nonzero(depth >= 0.6 * depth.max())
    pick = int(rng.integers(len(rows)))
    return float(columns[pick]) + 0.5, float(rows[pick]) + 0.5


def next_click(rng, found, wanted):
    """A point in the largest connected error, and whether it belongs to the object."""
    wrong, count = label(found != wanted)
    if not count:
        return inner_point(rng, wanted), 1
    biggest = wrong == 1 + np.argmax(np.bincount(wrong.ravel())[1:])
    point = inner_point(rng, biggest)
    return point, int(wanted[int(point[1]), int(point[0])])


def click_overlaps(rng, predictor, wanted, count):
    """IoU after each of `count` clicks on one object of the predictor's picture."""
    points, labels, feedback, overlaps = [inner_point(rng, wanted)], [1], None, []
    for _ in range(count):
        mask, feedback = predictor.click(points, labels, feedback)
        overlaps.append(float((mask & wanted).sum() / max((mask | wanted).sum(), 1)))
        point, sign = next_click(rng, mask, wanted)
        points, labels = [*points, point], [*labels, sign]
    return overlaps
