"""Finds titles of offices, ranks, jobs and occupations: ``doc.spans["titles"]``.

A title is a head noun from the roles table (or one that looks like an occupation) with the words that belong to it:
"deputy prime minister", "chief financial officer", "Minister of Water and Energy". Determiner, country, organisation
and the words that tell a state ("former") stay outside.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from newstally.rolewords import RoleWords, plural, role_words
from newstally.rules import Gazetteer, table

LABEL = "TITLE"
NAMES = {"PERSON", "ORG", "LOC", "NORP", "EVENT", "FAC", "MISC"}
NOUNS = {"NOUN", "PROPN", "X", ""}
JOINED = {"compound", "amod", "nmod", "nmod:desc", "conj", "flat", "case", "cc", "punct", "dep", "appos", ""}
HYPHENS = {"-", "‑", "–"}
NAMED_AFTER = {"chair", "professor", "fellow", "scholar"}
BOUND_PREFIXES = {"vice", "co", "anti", "counter", "sub", "under", "non", "pro", "deputy", "re", "multi", "self"}


@Language.factory("newstally_titles", assigns=["doc.spans"])
def create_titles(nlp: Language, name: str) -> Titles:
    """Make the component; it reads table ``roles`` from the vocabulary at its first Doc."""
    return Titles(nlp, name)


class Titles:
    """Writes the span group ``titles``: label TITLE, the category of the role as id."""

    def __init__(self, nlp: Language, name: str = "titles") -> None:
        self.nlp = nlp
        self.name = name
        self.words: RoleWords | None = None

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations(doc, self.match(doc))
        return doc

    def match(self, doc: Doc) -> list[Span]:
        """The titles of ``doc`` in the order of the text, without overlaps."""
        words = self._load()
        people = {token.i for span in doc.spans.get("people", ()) for token in span}
        cores = [core for core in self._cores(doc) if _stands(core, people)]
        taken = {token.i: core for core in cores for token in core}
        spans = []
        for core in cores:
            start = _left(core, words, taken, people)
            end = _right(core, words)
            spans.append(Span(doc, start, end, label=LABEL, span_id=core.label_))
        return filter_spans(_merged(spans, words.left_out))

    def set_annotations(self, doc: Doc, spans: list[Span]) -> None:
        """Write ``spans`` as the group ``titles``."""
        doc.spans["titles"] = spans

    def _load(self) -> RoleWords:
        if self.words is None:
            self.words = words = role_words(table(self.nlp.vocab, "roles"))
            entries: dict[str, list[str]] = {}
            for form, category in [*words.heads.items(), *words.titles.items()]:
                many = [plural(form)] if "." not in form else []
                # The tokenizer keeps "Gen." whole and splits "gen.", so an abbreviation is entered in both cases.
                entries.setdefault(category, []).extend([form, form.title(), *many])
            self.by_form = Gazetteer(self.nlp, entries, attr="LOWER")
            acronyms: dict[str, list[str]] = {}
            for form, category in words.acronyms.items():
                acronyms.setdefault(category, []).append(form)
            self.by_acronym = Gazetteer(self.nlp, acronyms)
        return self.words

    def _cores(self, doc: Doc) -> list[Span]:
        """The heads: table entries, longest first, then nouns with an occupation's ending."""
        acronyms = [word.lower() for word in self.words.acronyms]
        listed = [span for span in self.by_form(doc) if span.text.lower() not in acronyms]
        suffixed = [
            Span(doc, token.i, token.i + 1, label="occupation")
            for token in doc
            if token.tag_ in {"NN", "NNS"} and token.text.islower() and self.words.occupation(_lemma(token))
        ]
        return sorted(filter_spans([*listed, *self.by_acronym(doc), *suffixed]), key=lambda span: span.start)


def _lemma(token: Token) -> str:
    return (token.lemma_ or token.text).lower()


