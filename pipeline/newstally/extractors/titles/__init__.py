"""Finds titles of offices, ranks, jobs and occupations: ``doc.spans["titles"]``.

A title is a head noun from the roles table (or one that looks like an occupation) with the words that belong to it:
"deputy prime minister", "chief financial officer", "Minister of Water and Energy". Determiner, country, organisation
and the words that tell a state ("former") stay outside.

How far a title reaches before its noun is told by ``modifiers``, and behind it by ``fields``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from spacy.attrs import TAG
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from newstally.extractors.titles.fields import end_of
from newstally.extractors.titles.modifiers import start_of
from newstally.rules import Gazetteer, table
from newstally.words.names import entity_at
from newstally.words.rolewords import RoleWords, plural, role_words
from newstally.words.standing import standing

TITLES = "titles"
LABEL = "TITLE"
AWARDED = {"year", "month", "week", "season", "match", "game", "tournament", "decade", "century"}
NOUNS = {"NOUN", "PROPN", "X", ""}


@Language.factory("newstally_titles", assigns=["doc.spans"])
def make_titles(nlp: Language, name: str) -> TitlesExtractor:
    """Make the component; it reads table ``roles`` from the vocabulary at its first Doc."""
    return TitlesExtractor(nlp)


class TitlesExtractor:
    """Writes the span group ``titles``: label TITLE, the category of the role as id."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self._words: RoleWords | None = None
        self._listed: Gazetteer
        self._acronyms: Gazetteer

    def __call__(self, doc: Doc) -> Doc:
        """Find the titles and write them."""
        return self.set_annotations(doc, self.match(doc))

    def match(self, doc: Doc) -> list[Span]:
        """The titles of ``doc`` in the order of the text, without overlaps."""
        words = self._words = self._words or self._read()
        people = {token.i for span in doc.spans.get("people", ()) for token in span}
        cores = [core for core in self._cores(doc, words) if _stands(core, people, words)]
        at = {token.i: core for core in cores for token in core}
        spans = [
            Span(doc, start_of(core, words, at, people), end_of(core, words), label=LABEL, span_id=core.label_)
            for core in cores
        ]
        return filter_spans(span for span in _outermost(spans, words) if not _describes(span, people, words))

    def set_annotations(self, doc: Doc, spans: list[Span]) -> Doc:
        """Write ``spans`` as the group ``titles``."""
        doc.spans[TITLES] = spans
        return doc

    def _read(self) -> RoleWords:
        """The table's words; its titles go into matchers by category."""
        words = role_words(table(self.nlp.vocab, "roles"))
        forms: dict[str, list[str]] = {}
        for form, category in [*words.heads.items(), *words.titles.items()]:
            # The tokenizer keeps "Gen." whole and splits "gen.", so an abbreviation is entered in both cases.
            hyphened = [form.replace(" ", "-")] if form.count(" ") == 1 and "." not in form else []
            plurals = [plural(form)] if "." not in form else []
            forms.setdefault(category, []).extend([form, form.title(), *plurals, *hyphened])
        self._listed = Gazetteer(forms, any_case=True)
        self._acronyms = Gazetteer(_by_category(words.acronyms))
        return words

    def _cores(self, doc: Doc, words: RoleWords) -> list[Span]:
        """The nouns of titles: table entries, longest first, then nouns with an occupation's ending."""
        lower = {form.lower() for form in words.acronyms}
        listed = [span for span in self._listed(doc) if span.text.lower() not in lower]
        looks = (doc[i] for i in standing(doc, TAG, ("NN", "NNS")) if doc[i].is_lower)
        unlisted = [
            Span(doc, token.i, token.i + 1, label="occupation") for token in looks if words.occupation(_lemma(token))
        ]
        return sorted(filter_spans([*listed, *self._acronyms(doc), *unlisted]), key=lambda span: span.start)


def _by_category(forms: Mapping[str, str]) -> dict[str, list[str]]:
    categories: dict[str, list[str]] = {}
    for form, category in forms.items():
        categories.setdefault(category, []).append(form)
    return categories


