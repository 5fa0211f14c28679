"""A tree of one style turned into another: children that take the place of their heads, then other names. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class Tree(NamedTuple):
    """The tokens of a Doc: head of each (a root is its own), relation, lower-case word, and whether it is a noun."""

    heads: list[int]
    deps: list[str]
    words: list[str]
    nouns: list[bool]


class Promotion(NamedTuple):
    """A child that takes its head's place: by its relation, and its head's relation or word.

    The head hangs on it as ``below``; its own relation becomes the head's, or ``noun`` / ``verb`` by what it hangs on.
    """

    children: frozenset[str]
    heads: frozenset[str]
    forms: frozenset[str]
    below: str
    noun: str
    verb: str

    def fits(self, tree: Tree, i: int) -> bool:
        """Whether token ``i`` is to take the place of its head."""
        head = tree.heads[i]
        return (
            head != i
            and tree.deps[i] in self.children
            and (tree.deps[head] in self.heads or tree.words[head] in self.forms)
        )


class Turns(NamedTuple):
    """What is to be turned, from table ``schemes``."""

    promotions: tuple[Promotion, ...]
    relations: Mapping[str, str]
    beside: Mapping[str, Mapping[str, str]]  # other relations of a child by the relation of one beside it

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Turns:
        """Read ``promotions``, ``relations`` and ``beside`` of the table."""
        rows = tuple(
            Promotion(
                *(frozenset(row.get(name, ())) for name in ("children", "heads", "words")),
                *(row.get(name, "") for name in ("below", "noun", "verb")),
            )
            for row in table["promotions"]
        )
        return cls(rows, table["relations"], table["beside"])


def turned(tree: Tree, turns: Turns) -> Tree:
    """The tree with every promotion done, the deepest first, and its relations renamed."""
    found = Tree(list(tree.heads), _beside(tree, turns.beside), tree.words, tree.nouns)
    order = sorted(range(len(tree.heads)), key=lambda i: (-_depth(tree.heads, i), i))
    for promotion in turns.promotions:
        for i in order:
            if promotion.fits(found, i):
                _promote(found, i, promotion)
    return found._replace(deps=[turns.relations.get(dep, dep) for dep in found.deps])


def _beside(tree: Tree, names: Mapping[str, Mapping[str, str]]) -> list[str]:
    """The relations, with other names for those that stand beside a certain one."""
    deps = list(tree.deps)
    for i, dep in enumerate(tree.deps):
        for j, head in enumerate(tree.heads) if dep in names else ():
            if head == tree.heads[i]:
                deps[j] = names[dep].get(deps[j], deps[j])
    return deps


def _promote(tree: Tree, i: int, promotion: Promotion) -> None:
    """Let token ``i`` take the place of its head, and that one's other children where it becomes a function word."""
    heads, deps = tree.heads, tree.deps
    old = heads[i]
    root = heads[old] == old
    above = i if root else heads[old]
    deps[i] = (promotion.noun if tree.nouns[above] else promotion.verb) if promotion.noun else deps[old]
    heads[i] = above
    for j, head in enumerate(heads):
        if head == old and j != old:
            heads[j] = i
    heads[old], deps[old] = i, promotion.below


def _depth(heads: Sequence[int], i: int) -> int:
    """How many heads stand above token ``i``."""
    depth = 0
    while heads[i] != i:
        i, depth = heads[i], depth + 1
    return depth
