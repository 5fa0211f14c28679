"""Finds the cues of the rules in ``configs/rules``: ``doc.spans["cues"]``, with label and id of the rule.

The patterns are those of spaCy's Matcher, which asks of every rule at every token. Most rules need words that a text
does not have ("e.g.", "misstated"): a rule is tried only around the rarest of the words that it needs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import srsly
from spacy.attrs import IS_SPACE, LOWER
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.strings import get_string_id
from spacy.tokens import Doc, Span
from spacy.util import ensure_path
from spacy.vocab import Vocab

from newstally import MAX_CHARS

CUES = "cues"
FILE = "patterns"
# White space that the tokenizer keeps as a token of its own (double spaces, no-break spaces), but never a line end.
GAP = {"TEXT": {"REGEX": r"^[^\S\n\r]+$"}, "OP": "?"}


@Language.factory("newstally_cues", assigns=["doc.spans"])
def make_cues(nlp: Language, name: str) -> CuesExtractor:
    """Make the component; its rules come with ``initialize`` or ``from_disk``."""
    return CuesExtractor(nlp.vocab)


class CuesExtractor:
    """Writes the span group ``cues``: every stretch in which a rule fires, each once, in the order of the text.

    Between any two tokens of a rule a stretch of inline white space may stand.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._rules: list[_Rule] = []
        self._by_word: dict[int, list[int]] = {}
        """The numbers of the rules by a word without which they cannot fire; 0 for those that need none."""

    @property
    def patterns(self) -> list[dict[str, Any]]:
        """The rules: dicts with ``id``, ``label`` and ``pattern``."""
        return [rule.written for rule in self._rules]

    def add_patterns(self, patterns: Iterable[dict[str, Any]]) -> None:
        """Add rules as `newstally.rules.rules_reader` gives them."""
        for number, pattern in enumerate(patterns, len(self._rules)):
            self._rules.append(rule := _Rule(self.vocab, pattern))
            for word in rule.key or (0,):
                self._by_word.setdefault(word, []).append(number)

    def clear(self) -> None:
        """Forget all rules."""
        self._rules, self._by_word = [], {}

    def __call__(self, doc: Doc) -> Doc:
        """Find the cues and write them."""
        return self.set_annotations(doc, self.match(doc))

    def match(self, doc: Doc) -> list[Span]:
        """The cues of ``doc``, in its order."""
        lower, spaces = doc.to_array([LOWER, IS_SPACE]).T
        places: dict[int, list[int]] = {}
        for i, word in enumerate(lower.tolist()):
            places.setdefault(word, []).append(i)
        spaced = any("\n" not in doc[i].text for i in spaces.nonzero()[0].tolist())
        numbers = {number for word in (0, *places) for number in self._by_word.get(word, ())}
        return sorted(span for number in sorted(numbers) for span in self._rules[number].spans(doc, places, spaced))

    def set_annotations(self, doc: Doc, spans: list[Span]) -> Doc:
        """Write ``spans`` as the group ``cues``."""
        doc.spans[CUES] = spans
        return doc

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Any]] | None = None,
        *,
        nlp: Language,
        patterns: Iterable[dict[str, Any]],
    ) -> None:
        """Take the rules of a config. Raises MatchPatternError for a pattern that the Matcher does not know."""
        self.clear()
        self.add_patterns(patterns)
        valid = Matcher(self.vocab, validate=True)
        for rule in self.patterns:
            valid.add(rule["id"], [rule["pattern"]])

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the rules into the folder ``path``."""
        folder = ensure_path(path)
        folder.mkdir(parents=True, exist_ok=True)
        srsly.write_jsonl(folder / FILE, self.patterns)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> CuesExtractor:
        """Read the rules from the folder ``path``."""
        self.clear()
        self.add_patterns(srsly.read_jsonl(ensure_path(path) / FILE))
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The rules as one byte string."""
        return srsly.msgpack_dumps(self.patterns)

    def from_bytes(self, content: bytes, *, exclude: Iterable[str] = ()) -> CuesExtractor:
        """Read the rules from ``to_bytes``."""
        self.clear()
        self.add_patterns(srsly.msgpack_loads(content))
        return self


class _Needed(NamedTuple):
    """Words (their numbers, in lower case) of which a rule needs one, and how many tokens may stand around it."""

    words: frozenset[int]
    before: int
    after: int


class _Rule:
    """One rule; its matchers are made when a text first needs them, for in a run of one text few are."""

    def __init__(self, vocab: Vocab, written: dict[str, Any]) -> None:
        self.vocab, self.written = vocab, written
        self._needed = list(_needed(written["pattern"]))
        self.key = min((needed.words for needed in self._needed), key=len, default=frozenset())
        """The fewest words of which a text in which it fires has one."""

    def spans(self, doc: Doc, places: Mapping[int, list[int]], spaced: bool) -> Iterator[Span]:
        """Where the rule fires, in any order, each place once.

        places: of each word of the text; spaced: the text has inline white space of more than one character.
        """
        label, name = self.written["label"], self.written["id"]
        found = {place for part in self._parts(doc, places, spaced) for place in self._match(part, spaced)}
        for start, end in found:
            yield Span(doc, start, end, label=label, span_id=name)

    def _parts(self, doc: Doc, places: Mapping[int, list[int]], spaced: bool) -> Iterator[Span]:
        """The stretches of the text in which the rule may fire: around the rarest of what it needs."""
        if not self._needed:
            yield doc[:]
            return
        standing = [[i for word in needed.words & places.keys() for i in places[word]] for needed in self._needed]
        rarest = min(range(len(standing)), key=lambda number: len(standing[number]))
        before, after = (reach * (1 + spaced) for reach in self._needed[rarest][1:])
        for i in standing[rarest]:
            yield doc[max(0, i - before) : i + 1 + after]

    def _match(self, part: Span, spaced: bool) -> Iterator[tuple[int, int]]:
        matcher = self._of_spaced if spaced else self._plain
        return ((part.start + start, part.start + end) for _, start, end in matcher(part))

    @cached_property
    def _plain(self) -> Matcher:
        return self._matcher(self.written["pattern"])

    @cached_property
    def _of_spaced(self) -> Matcher:
        """With gaps, which cost time: nearly every text does without."""
        first, *others = self.written["pattern"]
        return self._matcher([first, *(token for other in others for token in (GAP, other))])

    def _matcher(self, pattern: list[dict[str, Any]]) -> Matcher:
        matcher = Matcher(self.vocab, validate=False)
        matcher.add(self.written["id"], [pattern])
        return matcher


def _needed(pattern: list[dict[str, Any]]) -> Iterator[_Needed]:
    """Every token that a pattern cannot do without, and knows by its words in lower case."""
    longest = [_longest(token.get("OP", "1")) for token in pattern]
    for i, token in enumerate(pattern):
        words = token.get("LOWER")
        words = words.get("IN", ()) if isinstance(words, dict) else (words,) if words else ()
        if words and "OP" not in token:
            yield _Needed(frozenset(map(get_string_id, words)), sum(longest[:i]), sum(longest[i + 1 :]))


def _longest(operator: str) -> int:
    """How many tokens a token of a pattern stands for at most; of any number, more than a text has."""
    if operator in ("*", "+") or operator.endswith(",}"):
        return MAX_CHARS
    digits = re.findall(r"\d+", operator)
    return int(digits[-1]) if digits else 1
