#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs model_bench and the PyTorch peer in turn, round by round, and prints medians and ratios.

  side_by_side.py --bench BUILD/bin/model_bench --python PYTHON --model F32 [--also Q8 ...] [--rounds 5]

PYTHON is one with torch and transformers. Each round measures the multiply-add ceiling, our calls with each model,
and the peer's calls, one after the other, so that a slow minute of the machine touches all of them.
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


def run_bench(bench, model):
    """Seconds by line of one round, and the ceiling, size and memory that the program tells."""
    out = subprocess.run([bench, model, "--rounds", "1"], capture_output=True, text=True, check=True).stdout
    seconds = {m.group(3).strip(): float(m.group(2)) for m in map(LINE.match, out.splitlines()) if m}
    return {
        "seconds": seconds,
        "flop": {m.group(3).strip(): float(m.group(1)) for m in map(LINE.match, out.splitlines()) if m},
        "peak": float(re.search(r"ceiling ([\d.]+)", out).group(1)),
        "open": float(re.search(r"opened in ([\d.]+)", out).group(1)),
        "memory": float(re.search(r"peak memory (\d+)", out).group(1)),
    }


def ours(rounds, key):
    return [r["seconds"][key] for r in rounds]


def table(name, rounds, peer):
    median = statistics.median
    peak = median(r["peak"] for r in rounds)
    print(f"\n{name}: ceiling {peak:.1f} GFLOP/s, opened in {median(r['open'] for r in rounds):.2f} s, "
          f"peak memory {max(r['memory'] for r in rounds):.0f} MiB")
    encoder = median(ours(rounds, "encode: image encoder"))
    flop = rounds[0]["flop"]["encode: image encoder"]
    print(f"image encoder {encoder:.2f} s, {flop / encoder:.1f} GFLOP/s, {100 * flop / encoder / peak:.1f} % of the "
          "ceiling")
    lines = {
        "encode": ours(rounds, "encode"),
        # The peer's encode makes all levels of one neck; ours leaves the fine ones to the first mask.
        "encode with all levels": [a + b for a, b in zip(ours(rounds, "encode"),
                                                         ours(rounds, "first concept: necks"))],
        "phrase": ours(rounds, "concept, new phrase: text encoder"),
        "concept, new phrase": ours(rounds, "concept, new phrase"),
        "click": ours(rounds, "click"),
    }
    same = {"encode with all levels": "encode", "concept, new phrase": "concept"}
    print("| call | ours, s | peer, s | ratio |\n|---|---:|---:|---:|")
    for call, seconds in lines.items():
        other = median(peer[same.get(call, call)])
        print(f"| {call} | {median(seconds):.3f} | {other:.3f} | {other / median(seconds):.2f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", required=True)
    parser.add_argument("--python", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--also", nargs="*", default=[])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--attention", default="sdpa")
    options = parser.parse_args()
    peer = Peer(options.python, options.attention)
    models = [options.model, *options.also]
    rounds = {model: [] for model in models}
    times = {call: [] for call in CALLS}
    for call in ("phrase", "click"):
        peer.measure(call)  # their first calls set things up
    for number in range(options.rounds):
        for model in models:
            rounds[model].append(run_bench(options.bench, model))
        for call in CALLS:
            times[call].append(peer.measure(call))
        print("round", number + 1, {c: t[-1] for c, t in times.items()},
              {pathlib.Path(m).name: r[-1]["seconds"]["encode: image encoder"] for m, r in rounds.items()}, flush=True)
    for model in models:
        table(pathlib.Path(model).name, rounds[model], times)


if __name__ == "__main__":
    main()
