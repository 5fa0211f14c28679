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


class Scaled(nn.Module):
    """A linear layer that reads ``x * factors``; its weights take the factors back."""

    def __init__(self, linear: nn.Linear, factors: Tensor) -> None:
        super().__init__()
        self.register_buffer("factors", factors)
        self.linear = nn.Linear(linear.in_features, linear.out_features)
        self.linear.weight.data.copy_(linear.weight.data / factors)
        self.linear.bias.data.copy_(linear.bias.data)

    def forward(self, x: Tensor) -> Tensor:
        """Compute what the layer computed before: [..., in] -> [..., out]."""
        return self.linear(x * self.factors)


def smooth(network: Network, cutter: WordPieces) -> None:
    """Scale the inputs of every layer's matrices by what made-up texts show of them."""
    largest = _largest(network, cutter)
    for layer in network.layers:
        for names in (("query", "key", "value"), ("mixed",), ("inner",), ("outer",)):
            channels = largest[getattr(layer, names[0])]
            factors = (channels.quantile(USUAL) / channels).clamp(max=1.0)
            for name in names:
                setattr(layer, name, Scaled(getattr(layer, name), factors))


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
