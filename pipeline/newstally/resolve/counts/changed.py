"""Bare numbers of figures that change or are compared: "the toll rose to 410", "from 120 cases to 60", "up from 61".

What rises, or is at a number, may say what is counted: a toll of deaths, the number of marchers, arrivals. Else the
number is of the same things as the figure that it is compared with.
"""

from __future__ import annotations

from collections.abc import Iterator

from newstally.resolve.counts import heads
from newstally.resolve.counts.page import Page
from newstally.resolve.counts.quoted import Elided, quoted
from newstally.resolve.counts.spoken import PERSON, QUANTITIES, Spoken
from newstally.words import syntax
from newstally.words.syntax import VERBAL

LONGEST = 15  # words between "from 120" and "to 60"
NEAR = 6  # words between "up 20 percent" and "from 1,050"
ENDS = frozenset(("from", "to", "by", "at"))
COMPARING = frozenset(("than", "against", "versus", "not"))
TURNS = frozenset(("up", "down", "percent", "%", "cent", "double", "twice", "half", "compared"))
CLAUSE_ENDS = frozenset(("", ".", ",", ";", ")", "and", "but", "in", "on", "at", "of", "from", "a", "as"))
PRONOUNS = frozenset(("it", "this", "that", "they"))
WHEN = frozenset(("last", "this", "before", "earlier"))


def totalled(text: Spoken) -> Elided | None:
    """Reads "the death toll rose to 410", "put the number of marchers at 10,000", "arrivals reached 12,000"."""
    page, totals = text.page, text.page.units["totals"]
    cop = syntax.child(page.tokens, page.below, text.root, "cop")  # "the number of wells is 40"
    verb, link = page.tokens[text.root].head if cop is None else text.root, page.at(text.first - 1)
    if (verb < text.first or link == "to") and (unit := _total(page, verb)):  # "bringing to nine the number of …"
        return quoted(text, unit)
    for noun in _arguments(text, verb):
        unit = _total(page, noun)
        if not unit and page.tokens[noun].lemma in totals["nouns"] and page.at(noun + 1) != "of" and link in ENDS:
            unit = text.sized()
        if not unit and page.tokens[noun].dep == "nsubj" and page.tokens[verb].lemma in totals["verbs"]:
            body = totals["bodies"].get(page.at(noun), "")
            unit = (_sold(text, noun) or heads.lemma(page, page.tokens[noun])) if page.tag(noun) == "NNS" else body
        if unit:
            return quoted(text, _in_words_of_text(text, unit))
    return None


def _in_words_of_text(text: Spoken, unit: str) -> str:
    """What the text itself calls the workers of a workforce where it counts them: employees."""
    nouns = text.nouns.lemmas
    kin = text.page.units["kin"].get(unit, ()) if unit != PERSON else ()
    return unit if unit in nouns else next((noun for noun in kin if noun in nouns), unit)


def moved(text: Spoken) -> Elided | None:
    """Reads "Arrests rose to 3,670, from 3,540", "employment grew by 400", "grows by three, from 30 members to 33"."""
    page, link = text.page, text.page.at(text.first - 1)
    if link == "to" and (start := _start(text)) is not None:
        unit = next((count.unit for count in text.before if count.span.start == start), "")
        return quoted(text, unit)
    if link not in ("from", "to", "by"):
        return None
    verb = next((i for i in syntax.ancestors(page.tokens, text.root) if page.tokens[i].tag in VERBAL), None)
    if verb is None or verb > text.first or page.tokens[verb].lemma not in page.units["totals"]["moves"]:
        return None
    noun = syntax.child(page.tokens, page.below, verb, "nsubj")
    if noun is not None and page.at(noun) in PRONOUNS and text.beside() == "":  # "This fell to 464 in June."
        return quoted(text, text.latest())
    unit = _right_before(text, link) or (_moving(text, noun) if noun is not None else "")
    unit = unit or text.beside() or (text.following() if link == "by" else "")
    body = page.units["totals"]["bodies"].get(page.at(noun), "") if noun is not None else ""
    return quoted(text, unit or body)  # "the staff grew from 31 to 43"


def by_how_many(text: Spoken) -> Elided | None:
    """Reads "That is 83 fewer than the 1,229 of May", "12 more than last year": of what was spoken of."""
    page, last = text.page, text.last
    differs = page.at(last) in ("fewer", "less") or (page.at(last) == "more" and page.at(last + 1) == "than")
    if not differs or page.tag(last + 1) in ("NN", "NNS", "JJ") or text.is_of(*QUANTITIES):
        return None
    return quoted(text, text.beside() or text.like(), last=last + 1)


def difference(text: Spoken) -> Elided | None:
    """Reads "Complaints rose to 1,533, an increase of 329", "a fall of 12 in a year"."""
    noun = text.page.tokens[text.first - 2].lemma if text.first > 1 else ""
    is_of_change = text.page.at(text.first - 1) == "of" and noun in text.page.units["totals"]["changes"]
    return quoted(text, text.beside() if is_of_change else "")


