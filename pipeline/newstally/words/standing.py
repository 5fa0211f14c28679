"""Where tokens of a kind stand in a Doc: looked for in its arrays, for few tokens of a text are of any kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc


def standing(doc: Doc, attribute: int, values: Iterable[str]) -> list[int]:
    """The places of the tokens of which an attribute (of `spacy.attrs`) has one of the values."""
    numbers = [doc.vocab.strings[value] for value in values]
    return np.flatnonzero(np.isin(doc.to_array(attribute), np.array(numbers, dtype=np.uint64))).tolist()
