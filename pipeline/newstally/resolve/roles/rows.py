"""Titles over a list: "It was signed by three editors:" and, in the rows below, "Ana Kos, Harbor Post (Peru)"."""

from __future__ import annotations

from collections.abc import Iterator

from newstally.resolve.roles import several
from newstally.resolve.roles.principal import Principal
from newstally.resolve.roles.scene import Claim, Scene
from newstally.types import Mention

REACH = 30  # tokens from a title to the colon
ENDS = {".", "?", "!"}
COLUMN = 6  # tokens of the second column, at most


def over_rows(scene: Scene, title: Mention) -> Iterator[Claim]:
    """The persons whose names open the rows below, where the title says how many and there are as many."""
    names = list(_below(scene, title))
    if len(names) > 1 and several.stated(scene, title) == len(names):
        yield from (Claim(scene.person_at[name.first], title) for name in names)


def in_column(scene: Scene, title: Mention, person: str) -> Principal:
    """What stands behind the person's name in a row below the title, up to a bracket: "Harbor Post"."""
    name = next((name for name in _below(scene, title) if scene.person_at[name.first] == person), None)
    if name is None or name.last >= len(scene.tokens) or scene.tokens[name.last].text != ",":
        return Principal()
    first = last = name.last + 1
    while last < len(scene.tokens) and scene.together(last, first) and scene.tokens[last].text not in {"(", ","}:
        last += 1
    names = 0 < last - first <= COLUMN and scene.tokens[first].text[0].isupper()
    return Principal(scene.text(first, last), first, last) if names else Principal()


def _below(scene: Scene, title: Mention) -> Iterator[Mention]:
    """The names that open the rows below the title's block, which ends in a colon or is a heading."""
    if not scene.plural(title):
        return
    tokens, block = scene.tokens, title.block
    reach = range(title.last, min(title.last + REACH, len(tokens)))
    heading = len(tokens) if _is_sentence(scene, title.first) else _block_end(scene, title.first)
    end = next((i + 1 for i in reach if tokens[i].text == ":" and tokens[i].block == block), heading)
    if end < len(tokens) and tokens[end].block == block:
        return
    for i in range(end, len(tokens)):
        if tokens[i].block == block:
            continue
        block, name = tokens[i].block, scene.starts.get(i)
        if name is None or not (scene.in_item(i) or (end == heading and not _is_sentence(scene, i))):
            return
        yield name


def _block_end(scene: Scene, i: int) -> int:
    """The token after the block of token ``i``, a line; ``REACH`` tokens on in a longer block."""
    block, stop = scene.tokens[i].block, min(i + REACH, len(scene.tokens))
    return next((j for j in range(i, stop) if scene.tokens[j].block != block), stop)


def _is_sentence(scene: Scene, i: int) -> bool:
    """Whether the block of token ``i`` ends as sentences do, or goes on for long."""
    end = _block_end(scene, i)
    return end == i + REACH or scene.tokens[end - 1].text in ENDS
