# SPDX-License-Identifier: Apache-2.0
"""Click, box and mask prompts: prompt encoder and two-way mask decoder."""

import math

import torch
import torch.nn.functional as F
from torch import nn

from layers import ChannelNorm, Perceptron, attend, join_heads, split_heads, to_map, to_tokens

MASKS = 4
PADDING = -1


class PositionMatrix(nn.Module):
    def __init__(self, features):
        super().__init__()
        self.register_buffer("positional_encoding_gaussian_matrix", torch.randn(2, features))

    def forward(self, points):
        angle = 2 * math.pi * ((2 * points - 1) @ self.positional_encoding_gaussian_matrix)
        return torch.cat([angle.sin(), angle.cos()], -1)


class PromptEncoder(nn.Module):
    def __init__(self, config):
        super().__init__()
        width, chans = config.d_model, config.mask_in_chans
        self.side = config.grid
        self.pe_layer = PositionMatrix(width // 2)
        self.point_embeddings = nn.ModuleList(nn.Embedding(1, width) for _ in range(4))
        self.not_a_point_embed = nn.Embedding(1, width)
        self.no_mask_embed = nn.Embedding(1, width)
        self.mask_downscaling = nn.Sequential(
            nn.Conv2d(1, chans // 4, 2, 2), ChannelNorm(chans // 4), nn.GELU(),
            nn.Conv2d(chans // 4, chans, 2, 2), ChannelNorm(chans), nn.GELU(), nn.Conv2d(chans, width, 1))

    def sparse(self, points, labels):
        """points [batch,n,2] in 0..1 (half a pixel already added), labels [batch,n] of -1..3."""
        kinds = torch.cat([self.not_a_point_embed.weight] + [e.weight for e in self.point_embeddings])
        code = self.pe_layer(points) * (labels != PADDING)[..., None]
        return code + kinds[labels + 1]

    def dense(self, mask, batch):
        if mask is None:
            return self.no_mask_embed.weight.view(1, -1, 1, 1).expand(batch, -1, self.side, self.side)
        return self.mask_downscaling(mask)

    def grid_code(self):
        steps = (torch.arange(self.side, dtype=torch.float32) + 0.5) / self.side
        y, x = torch.meshgrid(steps, steps, indexing="ij")
        return self.pe_layer(torch.stack([x, y], -1).flatten(0, 1))


class NarrowAttention(nn.Module):
    def __init__(self, width, inner, heads):
        super().__init__()
        self.heads = heads
        self.q_proj, self.k_proj, self.v_proj = (nn.Linear(width, inner) for _ in range(3))
        self.out_proj = nn.Linear(inner, width)

    def forward(self, q, k, v):
        q, k, v = (split_heads(p(x), self.heads) for p, x in ((self.q_proj, q), (self.k_proj, k), (self.v_proj, v)))
        return self.out_proj(join_heads(attend(q, k, v)))


class HiddenLayer(nn.Module):
    def __init__(self, width, hidden):
        super().__init__()
        self.lin1 = nn.Linear(width, hidden)
        self.lin2 = nn.Linear(hidden, width)

    def forward(self, x):
        return self.lin2(F.relu(self.lin1(x)))


class TwoWayLayer(nn.Module):
    def __init__(self, config, first):
        super().__init__()
        width, heads, self.first = config.d_model, config.sam_heads, first
        self.self_attn = NarrowAttention(width, width, heads)
        self.cross_attn_token_to_image = NarrowAttention(width, width // 2, heads)
        self.cross_attn_image_to_token = NarrowAttention(width, width // 2, heads)
        self.mlp = HiddenLayer(width, config.sam_mlp)
        self.norm1, self.norm2, self.norm3, self.norm4 = (nn.LayerNorm(width) for _ in range(4))

    def forward(self, q, key, tok, code):
        q = self.self_attn(q, q, q) if self.first else q + self.self_attn(q + tok, q + tok, q)
        q = self.norm1(q)
        q = self.norm2(q + self.cross_attn_token_to_image(q + tok, key + code, key))
        q = self.norm3(q + self.mlp(q))
        key = self.norm4(key + self.cross_attn_image_to_token(key + code, q + tok, q))
        return q, key


class TwoWay(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.layers = nn.ModuleList(TwoWayLayer(config, i == 0) for i in range(config.sam_depth))
        self.final_attn_token_to_image = NarrowAttention(config.d_model, config.d_model // 2, config.sam_heads)
        self.norm_final_attn = nn.LayerNorm(config.d_model)

    def forward(self, tok, key, code):
        q = tok
        for layer in self.layers:
            q, key = layer(q, key, tok, code)
        q = self.norm_final_attn(q + self.final_attn_token_to_image(q + tok, key + code, key))
        return q, key


class MaskDecoder(nn.Module):
    def __init__(self, config):
        super().__init__()
        width, hidden = config.d_model, config.iou_head_hidden
        self.transformer = TwoWay(config)
        self.iou_token = nn.Embedding(1, width)
        self.mask_tokens = nn.Embedding(MASKS, width)
        self.obj_score_token = nn.Embedding(1, width)
        self.output_upscaling = nn.Sequential(
            nn.ConvTranspose2d(width, width // 4, 2, 2), ChannelNorm(width // 4), nn.GELU(),
            nn.ConvTranspose2d(width // 4, width // 8, 2, 2), nn.GELU())
        self.conv_s0 = nn.Conv2d(width, width // 8, 1)
        self.conv_s1 = nn.Conv2d(width, width // 4, 1)
        self.output_hypernetworks_mlps = nn.ModuleList(Perceptron(width, width, width, width // 8)
                                                       for _ in range(MASKS))
        self.iou_prediction_head = Perceptron(width, hidden, hidden, MASKS)
        self.pred_obj_score_head = Perceptron(width, width, width, 1)

    def upscale(self, key, side, fine, middle):
        up = self.output_upscaling
        x = up[2](up[1](up[0](to_map(key, side)) + middle))
        return up[4](up[3](x) + fine)

    def forward(self, image, code, sparse, dense, fine, middle):
        """Four mask logits [batch,4,4g,4g], their predicted IoU [batch,4], the object score [batch], the mask tokens."""
        batch, side = sparse.shape[0], image.shape[-1]
        own = torch.cat([self.obj_score_token.weight, self.iou_token.weight, self.mask_tokens.weight])
        tok = torch.cat([own.expand(batch, -1, -1), sparse], 1)
        q, key = self.transformer(tok, to_tokens(image + dense), code)
        pixels = self.upscale(key, side, fine, middle)
        code = torch.stack([mlp(q[:, 2 + k]) for k, mlp in enumerate(self.output_hypernetworks_mlps)], 1)
        masks = torch.einsum("bkc,bcyx->bkyx", code, pixels)
        return masks.float(), self.iou_prediction_head(q[:, 1]).float().sigmoid(), self.pred_obj_score_head(q[:, 0])[:, 0], \
            q[:, 2:2 + MASKS]
