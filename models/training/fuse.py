"""Fuses the nodes of a graph once, as it is exported, and not at each start.

``python -m models.training.fuse FOLDER`` does it again for a folder exported before, as for a newer ONNX Runtime.

Those fusions alone that hold on every processor: ONNX Runtime's levels "basic" and "extended". What its level "all"
adds, other layouts in memory for the processor at hand, is for convolutions, of which there are none here.
"""

import argparse
import tempfile
from pathlib import Path

import onnx
import onnxruntime


def fused(path: Path) -> bytes:
    """The graph in the file ``path`` with its nodes fused; the same graph gives the same bytes."""
    with tempfile.TemporaryDirectory() as temporary:
        target = Path(temporary) / "fused.onnx"
        options = onnxruntime.SessionOptions()
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
        options.optimized_model_filepath = str(target)
        onnxruntime.InferenceSession(
            path, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
        )  # fused, the norms take ten times as long on a CPU
        model = onnx.load(target)
    model.producer_name = model.producer_version = ""
    del model.metadata_props[:]  # what made it, in an order of chance
    return model.SerializeToString(deterministic=True)


def main() -> None:
    """Read the command line and fuse."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    for path in sorted(parser.parse_args().folder.glob("*.onnx")):
        path.write_bytes(fused(path))


if __name__ == "__main__":
    main()
