"""Builds Docs, Mentions and Stories by hand, so that unit tests need no trained model."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc, Span

from newstally import mentions as mentions_module
from newstally.types import Article, Mentions

NLP = spacy.blank("en")
POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "CD": "NUM", "DT": "DET", "IN": "ADP", "TO": "PART",
    "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON",
    "WDT": "PRON", "EX": "PRON", "CC": "CCONJ", "MD": "AUX", "POS": "PART", "VB": "VERB", "VBD": "VERB", "VBG": "VERB",
    "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", ".": "PUNCT", ",": "PUNCT", ":": "PUNCT", "``": "PUNCT", "''": "PUNCT",
    "-LRB-": "PUNCT", "-RRB-": "PUNCT", "HYPH": "PUNCT", "$": "SYM", "SYM": "SYM",
    "WP$": "PRON", "UH": "INTJ", "RP": "ADP", "RBS": "ADV", "WRB": "ADV", "PDT": "DET", "FW": "X",
}  # fmt: skip


def parsed(text: str, notes: str = "", **groups: list[tuple]) -> Doc:
    """A Doc of ``text`` (tokenised as English) with hand-written annotations.

    ``notes`` holds, for each token that is not white space, ``TAG dep head`` (head counts from 1 within the text's
    words, 0 for a root), tokens separated by ``|``; a fourth word is the lemma. Without notes no parse is set and the
    whole text is one sentence. Sentences are the trees. ``groups`` are span groups: lists of ``(words, label)`` or
    ``(words, label, rule id)``, each found left to right in the text; the group ``ents`` sets the entities.

    >>> doc = parsed("Trudeau held nine calls", "NNP nsubj 2|VBD root 0|CD nummod 4|NNS obj 2 call",
    ...              ents=[("Trudeau", "PERSON")])
    """
    doc = NLP(text)
    words = [token for token in doc if not token.is_space]
    if notes:
        _annotate(doc, words, [note.split() for note in notes.split("|")])
    for name, rows in groups.items():
        spans = _spans(doc, rows)
        if name == "ents":
            doc.ents = spans
        else:
            doc.spans[name] = spans
    return doc


def _annotate(doc: Doc, words: list, notes: list[list[str]]) -> None:
    assert len(notes) == len(words), f"{len(notes)} notes for {len(words)} words: {[w.text for w in words]}"
    previous = words[0]
    for token in doc:
        if token.is_space:
            token.head, token.dep_, token.pos_ = previous, "dep", "SPACE"
        else:
            previous = token
    for token, (tag, dep, head, *lemma) in zip(words, notes, strict=True):
        token.tag_, token.pos_, token.dep_ = tag, POS[tag], dep
        token.head = token if head == "0" else words[int(head) - 1]
        token.lemma_ = lemma[0] if lemma else token.lower_


def _spans(doc: Doc, rows: list[tuple]) -> list[Span]:
    spans: list[Span] = []
    position = 0
    for words, label, *rule in rows:
        start = doc.text.index(words, position)
        span = doc.char_span(start, start + len(words), label=label, alignment_mode="expand")
        span.id_ = rule[0] if rule else ""
        spans.append(span)
        position = start + 1
    return spans


def read(text: str, notes: str = "", **groups: list[tuple]) -> Mentions:
    """Mentions of a text annotated by hand; arguments as for `parsed`. ``blocks`` defaults to one paragraph."""
    groups.setdefault("blocks", [(text.strip(), "paragraph")])
    doc = parsed(text, notes, **groups)
    return mentions_module.read(doc, Article("t", text))