def _stands(core: Span, people: set[int]) -> bool:
    """Whether the words are a title here: a noun, no part of a person's name or inside a longer name."""
    if any(token.i in people for token in core):
        return False
    follows_person = _next_word(core) in people
    if not follows_person and not any(token.pos_ in NOUNS for token in core):
        return False
    if core.start and core.text == "PM" and core.doc[core.start - 1].like_num:
        return False
    following = [token.lower_ for token in core.doc[core.end : core.end + 2]]
    if following and following[-1] == "office":
        return False  # "the Prime Minister's Office"
    entity = next((ent for ent in core.doc.ents if ent.start <= core.start < ent.end), None)
    if entity is None or entity.label_ == "PERSON" or len(entity) == len(core):
        return True
    at_end = core.end >= entity.end
    at_start = core.start == entity.start and core.doc[core.end].lower_ in {"of", "for", "and"}
    return (at_end and (follows_person or core[0].text.islower())) or (at_start and core[0].text[0].isupper())


def _next_word(span: Span) -> int:
    """The index of the word after ``span``, over white space."""
    i = span.end
    while i < len(span.doc) and span.doc[i].is_space and "\n" not in span.doc[i].text:
        i += 1
    return i


def _left(core: Span, words: RoleWords, taken: dict[int, Span], people: set[int]) -> int:
    """Where the title starts: over the modifiers that belong to it."""
    doc, start = core.doc, core.start
    while start > 0:
        first = _chunk_start(doc, start - 1)
        if first < 0 or any(i in people for i in range(first, start)):
            break
        if doc[start - 1].text in HYPHENS and not doc[start - 1].whitespace_:
            prefix = _chunk_start(doc, start - 2)
            if doc[prefix].lower_ not in BOUND_PREFIXES:
                break
            start = prefix
        elif _belongs(doc, first, start, core, words, taken):
            start = first
        elif (joined := _coordinated(doc, start, core, words, taken)) is not None:
            start = joined
        else:
            break
    return start


def _chunk_start(doc: Doc, i: int) -> int:
    """The start of the hyphenated word that ends at ``i``; -1 where a line or the text begins before it."""
    while i >= 0 and doc[i].is_space:
        if "\n" in doc[i].text:
            return -1
        i -= 1
    while i >= 2 and doc[i - 1].text in HYPHENS and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_:
        i -= 2
    return i


def _belongs(doc: Doc, first: int, end: int, core: Span, words: RoleWords, taken: dict[int, Span]) -> bool:
    """Whether the word ``[first, end)`` before the title is part of it."""
    form = doc[first:end].text.strip().lower()
    last = doc[end - 1] if not doc[end - 1].is_space else doc[first]
    if form in words.status or form in words.left_out or form in words.honorifics or not last.text[0].isalpha() or "." in last.text:
        return False
    if last.is_upper and len(last) > 1 and form not in words.modifiers:
        return False  # an organisation's letters: "UP representative"
    if form in words.modifiers:
        return last.ent_type_ not in {"ORG", "PERSON"} or form in words.portfolios or _tail_of_name(last)
    if first in taken:
        return _lower(taken[first]) and _lower(core) and last.dep_ == "compound"
    if last.ent_type_ == "PERSON":
        return core[-1].lower_ in NAMED_AFTER  # a person's name that the story uses otherwise: "the Paterson Chair"
    if last.ent_type_ in NAMES:
        return core.label_ == "minister" and _is_portfolio(last, words)
    if form in words.organisations - words.workplaces and not (core.label_ == "minister" and form in words.portfolios):
        return False
    if doc[first].is_lower and not core[0].is_lower:
        return False
    if last.pos_ == "ADJ" or last.tag_.startswith("JJ"):
        return words.relational(form)
    nominal = (last.pos_ in {"NOUN", "PROPN"} and (last.tag_ != "NNS" or last.dep_ == "compound")) or form in words.portfolios
    written_as_one = last.text[0].isupper() and core[0].text[0].isupper()
    return nominal and (last.dep_ in JOINED or written_as_one)


def _tail_of_name(token: Token) -> bool:
    """Whether the word is the last of a plain name of several words: "Spotika Marketing" before "Manager"."""
    entity = next((ent for ent in token.doc.ents if ent.start <= token.i < ent.end), None)
    return entity is not None and entity.end == token.i + 1 and len(entity) > 1 and not any(t.is_lower for t in entity)


def _lower(span: Span) -> bool:
    return span.text.islower()


def _is_portfolio(token: Token, words: RoleWords) -> bool:
    """Whether the model took a field of government for a name: "Foreign Affairs" before "Minister"."""
    entity = next(ent for ent in token.doc.ents if ent.start <= token.i < ent.end)
    return entity.label_ != "LOC" and all(t.lower_ in words.portfolios for t in entity if t.is_alpha and t.lower_ != "and")


