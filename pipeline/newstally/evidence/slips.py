"""Whether one figure is what a slip of the hand makes of another: one more or fewer, or two digits exchanged.

Two unlike figures of one kind mostly speak of two things. Where the words say that they are one, and a keystroke turns
the one into the other, a slip is likelier: of figures that have nothing to do with each other few are so near.
"""

from __future__ import annotations

from collections.abc import Container, Iterator


def is_keystroke(one: float, other: float) -> bool:
    """Whether two figures are one apart, or two neighbouring digits stand the other way round.

    >>> [is_keystroke(*pair) for pair in ((8, 9), (412, 421), (43, 34), (8, 10), (412, 214), (7, 7))]
    [True, True, True, False, False, False]
    """
    if min(one, other) <= 0:
        return False
    # Digits that change places leave their sum as it is, and with it what is left over of a division by nine.
    return abs(one - other) == 1 or ((round(one) - other) % 9 == 0 and other in tuple(_exchanged(one)))


def keystrokes(figure: float, known: Container[float]) -> list[float]:
    """The figures of ``known`` that a keystroke makes of ``figure``.

    >>> keystrokes(12, {11, 12, 14, 21})
    [11, 21]
    """
    return [other for other in (figure - 1, figure + 1, *_exchanged(figure)) if other in known]


def _exchanged(figure: float) -> Iterator[float]:
    """The figure with every two neighbouring digits the other way round."""
    digits = f"{figure:.0f}"
    for place in range(len(digits) - 1):
        one, other = digits[place], digits[place + 1]
        if one != other:
            yield float(f"{digits[:place]}{other}{one}{digits[place + 2 :]}")
