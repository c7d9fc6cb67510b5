#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares Hugging Face's Sam3Model with maskwright-cli, through a checkpoint that its library wrote.

  hugging_face_check.py --cli BUILD/bin/maskwright-cli --folder EMPTY_FOLDER [--full]

Random weights are saved by save_pretrained with a vocabulary beside them; three prompts are asked of both. Fails if a
score differs by more than 1e-3, a box by more than 0.05 pixels, or a mask by more than 8 pixels of 30,000. Without --full the
model is small. Needs torch and transformers.
"""
import argparse
import importlib.machinery
import json
import math
import pathlib
import subprocess
import sys
import types

import numpy as np
import torch

WIDTH, HEIGHT = 200, 150
PROMPTS = [("cat", []), ("dog", [(40, 45, 120, 120, True)]), ("", [(20, 15, 100, 75, True), (80, 75, 180, 135, False)])]


def axis(centres, size):
    """Neighbours and weights of sample positions along one axis, by the rule of RoIAlign."""
    inside = ((centres >= -1) & (centres <= size)).float()
    centres = centres.clamp(min=0)
    low = centres.floor().long().clamp(max=size - 1)
    high = (low + 1).clamp(max=size - 1)
    share = torch.where(low >= size - 1, torch.zeros_like(centres), centres - low)
    return low, high, share, inside


def roi_align(features, boxes, output_size, spatial_scale=1.0, **_):
    """Mean of ceil(side/out)² bilinear samples a cell, boxes not shifted by half a pixel."""
    side = output_size if isinstance(output_size, int) else output_size[0]
    if isinstance(boxes, (list, tuple)):
        rois = [(i, box) for i, group in enumerate(boxes) for box in group]
    else:
        rois = [(int(row[0]), row[1:]) for row in boxes]
    crops = []
    for image, box in rois:
        map_ = features[image].float()
        samples = []
        for start, end, size in ((box[1], box[3], map_.shape[1]), (box[0], box[2], map_.shape[2])):
            start = float(start) * spatial_scale
            length = max(float(end) * spatial_scale - start, 1.0)
            count = math.ceil(length / side)
            cells = torch.arange(side * count, dtype=torch.float32)
            samples.append((*axis(start + (cells + 0.5) * length / side / count, size), count))
        (y0, y1, ty, vy, ny), (x0, x1, tx, vx, nx) = samples
        rows = map_[:, y0] * (1 - ty)[None, :, None] + map_[:, y1] * ty[None, :, None]
        values = rows[:, :, x0] * (1 - tx) + rows[:, :, x1] * tx
        values = values * vy[None, :, None] * vx[None, None, :]
        crops.append(values.reshape(len(map_), side, ny, side, nx).mean(dim=(2, 4)))
    return torch.stack(crops).to(features.dtype)


def stand_in_for_torchvision():
    """The model takes one function from torchvision, which has no build for every machine."""
    for name in ("torchvision", "torchvision.ops"):
        module = types.ModuleType(name)
        module.__spec__ = importlib.machinery.ModuleSpec(name, None)
        module.__version__ = "0.0"
        sys.modules[name] = module
    sys.modules["torchvision.ops"].roi_align = roi_align
    sys.modules["torchvision"].ops = sys.modules["torchvision.ops"]
    import transformers.models.sam3.modeling_sam3 as modeling
    modeling.torchvision = sys.modules["torchvision"]


def small_config(config):
    trunk = config.vision_config.backbone_config
    trunk.hidden_size, trunk.intermediate_size, trunk.num_hidden_layers, trunk.num_attention_heads = 64, 296, 4, 4
    trunk.image_size, trunk.window_size, trunk.global_attn_indexes, trunk.pretrain_image_size = 168, 4, [1, 3], 42
    config.vision_config.fpn_hidden_size = 64
    config.vision_config.backbone_feature_sizes = [[48, 48], [24, 24], [12, 12]]
    text = config.text_config
    text.hidden_size, text.intermediate_size, text.num_hidden_layers, text.num_attention_heads = 64, 256, 3, 4
    text.projection_dim, text.max_position_embeddings, text.vocab_size = 32, 16, 520
    text.bos_token_id, text.eos_token_id, text.pad_token_id = 518, 519, 0
    for part in (config.geometry_encoder_config, config.detr_encoder_config, config.detr_decoder_config):
        part.hidden_size, part.num_attention_heads, part.intermediate_size, part.num_layers = 64, 4, 128, 2
    config.detr_decoder_config.num_queries = 12
    config.mask_decoder_config.hidden_size, config.mask_decoder_config.num_attention_heads = 64, 4
    return config


def randomise(model):
    """Uniform weights, scaled so that no stage dies or explodes."""
    generator = torch.Generator().manual_seed(1)
    plain = {"query_embed.weight": 3, "reference_points.weight": 2, "token_embedding": 1, "presence_token.weight": 1,
             "label_embed": 1, "cls_embed": 1, "position_embedding": 0.5}
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            value = torch.rand(parameter.shape, generator=generator) * 2 - 1
            factor = next((f for part, f in plain.items() if part in name), None)
            if name.endswith("bias"):
                value = 0.1 * value + (1.5 if "presence_head.layer3" in name else 0)
            elif factor is not None:
                value = factor * value
            elif parameter.dim() == 1:
                value = 1 + 0.2 * value
            else:
                inputs = parameter.shape[0] if "scale_layers" in name else parameter[0].numel()
                gain = 3 if "query_proj" in name else 1.5 if name.split(".")[-2] in ("q_proj", "k_proj", "v_proj") else 0.5
                value = gain * math.sqrt(3 / inputs) * value
            parameter.copy_(value)


def write_vocabulary(folder, size):
    """A tokenizer.json of the byte alphabet and as many merges as the model has room for; returns its encoder."""
    order = [*range(33, 127), *range(161, 173), *range(174, 256)]
    symbols = {byte: chr(byte) for byte in order}
    for byte in range(256):
        if byte not in symbols:
            symbols[byte] = chr(256 + len(symbols) - 188)
            order.append(byte)
    base = [symbols[byte] for byte in order]
    vocabulary = {s: i for i, s in enumerate(base)} | {s + "</w>": 256 + i for i, s in enumerate(base)}
    merges = []
    wanted = [("c", "a"), ("ca", "t</w>"), ("d", "o"), ("do", "g</w>")]
    fillers = ((a, b + end) for end in ("</w>", "") for a in base[:100] for b in base)
    for pair in [*wanted, *fillers]:
        if len(merges) == size - 514:
            break
        if "".join(pair) not in vocabulary:
            vocabulary["".join(pair)] = 512 + len(merges)
            merges.append(pair)
    vocabulary |= {"<|startoftext|>": size - 2, "<|endoftext|>": size - 1}
    model = {"type": "BPE", "vocab": vocabulary, "merges": [list(pair) for pair in merges]}
    (folder / "tokenizer.json").write_text(json.dumps({"version": "1.0", "model": model}))
    ranks = {pair: i for i, pair in enumerate(merges)}

    def encode(word):
        parts = [symbols[byte] for byte in word.encode()]
        parts[-1] += "</w>"
        while True:
            best = min(range(len(parts) - 1), key=lambda i: ranks.get((parts[i], parts[i + 1]), size), default=None)
            if best is None or (parts[best], parts[best + 1]) not in ranks:
                return [size - 2, *(vocabulary[part] for part in parts), size - 1]
            parts[best:best + 2] = [parts[best] + parts[best + 1]]

    return encode


def ask_theirs(model, pixels, encode, phrase, boxes):
    ids = encode(phrase or "visual")
    prompt = {"input_ids": torch.tensor([ids]), "attention_mask": torch.ones(1, len(ids), dtype=torch.long)}
    if boxes:
        centres = [[(b[0] + b[2]) / 2 / WIDTH, (b[1] + b[3]) / 2 / HEIGHT, (b[2] - b[0]) / WIDTH, (b[3] - b[1]) / HEIGHT]
                   for b in boxes]
        prompt |= {"input_boxes": torch.tensor([centres]), "input_boxes_labels": torch.tensor([[int(b[4]) for b in boxes]])}
    else:
        # The official model always adds the geometry encoder's class token; this one does so only for boxes, so it
        # gets one that its label hides.
        prompt |= {"input_boxes": torch.zeros(1, 1, 4), "input_boxes_labels": torch.full((1, 1), -10)}
    with torch.no_grad():
        found = model(pixel_values=pixels, **prompt)
    scores = (found.pred_logits.sigmoid() * found.presence_logits.sigmoid())[0]
    limits = torch.tensor([WIDTH, HEIGHT, WIDTH, HEIGHT])
    corners = (found.pred_boxes[0] * limits).clamp(torch.zeros(4), limits.float())
    masks = torch.nn.functional.interpolate(found.pred_masks.float(), (HEIGHT, WIDTH), mode="bilinear")[0] > 0
    return scores, corners, masks.numpy()


def decode_counts(text):
    """COCO's compressed run lengths."""
    values, at = [], 0
    while at < len(text):
        value, shift, more = 0, 0, True
        while more:
            code = ord(text[at]) - 48
            value |= (code & 31) << shift
            shift += 5
            more = bool(code & 32)
            at += 1
        if code & 16:
            value |= -1 << shift
        values.append(value + (values[-2] if len(values) > 2 else 0))
    return values


