"""The noun that a number counts: "19 high-level | talks", "five-| member", "14 of 21 | deaths", "a trio of | sisters".

The noun phrase is read off the tags, word by word from the number on; the parse says where it ends, since a noun that
depends on a later one ("apple" in "300 apple growers") is not its head.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newstally.resolve.counts.page import Page
from newstally.types import Token
from newstally.words.figured import Figure
from newstally.words.numerals import DASHES

NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS"))
BEING = frozenset(("is", "are", "was", "were"))
PARTICIPLES = frozenset(("VBN", "VBG", "VBD"))  # a tagger may take a participle for a past tense
ADVERBS = frozenset(("RB", "RBR", "RBS"))
INNER_TAGS = NOUN_TAGS | PARTICIPLES | ADVERBS | {"JJ", "JJR", "JJS", "POS", "HYPH", "CD", "FW", "AFX"}
OWNERS = frozenset(("its", "their", "his", "her", "our", "my", "your"))
DETERMINERS = OWNERS | {"the", "a", "an", "this", "these", "those", "all", "both", "each"}
PRONOUNS = frozenset(("them", "which", "whom", "us", "you", "whose"))  # "three of them" has no noun
LONGEST = 12
"""A noun phrase before its head is seldom longer, in words."""


class Unit(NamedTuple):
    """What a figure counts: the head's token (None where elided), the end of the quote, lemma, and words."""

    head: int | None
    last: int
    lemma: str
    text: str
    partitive: bool = False


def unit(page: Page, figure: Figure) -> Unit | None:
    """The unit that is written after the number; None where none is."""
    i = figure.mention.last
    if page.hyphen(i):
        return _hyphenated(page, figure, i + 1)
    if figure.kind == "noun" and page.at(i) == "of":
        return _noun_phrase(page, figure, _past_determiners(page, i + 1), figure.mention.last + 1)
    if page.at(i) in ("of", "out"):
        return _partitive(page, figure, i)
    if page.at(i) in ("yes", "no") and page.tag(i + 1) not in NOUN_TAGS and not page.hyphen(i + 1):
        return None  # "612 voted yes and 126 no"
    if page.at(i) in page.units["people"]["states"] and not _modifier(page, i):
        return None
    return _plain(page, figure, i)


def _plain(page: Page, figure: Figure, i: int) -> Unit | None:
    """The unit that nothing parts from the number: "12 ships", "11 and six cases"."""
    if _attribute(page, figure):
        return Unit(i, i + 1, lemma(page, page.tokens[i]), page.tokens[i].text)
    shared = coordinated(page, figure)
    if shared is not None:
        inner = unit(page, shared)
        return inner and inner._replace(text=_shared_text(inner, page, i))
    return _noun_phrase(page, figure, i, i)


def _attribute(page: Page, figure: Figure) -> bool:
    """Whether number and noun describe a later noun, the hyphen left out: "a 12 page document"."""
    i = figure.mention.last
    article = page.at(figure.mention.first - 1) in ("a", "an") and figure.first == figure.mention.first
    if not article or figure.value == 1 or figure.kind != "cardinal" or not page.same_line(figure.first, i + 1):
        return False
    return page.tokens[i].tag == "NN" and page.tag(i + 1) in NOUN_TAGS and page.same_line(figure.first, i)


def _modifier(page: Page, i: int) -> bool:
    """Whether the state at ``i`` is said of a noun behind it: "40 injured passengers", "12 sick and dying dogs"."""
    if page.at(i + 1) in ("and", "or") and i + 2 < len(page.tokens):
        i += 2
    return i + 1 < len(page.tokens) and page.tokens[i + 1].tag in NOUN_TAGS and page.same_line(i, i + 1)


def _shared_text(inner: Unit, page: Page, i: int) -> str:
    """Reads "11 and six cases" → "cases"; "two gold and three bronze medals" → "gold medals"."""
    own = i < len(page.tokens) and page.tokens[i].tag[:2] in ("JJ", "NN")
    if own and inner.head is not None:
        return f"{page.tokens[i].text} {page.tokens[inner.head].text}"
    return inner.text


