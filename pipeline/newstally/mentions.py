"""Doc → Mentions: the last module that touches a Doc. What is not copied here no later room can know.

White-space tokens are left out; heads that point at one move to the nearest word before it.
"""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from newstally.types import Article, Block, Layout, Mention, Mentions, Span, Token

BLOCKS = "blocks"


def read(doc: Doc, article: Article) -> Mentions:
    """Copy blocks, tokens, entities and span groups out of ``doc``, which was made from ``article.text``."""
    blocks = tuple(Block(span.label_, span.start_char, span.end_char) for span in doc.spans.get(BLOCKS, ()))
    index, words = _word_index(doc)
    of_block = _innermost_blocks(doc, words)
    tokens = _tokens(doc, words, index, of_block)

    def mention(span: DocSpan, rule: str) -> Mention:
        first = index[span.start] if not span[0].is_space else index[span.start] + 1
        last = max(index[span.end - 1], first) + 1
        start, end = tokens[first].start, tokens[last - 1].end
        text = Span(start, end, article.text[start:end])
        return Mention(text, span.label_, rule, first, last, tokens[first].block, tokens[first].sentence)

    groups = {"entities": tuple(mention(span, "model") for span in doc.ents)}
    for name in sorted(set(doc.spans) - {BLOCKS}):
        spans = sorted(doc.spans[name], key=lambda span: (span.start, -span.end, span.label_, span.id_))
        groups[name] = tuple(mention(span, span.id_) for span in spans if span.text.strip())
    return Mentions(article, Layout(blocks), tokens, groups)


def _word_index(doc: Doc) -> tuple[list[int], list[int]]:
    """For every token the index among words (of the word before it, for white space), and the words' positions."""
    index: list[int] = []
    words: list[int] = []
    for token in doc:
        if not token.is_space:
            words.append(token.i)
        index.append(max(len(words) - 1, 0))
    return index, words


def _innermost_blocks(doc: Doc, words: list[int]) -> list[int]:
    """For every word the number of its block; an item wins over its list, 0 where no block covers the word."""
    blocks = doc.spans.get(BLOCKS, ())
    by_token = [0] * len(doc)
    for number, span in enumerate(blocks):
        by_token[span.start : span.end] = [number] * (span.end - span.start)
    return [by_token[i] for i in words]


def _tokens(doc: Doc, words: list[int], index: list[int], of_block: list[int]) -> tuple[Token, ...]:
    tokens = []
    sentence = -1
    for i, position in enumerate(words):
        word = doc[position]
        # A sentence may start with white space, so compare with the word before rather than trust the flag alone.
        if i == 0 or any(doc[j].is_sent_start for j in range(words[i - 1] + 1, position + 1)):
            sentence += 1
        tokens.append(
            Token(
                i, word.idx, word.idx + len(word), word.text, (word.lemma_ or word.text).lower(), word.pos_, word.tag_,
                word.dep_, index[word.head.i], sentence, of_block[i],
            )
        )  # fmt: skip
    return tuple(tokens)
