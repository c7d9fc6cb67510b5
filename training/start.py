# SPDX-License-Identifier: Apache-2.0
"""Starting values that spare the decoder its slowest lessons."""

import torch


@torch.no_grad()
def prepare(model):
    decoder = model.detector.transformer.decoder
    spread_reference_points(decoder.reference_points.weight)
    decoder.query_embed.weight.normal_(std=0.3)
    last = decoder.bbox_embed.layers[-1]
    last.weight.zero_()
    last.bias.zero_()
    for head in (decoder.boxRPB_embed_x, decoder.boxRPB_embed_y):
        look_inside(head)
    aim_clicks(model.tracker.sam_mask_decoder.transformer)


def aim_clicks(transformer):
    """Equal query and key projections: a click attends to pixels with a similar position code, and they to it."""
    attentions = [transformer.final_attn_token_to_image]
    for layer in transformer.layers:
        attentions += [layer.cross_attn_token_to_image, layer.cross_attn_image_to_token]
    for attention in attentions:
        weight = attention.q_proj.weight
        torch.nn.init.normal_(weight, std=1.8 * weight.shape[1] ** -0.5)
        attention.k_proj.weight.copy_(weight)
        attention.q_proj.bias.zero_()
        attention.k_proj.bias.zero_()


def spread_reference_points(points):
    """A regular grid of boxes of a quarter of the picture."""
    count = len(points)
    columns = round(count ** 0.5)
    for index in range(count):
        row, column = divmod(index, columns)
        in_row = min(columns, count - row * columns)
        rows = -(-count // columns)
        x, y = (column + 0.5) / in_row, (row + 0.5) / rows
        points[index] = torch.logit(torch.tensor([x, y, 0.25, 0.25]))


def look_inside(head):
    """Bias that falls off outside the box (first half of the heads) or away from its edges (the rest).

    Inputs are the signed logarithmic distances to the low and the high edge.
    """
    first, second = head.layers
    first.weight[:4] = torch.tensor([[-1.0, 0], [0, 1.0], [1.0, 0], [0, -1.0]])
    first.bias[:4] = 0
    second.weight *= 0.1
    second.bias.zero_()
    heads = len(second.weight)
    for index in range(heads):
        fall = 6.0 * (1 + index % 2)
        if index < heads - heads // 2:
            second.weight[index, :4] = -fall * torch.tensor([1.0, 1.0, 0, 0])
        elif index % 2:
            second.weight[index, :4] = -fall * torch.tensor([1.0, 0, 1.0, 0])
        else:
            second.weight[index, :4] = -fall * torch.tensor([0, 1.0, 0, 1.0])
