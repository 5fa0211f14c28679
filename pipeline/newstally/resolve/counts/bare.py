"""Numbers without their noun: the forms in which one states something, and the noun that each form supplies.

"12 were men", "three of them", "the other six", "killing three", "five injured", "nine in Lempa and four in Oco". Some
forms say by their words what is counted; the others take it from what the text has spoken of (``spoken``); a person is
the last resort. ``parallel`` holds what is put as a number before it was, ``apposed`` the forms of shares, ``changed``
those of figures compared, ``notes`` those of correction notes.
"""

from __future__ import annotations

from collections.abc import Callable

from newstally.resolve.counts import apposed, changed, heads, notes, parallel
from newstally.resolve.counts.page import DEFINITE, Page
from newstally.resolve.counts.quoted import Elided, quoted
from newstally.resolve.counts.spoken import MILLION, NEAR_SENTENCES, PERSON, QUANTITIES, SMALL, Spoken
from newstally.types import Token
from newstally.words import syntax
from newstally.words.syntax import FINITE, VERBAL

PRONOUNS = frozenset(("them", "those", "these", "us", "which", "whom", "you"))  # after "three of"
DETERMINERS = frozenset(("the", "those", "these", "its", "their", "his", "her", "our"))
OTHERS = frozenset(("other", "remaining", "others"))
MORE = frozenset(("another", "further", "additional", "extra"))
OPENERS = frozenset((",", ":", ";", "and", "but", "while", "plus", "—", "–", "(", "“", '"'))
CLAUSES = frozenset(
    ["which", "whom", "that", "because", "when", "if", "though", "although", "after", "before", "until", "whether"]
)
UNLIKE = frozenset(("that", "because", "if", "though", "although", "whether", "than", "as", "like", "per"))
FEW = 4  # a text has several sets of so few
ONLY = frozenset(("only", "just"))
PLAIN_VERBS = ("VB", "VBG")  # "12 to go"
QUALITIES = frozenset(("JJ", "JJR", "RB", "RBR", "VBN"))  # "11 lower", "two made in"
CLOSERS = frozenset(("", ".", ",", ";", "and", "but", "while", ")"))
BEING = frozenset(("is", "are", "was", "were", "be", "been", "being"))
AMONG = frozenset(("including", "among", "with"))
RANKS = frozenset(("last", "first", "top", "big", "final", "next", "past", "late", "early", "mid"))
ORDERED = frozenset(("first", "last", "next"))
BESIDE = 8  # words from a person to "and two others"
REMNANT = 4  # words of a subject whose verb is left out: "and residents 5,100"


def elided(text: Spoken) -> Elided | None:
    """What a number without a noun counts, or None where it seems to count nothing."""
    if notes.within(text.page, text.figure):
        if noun := notes.unit(text.page, text.figure, text.before):
            return quoted(text, noun)
        text = text.of_note()
    return next(filter(None, (reader(text) for reader in READERS)), None)


def one(text: Spoken) -> Elided | None:
    """What a bare "one" counts: it is a number where it is one of those that its sentence counts before it."""
    return next(filter(None, (reader(text) for reader in (_gapped, changed.compared))), None)


# ---- forms that say by their words what they count -----------------------------------------------------------------


def _state(text: Spoken) -> Elided | None:
    """Reads "five injured", "40 dead or missing": people, or those of whom its sentence has just told the same."""
    end = _past_states(text.page, text.last)
    of_those = text.page.at(text.first - 1) in DEFINITE and text.page.at(text.last) == "aboard"  # "of the 20 aboard"
    if end == text.last or of_those:
        return None
    alike = text.page.at(text.first - 1) in OPENERS and text.beside(alive=True)
    return quoted(text, alike or PERSON, last=end)


def _past_states(page: Page, i: int) -> int:
    """The token behind the states from ``i`` on: "dead", "dead or missing"."""
    states = page.units["people"]["states"]
    if page.tag(i) == "RB" and page.at(i + 1) in states:  # "still missing"
        i += 1
    if page.at(i) not in states:
        return i
    return i + 3 if page.at(i + 1) in ("and", "or") and page.at(i + 2) in states else i + 1


