"""Finds the cues of the rules in ``configs/rules``: ``doc.spans["cues"]``, with label and id of the rule.

The patterns are those of spaCy's Matcher, which asks of every rule at every token. Most rules need words that a text
does not have ("e.g.", "misstated"): a rule is tried only where all words that it needs stand somewhere in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import srsly
from spacy.attrs import IS_SPACE, LOWER
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.strings import get_string_id
from spacy.tokens import Doc, Span
from spacy.util import ensure_path
from spacy.vocab import Vocab

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

    @property
    def patterns(self) -> list[dict[str, Any]]:
        """The rules: dicts with ``id``, ``label`` and ``pattern``."""
        return [rule.written for rule in self._rules]

    def add_patterns(self, patterns: Iterable[dict[str, Any]]) -> None:
        """Add rules as `newstally.rules.rules_reader` gives them."""
        self._rules += [_Rule(self.vocab, pattern) for pattern in patterns]

    def clear(self) -> None:
        """Forget all rules."""
        self._rules = []

    def __call__(self, doc: Doc) -> Doc:
        """Find the cues and write them."""
        return self.set_annotations(doc, self.match(doc))

    def match(self, doc: Doc) -> list[Span]:
        """The cues of ``doc``, in its order."""
        lower, spaces = doc.to_array([LOWER, IS_SPACE]).T
        words = set(lower.tolist())
        spaced = any("\n" not in doc[int(i)].text for i in spaces.nonzero()[0])
        return sorted(span for rule in self._rules if rule.may_fire(words) for span in rule.spans(doc, spaced))

    def set_annotations(self, doc: Doc, spans: list[Span]) -> Doc:
        """Write ``spans`` as the group ``cues``."""
        doc.spans[CUES] = spans
        return doc

    def initialize(
        self, get_examples: Callable[[], Iterable[Any]] | None = None, *, nlp: Language, patterns: Iterable[dict[str, Any]]
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


class _Rule:
    """One rule; its matchers are made when a text first needs them, for in a run of one text few are."""

    def __init__(self, vocab: Vocab, written: dict[str, Any]) -> None:
        self.vocab, self.written = vocab, written
        self._needs = [set(map(get_string_id, words)) for words in _needed(written["pattern"])]

    def may_fire(self, words: set[int]) -> bool:
        """Whether all that the rule needs is among ``words``, the numbers of a text's words in lower case."""
        return not any(needed.isdisjoint(words) for needed in self._needs)

    def spans(self, doc: Doc, spaced: bool) -> Iterator[Span]:
        """Where the rule fires; ``spaced``: the text has inline white space of more than one character."""
        label, name = self.written["label"], self.written["id"]
        matcher = self._of_spaced if spaced else self._plain
        for start, end in {(start, end) for _, start, end in matcher(doc)}:
            yield Span(doc, start, end, label=label, span_id=name)

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


def _needed(pattern: list[dict[str, Any]]) -> Iterator[set[str]]:
    """For every token that a pattern cannot do without, and knows by its words: these words."""
    for token in pattern:
        words = token.get("LOWER")
        if "OP" not in token and isinstance(words, str):
            yield {words}
        elif "OP" not in token and isinstance(words, dict) and set(words) == {"IN"}:
            yield set(words["IN"])
