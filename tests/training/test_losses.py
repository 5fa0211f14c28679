import pytest

torch = pytest.importorskip("torch")

from models.training.losses import arc_loss, entity_loss, label_loss  # noqa: E402


def test_any_allowed_tag_is_right() -> None:
    scores = torch.tensor([[[0.0, 9.0, -9.0], [0.0, 9.0, -9.0]]])
    either, outside = torch.tensor([[0b011, 0]]), torch.tensor([[0b001, 0]])
    weights = torch.ones(1, 2)
    assert entity_loss(scores, either, weights) < 0.001
    assert entity_loss(scores, outside, weights) > 8


def test_unknown_answers_cost_nothing() -> None:
    assert label_loss(torch.randn(1, 3, 4), torch.full((1, 3), -1)) == 0


def test_parents_compete_within_a_sentence() -> None:
    scores = torch.zeros(1, 3, 4)
    scores[0, 0, 3] = 50.0  # a word of the next sentence
    loss = arc_loss(scores, torch.tensor([[2, -1, -1]]), torch.tensor([[1, 1, 2]]))
    assert loss == pytest.approx(torch.log(torch.tensor(2.0)))