def coordinated(page: Page, figure: Figure) -> Figure | None:
    """The next figure, where this one leaves its noun to it: "11 and six cases", "one or two more"."""
    i = figure.mention.last
    tokens = page.tokens
    modifies = i < len(tokens) and (tokens[i].tag[:2] == "JJ" or (tokens[i].tag == "NN" and figure.value != 1))
    if modifies and page.at(i + 1) in ("and", "or") and page.figure_at.get(i + 2):
        i += 1
    while (
        i < len(tokens) and (page.at(i) in ("and", "or", ",") or page.at(i) in DASHES) and i < figure.mention.last + 3
    ):
        i += 1
    following = page.figure_at.get(i)
    links = [page.at(j) for j in range(figure.mention.last, i)]
    if following is None or following is figure or not page.same_line(figure.first, i) or i != following.mention.first:
        return None
    return following if "and" in links or "or" in links else None


# ---- the phrase after the number -----------------------------------------------------------------------------------


def _noun_phrase(page: Page, figure: Figure, first: int, text_from: int) -> Unit | None:
    head = _head(page, figure.first, first, plural=figure.value != 1)
    if head is None:
        return None
    last = _with_conjunct(page, head)
    return Unit(
        head,
        last,
        _prefix(page, head) + lemma(page, page.tokens[head]),
        page.text(first if first > text_from else text_from, last),
    )


def _prefix(page: Page, head: int) -> str:
    """What the tokenizer parts from its noun: "ex-" of "four ex-bosses", "start-" of "30 start-ups"."""
    prefixes = page.units["prefixes"]
    is_particle = page.tokens[head].lemma in prefixes["particles"]
    prefixed = head > 1 and page.hyphen(head - 1) and (is_particle or page.at(head - 2) in prefixes["words"])
    return f"{page.at(head - 2)}-" if prefixed else ""


def _head(page: Page, origin: int, first: int, *, plural: bool) -> int | None:
    """The last noun of the run of words from ``first`` that can make a noun phrase."""
    head = None
    for i in _run(page, origin, first):
        token = page.tokens[i]
        if token.tag in NOUN_TAGS and not page.hyphen(i + 1):
            head = i
            if _ends_phrase(page, i, plural=plural):
                break
    if head is None and _is_people(page, first):
        return first
    if head is None or (page.entity_at.get(head) and page.entity_at[head].label == "PERSON"):
        return None
    if not plural or page.tokens[head].tag != "NN":
        return head
    owner = next((i for i in range(head - 1, first - 1, -1) if page.tag(i) == "NNS" and page.tag(i + 1) == "POS"), None)
    bare = page.at(origin - 1) not in DETERMINERS
    return owner if owner is not None or (bare and _no_noun(page, first, head)) else head


def _no_noun(page: Page, first: int, head: int) -> bool:
    """Whether a singular behind a plural number is none of its: "61 last spring", "36 operating", "five rate them"."""
    after = page.tokens[head + 1].tag if page.same_line(head, head + 1) else ""
    when = first < head and page.at(first) in ("last", "next", "this", "that")
    return when or after in ("DT", "PRP", "PRP$") or (first == head and page.at(head).endswith("ing"))


def _is_people(page: Page, i: int) -> bool:
    """Whether an adjective stands for people by itself: "six Orthodox, four Greeks"."""
    token = page.tokens[i] if i < len(page.tokens) else None
    if token is None or token.tag != "JJ" or not token.text[0].isupper():
        return False
    entity = page.entity_at.get(i)
    if _is_gapped(page, i):
        return False
    return page.at(i + 1) in ("", ",", ".", "and") or (entity is not None and entity.label == "NORP")


def _is_gapped(page: Page, i: int) -> bool:
    """Whether a number before it in its sentence *is* such: "Nine are Chilean, two Bolivian and one Peruvian"."""
    start = next((j + 1 for j in range(i - 1, -1, -1) if not page.same_line(i, j)), 0)
    return any(
        page.at(j) in BEING and j - 1 in page.figure_at and page.tag(j + 1) == "JJ" for j in range(start + 1, i - 1)
    )


