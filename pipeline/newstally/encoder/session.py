"""The network at run time: words in, scores out. ONNX Runtime, tokenizers and numpy; no spaCy, no torch.

A model is a folder of four files: ``model.onnx`` (the encoder and its heads, in 8-bit integers), ``relations.onnx``
(the last step of the dependency labels), ``tokenizer.json`` and ``meta.json`` (labels, windows, longer names).
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnxruntime

from .words import Pieces, WordPieces

FILES = ("model.onnx", "relations.onnx", "tokenizer.json", "meta.json")


class Scores(NamedTuple):
    """Scores for the W words of one window.

    tags [W, tags], upos [W, labels], xpos [W, labels], sent [W] (above 0: begins a sentence), arcs [W, 1 + W] (word to
    its parent; parent 0 is the root), rel_child and rel_parent [W, R] (see ``Encoder.relations``).
    """

    tags: np.ndarray
    upos: np.ndarray
    xpos: np.ndarray
    sent: np.ndarray
    arcs: np.ndarray
    rel_child: np.ndarray
    rel_parent: np.ndarray


class Encoder:
    """The network and its tokenizer.

    One window is one call: the network rounds its numbers by the largest in a call, so texts that shared one would
    change each other's scores.
    """

    def __init__(self, files: Mapping[str, Path | bytes], *, threads: int = 1) -> None:
        """Start the network from its files, or from what is in them. Raises ValueError where one is missing.

        threads: that one window may use; 1 leaves the other cores to other processes.
        """
        missing = [name for name in FILES if name not in files]
        if missing:
            raise ValueError(f"The model lacks {', '.join(missing)}: a model folder holds {', '.join(FILES)}.")
        self._files = {name: files[name] for name in FILES}
        self.threads = threads
        self.meta: dict[str, Any] = json.loads(_content(files["meta.json"]))
        self.known = {name: self.meta["labels"].index(label) for name, label in self.meta.get("known", {}).items()}
        self.cutter = WordPieces(_content(files["tokenizer.json"]).decode("utf-8"))
        self.session = _start(files["model.onnx"], threads)
        self.labelling = _start(files["relations.onnx"], 1)

    @classmethod
    def load(cls, folder: Path | str, *, threads: int = 1) -> "Encoder":
        """Start the network from a folder. Raises FileNotFoundError where a file is missing."""
        files = {name: (Path(folder) / name).resolve(strict=True) for name in FILES}
        return cls(files, threads=threads)

    @property
    def files(self) -> dict[str, bytes]:
        """What is in the model's files, by their names. Those of a folder are read anew, for they are large."""
        return {name: _content(file) for name, file in self._files.items()}

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel to another process as files; the network is started anew there."""
        return _restore, (self.files, self.threads)

    def run(self, words: Sequence[str], pieces: Sequence[Pieces], breaks: Sequence[bool]) -> Scores:
        """Score the words of one window; ``pieces`` from ``cutter``, ``breaks`` true for the first word of a block."""
        inputs = self.cutter.inputs(words, pieces, breaks)
        feed = {name: value[None] for name, value in inputs._asdict().items()}
        return Scores(*(value[0] for value in self.session.run(list(Scores._fields), feed)))

    def relations(self, child: np.ndarray, parent: np.ndarray) -> np.ndarray:
        """Score the labels of chosen arcs: child, parent [n, R] -> [n, labels]; a root's ``parent`` row is zeros."""
        return self.labelling.run(None, {"child": child, "parent": parent})[0]


def _content(file: Path | bytes) -> bytes:
    return file if isinstance(file, bytes) else file.read_bytes()


def _start(model: Path | bytes, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL  # they were fused for export
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _restore(files: dict[str, bytes], threads: int) -> Encoder:
    return Encoder(files, threads=threads)
