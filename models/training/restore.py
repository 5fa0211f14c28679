"""Makes a checkpoint of an exported folder, to learn on from; what the rounding took does not come back.

``python -m models.training.restore models/en_newstally/encoder build/shipped.pt configs/train.toml``
"""

import argparse
import json
import tomllib
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from .batches import Labels
from .export import bias_of, checkpoint
from .network import HEAD, Network, Sizes

Arrays = dict[str, np.ndarray]
MATRICES = {"DynamicQuantizeMatMul": (1, 2, 3), "MatMulIntegerToFloat": (1, 3, 5)}  # inputs: integers, scale, zero


def restored(folder: Path, config: dict) -> dict:
    """The checkpoint of which ``folder`` could have been exported with this configuration."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    state = _weights(onnx.load(folder / "model.onnx").graph)
    out = _arrays(onnx.load(folder / "relations.onnx").graph)
    state |= {f"rel_{name}": value for name, value in out.items() if name.startswith("out.")}
    layers = sum(name.endswith("query.bias") for name in state)
    heads = tuple(len(state[f"layers.{number}.query.bias"]) // HEAD for number in range(layers))
    labels = Labels(*(tuple(meta[name]) for name in ("upos", "xpos", "deps")))
    sizes = Sizes(heads, len(state["tags.bias"]), len(labels.upos), len(labels.xpos), len(labels.deps))
    network = Network(sizes)
    network.load_state_dict({name: torch.tensor(np.array(value, np.float32)) for name, value in state.items()})
    network.tags.bias.data -= bias_of(config)
    return checkpoint(network, labels)


def _arrays(graph: onnx.GraphProto) -> Arrays:
    return {row.name: numpy_helper.to_array(row) for row in graph.initializer}


def _weights(graph: onnx.GraphProto) -> Arrays:
    """What the network is made of by the names that torch has for it, without what ``smooth`` did."""
    arrays = _arrays(graph)
    named = {name.removeprefix("network."): value for name, value in arrays.items() if name.startswith("network.")}
    found = {_plain(name): value for name, value in named.items() if name.endswith((".weight", ".bias"))}
    found["pieces.weight"] = named["pieces.values"].astype(np.float32) * named["pieces.scale"]
    for node in graph.node:
        if node.op_type in MATRICES:
            whole, scale, zero = (arrays[node.input[place]].astype(np.float32) for place in MATRICES[node.op_type])
            name = _owner(node)
            found[f"{_plain(name)}.weight"] = ((whole - zero) * scale).T * named.get(_factors(name), 1.0)
        elif node.op_type == "Expand" and node.input[0] in arrays:
            found["arc_root"] = arrays[node.input[0]]
    return found


def _owner(node: onnx.NodeProto) -> str:
    """The layer that a matrix belongs to, by its bias; the one without is known by the path of what it gives."""
    last = node.input[-1]
    owner = last.removeprefix("network.") if last.endswith(".bias") else node.output[0].split("/")[-2]
    return owner.removesuffix(".bias")


def _plain(name: str) -> str:
    """The name of a layer or its part before factors were put in front: "outer.1" was "outer"."""
    return name.replace("inner.1", "inner").replace("outer.1", "outer")


def _factors(name: str) -> str:
    """The name of what a layer's inputs are multiplied by."""
    owner, _, last = name.rpartition(".")
    return f"{owner}.even.factors" if last in ("query", "key", "value") else f"{owner}.0.factors"


def main() -> None:
    """Read the command line and write the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("config", type=Path)
    given = parser.parse_args()
    config = tomllib.loads(given.config.read_text(encoding="utf-8"))
    torch.save(restored(given.folder, config), given.checkpoint)


if __name__ == "__main__":
    main()
