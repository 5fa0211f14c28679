"""Reads rules and tables: the data that configs/ holds and `newstally build` bakes into the model.

A rule is one JSON object a line: ``id``, ``label``, ``pattern`` (token dicts of spaCy's Matcher), ``example`` (a text
in which it fires) and ``counterexample`` (a near-miss in which it does not). A table is a TOML file.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import spacy
from spacy.attrs import LOWER, ORTH
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from newstally.errors import ConfigError
from newstally.types import Table

RULE_KEYS = {"id", "label", "pattern", "example", "counterexample"}
INLINE = re.compile(r"[^\S\n]+")
HEAD = re.compile(r"[^\W_]+|.", re.DOTALL)


def read_rules(folder: Path) -> list[dict[str, Any]]:
    """All rules of ``folder``'s .jsonl files, in the order of file names and lines.

    Raises ConfigError that names file, line and every fault of the rule: unknown and missing keys, a repeated id.
    """
    rules: list[dict[str, Any]] = []
    seen: set[str] = set()
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line.strip():
                rule = _parse_rule(line, f"{path}:{number}")
                if rule["id"] in seen:
                    raise ConfigError(f"{path}:{number}: the rule id {rule['id']!r} stands twice; give it another")
                seen.add(rule["id"])
                rules.append(rule)
    return rules


def _parse_rule(line: str, place: str) -> dict[str, Any]:
    try:
        rule = json.loads(line)
    except json.JSONDecodeError as error:
        raise ConfigError(f"{place}: not JSON: {error.msg}; one rule is one JSON object on one line") from error
    if not isinstance(rule, dict) or set(rule) != RULE_KEYS:
        keys = set(rule) if isinstance(rule, dict) else set()
        faults = [f"unknown key {key!r}" for key in sorted(keys - RULE_KEYS)]
        faults += [f"missing key {key!r}" for key in sorted(RULE_KEYS - keys)]
        raise ConfigError(f"{place}: {', '.join(faults)}; a rule has exactly {', '.join(sorted(RULE_KEYS))}")
    return rule


def read_tables(folder: Path) -> dict[str, Table]:
    """The TOML files of ``folder`` by name without suffix. Raises ConfigError that names the file and the place."""
    tables: dict[str, Table] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            tables[path.stem] = tomllib.loads(path.read_text("utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise ConfigError(f"{path}: not TOML: {error}") from error
    return tables


@spacy.registry.readers("newstally.rules.v1")
def rules_reader(path: str) -> list[dict[str, Any]]:
    """For a config's ``[initialize.components.cues.patterns]``: what the cues need of a folder of rules."""
    return [{key: rule[key] for key in ("id", "label", "pattern")} for rule in read_rules(Path(path))]


@spacy.registry.misc("newstally.tables.v1")
def tables_reader(path: str) -> Lookups:
    """For a config's ``[initialize.lookups]``: the tables of a folder, saved with the model's vocabulary.

    Each table is stored under its name as ``{"rows": table}``, since a lookups table hashes its top-level keys.
    """
    lookups = Lookups()
    for name, rows in read_tables(Path(path)).items():
        lookups.add_table(name, {"rows": rows})
    return lookups


@spacy.registry.callbacks("newstally.lemmas.v1")
def lemmas_by_word() -> Callable[[Language], Language]:
    """For a config's ``[initialize.after_init]``: the words that the lemmatizer knows, as keys instead of in a list.

    It asks of every form whether it is among tens of thousands.
    """

    def turn(nlp: Language) -> Language:
        index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")
        for part_of_speech, forms in list(index.items()):
            index[part_of_speech] = dict.fromkeys(forms, True)
        return nlp

    return turn


def table(vocab: Vocab, name: str) -> Table:
    """The table ``name`` that was baked into the model's vocabulary; {} where the model has none."""
    if not vocab.lookups.has_table(name):
        return {}
    return vocab.lookups.get_table(name)["rows"]


def tables(vocab: Vocab) -> dict[str, Table]:
    """All of newstally's tables in the model's vocabulary, by name."""
    return {name: table(vocab, name) for name in vocab.lookups.tables}


class Gazetteer:
    """Finds table entries in a Doc by their exact words; white space between the words may be anything inline.

    ``entries`` maps a label to its surface forms; a form that stands under two has the first. Longest match first,
    overlaps dropped, in text order. The text itself is looked up, from token to token: spaCy's PhraseMatcher would
    need each of several thousand forms as a Doc, which takes most of a second before the first text is read.
    """

    def __init__(self, entries: Mapping[str, Iterable[str]], *, any_case: bool = False) -> None:
        self._any_case = any_case
        self._labels: dict[str, str] = {}
        self._reach: dict[str, int] = {}
        """The length of the longest form by the first word of it."""
        for label, forms in entries.items():
            for form in map(self._key, forms):
                self._labels.setdefault(form, label)
        for form in self._labels:
            head = _head(form)
            self._reach[head] = max(len(form), self._reach.get(head, 0))
        self._known: dict[int, int] = {}
        """The same by the number of a word in the vocabulary, as far as texts have brought it; 0 where none begins."""

    def __call__(self, doc: Doc) -> list[Span]:
        """Spans of ``doc``, labelled by their entry."""
        words: list[int] = doc.to_array(LOWER if self._any_case else ORTH).tolist()
        for word in set(words).difference(self._known):
            self._known[word] = self._reach.get(_head(doc.vocab.strings[word]), 0)
        starts = [(first, reach) for first, word in enumerate(words) if (reach := self._known[word])]
        return spacy.util.filter_spans(span for first, reach in starts for span in self._at(doc, first, reach))

    def _at(self, doc: Doc, first: int, reach: int) -> Iterator[Span]:
        """The entries of at most ``reach`` letters that begin with the word at ``first``."""
        written = ""
        for last in range(first, len(doc)):
            token = doc[last]
            key = self._key(written + token.text)
            if len(key) > reach:
                return
            if label := self._labels.get(key):
                yield Span(doc, first, last + 1, label=label)
            written += token.text_with_ws

    def _key(self, words: str) -> str:
        words = INLINE.sub(" ", words)
        return words.lower() if self._any_case else words


def _head(form: str) -> str:
    """The letters and digits that a form begins with, or its first mark: no token that begins a form ends before."""
    return form if form.isalnum() else HEAD.match(form).group()


def replace(nlp: Language, folder: Path) -> None:
    """Let the pipeline's ``cues`` be the rules of ``folder``, in place of those that it was built with."""
    ruler = nlp.get_pipe("cues")
    ruler.clear()
    ruler.add_patterns(rules_reader(str(folder)))


def example_faults(nlp: Language, rules: Iterable[dict[str, Any]]) -> Iterator[str]:
    """What does not hold: rules that stay silent on their example or fire on their counterexample."""
    for rule in rules:
        for key, wanted in (("example", True), ("counterexample", False)):
            doc = nlp(rule[key])  # held, since spans do not outlive their Doc
            fired = {span.id_ for span in doc.spans.get("cues", ())}
            if (rule["id"] in fired) != wanted:
                yield f"{rule['id']}: {'silent on' if wanted else 'fires on'} its {key} {rule[key]!r}"
