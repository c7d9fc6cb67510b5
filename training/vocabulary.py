# SPDX-License-Identifier: Apache-2.0
"""Byte-level pair encoding over the world's words: learning, text form, encoding."""

import re
from collections import Counter, defaultdict

HEADER = "# byte-pair merges of the pocket vocabulary"


def byte_alphabet():
    """The symbol of every byte, in id order: printable bytes first, then the rest from U+0100."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    rest = [byte for byte in range(256) if byte not in printable]
    symbols = {byte: chr(byte) for byte in printable}
    symbols.update({byte: chr(256 + index) for index, byte in enumerate(rest)})
    return {byte: symbols[byte] for byte in printable + rest}


def spell(word):
    alphabet = byte_alphabet()
    symbols = [alphabet[byte] for byte in word.encode("utf-8")]
    symbols[-1] += "</w>"
    return symbols


def join_pair(symbols, pair):
    joined, index = [], 0
    while index < len(symbols):
        if tuple(symbols[index:index + 2]) == pair:
            joined.append(symbols[index] + symbols[index + 1])
            index += 2
        else:
            joined.append(symbols[index])
            index += 1
    return joined


def learn_merges(words, limit=None):
    """Merges the most frequent pair until every word is a single symbol or there are `limit` merges."""
    spelled = [spell(word) for word in words]
    counts, holders = Counter(), defaultdict(set)
    for index, symbols in enumerate(spelled):
        for pair in zip(symbols, symbols[1:]):
            counts[pair] += 1
            holders[pair].add(index)
    merges = []
    while counts and (limit is None or len(merges) < limit):
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        merges.append(best)
        for index in holders.pop(best):
            counts.subtract(zip(spelled[index], spelled[index][1:]))
            spelled[index] = join_pair(spelled[index], best)
            for pair in zip(spelled[index], spelled[index][1:]):
                counts[pair] += 1
                holders[pair].add(index)
        counts = +counts
    return merges


def to_text(merges):
    return "\n".join([HEADER, *(" ".join(pair) for pair in merges)]) + "\n"


def from_text(text):
    return [tuple(line.split(" ")) for line in text.split("\n")[1:] if line]


class Tokenizer:
    def __init__(self, merges, context_length=32):
        self.context_length = context_length
        self.ranks = {pair: rank for rank, pair in enumerate(merges)}
        base = list(byte_alphabet().values())
        names = base + [symbol + "</w>" for symbol in base] + ["".join(pair) for pair in merges]
        self.ids = {name: index for index, name in enumerate(names)}
        self.start, self.end = len(names), len(names) + 1
        self.size = len(names) + 2
        self.known = {}

    def word_ids(self, word):
        if word not in self.known:
            symbols = spell(word)
            while True:
                ranked = [pair for pair in zip(symbols, symbols[1:]) if pair in self.ranks]
                if not ranked:
                    break
                symbols = join_pair(symbols, min(ranked, key=self.ranks.get))
            self.known[word] = [self.ids[symbol] for symbol in symbols]
        return self.known[word]

    def encode(self, text):
        """Ids with start and end token, without padding. Covers ASCII text, which is all training uses."""
        pieces = re.findall(r"[a-z]+|[0-9]|[^\sa-z0-9]+", " ".join(text.split()).lower())
        ids = [self.start] + [token for piece in pieces for token in self.word_ids(piece)] + [self.end]
        if len(ids) > self.context_length:
            ids = ids[:self.context_length - 1] + [self.end]
        return ids
