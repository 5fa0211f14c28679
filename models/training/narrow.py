"""Takes from a trained network the attention heads that matter least: a start for a faster one that learns from it.

    python -m models.training.narrow CHECKPOINT NARROWER configs/train.toml --heads 48

What a head matters is the square of the loss's slope along a factor on what the head says, summed over some batches of
the corpora (Michel et al. 2019, Molchanov et al. 2019). Upper layers lose more than lower ones; each keeps one.
"""

import argparse
import tomllib
from dataclasses import replace
from pathlib import Path
from random import Random

import torch
from torch import Tensor

from .augment import pool
from .base import base_cutter
from .batches import Labels, batches, epoch, tensors
from .corpora import read_all
from .export import checkpoint, load
from .losses import total
from .network import HEAD, Network
from .train import mix_of

BATCHES = 100


def worths(network: Network, labels: Labels, config: dict) -> list[Tensor]:
    """What each head of each layer matters, from some batches of an epoch."""
    factors = [torch.ones(layer.heads, requires_grad=True) for layer in network.layers]
    hooks = [
        layer.mixed.register_forward_pre_hook(lambda _, given, factor=factor: given[0] * factor.repeat_interleave(HEAD))
        for layer, factor in zip(network.layers, factors, strict=True)
    ]
    texts, cutter, rng = read_all(config), base_cutter(), Random(config["seed"])
    windows = epoch(texts, mix_of(config), pool(texts), cutter, rng)
    found = [torch.zeros(len(factor)) for factor in factors]
    for batch in batches(windows, cutter, config["batch"], rng)[:BATCHES]:
        values = tensors(batch, labels, cutter)
        scores = network(values["pieces"], values["shapes"], values["first"], values["mask"])
        slopes = torch.autograd.grad(total(scores, values, network.rel_out, config["losses"]), factors)
        found = [sum_ + slope**2 for sum_, slope in zip(found, slopes, strict=True)]
    for hook in hooks:
        hook.remove()
    return found


def kept(found: list[Tensor], heads: int) -> list[Tensor]:
    """The numbers of the heads that stay, by layer: so many in all, and the best of each layer in any case."""
    best = [row.argmax() for row in found]
    ranked = [row.index_fill(0, top, float("inf")) for row, top in zip(found, best, strict=True)]
    least = torch.cat(ranked).sort(descending=True).values[heads - 1]
    return [(row >= least).nonzero()[:, 0] for row in ranked]


def narrow(network: Network, stay: list[Tensor]) -> Network:
    """The same network with those heads alone."""
    state = network.state_dict()
    for number, heads in enumerate(stay):
        rows = (heads[:, None] * HEAD + torch.arange(HEAD)).flatten()
        for name in ("query", "key", "value"):
            for part in ("weight", "bias"):
                key = f"layers.{number}.{name}.{part}"
                state[key] = state[key][rows]
        state[f"layers.{number}.mixed.weight"] = state[f"layers.{number}.mixed.weight"][:, rows]
    narrower = Network(replace(network.sizes, heads=tuple(len(heads) for heads in stay)))
    narrower.load_state_dict(state)
    return narrower


def main() -> None:
    """Read the command line, weigh the heads and write the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("narrower", type=Path)
    parser.add_argument("config", type=Path)
    parser.add_argument("--heads", type=int, required=True, help="that stay, of all layers together")
    given = parser.parse_args()
    config = tomllib.loads(given.config.read_text(encoding="utf-8"))
    network, state = load(given.checkpoint)
    labels = Labels(**state["labels"])
    smaller = narrow(network, kept(worths(network, labels, config), given.heads))
    print(f"heads by layer: {smaller.sizes.heads}")
    torch.save(checkpoint(smaller, labels), given.narrower)


if __name__ == "__main__":
    main()
