# SPDX-License-Identifier: Apache-2.0
"""States the light image trunks and text encoders plainly in PyTorch: unfolded, in evaluation mode.

usage: light_encoders_reference.py VARIANT FOLDER [--pt]

VARIANT: b0 b1 b2 (EfficientViT), m0.9 m1.1 m2.3 (RepViT), 5m 11m 21m (TinyViT), or a text encoder as S0-16 with its context.
Writes to FOLDER seeded random weights under a checkpoint's names (weights.safetensors; with --pt also weights.pt), the
input (input.npy: pixels [1008,1008,3] or ids) and what comes out (output.npy: the trunk's map [72,72,1024] or the memory
[context,256]). Exit status 77: PyTorch is not installed.
"""
import json
import pathlib
import struct
import sys

try:
    import numpy as np
    import torch
    from torch import nn
    from torch.nn import functional as F
except ImportError as error:
    print(f"skipped: {error}; install torch and numpy to compare with the reference")
    sys.exit(77)


def conv(i, o, k=1, stride=1, groups=1, bias=False):
    return nn.Conv2d(i, o, k, stride, k // 2, groups=groups, bias=bias)


class Named(nn.Module):
    """A module whose children are given by name."""

    def __init__(self, **children):
        super().__init__()
        for name, child in children.items():
            setattr(self, name, child)


# EfficientViT


class ConvLayer(nn.Module):
    def __init__(self, i, o, k=1, stride=1, groups=1, bias=False, norm=True, act=False):
        super().__init__()
        self.conv = conv(i, o, k, stride, groups, bias)
        if norm:
            self.norm = nn.BatchNorm2d(o)
        self.act = act

    def forward(self, x):
        x = self.conv(x)
        if hasattr(self, "norm"):
            x = self.norm(x)
        return F.hardswish(x) if self.act else x


class SeparableConv(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.depth_conv = ConvLayer(c, c, 3, groups=c, act=True)
        self.point_conv = ConvLayer(c, c)

    def forward(self, x):
        return self.point_conv(self.depth_conv(x))


class Bottleneck(nn.Module):
    def __init__(self, i, o, stride, fewer_norms):
        super().__init__()
        plain = {"bias": fewer_norms, "norm": not fewer_norms, "act": True}
        self.inverted_conv = ConvLayer(i, 4 * i, **plain)
        self.depth_conv = ConvLayer(4 * i, 4 * i, 3, stride, 4 * i, **plain)
        self.point_conv = ConvLayer(4 * i, o)

    def forward(self, x):
        return self.point_conv(self.depth_conv(self.inverted_conv(x)))


class LiteMLA(nn.Module):
    def __init__(self, c, dim):
        super().__init__()
        self.dim = dim
        self.qkv = ConvLayer(c, 3 * c, norm=False)
        grouped = conv(3 * c, 3 * c, groups=3 * c // dim)
        self.aggreg = nn.ModuleList([nn.Sequential(conv(3 * c, 3 * c, 5, groups=3 * c), grouped)])
        self.proj = ConvLayer(2 * c, c)

    def forward(self, x):
        qkv = self.qkv(x)
        both = torch.cat([qkv, self.aggreg[0](qkv)], 1)
        n, _, h, w = both.shape
        q, k, v = both.reshape(n, -1, 3, self.dim, h * w).unbind(2)
        q, k = F.relu(q), F.relu(k)
        mixed = (v @ k.transpose(-1, -2)) @ q
        weights = k.sum(-1, keepdim=True).transpose(-1, -2) @ q
        return self.proj((mixed / (weights + 1e-15)).reshape(n, -1, h, w))


class Residual(nn.Module):
    def __init__(self, main):
        super().__init__()
        self.main = main

    def forward(self, x):
        return x + self.main(x)


class Plain(nn.Module):
    def __init__(self, main):
        super().__init__()
        self.main = main

    def forward(self, x):
        return self.main(x)


class ContextBlock(nn.Module):
    def __init__(self, c, dim):
        super().__init__()
        self.context_module = Residual(LiteMLA(c, dim))
        self.local_module = Residual(Bottleneck(c, c, 1, True))

    def forward(self, x):
        return self.local_module(self.context_module(x))


class OpList(nn.Module):
    def __init__(self, ops):
        super().__init__()
        self.op_list = nn.ModuleList(ops)

    def forward(self, x):
        for op in self.op_list:
            x = op(x)
        return x


class EfficientViT(nn.Module):
    sizes = {
        "b0": ((8, 16, 32, 64, 128), (1, 2, 2, 2, 2), 16),
        "b1": ((16, 32, 64, 128, 256), (1, 2, 3, 3, 4), 16),
        "b2": ((24, 48, 96, 192, 384), (1, 3, 4, 4, 6), 32),
    }

    def __init__(self, variant):
        super().__init__()
        width, depth, dim = self.sizes[variant]
        stem = [ConvLayer(3, width[0], 3, 2, act=True)]
        stem += [Residual(SeparableConv(width[0])) for _ in range(depth[0])]
        self.input_stem = OpList(stem)
        stages = []
        for s in range(4):
            c = width[s + 1]
            ops = [Plain(Bottleneck(width[s], c, 2, s >= 2))]
            if s < 2:
                ops += [Residual(Bottleneck(c, c, 1, False)) for _ in range(depth[s + 1] - 1)]
            else:
                ops += [ContextBlock(c, dim) for _ in range(depth[s + 1])]
            stages.append(OpList(ops))
        self.stages = nn.ModuleList(stages)
        self.out = width[4]

    def forward(self, x):
        x = self.input_stem(x)
        for stage in self.stages:
            x = stage(x)
        return x


# RepViT and TinyViT


class ConvBN(nn.Module):
    def __init__(self, i, o, k=1, stride=1, groups=1):
        super().__init__()
        self.c = conv(i, o, k, stride, groups)
        self.bn = nn.BatchNorm2d(o)

    def forward(self, x):
        return self.bn(self.c(x))


class RepDW(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.conv = ConvBN(c, c, 3, groups=c)
        self.conv1 = conv(c, c, groups=c, bias=True)
        self.bn = nn.BatchNorm2d(c)

    def forward(self, x):
        return self.bn(self.conv(x) + self.conv1(x) + x)


class SqueezeExcite(nn.Module):
    def __init__(self, c, r):
        super().__init__()
        self.fc1 = conv(c, r, bias=True)
        self.fc2 = conv(r, c, bias=True)

    def forward(self, x):
        s = x.mean((2, 3), keepdim=True)
        return x * torch.sigmoid(self.fc2(F.relu(self.fc1(s))))


class RepViTBlock(nn.Module):
    def __init__(self, i, o, stride, squeeze):
        super().__init__()
        if stride == 2:
            self.token_mixer = nn.Sequential(ConvBN(i, i, 3, 2, i), nn.Identity(), ConvBN(i, o))
        else:
            self.token_mixer = nn.Sequential(RepDW(i), SqueezeExcite(i, squeeze) if squeeze else nn.Identity())
        self.channel_mixer = Named(m=nn.Sequential(ConvBN(o, 2 * o), nn.GELU(), ConvBN(2 * o, o)))

    def forward(self, x):
        t = self.token_mixer(x)
        return t + self.channel_mixer.m(t)


class RepViT(nn.Module):
    # channels, the last block of each stage, blocks with squeeze-excite, its widths
    sizes = {
        "m0.9": ((48, 96, 192, 384), (3, 7, 23, 26), ([1], [5], range(9, 22, 2), [25]), (16, 24, 48, 96)),
        "m1.1": ((64, 128, 256, 512), (3, 7, 21, 24), ([1], [5], range(9, 20, 2), [23]), (16, 32, 64, 128)),
        "m2.3": (
            (80, 160, 320, 640),
            (7, 15, 51, 54),
            ([1, 3, 5], [9, 11, 13], range(17, 50, 2), [53]),
            (24, 40, 80, 160),
        ),
    }

    def __init__(self, variant):
        super().__init__()
        width, last, squeezed, inner = self.sizes[variant]
        features = [nn.Sequential(ConvBN(3, width[0] // 2, 3, 2), nn.GELU(), ConvBN(width[0] // 2, width[0], 3, 2))]
        channels = width[0]
        for s in range(4):
            for i in range(len(features), last[s] + 1):
                stride = 2 if channels != width[s] else 1
                features.append(RepViTBlock(channels, width[s], stride, inner[s] if i in squeezed[s] else 0))
                channels = width[s]
        self.features = nn.ModuleList(features)
        self.out = channels

    def forward(self, x):
        for feature in self.features:
            x = feature(x)
        return x


class MBConv(nn.Module):
    def __init__(self, i, inner, o, stride):
        super().__init__()
        self.conv1 = ConvBN(i, inner)
        self.conv2 = ConvBN(inner, inner, 3, stride, inner)
        self.conv3 = ConvBN(inner, o)
        self.stride = stride

    def forward(self, x):
        y = self.conv3(F.gelu(self.conv2(F.gelu(self.conv1(x)))))
        return F.gelu(x + y) if self.stride == 1 else y


class WindowAttention(nn.Module):
    def __init__(self, d, window):
        super().__init__()
        self.heads, self.window = d // 32, window
        self.norm = nn.LayerNorm(d)
        self.qkv = nn.Linear(d, 3 * d)
        self.proj = nn.Linear(d, d)
        self.attention_biases = nn.Parameter(torch.zeros(self.heads, window * window))

    def bias(self):
        at = torch.arange(self.window)
        far = (at[:, None] - at[None, :]).abs()
        index = far[:, None, :, None] * self.window + far[None, :, None, :]
        return self.attention_biases[:, index.reshape(self.window**2, self.window**2)]

    def forward(self, x):
        n, h, w, d = x.shape
        ws = self.window
        x = F.pad(x, (0, 0, 0, -w % ws, 0, -h % ws))
        high, wide = x.shape[1] // ws, x.shape[2] // ws
        t = x.reshape(n, high, ws, wide, ws, d).transpose(2, 3).reshape(-1, ws * ws, d)
        q, k, v = self.qkv(self.norm(t)).reshape(-1, ws * ws, self.heads, 3, 32).permute(3, 0, 2, 1, 4)
        a = torch.softmax(q @ k.transpose(-1, -2) * 32**-0.5 + self.bias(), -1) @ v
        y = self.proj(a.transpose(1, 2).reshape(-1, ws * ws, d))
        return y.reshape(n, high, wide, ws, ws, d).transpose(2, 3).reshape(n, high * ws, wide * ws, d)[:, :h, :w]


class TinyMlp(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.norm = nn.LayerNorm(d)
        self.fc1 = nn.Linear(d, 4 * d)
        self.fc2 = nn.Linear(4 * d, d)

    def forward(self, x):
        return self.fc2(F.gelu(self.fc1(self.norm(x))))


class TinyBlock(nn.Module):
    def __init__(self, d, window):
        super().__init__()
        self.attn = WindowAttention(d, window)
        self.local_conv = ConvBN(d, d, 3, groups=d)
        self.mlp = TinyMlp(d)

    def forward(self, x):
        x = x.permute(0, 2, 3, 1)
        x = x + self.attn(x)
        x = self.local_conv(x.permute(0, 3, 1, 2)).permute(0, 2, 3, 1)
        return (x + self.mlp(x)).permute(0, 3, 1, 2)


class TinyViT(nn.Module):
    sizes = {"5m": (64, 128, 160, 320), "11m": (64, 128, 256, 448), "21m": (96, 192, 384, 576)}

    def __init__(self, variant):
        super().__init__()
        d = self.sizes[variant]
        self.patch_embed = Named(seq=nn.Sequential(ConvBN(3, d[0] // 2, 3, 2), nn.GELU(), ConvBN(d[0] // 2, d[0], 3, 2)))
        layers = []
        for layer, (count, window) in enumerate(zip((2, 2, 6, 2), (0, 7, 14, 7))):
            c = d[layer]
            blocks = [TinyBlock(c, window) if window else MBConv(c, 4 * c, c, 1) for _ in range(count)]
            merge = {"downsample": MBConv(c, d[layer + 1], d[layer + 1], 2)} if layer < 3 else {}
            layers.append(Named(blocks=nn.ModuleList(blocks), **merge))
        self.layers = nn.ModuleList(layers)
        self.out = d[3]

    def forward(self, x):
        x = self.patch_embed.seq(x)
        for layer in self.layers:
            for block in layer.blocks:
                x = block(x)
            if hasattr(layer, "downsample"):
                x = layer.downsample(x)
        return x


class Trunk(nn.Module):
    def __init__(self, backbone):
        super().__init__()
        self.backbone = Named(model=backbone)
        first = conv(backbone.out, 1024)
        self.head = nn.Sequential(first, nn.BatchNorm2d(1024), nn.GELU(), conv(1024, 1024, 3, bias=True))

    def forward(self, x):
        x = self.head(self.backbone.model(x))
        return F.interpolate(x, (72, 72), mode="bilinear", align_corners=False)


# MobileCLIP


class Attention(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.heads = d // 64
        self.qkv_proj = nn.Linear(d, 3 * d)
        self.out_proj = nn.Linear(d, d)

    def forward(self, x):
        t, d = x.shape
        q, k, v = self.qkv_proj(x).reshape(t, 3, self.heads, 64).permute(1, 2, 0, 3)
        a = torch.softmax(q @ k.transpose(-1, -2) * 64**-0.5, -1) @ v
        return self.out_proj(a.transpose(0, 1).reshape(t, d))


class AttentionBlock(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.pre_norm_mha = nn.Sequential(nn.LayerNorm(d), Attention(d))
        none = nn.Identity()
        self.pre_norm_ffn = nn.Sequential(nn.LayerNorm(d), nn.Linear(d, 4 * d), nn.GELU(), none, nn.Linear(4 * d, d))

    def forward(self, x):
        x = x + self.pre_norm_mha(x)
        return x + self.pre_norm_ffn(x)


def line_conv(d):
    return nn.Conv2d(d, d, (1, 11), padding=(0, 5), groups=d, bias=False)


class TokenMixer(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.layer_scale = nn.Parameter(torch.ones(d, 1, 1))
        self.norm = Named(rbr_skip=nn.BatchNorm2d(d))
        branch = nn.ModuleList([Named(conv=line_conv(d), bn=nn.BatchNorm2d(d))])
        self.mixer = Named(rbr_skip=nn.BatchNorm2d(d), rbr_conv=branch)

    def forward(self, x):
        branch = self.mixer.rbr_conv[0]
        mixed = self.mixer.rbr_skip(x) + branch.bn(branch.conv(x))
        return x + self.layer_scale * (mixed - self.norm.rbr_skip(x))


class RepMixerBlock(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.layer_scale = nn.Parameter(torch.ones(d, 1, 1))
        self.token_mixer = TokenMixer(d)
        first = Named(conv=line_conv(d), bn=nn.BatchNorm2d(d))
        self.convffn = Named(conv=first, fc1=conv(d, 4 * d, bias=True), fc2=conv(4 * d, d, bias=True))

    def forward(self, x):
        y = self.token_mixer(x.t()[None, :, None, :])
        f = self.convffn
        h = f.fc2(F.gelu(f.fc1(f.conv.bn(f.conv.conv(y)))))
        return (y + self.layer_scale * h)[0, :, 0, :].t()


class TextEncoder(nn.Module):
    sizes = {"S0": (512, 6, (0, 5)), "S1": (512, 12, ()), "L": (768, 12, ())}

    def __init__(self, variant, rows):
        super().__init__()
        d, count, mixers = self.sizes[variant]
        blocks = [RepMixerBlock(d) if i in mixers else AttentionBlock(d) for i in range(count)]
        position = nn.Module()
        position.pos_embed = nn.Parameter(torch.zeros(1, 1, rows, d))
        self.encoder = Named(
            embedding_layer=nn.Embedding(49408, d),
            positional_embedding=Named(pos_embed=position),
            transformer=nn.ModuleList(blocks),
            final_layer_norm=nn.LayerNorm(d),
        )
        self.encoder.projection_layer = nn.Parameter(torch.zeros(d, d))
        self.projector = nn.Linear(d, 256)

    def forward(self, ids):
        e = self.encoder
        x = e.embedding_layer(ids) + e.positional_embedding.pos_embed.pos_embed[0, 0, : len(ids)]
        for block in e.transformer:
            x = block(x)
        return self.projector(e.final_layer_norm(x))


def randomise(model):
    """Weights that keep every stage in a sensible range, and batch norms that all differ."""
    generator = torch.Generator().manual_seed(20240611)

    def uniform(tensor, low, high):
        tensor.copy_(torch.rand(tensor.shape, generator=generator) * (high - low) + low)

    with torch.no_grad():
        for name, tensor in model.state_dict().items():
            leaf = name.rsplit(".", 1)[-1]
            if leaf == "num_batches_tracked":
                tensor.fill_(7)
            elif leaf == "running_var":
                uniform(tensor, 0.5, 1.5)
            elif leaf in ("running_mean", "bias"):
                uniform(tensor, -0.2, 0.2)
            elif leaf == "layer_scale":
                uniform(tensor, 0.1, 0.6)
            elif name.endswith("token_mixer.0.bn.weight"):  # behind a sum of three branches
                uniform(tensor, 0.4, 0.7)
            elif leaf in ("attention_biases", "pos_embed"):
                uniform(tensor, -1, 1)
            elif tensor.ndim == 1:
                uniform(tensor, 0.7, 1.3)
            else:
                limit = 1.0 if "embedding_layer" in name else (3.0 / tensor[0].numel()) ** 0.5
                uniform(tensor, -limit, limit)


def write_safetensors(path, tensors):
    names = {torch.float32: "F32", torch.int64: "I64"}
    header, offset, data = {}, 0, []
    for name, tensor in sorted(tensors.items(), key=lambda entry: entry[1].dtype != torch.float32):
        raw = tensor.contiguous().numpy().tobytes()
        header[name] = {"dtype": names[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [offset, offset + len(raw)]}
        offset += len(raw)
        data.append(raw)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        file.writelines(data)


def text_case(variant):
    size, context = variant.split("-")
    context = int(context)
    ids = torch.zeros(context, dtype=torch.int64)
    phrase = [49406, 736, 268, 537, 268, 1579, 17143, 49407]
    ids[: len(phrase)] = torch.tensor(phrase)
    # As in the published files some tables are cut to the context, others keep 77 rows.
    return TextEncoder(size, 77 if size == "S1" else context), "language_backbone.", ids, ids.numpy()


def trunk_case(variant):
    kind = next(kind for kind in (EfficientViT, RepViT, TinyViT) if variant in kind.sizes)
    pixels = torch.rand(1008, 1008, 3, generator=torch.Generator().manual_seed(5)) * 2 - 1
    return Trunk(kind(variant)), "vision_backbone.trunk.model.", pixels.permute(2, 0, 1)[None], pixels.numpy()


def main(variant, folder, also_pt):
    model, prefix, given, stored = (text_case if "-" in variant else trunk_case)(variant)
    randomise(model)
    model.eval()
    with torch.no_grad():
        out = model(given)
    out = out if out.ndim == 2 else out[0].permute(1, 2, 0).contiguous()
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    tensors = {f"detector.backbone.{prefix}{name}": tensor for name, tensor in model.state_dict().items()}
    write_safetensors(folder / "weights.safetensors", tensors)
    if also_pt:
        torch.save({"model": {name.removeprefix("detector."): tensor for name, tensor in tensors.items()}}, folder / "weights.pt")
    np.save(folder / "input.npy", stored)
    np.save(folder / "output.npy", out.numpy())
    parameters = sum(p.numel() for p in model.parameters())
    print(f"{variant}: {len(tensors)} tensors, {parameters} parameters, output {list(out.shape)}, deviation {out.std():.4f}")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], "--pt" in sys.argv[3:])
