# SPDX-License-Identifier: Apache-2.0
"""Writes the part of a pack that training needs, for a machine to which little can be sent.

    python3 -m everyday.travel PACK LIGHT_PACK

What is held out stays behind, so it can't be trained on there even by mistake.
"""

import json
import sys
from pathlib import Path

import everyday.splits as splits

KEPT = (splits.TRAIN, splits.VALIDATION)


def copied(entries, source, target):
    """Copies the bytes of the kept entries from one file to another; returns the entries for there."""
    data, kept, offset = source.read_bytes(), [], 0
    with open(target, "wb") as file:
        for entry in entries:
            if entry["split"] in KEPT:
                file.write(data[entry["at"]:entry["at"] + entry["bytes"]])
                kept.append({**entry, "at": offset})
                offset += entry["bytes"]
    return kept


def travel(pack, light):
    light.mkdir(parents=True, exist_ok=True)
    index = json.loads((pack / "index.json").read_text())
    index = {kind: copied(entries, pack / f"{kind}.bin", light / f"{kind}.bin") for kind, entries in index.items()}
    (light / "index.json").write_text(json.dumps(index))
    (light / "vocabulary.txt").write_text((pack / "vocabulary.txt").read_text())


if __name__ == "__main__":
    travel(Path(sys.argv[1]), Path(sys.argv[2]))
