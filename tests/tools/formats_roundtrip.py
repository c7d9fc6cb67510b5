# SPDX-License-Identifier: Apache-2.0
"""Exports random masks with maskwright-cli and reads them with other people's code, pixel by pixel.

usage: formats_roundtrip.py MASKWRIGHT_CLI [--masks N] [--seed S] [FORMAT...]

Masks have holes, parts, noise of all densities and touch borders. They go in as COCO run lengths. What each format
gives back is compared with what went in; the number of differing pixels must be the one that the export's report
says, which is 0 for formats that hold masks. Readers: labelme's own functions, Pillow, OpenCV's fillPoly by the rules
of X-AnyLabeling and Ultralytics (ultralytics/data/utils.py: polygon2mask), label_studio_sdk, datumaro, shapely and
rasterio; pycocotools makes the input and reads YouTube-VIS and MOTS. Where instances overlap, those of panoptic, DAVIS
and MOTS are counted with what is left of them.
Exit status: 0 as reported, 1 different, 77 a package is not installed.
"""
import argparse
import functools
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml_tree

try:
    import cv2
    import numpy as np
    from PIL import Image
    from pycocotools import mask as coco
except ImportError as error:
    print(f"skipped: {error}; needs numpy, pillow, opencv-python-headless and pycocotools")
    sys.exit(77)


def random_mask(random, height, width):
    kind = random.integers(6)
    if kind == 0:
        mask = random.random((height, width)) < random.choice([0.01, 0.1, 0.5, 0.9, 0.99])
    elif kind == 1:
        noise = cv2.GaussianBlur(random.random((height, width)), (0, 0), 1 + 3 * random.random())
        mask = noise > np.quantile(noise, random.random())
    else:
        mask = np.zeros((height, width), np.uint8)
        for _ in range(1 + random.integers(5)):
            centre = (int(random.integers(width)), int(random.integers(height)))
            cv2.circle(mask, centre, int(random.integers(1, 20)), int(random.random() < 0.7), -1)
        if kind == 2:
            mask[random.integers(height), :] = 1
        mask = mask > 0
    if not mask.any():
        mask[random.integers(height), random.integers(width)] = True
    return mask


FRAMES = 3  # of each clip


def make_input(folder, count, random, clips):
    """COCO file and pictures; the masks of each picture by its stem. `clips`: pictures lie in folders as frames."""
    images, annotations, masks = [], [], {}
    while len(annotations) < count:
        number = len(images) + 1
        if not clips or number % FRAMES == 1:
            height, width = (int(side) for side in random.integers(10, 90, 2))
        stem = f"c{(number - 1) // FRAMES}/p{number}" if clips else f"p{number}"
        name = f"{stem}.png"
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (width, height)).save(folder / name)
        images.append({"id": number, "file_name": name, "width": width, "height": height})
        for _ in range(min(count - len(annotations), 1 + int(random.integers(5)))):
            mask = random_mask(random, height, width)
            rle = coco.encode(np.asfortranarray(mask.astype(np.uint8)))
            annotations.append({"id": len(annotations) + 1, "image_id": number,
                                "category_id": 1 + int(random.integers(2)), "iscrowd": 0,
                                "segmentation": {"size": rle["size"], "counts": rle["counts"].decode()}})
            masks.setdefault(stem, []).append(mask)
    categories = [{"id": 1, "name": "cat"}, {"id": 2, "name": "no: # dog"}]
    (folder / "coco.json").write_text(
        json.dumps({"images": images, "annotations": annotations, "categories": categories}))
    return masks


def fill(points, shape):
    mask = np.zeros(shape, np.uint8)
    cv2.fillPoly(mask, [np.array(points, dtype=np.int32).reshape(-1, 1, 2)], 1)
    return mask > 0


def read_labelme(folder, stem, shape):
    try:
        from labelme.utils import img_b64_to_arr as decode
    except ImportError:
        print("labelme is not installed: its masks are decoded with Pillow")
        import base64
        import io
        decode = lambda text: np.array(Image.open(io.BytesIO(base64.b64decode(text))))
    for entry in json.loads((folder / f"{stem}.json").read_text())["shapes"]:
        (x0, y0), (x1, y1) = entry["points"]
        mask = np.zeros(shape, bool)
        mask[y0:y1 + 1, x0:x1 + 1] = decode(entry["mask"]).astype(bool)
        yield mask


def read_x_anylabeling(folder, stem, shape):
    parts = {}
    for index, entry in enumerate(json.loads((folder / f"{stem}.json").read_text())["shapes"]):
        key = ("single", index) if entry["group_id"] is None else ("group", entry["group_id"])
        parts[key] = parts.get(key, np.zeros(shape, bool)) | fill(entry["points"], shape)
    return parts.values()


