"""Texts that no desk writes: for hypothesis to draw from, and a few of the greatest length that is read.

And a reader in the encoder's place, for pipelines that meet them by the thousand: any tag and any tree may come.
"""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path
from zlib import crc32

from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_model_from_path

import en_newstally
from newstally import MAX_CHARS
from newstally.words.numerals import ONES

SIGNS = [
    "\u202e", "\u202c", "\u2066", "\u2069", "\u200f", "\u200e", "\u061c",  # directions
    "\u200d", "\u200c", "\u2060", "\ufeff", "\u00ad", "\u200b", "\ufe0f", "\U000e0041",  # seen by nobody
    "\u0301", "\u20dd", "\u0489", "\u05b0", "e\u0301",  # combining marks
    "\0", "\x1b[31m", "\x1b]0;x\x07", "\x9b1m", "\x07", "\x08", "\x7f", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85",
    "\u2028", "\u2029", "\n", "\n\n", "\t", " ", "\u00a0", "\u3000",
    "👩‍👩‍👧‍👦", "🇨🇦", "🏴\U000e0067\U000e0062\U000e007f", "👍🏽", "𝟙𝟚", "שלום 19", "قال ١٢ وزيرا", "１２",
    "१२", "①", "Ⅻ", "½", "²",
    "1\u200d9", "1\u200b,\u200b000", "9" * 40, "1e9999", "-0", "0.0", "1,,000", "1.2.3", "NaN", "inf", "10/0", "٪",
    "(", ")", "[", "]", "{", "«", "“", "”", "'", '"', "<b>", "<!-- newstally: ignore T101: -->", "&#0;", "\\u0000",
]  # fmt: skip
WORDS = [
    "19 talks", "nine calls", "11 of them", "of whom 8", "between 10 and 15", "half of the 12 envoys", "$3.2 million",
    "7 percent", "in all", "a total of", "including", "and", ",", ".", ":", ";", "—", "the other", "the remaining four",
    "rose from 10 to 15", "fell by half", "twice as many", "Prime Minister", "Foreign Minister of Peru", "Ida Berg",
    "Mr. Berg", "Jonas Lie", "Lie", "Germany", "Congo", "the European Union", "aged 41", "born in 1980",
    "Monday, March 4, 2025", "from 2010 to 2015", "Correction: an earlier version said 20 calls. It was 19.", "• one",
    "The guests:", "1. ", "2. ", "Ferries\t12\t13", "By Ida Berg", "OSLO — ", "said", "met", "died", "were hurt",
]  # fmt: skip
PIECES = st.sampled_from(SIGNS + WORDS + WORDS)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(PIECES, max_size=60).map("".join),
    st.lists(PIECES, max_size=60).map(" ".join),
)


def _full(piece: str, size: int = MAX_CHARS) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def extremes(size: int = MAX_CHARS) -> dict[str, str]:
    """Texts of ``size`` characters, each of one thing."""
    half = size // 2
    return {
        "one word": "a" * size,
        "one-word lines": _full("word\n", size),
        "one sentence": _full("the minister met an envoy and ", size),
        "paragraphs": _full("The minister met the envoy.\n\n", size),
        "figures": _full("They met 19 envoys, ", size),
        "figures in lines": _full("They met 19 envoys.\n", size),
        "names": _full("Ida Berg met Jonas Lie. ", size),
        "roles": _full("Foreign Minister of Peru Ida Berg, ", size),
        "countries": _full("Germany and Peru, ", size),
        "dates": _full("Monday, March 4, 2025, ", size),
        "rows": _full("Germany\t12\n", size),
        "bullets": _full("• Ida Berg\n", size),
        "a long number": "9" * size,
        "grouped number": _full("1,000", size),
        "brackets": "(" * half + ")" * half,
        "quotes": _full("“", size),
        "combining marks": "e" + "\u0301" * (size - 1),
        "joined emoji": _full("👩\u200d", size),
        "directions": _full("\u202ea\u202c ", size),
        "spaces": "a" + " " * (size - 2) + "b",
        "blank lines": "a" + "\n" * (size - 2) + "b",
        "stops": _full(". ", size),
        "dashes": _full("-", size),
        "corrections": _full("Correction: it was 19, not 20.\n\n", size),
        "arabic digits": _full("قال ١٢ وزيرا ", size),
        "control characters": _full("".join(chr(code) for code in range(1, 32)), size),
    }


