# SPDX-License-Identifier: Apache-2.0
"""Sizes of the model: one that two cores can train, one that takes a GPU."""

SMALL = dict(image_size=192, patch_size=12, pretrain_grid=16, vit_dim=192, vit_depth=8, vit_heads=6,
             vit_mlp_ratio=3.0, window_size=8, global_blocks=(1, 3, 5, 7), text_width=96, text_heads=4, text_layers=2,
             d_model=96, heads=4, ffn_dim=256, geo_layers=1, fusion_layers=2, decoder_layers=3, num_queries=64,
             sam_mlp=192)

LARGE = {**SMALL, "image_size": 288, "pretrain_grid": 24, "vit_dim": 224, "vit_depth": 9, "vit_heads": 7,
         "global_blocks": (2, 5, 8), "text_width": 128, "text_layers": 3, "d_model": 128, "fusion_layers": 3,
         "decoder_layers": 4, "sam_mlp": 256}

SIZES = {"small": SMALL, "large": LARGE}
