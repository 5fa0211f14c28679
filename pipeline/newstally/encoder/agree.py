"""Makes one text agree with itself: the same words, written the same way, name the same thing throughout.

The network sees a few sentences at a time. A name that is plain in one place and doubtful in another is settled here by
all its places in the text, and found again where it was missed.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

Span = tuple[int, int, int]  # first word, last word + 1, number of the label
Form = tuple[str, ...]


class Name(NamedTuple):
    """Words ``[first, last)`` with the number of their label, and its share of the votes of all the form's places."""

    first: int
    last: int
    label: int
    share: float


FOUND_SHARE = 2 / 3  # a form is marked where it was missed if it was found in at least so many of its places …
FOUND_TIMES = 2  # … and at least so often
FULL_NAME = 2.0  # votes of a full name for its last name


def agree(
    spans: Sequence[Span], scores: np.ndarray, words: Sequence[str], blocks: Sequence[bool], person: int
) -> list[Name]:
    """Return the spans with labels settled over the text, and with missed repeats added, in order.

    scores [W, tags] as in ``decode``; blocks: true where a block begins; person: the label of people.
    """
    if not spans:
        return []
    own = _chances(scores, spans)
    forms = [tuple(words[first:last]) for first, last, _ in spans]
    votes: dict[Form, np.ndarray] = {}
    times: dict[Form, int] = defaultdict(int)
    for form, chances in zip(forms, own, strict=True):
        votes[form] = votes.get(form, 0.0) + chances
        times[form] += 1
    named = _family_names(spans, forms, votes, person)
    settled: list[Name] = []
    for (first, last, _), form, chances in zip(spans, forms, own, strict=True):
        share = votes[form] / votes[form].sum()
        weighed = np.log(share) if form in named else np.log(chances) + times[form] ** 0.5 * np.log(share)
        label = int(weighed.argmax())
        settled.append(Name(first, last, label, float(share[label])))
    return sorted(settled + _missed(settled, votes, times, words, blocks))


def _family_names(spans: Sequence[Span], forms: list[Form], votes: dict[Form, np.ndarray], person: int) -> set[Form]:
    """Return the forms that end a full name of a person in the text; each such name votes for them.

    "Freeland" in a headline looks like a place, but not where the text speaks of Chrystia Freeland. A country that is
    named more often than its namesake stays one.
    """
    found: set[Form] = set()
    for form, (_, _, label) in zip(forms, spans, strict=True):
        for size in range(1, len(form)) if label == person else ():
            if form[-size:] in votes:
                votes[form[-size:]][person] += FULL_NAME
                found.add(form[-size:])
    return found


def _chances(scores: np.ndarray, spans: Sequence[Span]) -> np.ndarray:
    """How likely each label is for each span, were its edges right [spans, labels]: means over its words, of sum 1."""
    rows = scores.astype(np.float64)
    best = rows.max(1, keepdims=True)
    rows = rows - np.log(np.exp(rows - best).sum(1, keepdims=True)) - best
    begins, inside = rows[:, 1::2], rows[:, 2::2]
    means = np.stack([(begins[first] + inside[first + 1 : last].sum(0)) / (last - first) for first, last, _ in spans])
    chances = np.exp(means - means.max(1, keepdims=True)) + 1e-6
    return chances / chances.sum(1, keepdims=True)


def _missed(
    spans: list[Name],
    votes: dict[Form, np.ndarray],
    times: dict[Form, int],
    words: Sequence[str],
    blocks: Sequence[bool],
) -> list[Name]:
    """Find the places of well-known forms that were not marked; longer forms first."""
    places: dict[str, list[int]] = defaultdict(list)
    wanted = {form for form in votes if times[form] >= FOUND_TIMES and form[0][:1].isupper()}
    firsts = {form[0] for form in wanted}
    for i, word in enumerate(words):
        if word in firsts:
            places[word].append(i)
    used = np.zeros(len(words), dtype=bool)
    for name in spans:
        used[name.first : name.last] = True
    found: list[Name] = []
    for form in sorted(wanted, key=lambda form: (-len(form), form)):
        size = len(form)
        free = [
            i
            for i in places[form[0]]
            if tuple(words[i : i + size]) == form and not used[i : i + size].any() and not any(blocks[i + 1 : i + size])
        ]
        if times[form] >= FOUND_SHARE * (times[form] + len(free)):
            for i in free:
                if not used[i : i + size].any():
                    used[i : i + size] = True
                    label = int(votes[form].argmax())
                    found.append(Name(i, i + size, label, float(votes[form][label] / votes[form].sum())))
    return found