def _body(text: Spoken) -> Elided | None:
    """Reads "a gang of six", "a mother of three", "a pod of 96", "a table for two"."""
    page, i = text.page, text.first - 1
    while page.hyphen(i):
        i -= 1
    if page.at(i) == "for" and page.at(i - 1) in page.units["totals"]["rooms"]:
        return quoted(text, PERSON)
    if page.at(i) != "of":
        return None
    i -= 1
    while page.hyphen(i):
        i -= 1
    totals = page.units["totals"]
    noun = page.at(i)
    unit = totals["toll"].get(noun, "") or totals["bodies"].get(noun, "")
    if not unit and noun in totals["herds"]:
        unit = text.same() or text.like()
    return quoted(text, unit, first=i if unit and noun in totals["bodies"] else text.first)


def _labelled(text: Spoken) -> Elided | None:
    """Reads "Infections: 1,204; injured: 37": a noun, a colon and its number, as in the boxes beside a story."""
    page, noun = text.page, text.first - 2
    ends = page.at(text.last) in CLOSERS or not page.same_line(text.first, text.last)
    starts = not page.same_line(text.first, noun - 1) or page.at(noun - 1) in (";", ",", "-", "–", "•")
    if page.at(text.first - 1) != ":" or not page.same_line(text.first, noun) or not (starts and ends):
        return None
    if page.at(noun) in page.units["people"]["states"]:
        return quoted(text, PERSON)
    lemma = heads.lemma(page, page.tokens[noun]) if page.tag(noun) == "NNS" else ""
    if not lemma and text.figure.value >= SMALL:  # "Main contest: 14", where the story has 14 films
        lemma = text.repeated()
    return quoted(text, "" if lemma in page.units["totals"]["sizes"] else lemma)


# ---- parts of what was spoken of -----------------------------------------------------------------------------------


def _partitive(text: Spoken) -> Elided | None:
    """Reads "three of them", "four of which", "two of the eight", "14 of the 19 injured"."""
    page, i = text.page, text.last
    if page.at(i) != "of":
        return None
    if page.at(i + 1) in PRONOUNS:
        end = _past_states(page, i + 2) if page.at(i + 1) in ("those", "these") else i + 2
        unit = PERSON if end > i + 2 else _of_pronoun(text, page.at(i + 1))
        return quoted(text, unit, last=end)
    definite = page.at(i + 1) in DETERMINERS
    i += 2 if definite else 1
    whole = page.figure_at.get(i)
    if whole is None or whole.value < text.figure.value or text.nouns.units[whole.first] is not None:
        return None
    end = _past_states(page, whole.mention.last)
    named = text.of(whole)
    told = "" if definite else parallel.part(text)
    unit = PERSON if end > whole.mention.last else told or named.same(alive=_alive(text)) or named.repeated()
    unit = unit or text.whole(beside=True)
    supplied = None if unit else elided(named)  # "38 of the 120 invited"
    return quoted(text, supplied.unit if supplied else unit, last=end)


def _of_pronoun(text: Spoken, pronoun: str) -> str:
    """What "them", "which", "whom", "us" are, of whom the number is a part."""
    if pronoun == "us" or text.is_of("DURATION", "MEASURE"):
        return PERSON if pronoun == "us" else ""  # "37 years, 25 of those"
    last = {"them": text.plural(), "whom": PERSON}.get(pronoun, "")
    return text.whole(beside=True) or last


def _among(text: Spoken) -> Elided | None:
    """Reads "including 21 this year", "among them five that failed", "with three left", "out of more than 6,000"."""
    page, i = text.page, text.first - 1
    if page.at(i) == "them" and page.at(i - 1) == "among":
        i -= 1
    totals = page.at(i) == "of" and (page.at(i - 1) == "out" or page.at(i - 1) in page.units["totals"]["nouns"])
    if page.at(i) not in AMONG and not totals:
        return None
    if totals:  # "a total of 3,100 took part"
        return quoted(text, text.like() or (PERSON if text.page.tag(text.last) in FINITE else ""))
    return quoted(text, text.whole() or text.like())


