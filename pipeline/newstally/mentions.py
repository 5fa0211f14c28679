"""Doc → Mentions: the last module that touches a Doc. What is not copied here no later room can know.

Only words are copied: white space has no token here, and neither have the marks outside every block (the bullets and
numbers before the items of a list).
"""

from __future__ import annotations

from bisect import bisect_left

import numpy as np
from spacy.attrs import DEP, HEAD, IDX, LEMMA, ORTH, POS, SENT_START, TAG
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from newstally.types import Article, Block, Layout, Mention, Mentions, Span, Token

BLOCKS = "blocks"
INVISIBLE = "\ufeff\u200b\u200e\u200f"  # marks that the tokenizer leaves at the edge of a word


def read(doc: Doc, article: Article) -> Mentions:
    """Copy blocks, tokens, entities and span groups out of ``doc``, which was made from ``article.text``."""
    tokens, words = _tokens(doc, _innermost_blocks(doc))
    groups = {"entities": _mentions(article, tokens, words, doc.ents, "model")}
    for name in sorted(set(doc.spans) - {BLOCKS}):
        spans = sorted(doc.spans[name], key=lambda span: (span.start, -span.end, span.label_, span.id_))
        groups[name] = _mentions(article, tokens, words, spans)
    return Mentions(article, Layout(_blocks(doc, article.text)), tokens, groups)


def _blocks(doc: Doc, text: str) -> tuple[Block, ...]:
    """The blocks as the layout drew them, though a token may reach over the edge of one."""
    blocks = []
    for span in doc.spans.get(BLOCKS, ()):
        start, end = span.start_char, span.end_char
        start += len(text[start:end]) - len(text[start:end].lstrip(INVISIBLE))
        blocks.append(Block(span.label_, start, end))
    return tuple(blocks)


def _innermost_blocks(doc: Doc) -> list[int]:
    """For every token the number of its block, -1 outside all; a list holds words through its items only."""
    if BLOCKS not in doc.spans:
        return [0] * len(doc)
    by_token = [-1] * len(doc)
    for number, span in enumerate(doc.spans[BLOCKS]):
        if span.label_ != "list":
            by_token[span.start : span.end] = [number] * (span.end - span.start)
    return by_token


def _tokens(doc: Doc, of_block: list[int]) -> tuple[tuple[Token, ...], list[int]]:
    """The words as tokens, and for each its place in ``doc``; column by column, for a text has many."""
    forms = _Forms(doc.vocab.strings)
    words = [i for i, orth in enumerate(doc.to_array(ORTH).tolist()) if of_block[i] >= 0 and forms[orth][0].strip()]
    orths, places, lemmas, *labels = doc.to_array([ORTH, IDX, LEMMA, POS, TAG, DEP])[words].T.tolist()
    texts, lowers, leads = zip(*map(forms.__getitem__, orths), strict=True) if words else ((), (), ())
    starts = [place + lead for place, lead in zip(places, leads, strict=True)]
    columns = (
        range(len(words)),
        starts,
        [start + len(text) for start, text in zip(starts, texts, strict=True)],
        texts,
        lowers,
        [forms[lemma][1] or lower for lemma, lower in zip(lemmas, lowers, strict=True)],
        *([forms[label][0] for label in column] for column in labels),
        _heads(doc, words),
        _sentences(doc, words),
        [of_block[word] for word in words],
    )
    return tuple(map(Token._make, zip(*columns, strict=True))), words


class _Forms(dict[int, tuple[str, str, int]]):
    """What stands behind the numbers of a vocabulary, each looked up once for a text.

    It is the word without the invisible marks at its edges, so and in lower case, and how many marks stood before it.
    """

    def __init__(self, strings: StringStore) -> None:
        self._strings = strings

    def __missing__(self, number: int) -> tuple[str, str, int]:
        whole = self._strings[number]
        text = whole.strip(INVISIBLE)
        self[number] = form = (text, text.lower(), whole.find(text))
        return form


def _sentences(doc: Doc, words: list[int]) -> list[int]:
    """For every word the number of its sentence; with white space, too, a sentence may begin, but none ends with it."""
    begun = np.cumsum(doc.to_array(SENT_START) == 1)[words]
    return np.cumsum(np.diff(begun, prepend=begun[:1]) > 0).tolist()


def _heads(doc: Doc, words: list[int]) -> list[int]:
    """For every word the number of the nearest word above it, its own where there is none; no circle comes about."""
    above = (np.arange(len(doc)) + doc.to_array(HEAD).astype(np.int64)).tolist()
    numbers = {place: i for i, place in enumerate(words)}
    heads = []
    for i, place in enumerate(words):
        head = above[place]
        while head not in numbers and above[head] != head:
            head = above[head]
        heads.append(numbers.get(head, i))
    return heads


def _mentions(
    article: Article,
    tokens: tuple[Token, ...],
    words: list[int],
    spans: list[DocSpan] | tuple[DocSpan, ...],
    rule: str = "",
) -> tuple[Mention, ...]:
    """The spans that hold a word, cut to their words; ``rule`` stands for the spans' own ids where given."""
    mentions = []
    for span in spans:
        first, last = bisect_left(words, span.start), bisect_left(words, span.end)
        if first < last:
            start, end = tokens[first].start, tokens[last - 1].end
            text = Span(start, end, article.text[start:end])
            at = tokens[first]
            mentions.append(Mention(text, span.label_, rule or span.id_, first, last, at.block, at.sentence))
    return tuple(mentions)
