"""Names that their place gives away: after a title, before a verb of speech, in a photo credit, in a list row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from spacy.attrs import ORTH, POS

from newstally.extractors.people.words import NameWords, named
from newstally.words.names import HYPHENS, OTHER_NAMES, entity_at
from newstally.words.standing import standing

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

ROW = 24  # words of a row, at most; longer items are sentences
ENDS = {"(", "[", ",", "–", "—", ":", ";"}


def titled(doc: Doc, capitals: Iterable[int], known: Iterable[Span], words: NameWords) -> Iterator[Span]:
    """Capitalised words after a title or honorific that the model left without a label."""
    taken = {token.i for span in known for token in span}
    for token in (doc[i] for i in capitals if i not in taken and i + 1 < len(doc)):
        form = token.lower_.rstrip(".")
        honorific = form in words.roles.honorifics
        title = honorific or (form in words.title_ends and token.ent_type_ not in {"LOC", "NORP"})
        hour = form == "pm" and token.i > 0 and doc[token.i - 1].text[0].isdigit()  # "9:30 PM ET"
        if not title or hour:
            continue
        start = token.i + (2 if doc[token.i + 1].text == "." else 1)
        end = _run_end(doc, start, taken, words)
        fresh = start < len(doc) and doc[start].is_sent_start and doc[start - 1].text != "."
        if end > start and (honorific or not fresh) and _is_name(doc[start:end], words, honorific):
            yield named(doc, start, end, "title")


def _is_name(span: Span, words: NameWords, honorific: bool) -> bool:
    proper = all(t.pos_ in {"PROPN", "NOUN", "X", ""} or t.lower_ in words.particles or t.is_punct for t in span)
    thing = any(t.lower_ in words.things or words.title(t) or t.lower_ in words.roles.plurals for t in span)
    return not thing and (proper or honorific) and len(span) <= 5


def _run_end(doc: Doc, start: int, taken: set[int], words: NameWords) -> int:
    """The end of the run of capitalised, unlabelled words that starts at ``start``."""
    i = end = start
    while i < len(doc) and i not in taken:
        token = doc[i]
        if (token.is_space and "\n" in token.text) or token.ent_type_ in OTHER_NAMES | {"DATE"}:
            break
        inner = token.is_space or token.lower_ in words.particles
        if inner or (token.text in HYPHENS and not doc[i - 1].whitespace_):
            i += 1
            continue
        if not token.text[0].isupper():
            break
        i += 1
        end = i
    return end


def speakers(doc: Doc, known: Iterable[Span], words: NameWords) -> Iterator[Span]:
    """Two or three capitalised words without a label before or after a verb of speech."""
    taken = {token.i for span in known for token in span}
    for token in (doc[i] for i in standing(doc, POS, ["VERB"])):
        if (token.lemma_ or token.text).lower() in words.speech:
            for start, end in (_run_before(doc, token.i), _run_after(doc, token.i)):
                run = doc[start:end]
                free = 2 <= len(run) <= 3 and not taken.intersection(range(start, end))
                if free and all(_plain_name(word, words) for word in run):
                    yield named(doc, start, end, "speech")


def _plain_name(token: Token, words: NameWords) -> bool:
    name = token.pos_ == "PROPN" and not token.ent_type_
    return name and token.lower_ not in words.things and not words.title(token)


def _run_before(doc: Doc, i: int) -> tuple[int, int]:
    start = i
    while start > 0 and doc[start - 1].text[0].isupper() and doc[start - 1].is_alpha:
        start -= 1
    return start, i


def _run_after(doc: Doc, i: int) -> tuple[int, int]:
    end = i + 1
    while end < len(doc) and doc[end].text[0].isupper() and doc[end].is_alpha:
        end += 1
    return i + 1, end


def credits(doc: Doc, words: NameWords) -> Iterator[Span]:
    """A photo credit: "(Adrian Wyn/Harbor Press)"."""
    for bracket in standing(doc, ORTH, ["("]):
        start = end = bracket + 1
        while end < len(doc) and (doc[end].text[0].isupper() or doc[end].lower_ in words.particles) and end - start < 5:
            end += 1
        slash = end + 1 < len(doc) and doc[end].text == "/" and doc[end + 1].text[0].isupper()
        if slash and 2 <= end - start <= 4:
            yield named(doc, start, end, "credit")


# ---- rows: "Finland  President Sauli Aho", "Heiko Brandt Foreign Minister of Germany" -------------


def rows(doc: Doc, words: NameWords) -> Iterator[Span]:
    """The names in items that are short rows with a title and no sentence."""
    for block in doc.spans.get("blocks", ()):
        if block.label_ == "item" and len(block) <= ROW and block[-1].text not in {".", "?", "!"}:
            yield from _row(block, words)


def _row(block: Span, words: NameWords) -> Iterator[Span]:
    """The name before the title where something follows that ("of …"), else the one behind it."""
    doc = block.doc
    end = next((token.i for token in block if token.text in ENDS), block.end)
    heads = [t.i for t in doc[block.start : end] if t.text[0].isupper() and t.lower_.rstrip(".") in words.title_ends]
    if not heads:
        return
    first, last = heads[0], heads[-1]
    linked = any(token.lower_ in {"of", "for", "at", "and"} for token in doc[first : min(first + 4, end)])
    if not linked and any(not token.is_space for token in doc[last + 1 : end]):
        yield from _within(doc, last + 1, end, words)
        return
    start, stop = block.start, _title_start(doc, first, block.start, words)
    if stop == start or _holds_a_name(doc, start, stop):
        # "European Union President of the European Council Donald Task": the name stands last.
        start, stop = _tail(doc, end, last), end
    yield from _within(doc, start, stop, words)


def _holds_a_name(doc: Doc, start: int, stop: int) -> bool:
    """Whether a thing's name lies in ``[start, stop)``; one that runs on into the title is the model's mistake."""
    names = (entity_at(doc, i) for i in range(start, stop))
    return any(name and name.label_ in OTHER_NAMES and start <= name.start and name.end <= stop for name in names)


def _title_start(doc: Doc, head: int, floor: int, words: NameWords) -> int:
    """The start of the title with ``head``: over its modifiers and a country before them."""
    i = head
    while i > floor:
        before = doc[i - 1]
        modifier = before.lower_ in words.roles.modifiers | words.roles.portfolios or words.title(before)
        country = before.ent_type_ in {"LOC", "NORP"} or (before.text.isupper() and "." in before.text)
        if not (before.is_space or modifier or country):
            break
        i -= 1
    return i


def _tail(doc: Doc, end: int, floor: int) -> int:
    """The start of the last capitalised words of a row that are no other name's."""
    i = end
    while i > floor + 1 and doc[i - 1].ent_type_ not in OTHER_NAMES and not doc[i - 1].text[0].islower():
        i -= 1
    return i


def _within(doc: Doc, start: int, stop: int, words: NameWords) -> Iterator[Span]:
    """The words of ``[start, stop)`` as a name, if they can be one: two to five, capitalised."""
    while start < stop and (doc[start].is_space or doc[start].is_punct):
        start += 1
    while stop > start and (doc[stop - 1].is_space or doc[stop - 1].is_punct):
        stop -= 1
    parts = [token for token in doc[start:stop] if not token.is_space]
    fits = all(t.text[0].isupper() or t.lower_ in words.particles or t.text in HYPHENS for t in parts)
    if 2 <= len(parts) <= 5 and fits:
        yield named(doc, start, stop, "row")
