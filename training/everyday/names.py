# SPDX-License-Identifier: Apache-2.0
"""Names of cut-outs: cleaned words, categories of folders, colours and sizes."""

import re

LONGEST_NAME = 4        # words
COLOURS = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "black", "grey", "white")
COLOUR_SYNONYMS = {"purple": ("violet",), "grey": ("gray",)}
SIZES = ("small", "large")
SIZE_SYNONYMS = {"small": ("little", "tiny"), "large": ("big",)}
EXEMPLAR_WORD = "visual"
ARTICLES = ("a", "the", "every")
GENERIC = ("object", "thing")

# Words among the keywords of a collection that say nothing about what is seen.
EMPTY = set("""clip art clipart clip_art hash icon icons image picture png svg public domain unsorted misc other others
 drawing sketch cartoon color colour colors clipartist contour lineart line outline silhouette theme etiquette flat
 special black and white bw simple the of in on at with a an for to how cc openclipart no not left right up down
 open closed first last double two three four five six seven eight nine ten""".split())

# Words of titles that tell how something is drawn.
STYLE = set("""clip art clipart cartoon drawing sketch simple contour icon icons silhouette outline lineart theme
 etiquette illustration stylized logo""".split())
JOINING = ("and", "of", "the", "with", "in", "a", "an", "for", "or", "by", "to")

# Categories that a folder of a collection stands for.
FOLDERS = {
    "animals": ("animal",), "birds": ("bird",), "bugs": ("insect", "bug"), "insects": ("insect", "bug"),
    "mammals": ("mammal",), "dinosaurs": ("dinosaur",), "fish": ("fish",), "horses": ("horse",),
    "housecats": ("cat",), "bears": ("bear",), "food": ("food",), "fruit": ("fruit",), "vegetables": ("vegetable",),
    "beverages": ("drink", "beverage"), "desserts": ("dessert",), "alcohol": ("alcohol",), "vehicles": ("vehicle",),
    "boating": ("boat",), "tools": ("tool",), "weapons": ("weapon",), "flowers": ("flower",), "trees": ("tree",),
    "plants": ("plant",), "hats": ("hat",), "clothing": ("clothing", "clothes"), "clothes": ("clothing", "clothes"),
    "buildings": ("building",), "homes": ("house", "building"), "houses": ("house", "building"),
    "furniture": ("furniture",), "smilies": ("face", "smiley"), "music": ("musical instrument",), "toys": ("toy",),
    "flags": ("flag",), "books": ("book",), "clocks": ("clock",), "stars": ("star",), "arrows": ("arrow",),
    "roadsigns": ("sign", "road sign"), "cards": ("card",), "chess": ("chess piece",), "people": ("person",),
    "telephone": ("telephone", "phone"), "jigsaw": ("jigsaw piece",), "bulb": ("bulb", "light bulb"),
    "mushrooms": ("mushroom",), "planets": ("planet",), "dishes": ("dishes",), "rodents": ("rodent",),
    "dogs": ("dog",), "cats": ("cat",), "coins": ("coin", "money"), "money": ("money",), "nuts": ("nut",),
}


def clean(text):
    """Lower-case words of letters; empty if nothing usable is left."""
    text = text.lower().replace("’", "").replace("'", "")
    words = re.findall(r"[a-z]+", text) if text.isascii() else []
    words = [word for word in words if len(word) > 1]
    return " ".join(words) if 0 < len(words) <= LONGEST_NAME else ""


def plain(term):
    """A term without words of style and without a joining word at either end."""
    words = [word for word in term.split() if word not in STYLE]
    while words and words[-1] in JOINING:
        words.pop()
    while words and words[0] in JOINING:
        words.pop(0)
    return " ".join(words)


def keyword_terms(keywords):
    """Usable terms among a collection's keywords, in order."""
    found = (clean(word) for word in keywords)
    return [term for term in dict.fromkeys(found) if term and term not in EMPTY and term not in COLOURS]


def folder_terms(folders):
    return [term for folder in folders for term in FOLDERS.get(folder, ())]


def first_line_name(text):
    """What a sentence such as "A red apple." names; empty if it is another kind of sentence."""
    line = text.strip().split("\n")[0].strip()
    found = re.fullmatch(r"(?:a|an|the|some|two|three)\s+([^.,!?;:()]+?)\s*[.!]?", line, re.IGNORECASE)
    return clean(found.group(1)) if found else ""


def plural(noun):
    if noun.endswith("s") and not noun.endswith("ss"):
        return noun
    if noun.endswith(("ss", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
