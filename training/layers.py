# SPDX-License-Identifier: Apache-2.0
"""Building blocks with the checkpoint's parameter names."""

import math
from functools import lru_cache

import torch
import torch.nn.functional as F
from torch import nn


class Attention(nn.Module):
    """Multi-head attention with packed input projection."""

    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.in_proj_weight = nn.Parameter(torch.empty(3 * width, width))
        self.in_proj_bias = nn.Parameter(torch.zeros(3 * width))
        self.out_proj = nn.Linear(width, width)
        bound = width ** -0.5
        nn.init.normal_(self.in_proj_weight, std=bound)
        with torch.no_grad():  # start by attending to what is similar
            self.in_proj_weight[width:2 * width] = self.in_proj_weight[:width]
        nn.init.normal_(self.out_proj.weight, std=0.5 * bound)
        nn.init.zeros_(self.out_proj.bias)

    def forward(self, query, key, value, bias=None):
        """bias: additive, broadcastable to [batch, heads, queries, keys]."""
        wq, wk, wv = self.in_proj_weight.chunk(3)
        bq, bk, bv = self.in_proj_bias.chunk(3)
        q = split_heads(F.linear(query, wq, bq), self.heads)
        k = split_heads(F.linear(key, wk, bk), self.heads)
        v = split_heads(F.linear(value, wv, bv), self.heads)
        return self.out_proj(join_heads(attend(q, k, v, bias)))


SMALL_SCORES = 6_000_000


def attend(q, k, v, bias=None):
    """Scaled dot-product attention. In bfloat16, which is for training only, the form that is fastest backwards."""
    if q.dtype == torch.float32 or q.is_cuda:
        bias = None if bias is None else bias.to(q.dtype)
        return F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
    with torch.autocast("cpu", enabled=False):
        if q.shape[0] * q.shape[1] * q.shape[2] * k.shape[2] > SMALL_SCORES:
            bias = None if bias is None else bias.float()
            return F.scaled_dot_product_attention(q.float(), k.float(), v.float(), attn_mask=bias).to(q.dtype)
        scores = (q * q.shape[-1] ** -0.5) @ k.transpose(-1, -2)
        if bias is not None:
            scores = scores + bias.to(scores.dtype)
        return scores.softmax(-1) @ v


def split_heads(x, heads):
    batch, length, width = x.shape
    return x.view(batch, length, heads, width // heads).transpose(1, 2)


def join_heads(x):
    batch, heads, length, width = x.shape
    return x.transpose(1, 2).reshape(batch, length, heads * width)


class Perceptron(nn.Module):
    """Linear layers with ReLU between them, named layers.0, layers.1, ..."""

    def __init__(self, *widths):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(widths, widths[1:]))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = F.relu(layer(x))
        return self.layers[-1](x)


class ChannelNorm(nn.Module):
    """Normalises every pixel of a [batch, channel, y, x] map over its channels."""

    def __init__(self, width):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        self.bias = nn.Parameter(torch.zeros(width))

    def forward(self, x):
        x = F.layer_norm(x.permute(0, 2, 3, 1), self.weight.shape, self.weight, self.bias, 1e-6)
        return x.permute(0, 3, 1, 2)


def to_tokens(feature_map):
    return feature_map.flatten(2).transpose(1, 2)


def to_map(tokens, side):
    return tokens.transpose(1, 2).reshape(tokens.shape[0], tokens.shape[2], side, side)


def key_bias(valid):
    """Additive attention bias [batch,1,1,keys] that hides invalid keys."""
    return torch.zeros(valid.shape, device=valid.device).masked_fill(~valid, -1e4)[:, None, None, :]


def sine_code(values, features):
    """sin/cos features of coordinates in 0..1, interleaved; adds a last dimension."""
    index = torch.arange(features, device=values.device)
    scale = 10000.0 ** (2 * (index // 2).float() / features)
    angle = values[..., None] * (2 * math.pi) / scale
    return torch.where(index % 2 == 0, angle.sin(), angle.cos())


def dense_position_code(width, side):
    """Position code [side*side, width] of a square map, y before x, on the default device."""
    return position_code_on(torch.get_default_device(), width, side)


@lru_cache(maxsize=8)
def position_code_on(device, width, side):
    steps = torch.arange(1, side + 1, dtype=torch.float32, device=device) / (side + 1e-6)
    code = sine_code(steps, width // 2)
    rows = code[:, None, :].expand(side, side, -1)
    columns = code[None, :, :].expand(side, side, -1)
    return torch.cat([rows, columns], -1).reshape(side * side, width)


def inverse_sigmoid(x):
    x = x.clamp(0, 1)
    return torch.log(x.clamp(min=1e-3) / (1 - x).clamp(min=1e-3))


def corners(boxes):
    """cx, cy, w, h to x0, y0, x1, y1."""
    centre, size = boxes[..., :2], boxes[..., 2:]
    return torch.cat([centre - size / 2, centre + size / 2], -1)