def yolo_lines(folder, stem):
    for label in folder.glob(f"labels/*/{stem}.txt"):
        for line in label.read_text().splitlines():
            yield np.array(line.split(), dtype=np.float32)[1:]


def read_yolo_segment(folder, stem, shape):
    for values in yolo_lines(folder, stem):
        yield fill(values.reshape(-1, 2) * np.array([shape[1], shape[0]], np.float32), shape)


def read_yolo_detect(folder, stem, shape):
    for values in yolo_lines(folder, stem):
        x, y, w, h = values * np.array([shape[1], shape[0]] * 2, np.float32)
        mask = np.zeros(shape, bool)
        mask[round(y - h / 2):round(y + h / 2), round(x - w / 2):round(x + w / 2)] = True
        yield mask


def read_png(folder, stem, shape):
    layers = {}
    for entry in json.loads((folder / "instances" / f"{stem}.json").read_text())["instances"]:
        layer = entry["layer"]
        if layer not in layers:
            where = "instances" if layer == 1 else f"instances.{layer}"
            layers[layer] = np.array(Image.open(folder / where / f"{stem}.png"))
        yield layers[layer] == entry["id"]


def read_voc(folder, stem, shape):
    objects = np.array(Image.open(folder / "SegmentationObject" / f"{stem}.png"))
    for number, _ in enumerate(xml_tree.parse(folder / "Annotations" / f"{stem}.xml").iter("object")):
        yield objects == number + 1


def read_cvat(folder, stem, shape):
    for image in xml_tree.parse(folder / "annotations.xml").iter("image"):
        if pathlib.PurePath(image.get("name")).stem != stem:
            continue
        for entry in image.iter("mask"):
            left, top, width, height = (int(entry.get(key)) for key in ("left", "top", "width", "height"))
            runs = [int(run) for run in entry.get("rle").split(",")]
            bits = np.concatenate([np.full(run, i % 2 == 1) for i, run in enumerate(runs)])
            mask = np.zeros(shape, bool)
            mask[top:top + height, left:left + width] = bits.reshape(height, width)
            yield mask


def read_label_studio(folder, stem, shape):
    from label_studio_sdk.converter.brush import decode_rle
    for task in json.loads((folder / "label-studio.json").read_text()):
        if pathlib.PurePath(task["data"]["image"].split("?d=")[1]).stem != stem:
            continue
        for answers in task.get("annotations", []) + task.get("predictions", []):
            for result in answers["result"]:
                assert (result["original_height"], result["original_width"]) == shape
                yield decode_rle(result["value"]["rle"]).reshape(*shape, 4)[:, :, 3] > 0


def read_datumaro(folder, stem, shape):
    from datumaro import Dataset
    if not hasattr(read_datumaro, "sets"):
        read_datumaro.sets = {item.id: item for item in Dataset.import_from(str(folder), "datumaro")}
    for annotation in read_datumaro.sets[stem].annotations:
        yield annotation.image.astype(bool)


def read_panoptic(folder, stem, shape):
    if not hasattr(read_panoptic, "entries"):
        root = json.loads((folder / "panoptic.json").read_text())
        known = {category["id"] for category in root["categories"]}
        read_panoptic.entries = {entry["file_name"]: entry for entry in root["annotations"]}
        assert all(s["category_id"] in known for e in root["annotations"] for s in e["segments_info"])
    picture = Image.open(folder / "panoptic" / f"{stem}.png")
    assert picture.mode == "RGB"
    numbers = np.array(picture).astype(np.uint32) @ np.array([1, 256, 65536], np.uint32)
    entry = read_panoptic.entries[f"{stem}.png"]
    # The rules of the format's own checker: the numbers of the picture and of the list are the same.
    assert set(np.unique(numbers)) - {0} == {segment["id"] for segment in entry["segments_info"]}
    for segment in entry["segments_info"]:
        mask = numbers == segment["id"]
        assert mask.sum() == segment["area"]
        yield mask


def read_sa_co(folder, stem, shape):
    if not hasattr(read_sa_co, "masks"):
        root = json.loads((folder / "sa-co.json").read_text())
        stems = {pair["id"]: pathlib.PurePath(pair["file_name"]).stem for pair in root["images"]}
        read_sa_co.masks = {}
        for entry in root["annotations"]:
            mask = coco.decode(entry["segmentation"]).astype(bool)
            assert abs(entry["area"] * mask.size - mask.sum()) < 1e-3
            read_sa_co.masks.setdefault(stems[entry["image_id"]], []).append(mask)
    return read_sa_co.masks[stem]