def _run(page: Page, origin: int, first: int) -> Iterator[int]:
    """Positions from ``first`` on that may belong to one noun phrase before its end."""
    for i in range(first, min(first + LONGEST, len(page.tokens))):
        token = page.tokens[i]
        if not page.same_line(origin, i) or (i in page.figure_at and i > first):
            return
        if token.tag not in INNER_TAGS and not _inner_sign(page, i, first):
            return
        if token.lower in page.units["time"]["when"]["words"]:
            return
        if token.tag in PARTICIPLES and not _modifies(page, i, first):
            return
        if token.tag in ADVERBS and (i + 1 >= len(page.tokens) or page.tokens[i + 1].tag not in INNER_TAGS - NOUN_TAGS):
            return
        yield i


def _inner_sign(page: Page, i: int, first: int) -> bool:
    """A hyphen, a quotation mark, a comma between adjectives, or "and" between modifiers of one noun."""
    token, before = page.tokens[i], page.tokens[i - 1].tag
    after = page.tokens[i + 1].tag if i + 1 < len(page.tokens) else ""
    if page.hyphen(i) or token.tag in ("``", "''") or (token.lower == "no" and page.hyphen(i + 1)):
        return True
    if token.lower == ",":
        return before[:2] == "JJ" and after[:2] == "JJ"
    modifier = before in ("JJ", "NN", "NNP", "VBG", "VBN") and after in INNER_TAGS and i > first
    return token.tag == "CC" and modifier and (page.tokens[i - 1].head > i or page.tokens[i - 1].tag in PARTICIPLES)


def _modifies(page: Page, i: int, first: int) -> bool:
    """Whether a participle belongs to the noun after it ("paid organizers"), not to a clause ("four died")."""
    token = page.tokens[i]
    if i > first and page.tokens[i - 1].tag in ("NNS", "NNPS"):
        return False
    number = page.tokens[first - 1]
    if number.dep == "nummod" and token.tag == "VBN" and i < number.head < i + 5:  # "led to 980 cancelled sailings"
        return True
    if token.lower.endswith("ed") and page.tag(i + 1) == "NNS" and _behind_preposition(page, first):
        return True
    if token.dep == "conj" and token.head < i:  # "sick and dying dogs"
        token = page.tokens[token.head]
    return token.dep in ("amod", "compound") or (token.tag != "VBD" and i < token.head < i + 5) or page.hyphen(i - 1)


def _behind_preposition(page: Page, first: int) -> bool:
    """Whether the number before ``first`` follows a preposition, so that it is no subject."""
    i = first - 1
    while i >= 0 and page.tag(i) == "CD":
        i -= 1
    return page.at(i) in ("to", "of", "with", "in", "by", "from")


def _named_number(page: Page, i: int) -> bool:
    """Whether a number that is part of a name stands at ``i``, with a noun after it: "Model 3 sedans"."""
    return page.tag(i) == "CD" and i not in page.figure_at and page.tag(i + 1) in NOUN_TAGS


def _ends_phrase(page: Page, i: int, *, plural: bool) -> bool:
    """Whether the noun at ``i`` depends on no later word of its phrase."""
    token = page.tokens[i]
    after = page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    if after is None or after.tag not in NOUN_TAGS | {"POS", "HYPH", "JJ", "CC"}:
        return not (token.text[0].isupper() and _named_number(page, i + 1))
    if after.tag == "POS":
        return False
    attached = token.dep in ("compound", "amod", "nmod", "nmod:poss", "flat", "nmod:desc") and token.head > i
    if token.tag in ("NNS", "NNPS") and plural:
        return not (attached and page.tokens[token.head].tag in ("NNS", "NNPS") and after.tag in NOUN_TAGS | {"CC"})
    return not attached and after.tag in ("JJ", "CC", "NNP", "HYPH") and token.dep not in ("compound", "flat")


def _with_conjunct(page: Page, head: int) -> int:
    """The end of the phrase with a bare noun that is joined to its head: "diplomats and academics"."""
    tokens = page.tokens
    i = head + 2
    if page.at(head + 1) not in ("and", "or") or tokens[head].tag not in ("NNS", "NNPS"):
        return head + 1
    while i < len(tokens) and tokens[i].tag in ("JJ", "NN", "NNP") and i < head + 4:
        i += 1
    bare = i < len(tokens) and tokens[i].tag in ("NNS", "NNPS") and page.same_line(head, i)
    return i + 1 if bare and tokens[i].head <= head and tokens[i].dep == "conj" else head + 1


