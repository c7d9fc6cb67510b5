#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs model_bench and the PyTorch peer in turn, round by round, and prints medians and ratios.

  side_by_side.py --bench BUILD/bin/model_bench --python PYTHON --model F32 [--also Q8 ...] [--rounds 5] [--hot]

PYTHON is one with torch and transformers. Each round measures the multiply-add ceiling, our calls with each model,
and the peer's calls, one after the other, so that a slow minute of the machine touches all of them. With --hot the image is encoded once, before the rounds, and the
calls on it are measured alone, in seconds instead of minutes a round.
"""
import argparse
import pathlib
import re
import statistics
import subprocess

CALLS = ("encode", "phrase", "concept", "click")
LINE = re.compile(r"^\s*([\d.]+)\s+([\d.]+)\s+[\d.]+\s+[\d.]+%\s+(.*)$")


class Peer:
    def __init__(self, python, attention):
        script = pathlib.Path(__file__).parent / "peers" / "torch_sam3.py"
        self.process = subprocess.Popen([python, script, "--attention", attention], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        print("peer:", self.process.stdout.readline().strip(), attention, flush=True)

    def measure(self, call):
        self.process.stdin.write(call + "\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())


class Ours:
    def __init__(self, bench, model, options):
        rounds = ["--rounds", str(options.rounds), "--paced"] + (["--hot"] if options.hot else [])
        self.process = subprocess.Popen([bench, model, *rounds], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.opened = self.process.stdout.readline().strip()

    def measure(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        while not self.process.stdout.readline().startswith("round"):
            pass

    def finish(self):
        """Medians by line, and the ceiling and memory that the program tells."""
        out = self.process.communicate()[0]
        found = [m for m in map(LINE.match, out.splitlines()) if m]
        self.seconds = {m.group(3).strip(): float(m.group(2)) for m in found}
        self.flop = {m.group(3).strip(): float(m.group(1)) for m in found}
        self.peak = float(re.search(r"ceiling ([\d.]+)", out).group(1))
        self.memory = re.search(r"peak memory (\d+)", out).group(1)
        print(out)


def table(ours, peer):
    print(f"{ours.opened}, peak memory {ours.memory} MiB")
    lines = {
        "phrase": (ours.seconds["concept, new phrase: text encoder"], "phrase"),
        "concept, new phrase": (ours.seconds["concept, new phrase"], "concept"),
        "click": (ours.seconds["click"], "click"),
    }
    if peer["encode"]:
        encoder = ours.seconds["encode: image encoder"]
        flop = ours.flop["encode: image encoder"]
        print(f"image encoder {encoder:.2f} s, {flop / encoder:.1f} GFLOP/s, "
              f"{100 * flop / encoder / ours.peak:.1f} % of the ceiling")
        lines["encode"] = (ours.seconds["encode"], "encode")
        # The peer's encode makes all levels of a neck; ours leaves the fine ones to the first mask.
        lines["encode with all levels"] = (ours.seconds["encode"] + ours.seconds["first concept: necks"], "encode")
    print("| call | ours, s | peer, s | ratio |\n|---|---:|---:|---:|")
    for call, (seconds, same) in lines.items():
        other = statistics.median(peer[same])
        print(f"| {call} | {seconds:.3f} | {other:.3f} | {other / seconds:.2f} |")
    print()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", required=True)
    parser.add_argument("--python", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--also", nargs="*", default=[])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--hot", action="store_true")
    parser.add_argument("--attention", default="sdpa")
    options = parser.parse_args()
    peer = Peer(options.python, options.attention)
    models = [Ours(options.bench, model, options) for model in (options.model, *options.also)]
    times = {call: [] for call in CALLS}
    for call in CALLS if options.hot else ("phrase", "click"):
        peer.measure(call)  # their first calls set things up
    if options.hot:
        for model in models:
            model.measure()
    for number in range(options.rounds - (1 if options.hot else 0)):
        for model in models:
            model.measure()
        for call in CALLS[1:] if options.hot else CALLS:
            times[call].append(peer.measure(call))
        print("round", number + 1, {call: seconds[-1] for call, seconds in times.items() if seconds}, flush=True)
    for model in models:
        model.finish()
        table(model, times)


if __name__ == "__main__":
    main()