# ---- a reader in the encoder's place ---------------------------------------------------------------------------------

KINDS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "CD": "NUM", "VBD": "VERB", "JJ": "ADJ", "IN": "ADP", "DT": "DET",
    "RB": "ADV", "CC": "CCONJ", "WDT": "PRON",
}  # fmt: skip
TAGS = tuple(KINDS)
DEPS = ["nsubj", "obj", "nmod", "nummod", "amod", "conj", "appos", "compound", "case", "det", "acl", "obl", "flat"]
LABELS = ["PERSON", "LOC", "ORG", "NORP", "MISC"]
LONGEST = 40
"""Words of a sentence: no tree is larger."""


@Language.component("hostile_reader")
def hostile_reader(doc: Doc) -> Doc:
    """Tags, trees and names that depend on the words and their places alone, half of them as they should be."""
    signs = [crc32(f"{token.lower_}{token.i}".encode("utf-8", "replace")) for token in doc]
    tags = [_tag(token.text, sign) for token, sign in zip(doc, signs, strict=True)]
    heads = _heads(tags, signs, [token.is_sent_start is True for token in doc])
    made = Doc(
        doc.vocab, [token.text for token in doc], [bool(token.whitespace_) for token in doc],
        tags=tags, pos=[KINDS[tag] for tag in tags], heads=heads,
        deps=["ROOT" if head == i else "nummod" if tags[i] == "CD" else DEPS[(signs[i] >> 4) % len(DEPS)]
              for i, head in enumerate(heads)],
        ents=_entities(doc, tags, signs),
    )  # fmt: skip
    for key, spans in doc.spans.items():
        made.spans[key] = [made.char_span(span.start_char, span.end_char, label=span.label_) for span in spans]
    return made


def _tag(word: str, sign: int) -> str:
    if word[:1].isdigit() or word.lower() in ONES:
        return "CD"
    if sign % 2:
        return TAGS[(sign >> 8) % len(TAGS)]
    return "NNP" if word[:1].isupper() else "NNS" if word.endswith("s") else "VBD" if word.endswith("ed") else "NN"


def _heads(tags: list[str], signs: list[int], begins: list[bool]) -> list[int]:
    """A figure hangs on the word after it, any other word on one before it: so every sentence is a tree."""
    heads: list[int] = []
    first, above = 0, []
    for i, tag in enumerate(tags):
        if begins[i] or i - first == LONGEST:
            first, above = i, []
        last = i + 1 == len(tags) or begins[i + 1] or i + 1 - first == LONGEST
        if tag == "CD" and not last:
            heads.append(i + 1)
        else:
            heads.append(above[(signs[i] >> 8) % len(above)] if above else i)
            above.append(i)
    return heads


def _entities(doc: Doc, tags: list[str], signs: list[int]) -> list[str]:
    """Proper nouns that follow one another in a sentence are one name."""
    entities: list[str] = []
    for token, tag, sign in zip(doc, tags, signs, strict=True):
        if tag != "NNP" or token.is_space:
            entities.append("O")
        elif token.i and entities[-1] != "O" and not token.is_sent_start:
            entities.append(f"I{entities[-1][1:]}")
        else:
            entities.append(f"B-{LABELS[(sign >> 12) % len(LABELS)]}")
    return entities


def without_encoder() -> Language:
    """The shipped pipeline, its encoder replaced by a reader that costs next to nothing."""
    made = load_model_from_path(Path(en_newstally.__file__).parent, exclude=["encoder"])
    made.add_pipe("hostile_reader", after="layout")
    return made


def sentence(figures: int) -> str:
    """One sentence with so many figures."""
    parts = ["19 talks", "11 calls", "three envoys", "7 of the boats", "$3 million", "12 percent of votes", "about 40"]
    return "They had " + ", ".join(islice(cycle(parts), figures)) + " in all."