def _coordinated(doc: Doc, start: int, core: Span, words: RoleWords, taken: dict[int, Span]) -> int | None:
    """The start of a modifier joined on the left: "trade and industry minister", "human capital, affairs and …"."""
    joint = doc[start - 1]
    if joint.lower_ not in {"and", "&", ","} or start < 2 or start == core.start:
        return None
    first = _chunk_start(doc, start - 2)
    if first < 0 or first in taken or doc[first].ent_type_ in NAMES - {"ORG", "MISC"}:
        return None
    left = doc[start - 2]
    attached = start - 1 <= left.head.i < core.end or any(t.head.i == left.i for t in doc[start : core.end])
    fits = left.pos_ in {"NOUN", "PROPN", "ADJ"} and left.text[0].isupper() == doc[start].text[0].isupper()
    known = left.lower_ in words.portfolios and core.label_ == "minister"
    return first if fits and (known or (attached and left.lower_ not in words.organisations)) else None


FIELD_PREPOSITIONS = {"of", "for", "on", "in", "to"}
LOCAL = {"LOC", "NORP", "PERSON"}


def _right(core: Span, words: RoleWords) -> int:
    """Where the title ends: over a field that belongs to it ("Minister of Water and Energy", "Chair in History")."""
    doc, end = core.doc, core.end
    if end < len(doc) and doc[end].lower_ in {"emeritus", "emerita"}:
        return end + 1
    if end + 1 >= len(doc) or doc[end].lower_ not in FIELD_PREPOSITIONS:
        return end
    head = core[-1].lower_
    minister = core.label_ == "minister" and doc[end].lower_ in {"of", "for"}
    academic = head in {"professor", "chair", "lecturer", "fellow", "commissioner", "undersecretary", "member", "reader"}
    if not minister and head not in words.portfolio_heads:
        return end
    if not minister and (doc[end].lower_ == "in") > (head in {"professor", "chair", "lecturer", "expert", "specialist"}):
        return end
    if head == "member" and doc[end].lower_ != "on":
        return end
    field = _field(doc, end + 1, capitals=minister or academic, words=words)
    return field if field > end + 1 else end


def _field(doc: Doc, start: int, *, capitals: bool, words: RoleWords) -> int:
    """The end of the field's name that starts at ``start``: a bare noun phrase; ``start`` where there is none."""
    i = end = start
    while i < len(doc) and not (doc[i].is_space and "\n" in doc[i].text):
        token = doc[i]
        if token.is_space or token.text in HYPHENS:
            i += 1
            continue
        joins = token.lower_ in {"and", "&", ","} and i + 1 < len(doc) and _names_field(doc[i + 1], doc[start], words, capitals)
        if not joins and not _names_field(token, doc[start], words, capitals):
            break
        if joins and token.text == "," and not _series(doc, i):
            break
        i += 1
        end = end if joins else i
    return end


def _names_field(token: Token, first: Token, words: RoleWords, capitals: bool) -> bool:
    if token.ent_type_ in LOCAL or token.lower_ in words.organisations and token.lower_ not in words.portfolios:
        return False
    if token.ent_type_ and not (capitals and (token.lower_ in words.portfolios or token.lower_ in {"and", "&"})):
        return False
    if token.pos_ not in {"NOUN", "PROPN", "ADJ", ""} or token.lower_ in words.heads.keys() - words.portfolios:
        return False
    return token.text[0].islower() or (capitals and first.text[0].isupper())


def _series(doc: Doc, comma: int) -> bool:
    """Whether a comma stands inside "Trade, Industry and Tourism" rather than at the end of the title."""
    following = [token.lower_ for token in doc[comma + 1 : comma + 5]]
    return any(word in {"and", "&"} for word in following[1:4]) and doc[comma + 1].text[0].isupper()


def _merged(spans: list[Span], left_out: frozenset[str]) -> Iterator[Span]:
    """A title whose modifiers reach over another title ("deputy executive director") swallows it."""
    covered = -1
    starts = {span.start for span in spans}
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        describes = span.end in starts and span.text.lower() in left_out  # "veteran" in "veteran coach"
        if span.end > covered and not describes:
            yield span
            covered = max(covered, span.end)
