"""Doc → Mentions: the last module that touches a Doc. What is not copied here no later room can know.

Only words are copied: white space has no token here, and neither have the marks outside every block (the bullets and
numbers before the items of a list).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan
from spacy.tokens import Token as DocToken

from newstally.types import Article, Block, Layout, Mention, Mentions, Span, Token

BLOCKS = "blocks"
INVISIBLE = "\ufeff\u200b\u200e\u200f"  # marks that the tokenizer leaves at the edge of a word


def read(doc: Doc, article: Article) -> Mentions:
    """Copy blocks, tokens, entities and span groups out of ``doc``, which was made from ``article.text``."""
    of_block = _innermost_blocks(doc)
    words = [token.i for token in doc if of_block[token.i] >= 0 and token.text.strip(INVISIBLE).strip()]
    tokens = _tokens(doc, words, of_block)
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


def _governor(word: DocToken, places: Mapping[int, int]) -> int:
    """The nearest word above that is copied; the top of the tree where there is none, so that no circle comes about."""
    head = word.head
    while head.i not in places and head.head.i != head.i:
        head = head.head
    return head.i


def _tokens(doc: Doc, words: list[int], of_block: list[int]) -> tuple[Token, ...]:
    tokens: list[Token] = []
    places = {position: i for i, position in enumerate(words)}
    sentence, begins = -1, True
    for word in doc:
        begins = begins or word.is_sent_start is True  # perhaps with white space
        i = places.get(word.i)
        if i is None:
            continue
        sentence += begins
        begins = False
        whole = word.text
        text = whole.strip(INVISIBLE)
        start = word.idx + len(whole) - len(whole.lstrip(INVISIBLE))
        lemma = (word.lemma_ or text).strip(INVISIBLE).lower()
        head = places.get(_governor(word, places), i)
        tokens.append(
            Token(
                i, start, start + len(text), text, text.lower(), lemma, word.pos_, word.tag_, word.dep_, head, sentence,
                of_block[word.i],
            )
        )  # fmt: skip
    return tuple(tokens)


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
