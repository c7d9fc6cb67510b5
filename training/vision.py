# SPDX-License-Identifier: Apache-2.0
"""Vision trunk (windowed transformer) and the two necks."""

import torch
import torch.nn.functional as F
from torch import nn

from layers import attend, join_heads, to_map


def rotation_table(side, head_width, scale, theta):
    """cos and sin [side*side, head_width/2]; first half of the pairs turns with x, second with y."""
    quarter = head_width // 4
    frequency = theta ** (-4.0 * torch.arange(quarter, dtype=torch.float64) / head_width)
    position = torch.arange(side, dtype=torch.float64) * scale
    angle = position[:, None] * frequency
    columns = angle[None].expand(side, side, quarter)
    rows = angle[:, None].expand(side, side, quarter)
    both = torch.cat([columns, rows], -1).reshape(side * side, 2 * quarter)
    return both.cos().float(), both.sin().float()


def rotate(x, cos, sin):
    """Turns adjacent channel pairs of [batch, heads, tokens, width]."""
    even, odd = x[..., 0::2], x[..., 1::2]
    return torch.stack([even * cos - odd * sin, even * sin + odd * cos], -1).flatten(-2)


class BlockAttention(nn.Module):
    def __init__(self, width, heads, table):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)
        self.register_buffer("cos", table[0], persistent=False)
        self.register_buffer("sin", table[1], persistent=False)
        nn.init.normal_(self.qkv.weight, std=width ** -0.5)
        with torch.no_grad():  # start by attending to what is similar
            self.qkv.weight[width:2 * width] = self.qkv.weight[:width]
        nn.init.normal_(self.proj.weight, std=0.5 * width ** -0.5)
        nn.init.zeros_(self.qkv.bias)
        nn.init.zeros_(self.proj.bias)

    def forward(self, x):
        batch, tokens, width = x.shape
        qkv = self.qkv(x).view(batch, tokens, 3, self.heads, width // self.heads)
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        cos, sin = self.cos.to(q.dtype), self.sin.to(q.dtype)
        q, k = rotate(q, cos, sin), rotate(k, cos, sin)
        return self.proj(join_heads(attend(q, k, v)))


class TwoLayer(nn.Module):
    def __init__(self, width, hidden):
        super().__init__()
        self.fc1 = nn.Linear(width, hidden)
        self.fc2 = nn.Linear(hidden, width)
        nn.init.normal_(self.fc1.weight, std=width ** -0.5)
        nn.init.normal_(self.fc2.weight, std=0.5 * hidden ** -0.5)

    def forward(self, x):
        return self.fc2(F.gelu(self.fc1(x)))


class Block(nn.Module):
    def __init__(self, config, is_global):
        super().__init__()
        width, grid = config.vit_dim, config.grid
        self.window = grid if is_global else config.window_size
        scale = config.window_size / grid if is_global else 1.0
        table = rotation_table(self.window, width // config.vit_heads, scale, config.rope_theta)
        self.norm1 = nn.LayerNorm(width)
        self.attn = BlockAttention(width, config.vit_heads, table)
        self.norm2 = nn.LayerNorm(width)
        self.mlp = TwoLayer(width, int(width * config.vit_mlp_ratio))

    def forward(self, x):
        h = self.norm1(x)
        if self.window == x.shape[1]:
            h = self.attn(h.flatten(1, 2)).view_as(h)
        else:
            h = self.windowed(h)
        x = x + h
        return x + self.mlp(self.norm2(x))

    def windowed(self, h):
        batch, side, _, width = h.shape
        w = self.window
        padded = -side % w
        h = F.pad(h, (0, 0, 0, padded, 0, padded))
        n = h.shape[1] // w
        h = h.view(batch, n, w, n, w, width).transpose(2, 3).reshape(batch * n * n, w * w, width)
        h = self.attn(h).view(batch, n, n, w, w, width).transpose(2, 3)
        return h.reshape(batch, n * w, n * w, width)[:, :side, :side]


class PatchEmbed(nn.Module):
    def __init__(self, patch, width):
        super().__init__()
        self.patch = patch
        self.proj = nn.Conv2d(3, width, patch, patch, bias=False)

    def forward(self, image):
        batch, _, side, _ = image.shape
        n, p = side // self.patch, self.patch
        tiles = image.view(batch, 3, n, p, n, p).permute(0, 2, 4, 1, 3, 5).reshape(batch, n, n, 3 * p * p)
        return F.linear(tiles, self.proj.weight.flatten(1))


class Trunk(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.tile = config.pretrain_grid
        self.patch_embed = PatchEmbed(config.patch_size, config.vit_dim)
        self.pos_embed = nn.Parameter(torch.randn(1, self.tile ** 2 + 1, config.vit_dim) * 0.02)
        self.ln_pre = nn.LayerNorm(config.vit_dim)
        self.blocks = nn.ModuleList(Block(config, i in config.global_blocks) for i in range(config.vit_depth))

    def forward(self, image):
        x = self.patch_embed(image)
        side = x.shape[1]
        index = torch.arange(side) % self.tile
        x = x + self.pos_embed[0, 1:][index[:, None] * self.tile + index[None, :]]
        x = self.ln_pre(x)
        for block in self.blocks:
            x = block(x)
        return to_map(x.flatten(1, 2), side)


class NeckBranch(nn.Module):
    """One level of a neck: up-sampling by 4, 2 or 1."""

    def __init__(self, level, wide, width):
        super().__init__()
        narrow = {0: wide // 4, 1: wide // 2, 2: wide}[level]
        if level == 0:
            self.dconv_2x2_0 = nn.ConvTranspose2d(wide, wide // 2, 2, 2)
            self.dconv_2x2_1 = nn.ConvTranspose2d(wide // 2, wide // 4, 2, 2)
        elif level == 1:
            self.dconv_2x2 = nn.ConvTranspose2d(wide, wide // 2, 2, 2)
        self.level = level
        self.conv_1x1 = nn.Conv2d(narrow, width, 1)
        self.conv_3x3 = nn.Conv2d(width, width, 3, padding=1)

    def forward(self, x):
        if self.level == 0:
            x = self.dconv_2x2_1(F.gelu(self.dconv_2x2_0(x)))
        elif self.level == 1:
            x = self.dconv_2x2(x)
        return self.conv_3x3(self.conv_1x1(x))


class Vision(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.trunk = Trunk(config)
        self.convs = nn.ModuleList(NeckBranch(i, config.vit_dim, config.d_model) for i in range(3))
        self.sam2_convs = nn.ModuleList(NeckBranch(i, config.vit_dim, config.d_model) for i in range(3))

    def forward(self, image):
        """Trunk features; the necks are applied where they are needed."""
        return self.trunk(image)

    def concept_levels(self, trunk, fine_for=None):
        """Levels L0, L1, L2; the dear L0 only for the first fine_for pictures if a number is given."""
        return [branch(trunk if branch.level else trunk[:fine_for]) for branch in self.convs]

    def click_levels(self, trunk):
        return [branch(trunk) for branch in self.sam2_convs]
