# SPDX-License-Identifier: Apache-2.0
"""Fusion of image and prompt, query decoder, presence and scores."""

import torch
import torch.nn.functional as F
from torch import nn

from layers import Attention, Perceptron, corners, inverse_sigmoid, sine_code


class FusionLayer(nn.Module):
    def __init__(self, config):
        super().__init__()
        width = config.d_model
        self.self_attn = Attention(width, config.heads)
        self.cross_attn_image = Attention(width, config.heads)
        self.linear1 = nn.Linear(width, config.ffn_dim)
        self.linear2 = nn.Linear(config.ffn_dim, width)
        self.norm1, self.norm2, self.norm3 = (nn.LayerNorm(width) for _ in range(3))

    def look_around(self, x, position):
        h = self.norm1(x)
        return x + self.self_attn(h + position, h + position, h)

    def read_prompt(self, x, prompt, hidden):
        x = x + self.cross_attn_image(self.norm2(x), prompt, prompt, hidden)
        return x + self.linear2(F.relu(self.linear1(self.norm3(x))))


class Fusion(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.layers = nn.ModuleList(FusionLayer(config) for _ in range(config.fusion_layers))

    def forward(self, image, position, prompt, hidden):
        """image [pictures,T,C]; prompt rows may be a multiple: prompts of one picture lie side by side."""
        x = self.layers[0].look_around(image, position)
        x = x.repeat_interleave(prompt.shape[0] // x.shape[0], 0)
        x = self.layers[0].read_prompt(x, prompt, hidden)
        for layer in self.layers[1:]:
            x = layer.read_prompt(layer.look_around(x, position), prompt, hidden)
        return x


class DecoderLayer(nn.Module):
    def __init__(self, config):
        super().__init__()
        width = config.d_model
        self.self_attn, self.ca_text, self.cross_attn = (Attention(width, config.heads) for _ in range(3))
        self.linear1 = nn.Linear(width, config.ffn_dim)
        self.linear2 = nn.Linear(config.ffn_dim, width)
        self.norm1, self.norm2, self.norm3, self.catext_norm = (nn.LayerNorm(width) for _ in range(4))

    def forward(self, x, place, alone, prompt, hidden, keys, memory, bias):
        q = x + place
        x = self.norm2(x + self.self_attn(q, q, x, alone))
        x = self.catext_norm(x + self.ca_text(x + place, prompt, prompt, hidden))
        x = self.norm1(x + self.cross_attn(x + place, keys, memory, bias))
        return self.norm3(x + self.linear2(F.relu(self.linear1(x))))


class Decoder(nn.Module):
    def __init__(self, config):
        super().__init__()
        width, self.grid, self.width = config.d_model, config.grid, config.d_model
        self.layers = nn.ModuleList(DecoderLayer(config) for _ in range(config.decoder_layers))
        self.norm = nn.LayerNorm(width)
        self.query_embed = nn.Embedding(config.num_queries, width)
        self.reference_points = nn.Embedding(config.num_queries, 4)
        self.presence_token = nn.Embedding(1, width)
        self.bbox_embed = Perceptron(width, width, width, 4)
        self.ref_point_head = Perceptron(2 * width, width, width)
        self.boxRPB_embed_x = Perceptron(2, width, config.heads)
        self.boxRPB_embed_y = Perceptron(2, width, config.heads)
        self.presence_token_head = Perceptron(width, width, width, 1)
        self.presence_token_out_norm = nn.LayerNorm(width)

    def place_code(self, boxes):
        cx, cy, w, h = (sine_code(value, self.width // 2) for value in boxes.unbind(-1))
        return self.ref_point_head(torch.cat([cy, cx, w, h], -1))

    def box_bias(self, boxes):
        """Additive attention bias [batch, heads, queries, T] from the boxes' edges."""
        edges = corners(boxes)
        steps = torch.arange(self.grid, dtype=torch.float32) / self.grid

        def axis(head, low, high):
            distance = steps[None, None, :, None] - torch.stack([low, high], -1)[:, :, None, :]
            return head(distance.sign() * torch.log2(8 * distance.abs() + 1) / 3)

        bx = axis(self.boxRPB_embed_x, edges[..., 0], edges[..., 2])
        by = axis(self.boxRPB_embed_y, edges[..., 1], edges[..., 3])
        both = by[:, :, :, None] + bx[:, :, None]
        return both.flatten(2, 3).permute(0, 3, 1, 2)

    def alone_mask(self, extra):
        """Extra queries, used in training only, see nobody and are seen by nobody."""
        if not extra:
            return None
        own = 1 + self.query_embed.num_embeddings
        mask = torch.full((own + extra, own + extra), -1e4)
        mask[:own, :own] = 0
        mask.fill_diagonal_(0)
        return mask[None, None]

    def forward(self, memory, position, prompt, hidden, extra_content=None, extra_boxes=None):
        """Returns per layer: queries [batch,n,C], boxes [batch,n,4], presence logits [batch]."""
        batch = memory.shape[0]
        x = self.query_embed.weight.expand(batch, -1, -1)
        boxes = self.reference_points.weight.sigmoid().expand(batch, -1, -1)
        extra = 0
        if extra_boxes is not None:
            extra = extra_boxes.shape[1]
            x, boxes = torch.cat([x, extra_content], 1), torch.cat([boxes, extra_boxes], 1)
        alone = self.alone_mask(extra)
        x = torch.cat([self.presence_token.weight.expand(batch, -1, -1), x], 1)
        keys = memory + position
        results = []
        for layer in self.layers:
            place = F.pad(self.place_code(boxes), (0, 0, 1, 0))
            bias = F.pad(self.box_bias(boxes), (0, 0, 1, 0))
            x = layer(x, place, alone, prompt, hidden, keys, memory, bias)
            queries = self.norm(x[:, 1:])
            new = (self.bbox_embed(queries).float() + inverse_sigmoid(boxes)).sigmoid()
            presence = self.presence_token_head(self.presence_token_out_norm(x[:, 0]))[:, 0].float()
            results.append((queries, new, presence))
            boxes = new.detach()
        return results


class Transformer(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.encoder = Fusion(config)
        self.decoder = Decoder(config)


class PromptPerceptron(Perceptron):
    def __init__(self, width, hidden):
        super().__init__(width, hidden, width)
        self.out_norm = nn.LayerNorm(width)


class Scoring(nn.Module):
    def __init__(self, config):
        super().__init__()
        width = config.d_model
        self.prompt_mlp = PromptPerceptron(width, config.ffn_dim)
        self.prompt_proj = nn.Linear(width, width)
        self.hs_proj = nn.Linear(width, width)

    def pooled(self, prompt, valid):
        rows = self.prompt_mlp.out_norm(prompt + self.prompt_mlp(prompt))
        share = valid.float() / valid.sum(1, keepdim=True).clamp(min=1)
        return self.prompt_proj((rows * share[..., None]).sum(1))

    def forward(self, queries, pooled):
        logits = (self.hs_proj(queries) * pooled[:, None]).float().sum(-1) / queries.shape[-1] ** 0.5
        return logits.clamp(-12, 12)
