"""Makes the network's numbers more even before they are rounded, without changing what it computes.

In BERT the start mark carries a few numbers many times larger than all others. Rounding to 8 bits goes by the largest
number in a window, so the others would lose most of their bits. Such channels are divided by a factor before a linear
layer, and the layer's weights multiplied by it (SmoothQuant, Xiao et al. 2023, for the outlying channels alone).
"""

from random import Random

import torch
from torch import Tensor, nn

from newstally.encoder.words import WordPieces

from .batches import Labels, tensors
from .made_up import made_up
from .network import Network

USUAL = 0.9  # share of channels that are left as they are
TEXTS = 60


class Scale(nn.Module):
    """Multiplies every channel by its factor."""

    def __init__(self, factors: Tensor) -> None:
        super().__init__()
        self.register_buffer("factors", factors)

    def forward(self, x: Tensor) -> Tensor:
        """Numbers [..., channels] -> [..., channels]."""
        return x * self.factors


def smooth(network: Network, cutter: WordPieces) -> None:
    """Scale the inputs of every layer's matrices by what made-up texts show of them, and their weights back.

    Query, key and value share one scaling, so that their input is rounded once; what the attention mixes is scaled
    where it comes from, in the weights of the values.
    """
    largest = _largest(network, cutter)
    for layer in network.layers:
        even, mixed, inner, outer = (
            _factors(largest[part]) for part in (layer.query, layer.mixed, layer.inner, layer.outer)
        )
        layer.even = Scale(even)
        for part in (layer.query, layer.key, layer.value):
            part.weight.data /= even
        layer.value.weight.data *= mixed[:, None]
        layer.value.bias.data *= mixed
        layer.mixed.weight.data /= mixed
        layer.inner.weight.data /= inner
        layer.inner = nn.Sequential(Scale(inner), layer.inner)
        layer.outer.weight.data /= outer
        layer.outer = nn.Sequential(Scale(outer), layer.outer)


def _factors(largest: Tensor) -> Tensor:
    """What each channel is multiplied by: 1 for the usual, less for the outlying."""
    return (largest.quantile(USUAL) / largest).clamp(max=1.0)


@torch.no_grad()
def _largest(network: Network, cutter: WordPieces) -> dict[nn.Module, Tensor]:
    """The largest absolute value that each channel of each layer's inputs takes."""
    found: dict[nn.Module, Tensor] = {}

    def watch(module: nn.Module, inputs: tuple[Tensor, ...], _: Tensor) -> None:
        top = inputs[0].abs().flatten(0, -2).amax(0)
        found[module] = torch.maximum(found.get(module, top), top)

    parts = [getattr(layer, name) for layer in network.layers for name in ("query", "mixed", "inner", "outer")]
    hooks = [part.register_forward_hook(watch) for part in parts]
    for text in made_up(TEXTS, Random(0)):
        values = tensors([text], Labels((), (), ()), cutter)
        network(values["pieces"], values["shapes"], values["first"])
    for hook in hooks:
        hook.remove()
    return found