def read_geojson(folder, stem, shape):
    from rasterio.features import rasterize
    from shapely.geometry import shape as geometry
    for feature in json.loads((folder / f"{stem}.geojson").read_text())["features"]:
        assert geometry(feature["geometry"]).is_valid
        yield rasterize([feature["geometry"]], out_shape=shape).astype(bool)


def frame_of(stem):
    """The clip and the frame's number in it."""
    clip, name = stem.split("/")
    return clip, (int(name[1:]) - 1) % FRAMES


@functools.cache
def youtube_vis(path):
    return json.loads(path.read_text())


def read_youtube_vis(folder, stem, shape):
    root = youtube_vis(folder / "youtube-vis.json")
    frame = frame_of(stem)[1]
    video = next(video for video in root["videos"] if f"{stem}.png" in video["file_names"])
    assert video["file_names"][frame] == f"{stem}.png" and (video["height"], video["width"]) == shape
    for track in root["annotations"]:
        assert len(track["segmentations"]) == len(track["bboxes"]) == len(track["areas"])
        rle = track["segmentations"][frame] if track["video_id"] == video["id"] else None
        if rle is not None:
            assert len(track["segmentations"]) == video["length"] and coco.area(rle) == track["areas"][frame]
            assert coco.toBbox(rle).tolist() == track["bboxes"][frame]
            yield coco.decode(rle).astype(bool)


def read_davis(folder, stem, shape):
    clip, frame = frame_of(stem)
    picture = Image.open(folder / "Annotations" / "480p" / clip / f"{frame:05}.png")
    assert picture.mode == "P"
    numbers = np.array(picture)
    for number in np.unique(numbers[numbers > 0]):
        yield numbers == number


def read_mots(folder, stem, shape):
    clip, frame = frame_of(stem)
    picture = np.array(Image.open(folder / "instances" / clip / f"{frame:06}.png"))
    for line in (folder / "instances_txt" / f"{clip}.txt").read_text().splitlines():
        time, number, kind, height, width, counts = line.split(" ")
        if int(time) == frame:
            assert int(number) // 1000 == int(kind) and (int(height), int(width)) == shape
            mask = coco.decode({"size": list(shape), "counts": counts}).astype(bool)
            assert (mask == (picture == int(number))).all()
            yield mask


CLIPS = {"youtube-vis": read_youtube_vis, "davis": read_davis, "mots": read_mots}
READERS = CLIPS | {"labelme": read_labelme, "x-anylabeling": read_x_anylabeling, "yolo-segment": read_yolo_segment,
           "yolo-detect": read_yolo_detect, "png": read_png, "voc": read_voc, "cvat": read_cvat,
           "label-studio": read_label_studio, "datumaro": read_datumaro, "coco-panoptic": read_panoptic,
           "sa-co": read_sa_co, "geojson": read_geojson}


def on_top(masks):
    """What is left of masks of which the later ones lie on the earlier, and how many pixels those that are left lost."""
    visible, lost, above = [], 0, np.zeros(masks[0].shape, bool)
    for mask in reversed(masks):
        left = mask & ~above
        above |= mask
        if left.any():
            visible.insert(0, left)
            lost += int((mask & above & ~left).sum())
    return visible, lost


def check(cli, project, name, masks, folder):
    out = folder / name
    text = subprocess.run([cli, "export", project, "--format", name, "-o", out], check=True, capture_output=True,
                          text=True).stdout
    reported = re.search(r"(\d+) pixels read back different", text)
    reported = int(reported.group(1)) if reported else 0
    count = differing = 0
    for stem, wanted in masks.items():
        if name in ("coco-panoptic", "davis", "mots"):
            wanted, lost = on_top(wanted)
            differing += lost
        found = list(READERS[name](out, stem, wanted[0].shape))
        if len(found) != len(wanted):
            print(f"{name}: {stem} has {len(found)} instances instead of {len(wanted)}")
            return False
        count += len(wanted)
        differing += sum(int((a != b).sum()) for a, b in zip(found, wanted))
    print(f"{name}: {count} masks, {differing} differing pixels, {reported} reported")
    return differing == reported


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("cli")
    arguments.add_argument("formats", nargs="*", default=list(READERS))
    arguments.add_argument("--masks", type=int, default=1000)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_intermixed_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        good = []
        for clips in (False, True):
            place = folder / ("clips" if clips else "pictures")
            place.mkdir()
            masks = make_input(place, given.masks, np.random.default_rng(given.seed), clips)
            project = place / "p.maskwright"
            subprocess.run([given.cli, "import", project, place / "coco.json"], check=True, capture_output=True)
            good += [check(given.cli, project, name, masks, place)
                     for name in given.formats or READERS if (name in CLIPS) == clips]
    return int(not all(good))


if __name__ == "__main__":
    sys.exit(main())
