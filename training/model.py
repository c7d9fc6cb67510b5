# SPDX-License-Identifier: Apache-2.0
"""The whole model with the checkpoint's parameter names."""

import json
from dataclasses import asdict, dataclass, fields

import torch
from torch import nn

from clicks import MaskDecoder, PromptEncoder
from geometry import GeometryEncoder
from grounding import Scoring, Transformer
from language import Language
from layers import dense_position_code, key_bias, to_tokens
from segmentation import SegmentationHead
from vision import Vision


@dataclass
class Config:
    image_size: int = 128
    patch_size: int = 8
    pretrain_grid: int = 16
    vit_dim: int = 128
    vit_depth: int = 6
    vit_heads: int = 4
    vit_mlp_ratio: float = 3.0
    window_size: int = 8
    global_blocks: tuple = (1, 3, 5)
    rope_theta: float = 10000.0
    text_width: int = 64
    text_heads: int = 4
    text_layers: int = 2
    context_length: int = 32
    d_model: int = 64
    heads: int = 4
    ffn_dim: int = 192
    geo_layers: int = 1
    fusion_layers: int = 2
    decoder_layers: int = 3
    num_queries: int = 25
    roi_size: int = 7
    sam_depth: int = 2
    sam_heads: int = 4
    sam_mlp: int = 128
    iou_head_hidden: int = 64
    mask_in_chans: int = 16
    vocabulary_size: int = 645

    @property
    def grid(self):
        return self.image_size // self.patch_size

    @classmethod
    def from_dict(cls, values):
        known = {f.name for f in fields(cls)}
        return cls(**{key: value for key, value in values.items() if key in known})

    def to_json(self):
        values = asdict(self)
        del values["vocabulary_size"]
        return json.dumps(values)


class Backbone(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.vision_backbone = Vision(config)
        self.language_backbone = Language(config)


class Detector(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.backbone = Backbone(config)
        self.geometry_encoder = GeometryEncoder(config)
        self.transformer = Transformer(config)
        self.dot_prod_scoring = Scoring(config)
        self.segmentation_head = SegmentationHead(config)


class Tracker(nn.Module):
    """The parts of the tracker that single pictures need."""

    def __init__(self, config):
        super().__init__()
        self.no_mem_embed = nn.Parameter(torch.zeros(1, 1, config.d_model))
        self.sam_prompt_encoder = PromptEncoder(config)
        self.sam_mask_decoder = MaskDecoder(config)


class Pocket(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config = config
        self.detector = Detector(config)
        self.tracker = Tracker(config)

    @property
    def vision(self):
        return self.detector.backbone.vision_backbone

    def prompt(self, coarse, ids, boxes=None, labels=None, boxes_valid=None):
        """Prompt rows [batch,n,C] and validity; ids are zero-padded, coarse is the matching level L2."""
        text = self.detector.backbone.language_backbone(ids)
        geometry, seen = self.detector.geometry_encoder(coarse, boxes, labels, boxes_valid)
        return torch.cat([text, geometry], 1), torch.cat([ids != 0, seen], 1)

    def ground(self, coarse, prompt, valid, extra_content=None, extra_boxes=None):
        """Fusion memory and, per decoder layer, (queries, boxes, presence, logits)."""
        position = dense_position_code(self.config.d_model, coarse.shape[-1])
        hidden = key_bias(valid)
        transformer = self.detector.transformer
        memory = transformer.encoder(to_tokens(coarse), position, prompt, hidden)
        layers = transformer.decoder(memory, position, prompt, hidden, extra_content, extra_boxes)
        pooled = self.detector.dot_prod_scoring.pooled(prompt, valid)
        return memory, [(q, b, p, self.detector.dot_prod_scoring(q, pooled)) for q, b, p in layers]

    def masks(self, memory, prompt, valid, fine, middle, queries):
        return self.detector.segmentation_head(memory, prompt, key_bias(valid), fine, middle, queries)

    def click_image(self, trunk):
        """Per picture: embedding and the two fine maps of the click decoder."""
        fine, middle, coarse = self.vision.click_levels(trunk)
        decoder = self.tracker.sam_mask_decoder
        return coarse + self.tracker.no_mem_embed.view(1, -1, 1, 1), decoder.conv_s0(fine), decoder.conv_s1(middle)

    def click(self, image, fine, middle, points, labels, mask=None):
        """points in 0..1 of the picture, without the padding point, which is added here."""
        encoder = self.tracker.sam_prompt_encoder
        batch = image.shape[0]
        if points is None:
            sparse = image.new_zeros(batch, 0, image.shape[1])
        else:
            shifted = torch.cat([points + 0.5 / self.config.image_size, points.new_zeros(batch, 1, 2)], 1)
            labels = torch.cat([labels, labels.new_full((batch, 1), -1)], 1)
            sparse = encoder.sparse(shifted, labels)
        dense = encoder.dense(mask, batch)
        return self.tracker.sam_mask_decoder(image, encoder.grid_code(), sparse, dense, fine, middle)