def _further(text: Spoken) -> Elided | None:
    """Reads "another 12", "a further 22", "four more": as many again of what was spoken of."""
    page, before = text.page, text.first - 1
    if page.at(before) in MORE:
        return quoted(text, text.like() or PERSON, first=before)
    if page.at(text.last) != "more" or page.at(text.last + 1) in ("than", "or"):
        return None
    lives = page.tag(text.last + 1) in FINITE and page.tokens[text.last + 1].lemma in page.units["people"]["verbs"]
    return quoted(text, text.like(alive=lives) or (PERSON if lives else ""), last=text.last + 1)


def _definite(text: Spoken) -> Elided | None:
    """Reads "the two", "all three", "the other six", "the last three", "today's 70"."""
    page, before = text.page, text.first - 1
    if page.at(before) in OTHERS:
        unit = text.rest(beside=True) or text.beside() or text.rest() or text.whole() or text.like()
        return quoted(text, unit or PERSON, first=before)
    if page.at(before) in ORDERED and page.at(before - 1) in DETERMINERS:
        return quoted(text, text.whole() or text.like(), first=before - 1)
    if page.tag(before) in ("POS", "JJ"):
        return _compared_with(text)
    if page.at(before) not in DEFINITE or _is_fronted(text):
        return None
    named = text.of_names() if text.figure.value < SMALL else ""
    if text.figure.kind == "noun" or named:  # "the pair", "the two"
        return quoted(text, named or PERSON, first=before)
    alive = _alive(text)
    unit = text.beside() if page.at(before - 1) == "than" else ""  # "eight more than the 11 she had"
    unit = unit or text.same(alive=alive) or text.same() or text.rest()
    unit = unit or (text.repeated() if text.figure.value > FEW else "")
    if not unit and text.figure.value >= SMALL:
        unit = text.beside(alive=alive) or text.summed() or (text.sized() if text.rare else "")
    return quoted(text, unit or PERSON, first=before)


def _compared_with(text: Spoken) -> Elided | None:
    """Reads "double today's 70", "twice the usual 300"; not "the last 16"."""
    page, before = text.page, text.first - 1
    if not page.same_line(text.first, before):
        return None
    if page.tag(before) == "POS":
        return quoted(text, text.beside() or text.like(), first=before)
    plain = page.at(before - 1) in DEFINITE and page.at(before) not in RANKS
    return quoted(text, text.beside(), first=before) if plain else None


def _subject(text: Spoken) -> Elided | None:
    """The number as a subject: "12 were men", "199 were symptomatic", "five died", "of which 40 were given"."""
    verb = _verb(text)
    if verb is None or (text.figure.value > 1 and _singular(text, verb)):
        return None
    noun = _predicate(text.page, verb)
    if noun is not None:
        return quoted(text, heads.lemma(text.page, text.page.tokens[noun]), last=noun + 1)
    last = verb + 1 if verb - text.last < 3 else text.last
    if _alive(text):
        unit = text.whole(alive=True) or text.beside(alive=True) or PERSON
    elif text.is_of(*QUANTITIES):
        unit = ""
    else:
        unit = text.whole() or text.like() or (PERSON if _speaks(text) else "")
    return quoted(text, unit, last=last)


def _singular(text: Spoken, verb: int) -> bool:
    """Whether the verb goes with one thing: "Seven is a lucky number"."""
    page, copula = text.page, syntax.child(text.page.tokens, text.page.below, verb, "cop", "aux")
    finite = verb if copula is None else copula
    return page.tag(finite) == "VBZ" or page.at(finite) == "was"


