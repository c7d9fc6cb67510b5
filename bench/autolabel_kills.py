#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A long auto-label run that is killed again and again, next to one that is left alone.

    bench/autolabel_kills.py BUILD_DIR FOLDER [--images 10000] [--kills 20] [--seed 1]

Draws the pictures (numpy, pillow), gives every tenth of them an instance that a person made, and labels all with pocket
twice: once without a break, once with kill -9 at random moments. Says whether both projects hold the same instances,
whether an instance of the person changed, and how the memory of the undisturbed run went. Exit code 1 if they differ.
FOLDER keeps the pictures and the undisturbed project for the next call.
"""

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
WIDTH, HEIGHT = 240, 160
PLAN = {"classes": [{"label": name} for name in ("circle", "square", "triangle", "star", "cross")]}


def draw(folder, count):
    sys.path.insert(0, str(REPOSITORY / "training"))
    from PIL import Image
    from render import render
    from scenes import make_scene
    folder.mkdir(parents=True, exist_ok=True)
    for first in range(0, count, 4):  # each scene gives four pictures: as it is, mirrored, upside down, both
        files = [folder / f"{number:05}.png" for number in range(first, first + 4)]
        if all(file.exists() for file in files):
            continue
        scene = make_scene(71_000_000 + first, aspect=1.5, count=1 + first // 4 % 5)
        picture = render(scene, WIDTH, HEIGHT)[0]
        for file, view in zip(files, (picture, picture[:, ::-1], picture[::-1], picture[::-1, ::-1])):
            Image.fromarray(view.copy()).save(folder / "part.png", compress_level=1)
            os.rename(folder / "part.png", file)


def labels_of_a_person(pictures):
    """COCO: a box-shaped instance in every tenth picture."""
    images, annotations = [], []
    for number, picture in enumerate(pictures):
        images.append({"id": number + 1, "file_name": f"pictures/{picture.name}", "width": WIDTH, "height": HEIGHT})
        if number % 10 == 0:
            x, y, w, h = 10 + number % 50, 20, 60, 50
            annotations.append({"id": len(annotations) + 1, "image_id": number + 1, "category_id": 1, "iscrowd": 0,
                                "bbox": [x, y, w, h], "area": w * h,
                                "segmentation": [[x, y, x + w, y, x + w, y + h, x, y + h]]})
    return {"images": images, "annotations": annotations, "categories": [{"id": 1, "name": "mine"}]}


class Runs:
    def __init__(self, build, folder):
        self.cli = str(Path(build) / "bin" / "maskwright-cli")
        self.folder = folder
        self.model = str(REPOSITORY / "resources/models/pocket.safetensors")

    def call(self, *arguments):
        subprocess.run([self.cli, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)

    def start(self, project):
        return subprocess.Popen([self.cli, "autolabel", str(self.folder / "plan.json"), str(project), "--model",
                                 self.model], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def resident(pid):
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1])
    return 0


def undisturbed(runs, project, count):
    """Resident memory in kB, by the share of the images that is done."""
    run, memory, start = runs.start(project), {}, time.time()
    while run.poll() is None:
        time.sleep(0.5)
        files = list(runs.folder.glob("whole.run-*.jsonl"))
        if not files:
            continue
        try:
            done = sum(block.count(b"\n") for block in iter_blocks(files[0])) - 1
            memory[round(done / count, 2)] = resident(run.pid)
        except (FileNotFoundError, ProcessLookupError):
            pass
    if run.returncode != 0:
        raise SystemExit(f"the undisturbed run ended with {run.returncode}")
    return memory, time.time() - start


def iter_blocks(file):
    with open(file, "rb") as opened:
        while block := opened.read(1 << 20):
            yield block


def killed(runs, project, kills, seconds, rng):
    done = 0
    while done < kills:
        run = runs.start(project)
        time.sleep(rng.uniform(0.02, 1.4 * seconds / kills))
        if run.poll() is not None:
            print(f"the run ended after {done} kills")
            return done
        run.send_signal(signal.SIGKILL)
        run.wait()
        done += 1
    if runs.start(project).wait() != 0:
        raise SystemExit("the killed run did not end well")
    return done


def instances(project):
    """Everything of an instance that a run decides, in an order that does not depend on ids."""
    with sqlite3.connect(f"file:{project}?mode=ro", uri=True) as database:
        return sorted(database.execute(
            "SELECT image.path, label.name, a.state, a.origin, a.score, a.source, a.mask, a.touched, a.model "
            "FROM annotation a JOIN image ON image.id = a.image JOIN label ON label.id = a.label").fetchall())


def of_people(project):
    with sqlite3.connect(f"file:{project}?mode=ro", uri=True) as database:
        return database.execute("SELECT a.id, a.image, a.label, a.state, a.z, a.locked, a.hidden, a.score, a.mask, "
                                "a.touched FROM annotation a WHERE a.origin <> 2 ORDER BY a.id").fetchall()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--images", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    folder = wanted.folder.resolve()
    draw(folder / "pictures", wanted.images)
    pictures = sorted((folder / "pictures").glob("*.png"))[:wanted.images]
    runs = Runs(wanted.build, folder)
    (folder / "plan.json").write_text(json.dumps(PLAN))
    base, whole, broken = (folder / f"{name}.maskwright" for name in ("base", "whole", "killed"))
    for stale in [base, broken, *folder.glob("*.run-*.jsonl")]:
        stale.unlink(missing_ok=True)
    (folder / "mine.json").write_text(json.dumps(labels_of_a_person(pictures)))
    runs.call("import", base, folder / "mine.json")
    people = of_people(base)
    shutil.copy(base, whole)
    memory, seconds = undisturbed(runs, whole, wanted.images)
    print(f"{wanted.images} images in {seconds:.0f} s; memory in MB by the share that is done: " +
          ", ".join(f"{share:.2f}: {memory[share] / 1024:.1f}" for share in sorted(memory)[::max(1, len(memory) // 10)]))
    late = [kilobytes for share, kilobytes in memory.items() if share >= 0.9]
    early = [kilobytes for share, kilobytes in memory.items() if 0.1 <= share < 0.2]
    if early and late:
        print(f"growth from the second tenth to the last: {100 * (max(late) / max(early) - 1):.2f} %")
    shutil.copy(base, broken)
    count = killed(runs, broken, wanted.kills, seconds, random.Random(wanted.seed))
    same = instances(whole) == instances(broken)
    kept = people == of_people(whole) == of_people(broken)
    print(f"{count} kills; {len(instances(whole))} instances, {len(people)} of a person; the same: {same}; "
          f"those of the person unchanged: {kept}")
    runs.call("check", broken)
    return 0 if same and kept else 1


if __name__ == "__main__":
    sys.exit(main())
