"""The network: a small BERT encoder, a letter-case feature, and one head for each task.

The encoder is written out here (embeddings, attention, feed-forward) and filled with the weights of MiniLM-L6, so that
the exported graph is this file and nothing else. Shapes: B texts, N wordpieces, W words, H hidden size.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from newstally.encoder.words import SHAPES

HIDDEN = 384
HEADS = 12
HEAD = HIDDEN // HEADS
INNER = 1536
VOCABULARY = 30522
POSITIONS = 512
NORM_EPSILON = 1e-12


@dataclass(frozen=True)
class Sizes:
    """How large the parts are: attention heads by layer, labels of each task, widths of the parser's projections."""

    heads: tuple[int, ...]
    tags: int
    upos: int
    xpos: int
    deps: int
    arc: int = 192
    rel: int = 128
    dropout: float = 0.1


class Layer(nn.Module):
    """One transformer layer of BERT, with all of its heads or some."""

    def __init__(self, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.even = nn.Identity()  # where an export may put the factors of ``smooth``
        self.query, self.key, self.value = (nn.Linear(HIDDEN, heads * HEAD) for _ in range(3))
        self.mixed = nn.Linear(heads * HEAD, HIDDEN)
        self.mixed_norm = nn.LayerNorm(HIDDEN, eps=NORM_EPSILON)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.outer_norm = nn.LayerNorm(HIDDEN, eps=NORM_EPSILON)
        self.drop = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor | None, asked: Tensor | None = None) -> Tensor:
        """One step of the encoder.

        States [B, N, H], mask [B, 1, 1, N] true where there is a piece, None for no padding -> [B, N, H]; where places
        are ``asked`` for [B, W], only they are computed -> [B, W, H].
        """
        even = self.even(states)
        key, value = (_by_head(part(even), self.heads) for part in (self.key, self.value))
        if asked is not None:
            states = _at(states, asked)
            even = self.even(states)
        query = _by_head(self.query(even), self.heads)
        if torch.onnx.is_in_onnx_export():
            weights = functional.softmax(query @ key.transpose(2, 3) * HEAD**-0.5, dim=-1)
            context = weights @ value
        else:
            context = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        context = context.transpose(1, 2).reshape(len(states), -1, self.heads * HEAD)
        states = self.mixed_norm(states + self.drop(self.mixed(context)))
        return self.outer_norm(states + self.drop(self.outer(functional.gelu(self.inner(states)))))


def _by_head(states: Tensor, heads: int) -> Tensor:
    """[B, N, heads * D] -> [B, heads, N, D]; B is exported as it is, so that the shape need not be reckoned."""
    return states.view(len(states), -1, heads, HEAD).transpose(1, 2)


def _at(states: Tensor, places: Tensor) -> Tensor:
    """States [B, N, H], places [B, W] -> [B, W, H]."""
    return states.gather(1, places[:, :, None].expand(-1, -1, HIDDEN))


class Network(nn.Module):
    """The encoder and its heads."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.pieces = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=NORM_EPSILON)
        self.layers = nn.ModuleList(Layer(heads, sizes.dropout) for heads in sizes.heads)
        self.drop = nn.Dropout(sizes.dropout)
        self.tags = nn.Linear(HIDDEN, sizes.tags)
        self.upos = nn.Linear(HIDDEN, sizes.upos)
        self.xpos = nn.Linear(HIDDEN, sizes.xpos)
        self.sent = nn.Linear(HIDDEN, 1)
        self.arc_child = nn.Linear(HIDDEN, sizes.arc)
        self.arc_parent = nn.Linear(HIDDEN, sizes.arc)
        self.arc_bilinear = nn.Linear(sizes.arc, sizes.arc)
        self.arc_root = nn.Parameter(torch.zeros(1, 1, sizes.arc))
        self.rel_child = nn.Linear(HIDDEN, sizes.rel)
        self.rel_parent = nn.Linear(HIDDEN, sizes.rel)
        self.rel_out = nn.Linear(sizes.rel, sizes.deps)
        nn.init.normal_(self.shapes.weight, std=0.02)
        nn.init.normal_(self.arc_root, std=0.02)

    def embed(self, pieces: Tensor) -> Tensor:
        """Pieces [B, N] -> their vectors [B, N, H]; the export puts a table of small integers in its place."""
        return self.pieces(pieces)

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, mask: Tensor | None = None) -> dict[str, Tensor]:
        """Read words, score everything.

        pieces, shapes [B, N]; first [B, W]: the place of every word's first piece; mask [B, N], or None without
        padding. Returns tags [B, W, tags], upos, xpos, sent [B, W], arcs [B, W, 1 + W] (parent 0 is the root),
        rel_child and rel_parent [B, W, rel].
        """
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.drop(self.norm(self.embed(pieces) + self.positions(places) + self.shapes(shapes)))
        wide = None if mask is None else mask[:, None, None, :]
        for layer in self.layers[:-1]:
            states = layer(states, wide)
        return self._heads(self.drop(self.layers[-1](states, wide, first)))  # the heads ask for words alone

    def _heads(self, words: Tensor) -> dict[str, Tensor]:
        child, parent = functional.gelu(self.arc_child(words)), functional.gelu(self.arc_parent(words))
        parent = torch.cat([self.arc_root.to(parent.dtype).expand(words.shape[0], -1, -1), parent], dim=1)
        return {
            "tags": self.tags(words),
            "upos": self.upos(words),
            "xpos": self.xpos(words),
            "sent": self.sent(words)[:, :, 0],
            "arcs": self.arc_bilinear(child) @ parent.transpose(1, 2) * self.sizes.arc**-0.5,
            "rel_child": self.rel_child(words),
            "rel_parent": self.rel_parent(words),
        }


def pretrained(network: Network, weights: dict[str, Tensor]) -> None:
    """Fill the encoder with the tensors of a BERT checkpoint of the same sizes (named as in ``transformers``)."""
    take = weights.__getitem__
    network.pieces.weight.data.copy_(take("embeddings.word_embeddings.weight"))
    kind = take("embeddings.token_type_embeddings.weight")[0]  # there is one kind of text here: add it once and for all
    network.positions.weight.data.copy_(take("embeddings.position_embeddings.weight") + kind)
    network.norm.weight.data.copy_(take("embeddings.LayerNorm.weight"))
    network.norm.bias.data.copy_(take("embeddings.LayerNorm.bias"))
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "mixed": "attention.output.dense",
        "mixed_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "outer_norm": "output.LayerNorm",
    }
    for number, layer in enumerate(network.layers):
        for ours, theirs in names.items():
            part = getattr(layer, ours)
            part.weight.data.copy_(take(f"encoder.layer.{number}.{theirs}.weight"))
            part.bias.data.copy_(take(f"encoder.layer.{number}.{theirs}.bias"))
