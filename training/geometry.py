# SPDX-License-Identifier: Apache-2.0
"""Geometry encoder: exemplar boxes (and points) to prompt rows."""

import torch
import torch.nn.functional as F
from torch import nn

from layers import Attention, corners, dense_position_code, key_bias, sine_code, to_tokens


def axis_weights(low, high, bins, side):
    """Averaging weights [n, bins, side] that pool an axis from low to high (feature pixels)."""
    length = (high - low).clamp(min=1.0)
    step = length / bins
    samples = torch.ceil(length / bins).long()
    most = int(samples.max())
    sample = torch.arange(most, device=low.device)
    offset = (sample[None] + 0.5) / samples[:, None] * step[:, None]
    position = low[:, None, None] + torch.arange(bins, device=low.device)[None, :, None] * step[:, None, None] \
        + offset[:, None, :]
    used = (sample[None] < samples[:, None])[:, None, :] & (position >= -1) & (position <= side)
    position = position.clamp(0, side - 1)
    pixel = torch.arange(side, dtype=torch.float32, device=low.device)
    share = (1 - (position[..., None] - pixel).abs()).clamp(min=0) * used[..., None]
    return share.sum(2) / samples[:, None, None]


def roi_align(features, boxes, bins):
    """features [batch,C,side,side], boxes [batch,n,4] as corners in feature pixels -> [batch,n,C,bins,bins]."""
    batch, count, _ = boxes.shape
    side = features.shape[-1]
    flat = boxes.reshape(-1, 4)
    columns = axis_weights(flat[:, 0], flat[:, 2], bins, side).view(batch, count, bins, side)
    rows = axis_weights(flat[:, 1], flat[:, 3], bins, side).view(batch, count, bins, side)
    return torch.einsum("bnix,bnjy,bcxy->bncij", rows, columns, features)


class GeometryLayer(nn.Module):
    def __init__(self, config):
        super().__init__()
        width = config.d_model
        self.self_attn = Attention(width, config.heads)
        self.cross_attn_image = Attention(width, config.heads)
        self.linear1 = nn.Linear(width, config.ffn_dim)
        self.linear2 = nn.Linear(config.ffn_dim, width)
        self.norm1, self.norm2, self.norm3 = (nn.LayerNorm(width) for _ in range(3))

    def forward(self, x, image, position, hidden):
        h = self.norm1(x)
        x = x + self.self_attn(h, h, h, hidden)
        x = x + self.cross_attn_image(self.norm2(x), image + position, image)
        return x + self.linear2(F.relu(self.linear1(self.norm3(x))))


class GeometryEncoder(nn.Module):
    def __init__(self, config):
        super().__init__()
        width, self.bins = config.d_model, config.roi_size
        self.label_embed = nn.Embedding(2, width)
        self.cls_embed = nn.Embedding(1, width)
        self.points_direct_project = nn.Linear(2, width)
        self.points_pool_project = nn.Linear(width, width)
        self.points_pos_enc_project = nn.Linear(width, width)
        self.boxes_direct_project = nn.Linear(4, width)
        self.boxes_pool_project = nn.Conv2d(width, width, self.bins)
        self.boxes_pos_enc_project = nn.Linear(width + 2, width)
        self.final_proj = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width)
        self.img_pre_norm = nn.LayerNorm(width)
        self.encode = nn.ModuleList(GeometryLayer(config) for _ in range(config.geo_layers))
        self.encode_norm = nn.LayerNorm(width)

    def box_rows(self, boxes, labels, pooled_from):
        side = pooled_from.shape[-1]
        pooled = roi_align(pooled_from, corners(boxes) * side, self.bins)
        pooled = F.linear(pooled.flatten(2), self.boxes_pool_project.weight.flatten(1), self.boxes_pool_project.bias)
        half = pooled_from.shape[1] // 2
        cx, cy, w, h = boxes.unbind(-1)
        code = torch.cat([sine_code(cy, half), sine_code(cx, half), h[..., None], w[..., None]], -1)
        return self.boxes_direct_project(boxes) + pooled + self.boxes_pos_enc_project(code) + self.label_embed(labels)

    def point_rows(self, points, labels, pooled_from):
        pooled = F.grid_sample(pooled_from, points[:, :, None] * 2 - 1, align_corners=False)[..., 0].transpose(1, 2)
        half = pooled_from.shape[1] // 2
        code = torch.cat([sine_code(points[..., 0], half), sine_code(points[..., 1], half)], -1)
        return self.points_direct_project(points) + self.points_pool_project(pooled) \
            + self.points_pos_enc_project(code) + self.label_embed(labels)

    def forward(self, feature, boxes=None, labels=None, valid=None, points=None, point_labels=None):
        """feature [batch,C,g,g]; boxes [batch,n,4]. Returns rows [batch,points+n+1,C] and their validity."""
        batch, width, side, _ = feature.shape
        pooled_from = self.img_pre_norm(feature.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)
        rows = [self.cls_embed.weight.expand(batch, 1, width)]
        seen = [torch.ones(batch, 1, dtype=torch.bool)]
        if boxes is not None and boxes.shape[1]:
            rows.insert(0, self.box_rows(boxes, labels, pooled_from))
            seen.insert(0, valid if valid is not None else torch.ones(boxes.shape[:2], dtype=torch.bool))
        if points is not None and points.shape[1]:
            rows.insert(0, self.point_rows(points, point_labels, pooled_from))
            seen.insert(0, torch.ones(points.shape[:2], dtype=torch.bool))
        x, seen = torch.cat(rows, 1), torch.cat(seen, 1)
        x = self.norm(self.final_proj(x))
        image, position = to_tokens(feature), dense_position_code(width, side)
        for layer in self.encode:
            x = layer(x, image, position, key_bias(seen))
        return self.encode_norm(x), seen
