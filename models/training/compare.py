"""Sets models side by side, accuracy against speed, all in one run on one core.

    python -m models.training.compare 6=models/en_newstally/encoder 4=build/l4/encoder cnn=build/cnn/model-last \
        --torch build/train/checkpoint.pt --corpora ../shared/corpora --plot models/curve.svg

A model is NAME=FOLDER, as for ``measure``; ``--torch`` adds the same network run by torch. Prints a Markdown table.
"""

import argparse
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import matplotlib.pyplot as plt
import numpy as np
import torch
from spacy.language import Language

from .corpora import rows_of
from .export import OUTPUTS, Exported, load
from .measure import entities, pipeline, table, trees

ROUNDS = 5
TEXTS = 25


class Point(NamedTuple):
    """One model: folder's size in MB, F1 of names (PERSON, LOC, ORG), labelled attachment, words a second."""

    size: float
    person: float
    names: float
    las: float
    speed: float


class TorchSession:
    """Answers as an ONNX session does, by torch on one thread."""

    def __init__(self, checkpoint: Path) -> None:
        torch.set_num_threads(1)
        self.network = Exported(load(checkpoint)[0])

    def run(self, names: Sequence[str], feed: Mapping[str, np.ndarray]) -> list[np.ndarray]:
        """The scores ``names`` for one window."""
        with torch.inference_mode():
            scores = self.network(*(torch.from_numpy(feed[name]) for name in ("pieces", "shapes", "first")))
        return [dict(zip(OUTPUTS, scores, strict=True))[name].numpy() for name in names]


def by_torch(folder: Path, checkpoint: Path) -> Language:
    """The pipeline of the encoder in ``folder`` with the network of ``checkpoint`` run by torch."""
    nlp = pipeline(folder)
    nlp.get_pipe("newstally_encoder").encoder.session = TorchSession(checkpoint)
    return nlp


def speeds(pipelines: Mapping[str, Language], texts: Sequence[str]) -> dict[str, float]:
    """Words a second of processor time, the best of some rounds in which all take their turns."""
    words = sum(len(text.split()) for text in texts)
    best = dict.fromkeys(pipelines, float("inf"))
    for _ in range(ROUNDS):
        for name, nlp in pipelines.items():
            started = time.process_time()
            for text in texts:
                nlp(text)
            best[name] = min(best[name], time.process_time() - started)
    return {name: words / seconds for name, seconds in best.items()}


def points(folders: Mapping[str, Path], checkpoint: Path | None, corpora: Path) -> dict[str, Point]:
    """Measure every model; the one by torch is the first folder's."""
    pipelines = {name: pipeline(folder) for name, folder in folders.items()}
    first = next(iter(folders))
    if checkpoint:
        pipelines[f"{first}, torch"] = by_torch(folders[first], checkpoint)
    texts = [row["text"] for row in rows_of(corpora / "ner/worldwide.dev.jsonl.gz")][:TEXTS]
    speed = speeds(pipelines, texts)
    found = {}
    for name, nlp in pipelines.items():
        names = entities(nlp, corpora / "ner/worldwide.dev.jsonl.gz", ("PERSON",))
        las = trees(nlp, corpora / "syntax/pud.test.conllu.gz")["LAS"]
        found[name] = Point(
            _megabytes(folders.get(name, checkpoint)), names["PERSON"][2], names["all"][2], las, speed[name]
        )
    return found


def _megabytes(path: Path) -> float:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files) / 1e6


def plot(found: Mapping[str, Point], path: Path) -> None:
    """Draw accuracy over speed, a panel for names and one for trees."""
    figure, panels = plt.subplots(1, 2, figsize=(9, 3.6), layout="constrained")
    for panel, field, title in zip(
        panels, ("names", "las"), ("names, F1 on worldwide.dev", "trees, LAS on pud.test"), strict=True
    ):
        curve = sorted((p.speed, getattr(p, field)) for name, p in found.items() if name.isdigit())
        panel.plot(*zip(*curve, strict=True), color="tab:blue", linewidth=1)
        for place, (name, point) in enumerate(found.items()):
            ours = name.isdigit()
            at = point.speed, getattr(point, field)
            panel.plot(*at, "o", color="tab:blue" if ours else "tab:gray")
            offset = (6, 4) if ours or place % 2 else (-4, -14)  # neighbours' names stand above and below
            panel.annotate(f"{name} layers" if ours else name, at, xytext=offset, textcoords="offset points")
        panel.set(title=title, xlabel="words a second, one core")
        panel.margins(x=0.25, y=0.2)
        panel.grid(alpha=0.3)
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """Read the command line, measure, print, draw."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("models", nargs="+", metavar="NAME=FOLDER")
    parser.add_argument("--torch", type=Path, metavar="CHECKPOINT")
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--plot", type=Path)
    given = parser.parse_args()
    folders = {name: Path(folder) for name, folder in (model.split("=", 1) for model in given.models)}
    found = points(folders, given.torch, given.corpora)
    rows = [
        [name, *(f"{value:,.0f}" if value > 500 else f"{value:.1f}" for value in point)]
        for name, point in found.items()
    ]
    table(["model", "MB", "PERSON", "names", "LAS", "words/s"], rows)
    if given.plot:
        plot(found, given.plot)


if __name__ == "__main__":
    main()