def compared(text: Spoken) -> Elided | None:
    """Reads "up 20 percent from 1,050", "against 187 from 12", "more than the 61 of last year"."""
    page, link = text.page, text.page.at(text.first - 1)
    if (page.at(text.last) not in CLAUSE_ENDS | WHEN and page.same_line(text.first, text.last)) or text.is_of("RATE"):
        return None
    if page.tag(text.first - 1) in ("IN", "TO") and (unit := text.parallel() or _right_before(text, link)):
        return quoted(text, unit)
    turns = link == "from" and any(page.at(i) in TURNS for i in range(text.first - NEAR, text.first))
    alone = link in ("with", "to") and page.at(text.last) in ("", ".", ",", ";") and _elided_before(text)
    unit = text.beside() if link in COMPARING or turns or alone else ""
    return quoted(text, unit)


def _right_before(text: Spoken, link: str) -> str:
    """Reads "to 46 million pieces from 23 million": the unit of the count that only "from" parts from the number."""
    last = text.before[-1] if link == "from" and text.before else None
    return last.unit if last and last.unit_text and last.span.end == text.page.tokens[text.first - 2].end else ""


def _elided_before(text: Spoken) -> bool:
    """Whether the number before it in its sentence has done without a noun too."""
    last = text.before[-1] if text.before else None
    return last is not None and not last.unit_text and last.sentence == text.sentence


def _moving(text: Spoken, noun: int) -> str:
    """What goes up or down by numbers: what the noun is a total of, or the plural itself; "" for prices and such."""
    token, totals = text.page.tokens[noun], text.page.units["totals"]
    if token.lower == "numbers" and text.page.tag(noun - 1) == "NN":  # "passenger numbers"
        token = text.page.tokens[noun - 1]
    unit = _total(text.page, noun) or _sold(text, noun)
    plural = text.page.tag(noun) == "NNS" and token.lemma not in totals["sizes"] and noun not in text.page.figure_at
    return unit or (heads.lemma(text.page, token) if plural else "")


def _sold(text: Spoken, noun: int) -> str:
    """Reads "car sales": cars, where the text counts cars."""
    page = text.page
    is_sale = noun > 0 and page.tokens[noun].lemma == "sale" and page.tag(noun - 1) == "NN"
    sold = page.tokens[noun - 1].lemma if is_sale else ""
    return sold if sold in text.nouns.lemmas else ""


def _arguments(text: Spoken, verb: int) -> Iterator[int]:
    """Object and subject of the verb, other than the figure itself; the object of "bring … to" before the figure."""
    page = text.page
    if page.tokens[verb].dep.startswith("acl") and page.tokens[verb].head < verb:  # "a crowd estimated at 15,000"
        yield page.tokens[verb].head
    for relation in ("obj", "nsubj"):
        noun = syntax.child(page.tokens, page.below, verb, relation)
        if noun is not None and page.figure_at.get(noun) is not text.figure:
            yield noun
    brings = _bringing(text) if page.at(text.first - 1) in ENDS else None
    if brings is not None:
        noun = syntax.child(page.tokens, page.below, brings, "obj")
        if noun is not None and noun < text.first:
            yield noun


def _bringing(text: Spoken) -> int | None:
    """The nearest "bring" in the sentence before the figure."""
    page, verbs = text.page, text.page.units["totals"]["brings"]
    near = range(text.first - 1, max(-1, text.first - LONGEST), -1)
    return next((i for i in near if page.tokens[i].lemma in verbs and page.same_line(text.first, i)), None)


def _total(page: Page, noun: int) -> str:
    """What the noun is a total of: a death toll of deaths, a number of what follows "of"; "" for any other noun."""
    token, before = page.tokens[noun], page.tokens[noun - 1].lemma if noun else ""
    toll = page.units["totals"]["toll"].get(token.lemma, "")
    if toll and before in page.units["totals"]["tolls"]:  # "the murder toll"
        return before
    if toll or token.lemma not in page.units["totals"]["nouns"] or page.at(noun + 1) != "of":
        return toll
    things = (i for i in page.below[noun] if page.tokens[i].dep == "nmod" and page.tag(i) == "NNS")
    return next((heads.lemma(page, page.tokens[i]) for i in things if i not in page.figure_at), "")


def _start(text: Spoken) -> int | None:
    """Where the figure begins whose "from" goes with the "to" before the number."""
    page, first = text.page, text.first
    for i in range(first - 2, max(0, first - LONGEST), -1):
        if not page.same_line(first, i):
            return None
        if page.at(i) == "from":
            figure = page.figure_at.get(i + 1)
            return page.tokens[figure.mention.first].start if figure else None
    return None
