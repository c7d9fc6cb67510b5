# SPDX-License-Identifier: Apache-2.0
"""Collects cut-outs and photographs from installed Debian packages into one folder for training.

    python3 -m everyday.make_pack PACK [--root /]

DATA.md lists the packages and their licences. The folder stays below 64 MiB, so that it can travel to a machine
with a GPU.
"""

import argparse
import hashlib
import json
from collections import defaultdict
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

import everyday.names as names
import everyday.photos as photos
import everyday.sources as sources
import everyday.splits as splits
import vocabulary

COLLECTIONS = (sources.noto, sources.emojione, sources.clip_art, sources.stamps)
ONLY_MEASURED = {"stamps": splits.PHOTO}   # licences that keep a collection out of training
MERGES = 5000                         # of the vocabulary; rarer words are spelled in pieces
CATEGORIES = {term for group in names.FOLDERS.values() for term in group}


def encoded(picture, **options):
    stream = BytesIO()
    picture.save(stream, **options)
    return stream.getvalue()


def fingerprint(picture):
    small = picture.convert("RGBa").resize((12, 12), Image.BOX)
    return hashlib.sha1((np.asarray(small) // 24).tobytes()).hexdigest()


def chosen_name(raw, known_words, known_terms):
    """The collection's own name if it is plain English, else its first keyword that Unicode has, too."""
    name = names.plain(raw.name)
    if name and name not in names.EMPTY and all(word in known_words for word in name.split()):
        return name
    return next((term for term in raw.terms if term in known_terms and term not in CATEGORIES), "")


def english(root):
    """Known words (of Unicode's names and of the word list), and the terms of Unicode's names and keywords."""
    terms = {term for name, keywords in sources.annotations(root).values()
             for term in (names.clean(name), *names.keyword_terms(keywords)) if term}
    listed = (root / "usr/share/dict/american-english").read_text().split()
    words = {word for word in listed if word.isascii() and word.isalpha() and word.islower()}
    return words | {word for term in terms | CATEGORIES for word in term.split()}, terms


def collected(root):
    """Every usable design once: (raw, name, trimmed picture)."""
    known, common = english(root)
    seen = set()
    for collection in COLLECTIONS:
        for raw in collection(root):
            try:
                picture = sources.trimmed(raw.load())
            except (OSError, ValueError, Image.DecompressionBombError):
                continue
            if picture is None or fingerprint(picture) in seen:
                continue
            seen.add(fingerprint(picture))
            terms = dict.fromkeys(names.plain(term) for term in raw.terms)
            raw.terms = [term for term in terms if term and all(word in known for word in term.split())]
            yield raw, chosen_name(raw, known, common), picture


def write_cutouts(items, folder):
    """items of (raw, name, picture); returns the entries of the index."""
    entries, offset = [], 0
    with open(folder / "cutouts.bin", "wb") as file:
        for raw, name, picture in items:
            data = encoded(picture, format="WEBP", quality=88, method=4)
            design = splits.series(raw.design) if raw.source == "openclipart" else raw.design
            split = ONLY_MEASURED.get(raw.source) or splits.design_split(name, f"{raw.source}/{design}")
            entries.append({"source": raw.source, "design": raw.design, "name": name, "terms": raw.terms,
                            "split": split, "size": picture.size, "at": offset, "bytes": len(data)})
            file.write(data)
            offset += len(data)
    share_terms(entries)
    return entries


def share_terms(entries):
    """What one design of a concept is called, all are; only words that say what it is stay."""
    of_name = defaultdict(dict)
    for entry in entries:
        if entry["name"]:
            of_name[entry["name"]].update(dict.fromkeys([entry["name"], *entry["terms"]]))
    for entry in entries:
        own = of_name[entry["name"]] if entry["name"] else entry["terms"]
        entry["terms"] = [term for term in own if term == entry["name"] or term not in names.EMPTY]


def photographs(root):
    """(name, split, picture) of every background."""
    for patterns, only in ((photos.TRAINING, None), (photos.MEASURING, splits.PHOTO)):
        for name, path in photos.listed(root, patterns).items():
            picture = photos.opened(path)
            if picture is not None and min(picture.size) >= 96:
                yield name, only or splits.background_split(name), picture


def write_backgrounds(items, folder):
    entries, offset = [], 0
    with open(folder / "backgrounds.bin", "wb") as file:
        for name, split, picture in items:
            data = encoded(picture, format="JPEG", quality=88)
            entries.append({"name": name, "split": split, "at": offset, "bytes": len(data)})
            file.write(data)
            offset += len(data)
    return entries


def write_pack(folder, cutouts, backgrounds):
    """Writes everything that training reads; see write_cutouts and write_backgrounds for the items."""
    folder.mkdir(parents=True, exist_ok=True)
    index = {"cutouts": write_cutouts(cutouts, folder), "backgrounds": write_backgrounds(backgrounds, folder)}
    merges = vocabulary.learn_merges(frequent_words(index["cutouts"]), MERGES)
    (folder / "vocabulary.txt").write_text(vocabulary.to_text(merges))
    (folder / "index.json").write_text(json.dumps(index))
    return index


def frequent_words(cutouts):
    """Words of training phrases, the most frequent first."""
    counts = defaultdict(int)
    for entry in cutouts:
        for term in entry["terms"] if entry["split"] == splits.TRAIN else ():
            for word in term.split():
                counts[word] += 1
    for word in (*names.COLOURS, *names.SIZES, *names.ARTICLES, *names.GENERIC, names.EXEMPLAR_WORD,
                 *(w for group in (names.COLOUR_SYNONYMS, names.SIZE_SYNONYMS) for ws in group.values() for w in ws)):
        counts[word] += 1000
    return sorted(counts, key=lambda word: (-counts[word], word))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", type=Path)
    parser.add_argument("--root", type=Path, default=Path("/"), help="where the packages are unpacked")
    arguments = parser.parse_args()
    index = write_pack(arguments.pack, collected(arguments.root), photographs(arguments.root))
    print(f"{len(index['cutouts'])} cut-outs, {len(index['backgrounds'])} backgrounds")


if __name__ == "__main__":
    main()
