"""The losses: one number from the network's scores and a batch's answers.

Entities are learnt from corpora that do not mark the same labels. An answer for a word is therefore a *set* of tags:
where a corpus does not mark nationalities, a word outside all its entities may be "outside" or any nationality tag, and
the loss asks only that the right set gets the mass (partial annotation, marginalised).
"""

import torch
from torch import Tensor
from torch.nn import functional

UNKNOWN = -1


def entity_loss(scores: Tensor, allowed: Tensor, weights: Tensor) -> Tensor:
    """The weighted mean: scores [B, W, T]; weights [B, W]; allowed [B, W] a bit for each tag, 0: nothing is known."""
    bits = torch.arange(scores.shape[-1])
    mask = (allowed[:, :, None] >> bits) & 1 > 0
    known = allowed > 0
    scores, mask, weights = scores[known], mask[known], weights[known]
    right = torch.logsumexp(scores.masked_fill(~mask, -1e4), -1)
    return (weights * (torch.logsumexp(scores, -1) - right)).sum() / weights.sum().clamp(min=1.0)


def label_loss(scores: Tensor, answers: Tensor) -> Tensor:
    """Cross-entropy over the words whose answer is known (not -1); 0 where there is none."""
    if not bool((answers >= 0).any()):
        return scores.sum() * 0.0
    return functional.cross_entropy(scores.flatten(0, -2), answers.flatten(), ignore_index=UNKNOWN)


def sentence_loss(scores: Tensor, answers: Tensor) -> Tensor:
    """scores, answers [B, W]: 1 begins a sentence, 0 does not, -1 unknown."""
    known = answers >= 0
    if not bool(known.any()):
        return scores.sum() * 0.0
    return functional.binary_cross_entropy_with_logits(scores[known], answers[known].float())


def arc_loss(scores: Tensor, parents: Tensor, sentences: Tensor) -> Tensor:
    """Scores [B, W, 1 + W]; parents [B, W] 0 for the root, -1 unknown; sentences [B, W] a number for each sentence.

    Only words of the same sentence compete to be the parent, as when the trees are read off.
    """
    return label_loss(within(scores, sentences), parents)


def within(scores: Tensor, sentences: Tensor) -> Tensor:
    """The scores of arcs [B, W, 1 + W], hopeless where an arc leads to another sentence or to the word itself."""
    same = sentences[:, :, None] == sentences[:, None, :]
    same &= ~torch.eye(scores.shape[1], dtype=torch.bool)
    same = torch.cat([torch.ones_like(same[:, :, :1]), same], dim=2)
    return scores.masked_fill(~same, -1e4)


def relation_scores(child: Tensor, parent: Tensor, parents: Tensor, out: torch.nn.Linear) -> Tensor:
    """child, parent [B, W, R], parents [B, W] (0 the root) -> scores [B, W, labels] of the arc to the right parent.

    The root has no vector: its arcs are scored from the child alone.
    """
    parent = torch.cat([torch.zeros_like(parent[:, :1]), parent], dim=1)
    index = parents.clamp(min=0)[:, :, None].expand(-1, -1, child.shape[2])
    return out(functional.gelu(child + parent.gather(1, index), approximate="tanh"))


def total(scores: dict[str, Tensor], batch: dict[str, Tensor], out: torch.nn.Linear, parts: dict[str, float]) -> Tensor:
    """The weighted sum of all tasks; ``parts`` holds the weight of each."""
    scores = {name: value.float() for name, value in scores.items()}
    relations = relation_scores(scores["rel_child"], scores["rel_parent"], batch["parents"], out)
    losses = {
        "tags": entity_loss(scores["tags"], batch["allowed"], batch["weights"]),
        "upos": label_loss(scores["upos"], batch["upos"]),
        "xpos": label_loss(scores["xpos"], batch["xpos"]),
        "sent": sentence_loss(scores["sent"], batch["sent"]),
        "arcs": arc_loss(scores["arcs"], batch["parents"], batch["sentences"]),
        "deps": label_loss(relations, batch["deps"]),
    }
    return torch.stack([parts[name] * value for name, value in losses.items()]).sum()


def taught(
    scores: dict[str, Tensor],
    teacher: dict[str, Tensor],
    sentences: Tensor,
    outs: tuple[torch.nn.Linear, torch.nn.Linear],
    parts: dict[str, float],
) -> Tensor:
    """How far the scores are from a teacher's (Hinton et al. 2015): the weighted sum of all tasks, 0 where they agree.

    sentences [B, W]: a number for each sentence, -1 where there is no word. outs: the layers that score the labels of
    arcs, the network's and the teacher's; the arcs are those that the teacher chooses.
    """
    words = sentences >= 0
    both = [{name: value.float() for name, value in given.items()} for given in (scores, teacher)]
    arcs = [within(given["arcs"], sentences) for given in both]
    parents = arcs[1].argmax(2)
    deps = [
        relation_scores(given["rel_child"], given["rel_parent"], parents, out)
        for given, out in zip(both, outs, strict=True)
    ]
    sent = [torch.stack([given["sent"], torch.zeros_like(given["sent"])], dim=2) for given in both]
    labels = {name: [given[name] for given in both] for name in ("tags", "upos", "xpos")}
    pairs = labels | {"sent": sent, "arcs": arcs, "deps": deps}
    return torch.stack([parts[name] * _divergence(*pair, words) for name, pair in pairs.items()]).sum()


def _divergence(scores: Tensor, teacher: Tensor, words: Tensor) -> Tensor:
    """Kullback-Leibler, teacher first: scores [B, W, labels], words [B, W] -> the mean over the words."""
    ours, theirs = (functional.log_softmax(given[words], dim=1) for given in (scores, teacher))
    return functional.kl_div(ours, theirs, reduction="batchmean", log_target=True)
