"""Turns a checkpoint into the folder that the pipeline loads: ONNX in 8-bit integers, fused, labels, tokenizer.

``python -m models.training.export CHECKPOINT FOLDER configs/train.toml [--float]`` does it again for an old checkpoint;
``--float`` leaves out the rounding, for comparison.
"""

import argparse
import json
import tempfile
import tomllib
import warnings
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from torch.nn import functional

from .base import base_cutter, base_model
from .batches import Labels
from .fuse import fused
from .network import Network, Sizes
from .smooth import smooth
from .tables import tables
from .text import LABELS, TAGS

Free = dict[str, dict[int, str]]  # axes by number, by the name of an input or output
OUTPUTS = ("tags", "upos", "xpos", "sent", "arcs", "rel_child", "rel_parent")


class SmallTable(nn.Module):
    """The wordpiece vectors as 8-bit integers, each with a scale of its own."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("values", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, pieces: Tensor) -> Tensor:
        """Pieces [B, N] -> vectors [B, N, H]."""
        return self.values[pieces].float() * self.scale[pieces]


class Exported(nn.Module):
    """The network with its outputs in a fixed order."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """One window: all [1, …]."""
        scores = self.network(pieces, shapes, first)
        return tuple(scores[name] for name in OUTPUTS)


def checkpoint(network: Network, labels: Labels) -> dict[str, Any]:
    """What ``load`` and ``export`` need of a network; a run adds to it what it needs to go on."""
    return {"network": network.state_dict(), "labels": vars(labels), "sizes": vars(network.sizes)}


def load(path: Path) -> tuple[Network, dict]:
    """The network of a checkpoint, ready to be read, and the checkpoint."""
    state = torch.load(path, weights_only=True)
    network = Network(Sizes(**state["sizes"]))
    network.load_state_dict(state["network"])
    return network.eval(), state


def bias_of(config: dict) -> Tensor:
    """What the configuration adds to the scores of the tags [tags]."""
    return torch.tensor([config["bias"].get(tag[2:], 0.0) for tag in TAGS])


def export(checkpoint: Path, folder: Path, config: dict, *, small: bool = True) -> None:
    """Write the model's files. ``small``: in 8-bit integers."""
    network, state = load(checkpoint)
    network.tags.bias.data += bias_of(config)
    folder.mkdir(parents=True, exist_ok=True)
    if small:
        smooth(network, base_cutter())
        network.pieces = SmallTable(network.pieces.weight.detach())
    (folder / "model.onnx").write_bytes(graph(network, small=small))
    (folder / "relations.onnx").write_bytes(labelling_graph(network.rel_out))
    (folder / "tokenizer.json").write_bytes((base_model() / "tokenizer.json").read_bytes())
    meta = {"labels": LABELS, **{name: list(row) for name, row in state["labels"].items()}, "window": config["window"]}
    names = [(name, "NORP") for name in tables().pairs] + [(name, "LOC") for name in tables().countries]
    meta["known"] = dict(sorted((name, label) for name, label in names if " " in name))
    (folder / "meta.json").write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


class Relations(nn.Module):
    """The labels of chosen arcs, as ``losses.relation_scores`` has them."""

    def __init__(self, out: nn.Linear) -> None:
        super().__init__()
        self.out = out

    def forward(self, child: Tensor, parent: Tensor) -> Tensor:
        """Both [n, R] -> scores [n, labels]."""
        return self.out(functional.gelu(child + parent, approximate="tanh"))


def graph(network: Network, *, small: bool) -> bytes:
    """The network as one ONNX graph.

    ``small``: weights are rounded per output channel and to 7 of the 8 bits: processors without VNNI instructions add
    two products in 16 bits, and would overflow with 8.
    """
    with tempfile.TemporaryDirectory() as temporary:
        whole, ready, final = (Path(temporary) / f"{name}.onnx" for name in ("whole", "ready", "final"))
        ids = torch.tensor([[101, 2023, 2003, 1037, 3231, 102]])
        example = (ids, torch.ones_like(ids), torch.tensor([[1, 2, 3]]))
        inputs = {"pieces": {1: "pieces"}, "shapes": {1: "pieces"}, "first": {1: "words"}}
        _trace(Exported(network), example, inputs, {name: {1: "words"} for name in OUTPUTS}, whole)
        if small:
            quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
            quantize_dynamic(
                str(ready),
                str(final),
                op_types_to_quantize=["MatMul"],
                per_channel=True,
                reduce_range=True,
                weight_type=QuantType.QInt8,
                extra_options={"MatMulConstBOnly": True},
            )
        return fused(final if small else whole)


def labelling_graph(out: nn.Linear) -> bytes:
    """The last step of the dependency labels as an ONNX graph: it reads what the trees have chosen."""
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "relations.onnx"
        example = (torch.zeros(2, out.in_features), torch.zeros(2, out.in_features))
        inputs = {"child": {0: "arcs"}, "parent": {0: "arcs"}}
        _trace(Relations(out).eval(), example, inputs, {"scores": {0: "arcs"}}, path)
        return fused(path)


def _trace(part: nn.Module, example: tuple, inputs: Free, outputs: Free, path: Path) -> None:
    """Export at full precision; ``inputs`` and ``outputs`` name the axes whose length is free."""
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            part,
            example,
            str(path),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=inputs | outputs,
            opset_version=17,
            dynamo=False,
        )


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("config", type=Path)
    parser.add_argument("--float", action="store_true", dest="whole")
    given = parser.parse_args()
    config = tomllib.loads(given.config.read_text(encoding="utf-8"))
    export(given.checkpoint, given.folder, config, small=not given.whole)


if __name__ == "__main__":
    main()
