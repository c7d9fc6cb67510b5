# SPDX-License-Identifier: Apache-2.0
"""Orthogonalised momentum for weight matrices, AdamW for everything else."""

from collections import defaultdict

import torch

NOT_MATRICES = ("embedding", "pos_embed", "_embed.weight", "_token.weight", "_tokens.weight", "reference_points",
                "bbox_embed.layers.2", "boxRPB", "gaussian")
STACKED = {"in_proj_weight": 3, "qkv.weight": 3}


def orthogonalised(matrices, steps=5):
    """Newton-Schulz iteration on a stack [n,rows,columns]: singular values move towards 1."""
    a, b, c = 3.4445, -4.7750, 2.0315
    tall = matrices.shape[1] > matrices.shape[2]
    x = matrices.mT if tall else matrices
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(steps):
        gram = x @ x.mT
        x = a * x + (b * gram + c * gram @ gram) @ x
    return x.mT if tall else x


def is_matrix(name, parameter):
    return parameter.dim() >= 2 and not any(part in name for part in NOT_MATRICES) \
        and min(parameter.shape[0], parameter[0].numel()) >= 8


class Muon(torch.optim.Optimizer):
    def __init__(self, named, lr, momentum=0.95, decay=0.02):
        named = list(named)
        self.stacks = {p: next((n for end, n in STACKED.items() if name.endswith(end)), 1) for name, p in named}
        super().__init__([p for _, p in named], {"lr": lr, "momentum": momentum, "decay": decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            shapes = defaultdict(list)
            for p in group["params"]:
                if p.grad is None:
                    continue
                state = self.state[p]
                if "momentum" not in state:
                    state["momentum"] = torch.zeros_like(p)
                state["momentum"].lerp_(p.grad, 1 - group["momentum"])
                direction = p.grad.lerp(state["momentum"], group["momentum"])
                for piece, into in zip(direction.flatten(1).chunk(self.stacks[p]), p.flatten(1).chunk(self.stacks[p])):
                    shapes[piece.shape].append((piece, into))
            for (rows, columns), pairs in shapes.items():
                updates = orthogonalised(torch.stack([piece for piece, _ in pairs]))
                rate = group["lr"] * 0.2 * max(rows, columns) ** 0.5
                for update, (_, into) in zip(updates, pairs):
                    into.mul_(1 - group["lr"] * group["decay"]).sub_(update, alpha=rate)


def make_optimisers(modules, matrix_rate, other_rate):
    named = [(name, p) for module in modules for name, p in module.named_parameters() if p.requires_grad]
    matrices = [(name, p) for name, p in named if is_matrix(name, p)]
    others = [p for name, p in named if not is_matrix(name, p)]
    return [Muon(matrices, matrix_rate), torch.optim.AdamW(others, other_rate, betas=(0.9, 0.98), weight_decay=0.0)]
