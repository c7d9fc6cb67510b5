#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# How early the review queue shows errors, on pocket's own instances (docs/review.md):
#   bench/review.sh BUILD_DIR [FOLDER [FIRST_SCENE [SCENES]]]
# BUILD_DIR has maskwright-cli and review_bench; python3 needs numpy and pillow. What FOLDER has already is used again.
set -e
repository=$(cd "$(dirname "$0")/.." && pwd)
bin=$(cd "$1" && pwd)/bin
folder=${2:-$(mktemp -d)}
mkdir -p "$folder"
cd "$folder"
if [ ! -d scenes ]; then
    PYTHONPATH=$repository/training python3 - "${3:-51000000}" "${4:-150}" <<'PYTHON'
import os, sys
from PIL import Image
from render import render
from scenes import make_scene

os.makedirs("scenes.part", exist_ok=True)
first, count = int(sys.argv[1]), int(sys.argv[2])
for seed in range(first, first + count):
    picture = render(make_scene(seed, aspect=1.5, count=3 + seed % 6), 480, 320)[0]
    Image.fromarray(picture).save(f"scenes.part/{seed}.png")
os.rename("scenes.part", "scenes")
PYTHON
fi
if [ ! -f done ]; then
    echo '{"classes": [{"label": "circle"}, {"label": "square"}, {"label": "triangle"}, {"label": "star"},
                       {"label": "cross"}]}' > plan.json
    "$bin/maskwright-cli" add scenes.maskwright scenes/*.png
    "$bin/maskwright-cli" autolabel plan.json scenes.maskwright --model "$repository/resources/models/pocket.safetensors"
    touch done
fi
for seed in 101 102 103 104 105 106; do
    "$bin/review_bench" scenes.maskwright $seed
done
