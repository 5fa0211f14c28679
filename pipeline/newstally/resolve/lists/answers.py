"""Openings in a later sentence, whose subject takes up what a count counts: "They are", "The towns are".

"Projects on that list include …" takes up 57 projects, "They were named as …" the nearest people. The subject is a
pronoun, which takes up the sentence right before; or the count's own noun in the plural, which may stand further on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstally.resolve.lists.openings import Opening, nearest_first
from newstally.resolve.lists.page import Page, Placed
from newstally.types import Token

PRONOUNS = {"they", "these", "those", "them"}
REACH = 3  # sentences from a count to the sentence whose subject has its noun
FAR = 8  # sentences from a count to "the dead"
LONGEST_SUBJECT = 8  # tokens


def answers(page: Page) -> Iterator[Opening]:
    """An opening for each sentence that goes on with a count, behind "are", "include" or "were identified as"."""
    labels = {cue.first: (cue, label) for label in ("LIST_OPEN", "LIST_CLOSED") for cue in page.cues(label)}
    for first, last in page.sentences:
        for i in range(first + 1, min(first + LONGEST_SUBJECT, last - 1)):
            cue, label = labels.get(i, (None, ""))
            if cue or _is_are(page.tokens[i]):
                start = cue.last if cue else i + 1 + (page.tokens[i + 1].text == ":")
                yield from _opening(page, range(first, i), start, is_open=label == "LIST_OPEN")
                break


def _is_are(token: Token) -> bool:
    return token.lower in {"are", "were"} and token.dep == "cop"


def _opening(page: Page, subject: range, start: int, *, is_open: bool) -> Iterator[Opening]:
    """What stands from token ``start`` on may be members of the counts that the subject takes up."""
    if any(i in page.figure_at for i in subject) or start >= len(page.tokens):
        return
    words = [page.tokens[i] for i in subject]
    is_open = is_open or words[0].lower == "among"
    words = words[words[0].lower == "among" :]
    noun = _noun(words)
    counts = _named(page, words[0].sentence, noun) if noun else ()
    counts = counts or _befallen(page, words) or (() if noun else _right_before(page, words))
    if counts:
        yield Opening(start, counts, firm=True, open=is_open)


def _noun(words: Sequence[Token]) -> Token | None:
    """The noun in the plural that the subject is of, where it is definite or stands alone."""
    nouns = [word for word in words if word.tag == "NNS" and word.dep.startswith(("nsubj", "obl", "root"))]
    return nouns[0] if nouns and words[0].lower in {"the", "those", "these", nouns[0].lower} else None


def _named(page: Page, sentence: int, noun: Token) -> tuple[Placed, ...]:
    """The nearest count of so many of them, in the sentences before."""
    kin = page.kin(noun.lemma)
    for number in range(sentence - 1, max(sentence - 1 - REACH, -1), -1):
        placed = page.counts_of_sentence.get(number, ())
        counts = [one for one in placed if one.count.kin == kin and one.count.unit_text]
        if counts:
            return nearest_first(counts)[:1]
    return ()


def _befallen(page: Page, words: Sequence[Token]) -> tuple[Placed, ...]:
    """The nearest count of people of whom the same is said as of "the dead", "those arrested", "Dropped (are)"."""
    is_short = len(words) == 2 and words[0].lower in {"the", "those"}
    said = words[-1] if is_short else words[0]
    if not is_short and said.tag != "VBN":
        return ()
    fates = page.tables.get("units", {}).get("people", {}).get("fates", ())
    fate = next((row for row in fates if said.lower in row), () if is_short else (said.lemma,))
    sentence = said.sentence
    for number in range(sentence - 1, max(sentence - 1 - FAR, -1), -1):
        placed = page.counts_of_sentence.get(number, ())
        counts = [one for one in placed if one.count.living and _is_said_of(page, placed, one, fate)]
        if counts:
            return tuple(counts[:1])
    return ()


def _is_said_of(page: Page, placed: Sequence[Placed], one: Placed, words: Sequence[str]) -> bool:
    """Whether one of ``words``, or a form of it, stands right before the count, in or behind it, before the next."""
    last = min((other.tokens.first for other in placed if other.tokens.first >= one.tokens.last), default=None)
    end = page.sentences[page.tokens[one.tokens.first].sentence].last if last is None else last
    return any({token.lower, token.lemma} & {*words} for token in page.tokens[max(one.tokens.first - 1, 0) : end])


def _right_before(page: Page, words: Sequence[Token]) -> tuple[Placed, ...]:
    """The counts of the sentence before, which a pronoun may take up; of the block before, where it opens one."""
    if len(words) > 3 or words[0].lower not in PRONOUNS:
        return ()
    before = page.counts_of_sentence.get(words[0].sentence - 1, ())
    return nearest_first(placed for placed in before if words[0].block - placed.count.block <= 1)
