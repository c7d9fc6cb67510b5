# SPDX-License-Identifier: Apache-2.0
"""Masks of the decoder's queries."""

import torch
import torch.nn.functional as F
from torch import nn

from layers import Attention, Perceptron, to_map


class PixelDecoder(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.conv_layers = nn.ModuleList(nn.Conv2d(width, width, 3, padding=1) for _ in range(2))
        self.norms = nn.ModuleList(nn.GroupNorm(8, width) for _ in range(2))

    def forward(self, x, levels):
        for level, conv, norm in zip(levels, self.conv_layers, self.norms):
            x = F.relu(norm(conv(level + F.interpolate(x, scale_factor=2, mode="nearest"))))
        return x


class MaskPredictor(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.mask_embed = Perceptron(width, width, width, width)


class SegmentationHead(nn.Module):
    def __init__(self, config):
        super().__init__()
        width = config.d_model
        self.pixel_decoder = PixelDecoder(width)
        self.mask_predictor = MaskPredictor(width)
        self.cross_attend_prompt = Attention(width, config.heads)
        self.cross_attn_norm = nn.LayerNorm(width)
        self.semantic_seg_head = nn.Conv2d(width, 1, 1)
        self.instance_seg_head = nn.Conv2d(width, width, 1)

    def forward(self, memory, prompt, hidden, fine, middle, queries):
        """Mask logits [batch, n, 4g, 4g], semantic logits [batch, 4g, 4g] and the pixel features behind both."""
        m = memory + self.cross_attend_prompt(self.cross_attn_norm(memory), prompt, prompt, hidden)
        pixels = self.pixel_decoder(to_map(m, middle.shape[-1] // 2), [middle, fine])
        semantic = self.semantic_seg_head(pixels)[:, 0]
        code = self.mask_predictor.mask_embed(queries)
        masks = torch.einsum("bqc,bcyx->bqyx", code, self.instance_seg_head(pixels))
        return masks.float(), semantic.float(), pixels
