# SPDX-License-Identifier: Apache-2.0
"""Where cut-outs come from: Debian packages, each with its own way of naming things."""

import re
import subprocess
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw, ImageFont

import everyday.names as names

FONT_SIZE = 109  # the one size of the bitmaps in the colour font
SIDE = 128
MOST_PIXELS = 30_000_000
STARS = 0.05     # share of the far too many stars of Open Clip Art that is kept
SKIPPED = ("special", "patterns", "gradients", "callouts", "buttons", "semaphore", "map_symbols", "ornamental",
           "bordered", "cardbacks", "flowchart")


@dataclass
class Raw:
    """One design before it is packed."""
    source: str
    design: str                 # unique within the source
    name: str                   # empty if the collection names it badly
    terms: list = field(default_factory=list)
    load: object = None         # gives an RGBA picture


def annotations(root):
    """Unicode's English name and keywords of every character sequence: {sequence: (name, keywords)}."""
    found = {}
    for part in ("annotations", "annotationsDerived"):
        tree = ElementTree.parse(root / f"usr/share/unicode/cldr/common/{part}/en.xml")
        for item in tree.getroot().iter("annotation"):
            entry = found.setdefault(item.get("cp"), ["", []])
            if item.get("type") == "tts":
                entry[0] = item.text
            else:
                entry[1] = item.text.split(" | ")
    return {sequence: tuple(entry) for sequence, entry in found.items()}


def emoji_terms(name, keywords):
    cleaned = names.clean(name.replace("flag: ", "flag of "))
    return cleaned, names.keyword_terms(keywords)


def is_picture(sequence, name):
    return ord(sequence[0]) >= 0x203C and "skin tone" not in name and "keycap" not in name


def noto(root):
    """Glyphs of the colour font; a missing glyph is drawn like one of an unassigned character."""
    path = root / "usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"
    font = ImageFont.truetype(str(path), FONT_SIZE, layout_engine=ImageFont.Layout.RAQM)
    missing = draw_glyph(font, "\U000E0FFF").tobytes()
    for sequence, (name, keywords) in sorted(annotations(root).items()):
        if not name or not is_picture(sequence, name) or font.getlength(sequence) > 1.4 * font.getlength("\U0001F600"):
            continue
        picture = draw_glyph(font, sequence)
        if picture.tobytes() == missing or picture.getbbox() is None:
            continue
        cleaned, terms = emoji_terms(name, keywords)
        if cleaned:
            yield Raw("noto", "-".join(f"{ord(c):x}" for c in sequence), cleaned, terms, lambda p=picture: p)


def draw_glyph(font, sequence):
    picture = Image.new("RGBA", (170, 150), (0, 0, 0, 0))
    ImageDraw.Draw(picture).text((10, 10), sequence, font=font, embedded_color=True)
    return picture


def emojione(root):
    """The second emoji design, a file per character sequence."""
    known = {"-".join(f"{ord(c):04X}" for c in sequence if c != "\ufe0f"): value
             for sequence, value in annotations(root).items()}
    folder = next(root.glob("usr/share/rubygems-integration/all/gems/gemojione-*/assets/png"))
    for path in sorted(folder.glob("*.png")):
        name, keywords = known.get(path.stem, ("", ()))
        cleaned, terms = emoji_terms(name, keywords)
        if cleaned and "skin tone" not in name and "keycap" not in name:
            yield Raw("emojione", path.stem, cleaned, terms, lambda p=path: read(p))


def clip_art(root):
    """Open Clip Art: pictures from one package, titles and keywords from the drawings of another."""
    pictures, drawings = (root / f"usr/share/openclipart/{kind}" for kind in ("png", "svg"))
    for path in sorted(pictures.rglob("*.png")):
        inside = path.relative_to(pictures)
        folders = inside.parts[:-1]
        if any(folder in SKIPPED for folder in folders) or "icons" in folders:
            continue
        if "stars" in folders and sum(path.stem.encode()) % round(1 / STARS):
            continue
        title, keywords = drawing_words(drawings / inside.with_suffix(".svg"))
        terms = names.keyword_terms([title, *keywords]) + names.folder_terms(folders)
        yield Raw("openclipart", "/".join(inside.parts)[:-4], names.clean(title), terms,
                  lambda p=path: read(p))


def read(path):
    picture = Image.open(path)
    if picture.width * picture.height > MOST_PIXELS:
        raise ValueError(f"{path} is too large")
    return picture.convert("RGBA")


def drawing_words(path):
    """Title and keywords inside an SVG file; empty if it has none."""
    if not path.exists():
        return "", []
    text = path.read_text(errors="replace")[:20000]
    title = re.search(r"<dc:title[^>]*>([^<]*)</dc:title>", text)
    return (title.group(1) if title else ""), re.findall(r"<rdf:li[^>]*>([^<]*)</rdf:li>", text)


def stamps(root):
    """Tux Paint's stamps, many of them photographs; a sentence beside each says what it is."""
    folder = root / "usr/share/tuxpaint/stamps"
    for path in sorted([*folder.rglob("*.png"), *folder.rglob("*.svg")]):
        if "alphabets" in path.parts or "math" in path.parts:
            continue
        text = path.with_suffix(".txt")
        name = names.first_line_name(text.read_text(errors="replace")) if text.exists() else ""
        terms = names.folder_terms(path.relative_to(folder).parts[:-1])
        load = draw_svg if path.suffix == ".svg" else read
        yield Raw("stamps", str(path.relative_to(folder))[:-4], name, terms, lambda p=path, load=load: load(p))


def draw_svg(path):
    data = subprocess.run(["rsvg-convert", "-h", str(2 * SIDE), str(path)], capture_output=True, check=True).stdout
    return Image.open(BytesIO(data)).convert("RGBA")


def trimmed(picture, side=SIDE):
    """The picture cut to what is visible, its longer side scaled down to `side`; None if it makes no cut-out."""
    box = picture.getchannel("A").point(lambda a: 255 if a > 127 else 0).getbbox()
    if box is None:
        return None
    picture = picture.crop(box)
    factor = side / max(picture.size)
    if factor < 1:
        size = [max(1, round(extent * factor)) for extent in picture.size]
        picture = picture.convert("RGBa").resize(size, Image.LANCZOS).convert("RGBA")
    return picture if is_solid(np.asarray(picture)[..., 3] > 127) else None


def is_solid(shape):
    """Line drawings that one sees through, specks and pictures with a full rectangle of paper are left out."""
    from scipy.ndimage import binary_fill_holes
    if min(shape.shape) < 12 or max(shape.shape) < 40 or shape.mean() > 0.985:
        return False
    return shape.sum() >= 0.7 * binary_fill_holes(shape).sum() and shape.mean() > 0.12
