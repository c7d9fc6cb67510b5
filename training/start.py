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
    aim_clicks(model)


def aim_clicks(model):
    """Lets a click look at its surroundings from the start.

    The position code is smooth and separate in x and y, query and key projections are equal (a click attends
    to pixels with a similar code and they to it), values pass unchanged, learned tokens are small beside codes.
    """
    tracker = model.tracker
    encoder, decoder = tracker.sam_prompt_encoder, tracker.sam_mask_decoder
    matrix = encoder.pe_layer.positional_encoding_gaussian_matrix
    matrix.zero_()
    half = matrix.shape[1] // 2
    frequencies = torch.logspace(-3, 1.3, half, base=2)
    matrix[0, :half], matrix[1, half:] = frequencies, frequencies
    for embedding in (*encoder.point_embeddings, encoder.not_a_point_embed, encoder.no_mask_embed,
                      decoder.iou_token, decoder.mask_tokens, decoder.obj_score_token):
        embedding.weight.normal_(std=0.3)
    attentions = [decoder.transformer.final_attn_token_to_image]
    for layer in decoder.transformer.layers:
        attentions += [layer.cross_attn_token_to_image, layer.cross_attn_image_to_token]
        torch.nn.init.eye_(layer.self_attn.v_proj.weight)
        torch.nn.init.eye_(layer.self_attn.out_proj.weight)
    for attention in attentions:
        mirror(attention)
    coarse = model.vision.sam2_convs[2].conv_3x3
    coarse.weight *= 0.2


def mirror(attention, sharpness=1.5):
    """Equal query and key projections; output projection is the transpose of the value projection."""
    query, value = attention.q_proj.weight, attention.v_proj.weight
    torch.nn.init.normal_(query, std=sharpness * query.shape[1] ** -0.5)
    attention.k_proj.weight.copy_(query)
    torch.nn.init.orthogonal_(value)
    attention.out_proj.weight.copy_(value.T)
    for projection in (attention.q_proj, attention.k_proj, attention.v_proj, attention.out_proj):
        projection.bias.zero_()


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