def _predicate(page: Page, verb: int) -> int | None:
    """The plural that the number's predicate is: "were men", "will be young women"; None for any other predicate."""
    if page.tokens[verb].tag in ("NNS", "NNPS"):
        cased = syntax.child(page.tokens, page.below, verb, "case") is not None
        return verb if not cased and syntax.child(page.tokens, page.below, verb, "cop") is not None else None
    i = verb + 1
    while page.tag(i) == "JJ":
        i += 1
    plain = page.at(verb) in BEING and page.same_line(verb, i) and page.tag(i) == "NNS"
    return i if plain else None


def _verb(text: Spoken) -> int | None:
    """The verb, or the predicate, whose subject the number is."""
    page, token = text.page, text.page.tokens[text.root]
    if token.dep in ("nsubj", "nsubj:pass") and token.head > token.i:
        return token.head
    if not _speaks(text):
        return None
    i = text.last
    while page.same_line(token.i, i + 1) and page.tag(i + 1) in VERBAL | {"RB"}:
        i += 1
    return i if page.tag(i) in VERBAL else text.last


def _speaks(text: Spoken) -> bool:
    """Whether the number opens a clause whose verb follows it."""
    page, before = text.page, text.first - 1
    before -= page.at(before) in ONLY
    opens = page.at(before) in OPENERS | CLAUSES or not page.same_line(text.first, before) or _is_fronted(text)
    return opens and page.tag(text.last) in FINITE and page.at(text.last)[-1].isalpha()


def _is_fronted(text: Spoken) -> bool:
    """Whether what stands right before says of whom the clause speaks: "Of these 388 are", "Of the boys 40 were"."""
    is_pronoun = text.page.at(text.first - 1) in PRONOUNS and text.page.at(text.first - 2) == "of"
    return is_pronoun or (text.page.tag(text.first - 1) == "NNS" and bool(text.fronted))


def _alive(text: Spoken) -> bool:
    """Whether the number is the subject of a verb that takes people or animals."""
    verb = _verb(text)
    return verb is not None and text.page.tokens[verb].lemma in text.page.units["people"]["verbs"]


def _object(text: Spoken) -> Elided | None:
    """The number as an object: "killing three", "killed 40 in Hale", "the party had three"."""
    verb = _governor(text)
    if verb is None:
        return None
    people, unit = text.page.units["people"], ""
    if verb.lemma not in people["harm"]:
        unit = text.same_verb(verb.lemma) or (text.whole() if verb.lemma in people["either"] else "")
    if not unit and verb.lemma in people["verbs"]:  # "killed 11 miners and injured 19"
        joined = verb.dep == "conj" and text.page.tokens[verb.head].lemma in people["verbs"]
        unit = (joined and text.beside(alive=True)) or PERSON
    return quoted(text, unit or (text.sized() if text.figure.value >= MILLION else text.like()))


def _governor(text: Spoken) -> Token | None:
    """The verb before the number whose object the number is, or is joined to."""
    page, token = text.page, text.page.tokens[text.root]
    if token.dep == "conj" and token.head < token.i:
        token = page.tokens[token.head]
    verb, direct = page.tokens[token.head], token.dep in ("obj", "nsubj", "nsubj:pass", "nummod")
    if page.tag(text.first - 1) in VERBAL and page.same_line(text.root, text.first - 1):
        verb, direct = page.tokens[text.first - 1], True
    governs = direct and verb.i < text.root and verb.tag in VERBAL and page.same_line(text.root, verb.i)
    copula = page.at(verb.i) in BEING and page.at(verb.i - 1) != "there"  # "my father is over 70"
    return verb if governs and not copula else None


# ---- numbers that share what a number before them said ---------------------------------------------------------------


def _fronted(text: Spoken) -> Elided | None:
    """Reads "Of seven analysts polled, five rate", "Of the ten boats, it took two": of those the phrase speaks of."""
    leads, ends = text.page.at(text.first - 1) == ",", text.page.at(text.last) in CLOSERS
    return quoted(text, text.fronted) if leads or ends else None