def _hyphenated(page: Page, figure: Figure, i: int) -> Unit | None:
    """Reads "five-member", "two-pronged"; the unit is the noun joined to the number."""
    if i >= len(page.tokens) or not page.tokens[i].text.isalpha():
        return None
    if page.at(i) in ("and", "or", "to"):  # "two- and three-bedroom"
        following = page.figure_at.get(i + 1)
        return unit(page, following) if following else None
    adjectives = page.units["hyphenated"]
    word = page.at(i)
    if word in adjectives:
        return Unit(i, i + 1, adjectives[word], page.tokens[i].text)
    stem = word.removesuffix("ed") if len(word) > 5 and page.tokens[i].tag not in NOUN_TAGS else ""
    return Unit(i, i + 1, stem if stem and stem != word else lemma(page, page.tokens[i]), page.tokens[i].text)


# ---- parts of a whole ------------------------------------------------------------------------------------------------


def _pronoun(page: Page, i: int) -> bool:
    """Whether the word is "them", "us", not the country "US"."""
    return page.at(i) in PRONOUNS and page.tokens[i].tag not in NOUN_TAGS


def _past_determiners(page: Page, i: int) -> int:
    while page.at(i) in DETERMINERS:
        i += 1
    return i


def of_what(page: Page, figure: Figure) -> Unit | None:
    """What a fraction is a part of: "half the crew", "two thirds of the voters"."""
    i = figure.mention.last + (page.at(figure.mention.last) == "of")
    start = _past_determiners(page, i)
    whole = page.figure_at.get(start)
    if whole is not None and whole.mention.rule == "exact":
        start = whole.mention.last  # "a third of the 300 workers"
    if start == figure.mention.last or _pronoun(page, start) or start >= len(page.tokens):
        return None
    return _noun_phrase(page, figure, start, start)


def _partitive(page: Page, figure: Figure, i: int) -> Unit | None:
    """Reads "14 of 21 deaths", "three of the plant's six reactors"; the noun of the whole is the unit."""
    if page.at(i) == "out":
        i += 1
    if page.at(i) != "of":
        return None
    start = _past_determiners(page, i + 1)
    if _pronoun(page, i + 1) or _pronoun(page, start):
        return None
    whole = next((page.figure_at[j] for j in _run_to_figure(page, figure.first, start)), None)
    if whole is not None:
        fits = whole.value >= figure.value or whole.mention.first == start  # a part is no larger, but by a slip
        inner = unit(page, whole) if fits else None
        return inner and inner._replace(partitive=True)
    inner = _noun_phrase(page, figure, start, start)
    if inner is None or inner.head is None or page.tokens[inner.head].tag in ("NNP", "NN"):
        return None
    if inner.lemma in page.units["time"]["after"]:  # "the 7,900 of the past three months"
        return None
    return inner._replace(partitive=True)


def _run_to_figure(page: Page, origin: int, start: int) -> Iterator[int]:
    """The first figure from ``start`` on with only words of a noun phrase before it."""
    for j in range(start, min(start + LONGEST, len(page.tokens))):
        if not page.same_line(origin, j):
            return
        if j in page.figure_at:
            yield j
            return
        if page.tokens[j].tag not in INNER_TAGS | {"IN"} and page.tokens[j].lower != "total":
            return
        if page.tokens[j].tag in PARTICIPLES and not _modifies(page, j, start):
            return  # "three of the carriers sold 40 planes"
        if page.tokens[j].tag == "IN" and page.at(j - 1) != "total":
            return


def lemma(page: Page, token: Token) -> str:
    """The unit's lemma: by the table, or of a proper noun in the plural the singular ("Iowans" → "iowan")."""
    word = token.lower
    if word in page.units["lemmas"]:
        return page.units["lemmas"][word]
    if token.tag in ("NN", "JJ"):
        return word
    if word.endswith("men") and word == token.lemma.lower() and len(word) > 4:
        return word[:-2] + "an"
    plural = token.tag in ("NNPS", "NNS") or not word.endswith(("us", "is"))
    if token.text[0].isupper() and token.lemma == word and word.endswith("s") and not word.endswith("ss") and plural:
        return word[:-1]
    return token.lemma