def _lemma(token: Token) -> str:
    return (token.lemma_ or token.text).lower()


def _stands(core: Span, people: set[int], words: RoleWords) -> bool:
    """Whether the words are a title here: a noun, no part of a person's name, of an hour or of an office's name."""
    doc = core.doc
    names = _next_word(core) in people
    noun = any(token.pos_ in NOUNS or token.tag_ == "NN" for token in core)
    if any(token.i in people for token in core) or not (names or noun):
        return False
    if core[-1].tag_ == "VBZ" and core.text.islower():
        return False  # "the film stars Ana Kos"
    hour = core.text == "PM" and core.start > 0 and doc[core.start - 1].like_num
    after = doc[core.end : core.end + 2]  # "the Prime Minister's Office"
    office = len(after) > 0 and after[-1].lower_ == "office"
    behind = [token.lower_ for token in doc[core.end : core.end + 3]]
    awarded = behind[:2] == ["of", "the"] and behind[-1] in AWARDED
    of_thing = not names and core.text.islower() and _tells_kind(core, words)
    of_other = not names and (core.text in words.before_names_only or _club(core, words))
    stand = core.text.lower() in words.bare_before_names and not (names and _bare(core))
    return not (hour or office or awarded or of_thing or of_other or stand) and _free(core, names)


def _bare(core: Span) -> bool:
    """Whether nothing but an article or a nationality stands before the noun: "the French critic Ng"."""
    before = core.doc[core.start - 1] if core.start > core.sent.start else None
    return before is None or before.ent_type_ == "NORP" or before.pos_ in {"DET", "PUNCT", "CCONJ", "ADP", "VERB"}


def _club(core: Span, words: RoleWords) -> bool:
    """Whether a plural in capitals is the name of a club before a title of one: "Rangers midfielder Ng"."""
    after = core.doc[core.end] if core.end < len(core.doc) else None
    several = len(core) == 1 and core[0].is_title and core[0].lower_ in words.plurals
    return several and after is not None and after.is_lower and after.lower_ in words.heads


def _tells_kind(core: Span, words: RoleWords) -> bool:
    """Whether the noun tells the kind of an organisation: "the student union", "the grid operator Nordnet"."""
    after = core.doc[core.end] if core.end < len(core.doc) else None
    if after is None:
        return False
    modifies = core[-1].dep_ == "compound" and core[-1].head == after and after.lower_ in words.organisations
    named = core[-1].lower_ in words.organisations and after.text[0].isupper() and after.pos_ == "PROPN"
    return modifies or named


def _free(core: Span, names: bool) -> bool:
    """Whether no longer name holds the words, unless it ends or begins with them as a title would."""
    entity = entity_at(core.doc, core.start)
    if entity is None or entity.label_ == "PERSON" or len(entity) == len(core) or core.end > entity.end:
        return True
    if core.end == entity.end:
        return names or core[0].text.islower()
    opens = core.start == entity.start and core.doc[core.end].lower_ in {"of", "for", "and"}
    return opens and core[0].text[0].isupper()


def _next_word(span: Span) -> int:
    """The index of the word after ``span``, over inline white space."""
    i = span.end
    while i < len(span.doc) and span.doc[i].is_space and "\n" not in span.doc[i].text:
        i += 1
    return i


def _describes(title: Span, people: set[int], words: RoleWords) -> bool:
    """Whether the word only describes whom it stands before: "the veteran Joseph Toea"."""
    return title.text.islower() and title.text in words.left_out and _next_word(title) in people


def _outermost(spans: Iterable[Span], words: RoleWords) -> Iterator[Span]:
    """The titles without those inside a longer one, and without what describes the next ("veteran coach")."""
    ordered = sorted(spans, key=lambda span: (span.start, -span.end))
    starts = {span.start for span in ordered}
    covered = -1
    for span in ordered:
        describes = span.end in starts and span.text.lower() in words.left_out
        if span.end > covered and not describes:
            yield span
        covered = max(covered, span.end)
