"""Trains the network on the corpora and exports it: ``python -m models.training.train configs/train.toml``.

Run it from the checkout. It writes ``checkpoint.pt`` and ``log.jsonl`` (the curve, one object a line) into the folder
named by ``output``; a run that was stopped goes on from its checkpoint with the same result. Same configuration, seed
and number of threads: same weights.
"""

import argparse
import json
import math
import time
import tomllib
from pathlib import Path
from random import Random

import torch
from safetensors.torch import load_file
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from .augment import pool
from .base import base_cutter, base_model
from .batches import Labels, Mix, batches, epoch, tensors
from .corpora import read_all
from .export import checkpoint, export, load
from .losses import taught, total
from .network import HEADS, Network, Sizes, pretrained
from .text import TAGS, Text


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("settings", nargs="*", metavar="KEY=VALUE", help="as in the configuration: layers=4")
    given = parser.parse_args()
    config = tomllib.loads(given.config.read_text(encoding="utf-8"))
    train(config | tomllib.loads("\n".join(given.settings)))


def mix_of(config: dict) -> Mix:
    """The part of the configuration that says what an epoch is made of."""
    shares = {options["name"]: options["share"] for options in config["corpus"]} | config["mix"].get("shares", {})
    return Mix(shares=shares, **{name: value for name, value in config["mix"].items() if name != "shares"})


def build(config: dict, labels: Labels) -> Network:
    """A new network over the pretrained encoder, or over the lowest layers of a trained network (``start``)."""
    start = load(Path(config["start"]))[0] if config["start"] else None
    heads = start.sizes.heads[: config["layers"]] if start else (HEADS,) * config["layers"]
    torch.manual_seed(config["seed"])
    network = Network(Sizes(heads, len(TAGS), len(labels.upos), len(labels.xpos), len(labels.deps)))
    if start:
        network.load_state_dict(start.state_dict(), strict=False)
    else:
        pretrained(network, load_file(base_model() / "model.safetensors"))
    return network


def optimiser(network: Network, rates: dict[str, float]) -> torch.optim.Optimizer:
    """AdamW; the heads learn faster than the encoder, and norms and biases do not decay."""
    groups: dict[tuple[float, float], list] = {}
    for name, part in network.named_parameters():
        encoder = name.startswith(("pieces", "positions", "norm", "layers"))
        key = (rates["encoder"] if encoder else rates["heads"], 0.0 if part.ndim < 2 else rates["decay"])
        groups.setdefault(key, []).append(part)
    rows = [
        {"params": parts, "lr": rate, "peak": rate, "weight_decay": decay} for (rate, decay), parts in groups.items()
    ]
    return torch.optim.AdamW(rows, betas=(0.9, 0.98), fused=True)


def pace(config: dict, epochs: float) -> float:
    """The share of the highest learning rates that holds after so many ``epochs``.

    It goes up during the share ``warm`` of the run, then down along a cosine.
    """
    done, warm = epochs / config["epochs"], config["rates"]["warm"]
    fall = 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (done - warm) / (1 - warm)))
    return done / warm if done < warm else fall


class Run:
    """A training run and where it stands.

    What it exports is a moving average of the weights over the last steps: it wavers less than the weights themselves.
    """

    def __init__(self, config: dict) -> None:
        self.config = config
        self.output = Path(config["output"])
        self.output.mkdir(parents=True, exist_ok=True)
        torch.set_num_threads(config["threads"])
        self.texts = read_all(config)
        self.labels = Labels.of(self.texts)
        self.network = build(config, self.labels)
        self.teacher = load(Path(config["teacher"]))[0].requires_grad_(False) if config["teacher"] else None
        self.optimiser = optimiser(self.network, config["rates"])
        self.average = AveragedModel(self.network, multi_avg_fn=get_ema_multi_avg_fn(config["average"]))
        self.cutter = base_cutter()
        self.epoch = self.step = 0

    def save(self) -> None:
        """Write the checkpoint, all at once."""
        state = checkpoint(self.average.module, self.labels) | {
            "running": self.network.state_dict(),
            "averaged": int(self.average.n_averaged),
            "optimiser": self.optimiser.state_dict(),
            "epoch": self.epoch,
            "step": self.step,
            "random": torch.get_rng_state(),
        }
        torch.save(state, self.output / "checkpoint.tmp")
        (self.output / "checkpoint.tmp").replace(self.output / "checkpoint.pt")

    def resume(self) -> None:
        """Go back to where the checkpoint was written, if there is one."""
        path = self.output / "checkpoint.pt"
        if path.exists():
            state = torch.load(path, weights_only=True)
            self.network.load_state_dict(state["running"])
            self.average.module.load_state_dict(state["network"])
            self.average.n_averaged.fill_(state["averaged"])
            self.optimiser.load_state_dict(state["optimiser"])
            torch.set_rng_state(state["random"])
            self.epoch, self.step = state["epoch"], state["step"]

    def one_step(self, batch: list[Text], rate: float) -> float:
        """Learn from one batch, at ``rate`` of the highest rates, and return its loss."""
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * rate
        values = tensors(batch, self.labels, self.cutter)
        loss = self.loss(values)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.average.update_parameters(self.network)
        self.optimiser.zero_grad(set_to_none=True)
        return loss.item()

    def loss(self, values: dict[str, torch.Tensor]) -> torch.Tensor:
        """How far the network is from the corpora's answers, or from those of its teacher, where it has one."""
        inputs = [values[name] for name in ("pieces", "shapes", "first", "mask")]
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.config["half"]):
            scores = self.network(*inputs)
        if self.teacher is None:
            return total(scores, values, self.network.rel_out, self.config["losses"])
        outs = self.network.rel_out, self.teacher.rel_out
        return taught(scores, self.teacher(*inputs), values["sentences"], outs, self.config["losses"])

    def one_epoch(self, mix: Mix) -> None:
        """Learn from one epoch, or what is left of it."""
        rng = Random(f"{self.config['seed']}-{self.epoch}")
        windows = epoch(self.texts, mix, pool(self.texts), self.cutter, rng)
        rows = batches(windows, self.cutter, self.config["batch"], rng)
        started, pieces, losses, saved = time.time(), 0, [], time.time()
        for row in rows[self.step :]:
            losses.append(self.one_step(row, pace(self.config, self.epoch + self.step / len(rows))))
            pieces += sum(len(p) for text in row for p in self.cutter(text.words))
            self.step += 1
            if self.step % 25 == 0:
                self.log(
                    epoch=self.epoch,
                    step=self.step,
                    of=len(rows),
                    loss=sum(losses) / len(losses),
                    speed=pieces / (time.time() - started),
                )
                losses = []
            if time.time() - saved > self.config["save_every"]:
                self.save()
                saved = time.time()
        self.epoch, self.step = self.epoch + 1, 0
        self.save()

    def log(self, **values: float) -> None:
        """Add a line to the curve; ``speed`` is in wordpieces a second."""
        row = {"time": round(time.time(), 1)} | {name: round(value, 4) for name, value in values.items()}
        with (self.output / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")


def train(config: dict) -> None:
    """Train from the start or from the checkpoint, then export into ``config["export"]``."""
    run = Run(config)
    run.resume()
    run.network.train(run.teacher is None)  # dropout would only blur what a teacher says
    while run.epoch < config["epochs"]:
        run.one_epoch(mix_of(config))
    export(run.output / "checkpoint.pt", Path(config["export"]), config)


if __name__ == "__main__":
    main()