def _gapped(text: Spoken) -> Elided | None:
    """Reads "nine in Lempa and four in Oco", "11 lower", "eight short of that", "four this year", "two a hold"."""
    page, last = text.page, text.last
    if page.at(text.first - 1) not in OPENERS or not page.same_line(text.first, last) or _of_person(text):
        return None
    behind = page.tag(last) in ("IN", "TO") and page.at(last) not in UNLIKE
    named = page.at(last) != "of" or page.at(last + 1) not in DETERMINERS or page.tag(last + 2) == "NNP"
    prepositional = behind and named and page.same_line(last, last + 1)
    if prepositional and page.tag(last + 1) in PLAIN_VERBS:
        return None
    timed = page.at(last) in ("this", "last", "next", "a", "an", "today", "each", "apiece")
    qualified = page.tag(last) in QUALITIES or (timed and bool(text.before))
    if not prepositional and not qualified:
        return None
    unit = text.beside() and (parallel.of_parts(text) or text.whole() or text.beside())
    return quoted(text, unit)


def _of_person(text: Spoken) -> bool:
    """Whether the number is set off from a person's name, whose age it may be: "Ada Marsh, 34 in May"."""
    entity = text.page.entity_at.get(text.first - 2)
    return entity is not None and entity.label == "PERSON" and text.page.at(text.first - 1) == ","


def _joined(text: Spoken) -> Elided | None:
    """Reads "killed 40 in Hale and 12 in Sutton": the noun that the number before it did without."""
    last = text.before[-1] if text.before else None
    if last is None or last.unit_text or last.sentence != text.sentence or last.unit == "vote":
        return None
    joint = text.page.at(text.first - 1)
    aged = joint == "," and text.page.tag(text.first - 2) in ("NNP", "NNPS")  # "Kyle, 29"
    return quoted(text, last.unit) if joint in ("and", ",", "or") and not aged else None


def _remnant(text: Spoken) -> Elided | None:
    """Reads "Boys took nine of the prizes and girls 12": subject and number, the verb left out."""
    page, i = text.page, text.first - 1
    if page.at(text.last) not in CLOSERS and page.same_line(text.first, text.last):
        return None
    while i >= max(text.first - REMNANT, 0) and page.tokens[i].pos in ("NOUN", "PROPN", "ADJ", "DET"):
        i -= 1
    joins = page.at(i) in ("and", "while", "but", ";", ",") and i < text.first - 1 and page.same_line(text.first, i)
    unit = text.beside() if joins else ""
    return quoted(text, unit)


def _repeated(text: Spoken) -> Elided | None:
    """A figure that the text gives with its noun elsewhere: in a headline any, else one that is rare."""
    page, block = text.page, text.page.tokens[text.first].block
    blocks = page.mentions.layout.blocks
    headline = bool(blocks) and blocks[block].kind in ("headline", "deck")
    unit = text.repeated() if headline or text.rare else ""
    return quoted(text, unit)


READERS: tuple[Callable[[Spoken], Elided | None], ...] = (
    _partitive, _state, _body, _labelled, apposed.of_share, apposed.of_whom, parallel.of_whole, changed.totalled,
    changed.by_how_many, _further, _definite, _subject, _fronted, _object, _among, changed.moved, changed.difference,
    changed.compared, parallel.answered, parallel.sought, _gapped, _joined, _remnant, _repeated,
)  # fmt: skip
"""The forms, in the order in which they are asked."""


def others(text: Spoken) -> str:
    """What "two others" are: more of what was counted before, people where that was a nationality or nothing."""
    last = text.before[-1] if text.before else None
    if last is None or text.sentence - last.sentence > NEAR_SENTENCES or last.unit == "vote":
        return PERSON
    named = last.unit_text.rpartition(" ")[2][:1].isupper()
    own = text.beside()
    near = range(text.first - 1, max(-1, text.first - BESIDE), -1)
    with_person = any(i in text.page.person_at and text.page.same_line(text.first, i) for i in near)
    return PERSON if named or (with_person and not own) else own or last.unit
