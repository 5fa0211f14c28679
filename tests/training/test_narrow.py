"""A narrower network: which heads go, that the rest says what it said, and how far it is from its teacher."""

from __future__ import annotations

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from models.training.losses import taught  # noqa: E402
from models.training.narrow import kept, narrow  # noqa: E402
from models.training.network import HEAD, Network, Sizes  # noqa: E402
from models.training.restore import restored  # noqa: E402

from newstally.encoder.session import Encoder  # noqa: E402

ENCODER = Path(__file__).parents[2] / "models/en_newstally/encoder"
PARTS = dict.fromkeys(("tags", "upos", "xpos", "sent", "arcs", "deps"), 1.0)
PIECES, SHAPES, FIRST = torch.tensor([[101, 2023, 2003, 1037, 102]]), torch.ones(1, 5).long(), torch.tensor([[1, 2, 3]])


@pytest.fixture
def network() -> Network:
    torch.manual_seed(1)
    return Network(Sizes((3, 3), tags=3, upos=2, xpos=2, deps=2)).eval()


@pytest.mark.parametrize(
    ("heads", "stay"),
    [
        (4, [[0, 1, 2], [2]]),
        (3, [[0, 2], [2]]),
        (2, [[2], [2]]),  # each layer keeps its best, however little it matters
    ],
)
def test_the_heads_that_matter_most_stay(heads: int, stay: list[list[int]]) -> None:
    worths = [torch.tensor([5.0, 4.0, 9.0]), torch.tensor([0.1, 0.2, 0.3])]
    assert [row.tolist() for row in kept(worths, heads)] == stay


def test_without_heads_that_say_nothing_all_is_as_before(network: Network) -> None:
    network.layers[0].mixed.weight.data[:, HEAD : 2 * HEAD] = 0.0
    narrower = narrow(network, [torch.tensor([0, 2]), torch.tensor([0, 1, 2])]).eval()
    assert narrower.sizes.heads == (2, 3)
    before, after = (one(PIECES, SHAPES, FIRST) for one in (network, narrower))
    assert all(torch.allclose(before[name], after[name], atol=1e-5) for name in before)


def test_without_a_head_that_speaks_it_is_not(network: Network) -> None:
    narrower = narrow(network, [torch.tensor([0, 2]), torch.tensor([0, 1, 2])]).eval()
    before, after = (one(PIECES, SHAPES, FIRST)["tags"] for one in (network, narrower))
    assert not torch.allclose(before, after, atol=1e-5)


def test_who_answers_as_the_teacher_has_nothing_to_learn(network: Network) -> None:
    scores = {name: value.detach() for name, value in network(PIECES, SHAPES, FIRST).items()}
    sentences = torch.tensor([[1, 1, -1]])
    outs = network.rel_out.requires_grad_(False), network.rel_out
    assert taught(scores, scores, sentences, outs, PARTS) == pytest.approx(0.0, abs=1e-6)
    for name in ("tags", "upos", "xpos", "sent", "arcs", "rel_child"):
        other = scores | {name: scores[name] + torch.randn_like(scores[name])}
        assert taught(other, scores, sentences, outs, PARTS) > 1e-4, name
    no_word = scores["tags"] + torch.tensor([[0.0], [0.0], [9.0]])
    no_word[0, 2, 0] = 0.0
    assert taught(scores | {"tags": no_word}, scores, sentences, outs, PARTS) == pytest.approx(0.0, abs=1e-6)


def test_a_restored_network_reads_as_the_one_that_was_exported() -> None:
    state = restored(ENCODER, {"bias": {}})
    network = Network(Sizes(**state["sizes"])).eval()
    network.load_state_dict(state["network"])
    encoder = Encoder.load(ENCODER)
    words = ["Prime", "Minister", "Ann", "Lee", "met", "nine", "envoys", "from", "Oslo", "on", "Monday", "."]
    breaks = [True] + [False] * (len(words) - 1)
    pieces = encoder.cutter(words)
    inputs = encoder.cutter.inputs(words, pieces, breaks)
    with torch.no_grad():
        ours = network(*(torch.from_numpy(value)[None] for value in (inputs.pieces, inputs.shapes, inputs.first)))
    theirs = encoder.run(words, pieces, breaks)
    for name in ("tags", "upos", "xpos"):
        assert ours[name][0].argmax(1).tolist() == getattr(theirs, name).argmax(1).tolist()
