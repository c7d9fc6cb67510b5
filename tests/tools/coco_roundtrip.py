# SPDX-License-Identifier: Apache-2.0
"""Reads an exported annotations.json through pycocotools and compares every pixel with the masks it was made from.

usage: coco_roundtrip.py annotations.json masks.bin

masks.bin holds, for each annotation in the file's order, width and height as little-endian 32-bit numbers and then one
byte for each pixel, row by row. Exit status: 0 equal, 1 different, 77 pycocotools is not installed.
"""
import contextlib
import io
import struct
import sys

try:
    import numpy as np
    from pycocotools import mask as mask_utils
    from pycocotools.coco import COCO
except ImportError as error:
    print(f"skipped: {error}; install pycocotools and numpy to compare with the reference reader")
    sys.exit(77)


def expected_masks(path):
    with open(path, "rb") as file:
        while header := file.read(8):
            width, height = struct.unpack("<ii", header)
            yield np.frombuffer(file.read(width * height), np.uint8).reshape(height, width)


def main(annotations, masks):
    with contextlib.redirect_stdout(io.StringIO()):
        coco = COCO(annotations)
    differing = wrong_figures = count = 0
    for annotation, expected in zip(coco.dataset["annotations"], expected_masks(masks), strict=True):
        count += 1
        rle = coco.annToRLE(annotation)
        found = coco.annToMask(annotation)
        differing += expected.size if found.shape != expected.shape else int((found != expected).sum())
        same_area = annotation["area"] == int(mask_utils.area(rle)) == int(expected.sum())
        same_box = annotation["bbox"] == mask_utils.toBbox(rle).tolist()
        segmentation = annotation["segmentation"]
        same_text = not isinstance(segmentation, dict) or segmentation["counts"] == mask_utils.encode(
            np.asfortranarray(expected))["counts"].decode()
        wrong_figures += not (same_area and same_box and same_text)
    print(f"{count} masks, {differing} differing pixels, {wrong_figures} with another area, box or encoding")
    return int(differing > 0 or wrong_figures > 0 or count == 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
