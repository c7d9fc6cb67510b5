# SPDX-License-Identifier: Apache-2.0
"""Text encoder: a small causal transformer."""

import torch
import torch.nn.functional as F
from torch import nn

from layers import Attention


class Hidden(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.c_fc = nn.Linear(width, 4 * width)
        self.c_proj = nn.Linear(4 * width, width)

    def forward(self, x):
        return self.c_proj(F.gelu(self.c_fc(x)))


class TextBlock(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.ln_1 = nn.LayerNorm(width)
        self.attn = Attention(width, heads)
        self.ln_2 = nn.LayerNorm(width)
        self.mlp = Hidden(width)

    def forward(self, x, causal):
        h = self.ln_1(x)
        x = x + self.attn(h, h, h, causal)
        return x + self.mlp(self.ln_2(x))


class TextTransformer(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.resblocks = nn.ModuleList(TextBlock(config.text_width, config.text_heads)
                                       for _ in range(config.text_layers))


class TextEncoder(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.token_embedding = nn.Embedding(config.vocabulary_size, config.text_width)
        self.positional_embedding = nn.Parameter(torch.randn(config.context_length, config.text_width) * 0.05)
        self.transformer = TextTransformer(config)
        self.ln_final = nn.LayerNorm(config.text_width)
        nn.init.normal_(self.token_embedding.weight, std=0.5)


class Language(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.encoder = TextEncoder(config)
        self.resizer = nn.Linear(config.text_width, config.d_model)

    def forward(self, ids):
        """ids [batch, length]; returns text rows [batch, length, C]."""
        encoder, length = self.encoder, ids.shape[1]
        x = encoder.token_embedding(ids) + encoder.positional_embedding[:length]
        causal = torch.full((length, length), -1e4).triu(1)[None, None]
        for block in encoder.transformer.resblocks:
            x = block(x, causal)
        return self.resizer(encoder.ln_final(x))
