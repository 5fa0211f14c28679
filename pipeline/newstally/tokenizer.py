"""The words of a text: spaCy's English tokenizer as news needs it, and what no tokenizer should be given at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import spacy
from spacy.attrs import ORTH
from spacy.lang.char_classes import ALPHA
from spacy.lang.tokenizer_exceptions import emoticons
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_suffix_regex

UNFILLED = "newstally.unfilled.v1"
LONG_RUN = re.compile(r"\S{200}(?=\S)")
DASH = r"(?<=[0-9])–(?=[0-9])"
LETTERS = {f"[{ALPHA}]": r"[^\W\d_]", f"[{ALPHA}0-9]": r"[^\W_]"}
"""What spaCy spells out, letter by letter, and Python reads slowly, though it knows all letters."""
CONTRACTED = [r"(?<=[a-z])n['’]t", r"(?<=[A-Za-z])['’](?:ll|re|ve)"]
LISTED = re.compile(r"n['’]?t|['’]?(?:ll|re|ve|s)|d|m")
"""How the contractions end that `CONTRACTED` splits, and those without an apostrophe. "I'd" stays: "Sa'd" is a name."""


@spacy.registry.callbacks("newstally.tokenizer.v1")
def for_news() -> Callable[[Language], Language]:
    """For a config's ``[initialize.before_init]``: where news is read otherwise than spaCy reads English.

    "6–5" is three words, as "6-5" is; "8)" is a figure and a bracket, and no face; "Wed" is a day, and not "we'd".
    Contractions are split by how they end: spaCy lists each, and to load the list takes a tenth of a second.
    """

    def fill(nlp: Language) -> Language:
        exceptions = nlp.Defaults.tokenizer_exceptions.items()
        nlp.tokenizer.rules = {word: parts for word, parts in exceptions if not _is_left_out(word, parts)}
        nlp.tokenizer.suffix_search = compile_suffix_regex([*(nlp.Defaults.suffixes or ()), *CONTRACTED]).search
        nlp.tokenizer.infix_finditer = compile_infix_regex([*map(_short, nlp.Defaults.infixes or ()), DASH]).finditer
        return nlp

    return fill


def _is_left_out(word: str, parts: list[dict[int, str]]) -> bool:
    return word in emoticons or (len(parts) > 1 and LISTED.fullmatch(parts[-1][ORTH]) is not None)


def _short(pattern: str) -> str:
    for spelt, known in LETTERS.items():
        pattern = pattern.replace(spelt, known)
    return pattern


@spacy.registry.tokenizers(UNFILLED)
def unfilled_tokenizer() -> Callable[[Language], Tokenizer]:
    """A tokenizer without rules: they come with `from_disk`."""
    return lambda nlp: Tokenizer(nlp.vocab)


def make_doc(nlp: Language, text: str) -> Doc:
    """The words of a text of any length.

    What has no white space for longer than any word or address is cut into pieces: spaCy's tokenizer takes the square
    of its length where it is made of signs, which would be days for a million brackets.
    """
    cuts = [0, *(run.end() for run in LONG_RUN.finditer(text)), len(text)]
    pieces = [nlp.tokenizer(text[start:end]) for start, end in pairwise(cuts)]
    if len(pieces) == 1:
        return pieces[0]
    tokens = [token for piece in pieces for token in piece]
    return Doc(nlp.vocab, [token.text for token in tokens], [bool(token.whitespace_) for token in tokens])