def to_mask(counts):
    runs = decode_counts(counts) if isinstance(counts, str) else counts
    return np.repeat(np.arange(len(runs)) % 2 == 1, runs).reshape(WIDTH, HEIGHT).T


def ask_ours(cli, folder, phrase, boxes):
    command = [cli, "segment", "--image", folder / "picture.ppm", "--model", folder / "model.safetensors",
               "--threshold", "0", "--json", "-"] + (["--text", phrase] if phrase else [])
    for box in boxes:
        command += ["--box", ",".join(map(str, box[:4])) + ("" if box[4] else ",neg")]
    out = subprocess.run(command, capture_output=True, text=True)
    if out.returncode:
        sys.exit(out.stderr)
    return json.loads(out.stdout)["instances"]


def compare(theirs, ours):
    """Largest differences; instances are paired by box and score, as ours are sorted."""
    scores, corners, masks = theirs
    mine = torch.tensor([i["score"] for i in ours])
    cost = torch.cdist(corners, torch.tensor([i["box"] for i in ours])) + 1e3 * (scores[:, None] - mine[None]).abs()
    order = range(len(scores)) if len(ours) == len(scores) else scores.argsort(descending=True)[:len(ours)].tolist()
    worst, free = {"score": 0.0, "box": 0.0, "mask": 1.0, "pixels": 0}, set(range(len(ours)))
    for i in order:
        j = min(free, key=lambda k: cost[i, k].item())
        free.remove(j)
        mask = to_mask(ours[j]["segmentation"]["counts"])
        either = (mask | masks[i]).sum()
        worst["pixels"] = max(worst["pixels"], int((mask ^ masks[i]).sum()))
        worst["score"] = max(worst["score"], abs(scores[i].item() - ours[j]["score"]))
        worst["box"] = max(worst["box"], (torch.tensor(ours[j]["box"]) - corners[i]).abs().max().item())
        worst["mask"] = min(worst["mask"], 1.0 if either == 0 else float((mask & masks[i]).sum() / either))
    return len(ours), worst


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--folder", type=pathlib.Path, required=True)
    parser.add_argument("--full", action="store_true")
    options = parser.parse_args()
    stand_in_for_torchvision()
    from transformers import Sam3Config, Sam3Model
    config = Sam3Config() if options.full else small_config(Sam3Config())
    model = Sam3Model(config).eval()
    randomise(model)
    model.save_pretrained(options.folder)
    encode = write_vocabulary(options.folder, config.text_config.vocab_size)

    noise = torch.rand(1, 3, 10, 10, generator=torch.Generator().manual_seed(2))
    picture = (torch.nn.functional.interpolate(noise, (HEIGHT, WIDTH), mode="bicubic").clamp(0, 1) * 255).byte()
    header = f"P6 {WIDTH} {HEIGHT} 255\n".encode()
    (options.folder / "picture.ppm").write_bytes(header + picture[0].permute(1, 2, 0).numpy().tobytes())
    side = config.vision_config.backbone_config.image_size
    pixels = torch.nn.functional.interpolate(picture.float(), (side, side), mode="bilinear", antialias=True)
    pixels = pixels.round().clamp(0, 255) / 127.5 - 1

    passed = True
    for phrase, boxes in PROMPTS:
        count, worst = compare(ask_theirs(model, pixels, encode, phrase, boxes),
                               ask_ours(options.cli, options.folder, phrase, boxes))
        print(f"'{phrase}' and {len(boxes)} boxes: {count} instances, score {worst['score']:.1e}, box {worst['box']:.4f} px, "
              f"mask IoU {worst['mask']:.5f}, {worst['pixels']} pixels")
        passed = passed and count > 0 and worst["score"] < 1e-3 and worst["box"] < 0.05 and worst["pixels"] <= 8
    sys.exit(0 if passed else "They differ.")


if __name__ == "__main__":
    main()
