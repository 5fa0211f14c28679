"""Text → number: digits, number words, fractions and ranges.

Pure and closed: it knows the words of English numbers and nothing of what is counted. ``find`` reads a sequence of
words as a tokenizer gives them (a hyphen may be a word of its own); ``split`` makes such words of a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from newstally.words import digits
from newstally.words.digits import VULGAR

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
ONES = {word: value for value, word in enumerate(_ONES.split())}
TENS = {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), 1)}
SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12, "k": 10**3, "mil": 10**6,
    "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7, "dozen": 12,
}  # fmt: skip
NOUNS = {"pair": 2, "trio": 3, "threesome": 3, "quartet": 4, "foursome": 4, "quintet": 5, "sextet": 6, "septet": 7}
"""Nouns that state a number by themselves; the unit is the thing that follows "of"."""
CLOSED = ([], [","], ["."], [")"], [";"])
PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip
OPENING = frozenset(("a", "an", "half", "quarter", "dozen", "minus", "between", *NOUNS, *ONES, *TENS))
SIGNS = frozenset(".,;:!?'\"“”‘’()[]-–—")
DASHES = frozenset(["-", "–", "—", "‐", "‑", "‒", "−", "--"])
MONEY = frozenset("$£€¥₹₦₩₵")
LETTERS = {"m": 10**6, "b": 10**9}
"""Scales that are written as the letter of a unit, too: metres, bits."""
# Words that follow a length ("100m of cable", "400m hurdles"), not a number in millions.
_METRES = "of in at from to on for with the a long wide deep high away above below hurdles sprints relays race final"
AFTER_METRES = frozenset(_METRES.split())
NUMBERED = frozenset(("number", "numbers", "total", "population"))
FAR = 9  # words before a figure within which they say that it is a number of things
OWNERS = frozenset(("its", "their", "his", "her", "our", "my", "these", "those"))
PRESENT = frozenset(("the", "its", "their", "present", "current", "existing", "previous", "initial", "original"))
"""Words between "from" and the number from which something went "to" another."""
OF_ONE = frozenset(("point", "percentage", "mile", "inch", "hour", "ounce", "acre"))
"""Units of which a half or a quarter is said without "a": "a quarter point", "a half-mile"."""
OF_TIME = frozenset(("this", "that", "last", "next", "first", "second", "each", "either", "every", "opening", "final"))
"""Words before a half that is one of a game or a year."""
DENOMINATORS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 100))  # 2/3 is a fraction; 9/11 and 24/7 are not

LONGEST_KEPT = 400  # words of a line whose numbers are remembered

_FRACTION = re.compile(r"(\d{1,3})[/⁄](\d{1,3})\Z")
_RANKED = re.compile(r"(\d{1,6})(?:st|nd|rd|th)\Z")
_WORD = re.compile(
    r"(?<![.,/⁄\u2060’'])(?:[.,/⁄\u2060’']*+[\w½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])++|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|--|\S"
)


class Numeral(NamedTuple):
    """A number in ``words[first:last]``: ``value`` up to ``high`` where it is a range; ``kind`` says how it is put.

    ``kind``: "cardinal", "fraction" ("two thirds", "2/3"), "noun" ("a trio"), "scaled" ("3.2 million"),
    "glued" ("45kg": letters that are no scale; only the tables can say whether they are a unit).
    """

    first: int
    last: int
    value: float
    high: float | None = None
    kind: str = "cardinal"
    scale: float = 1
    """What the last scale word multiplied by: of "1.5 million" a million."""


class Stated(Protocol):
    """Anything that has a value and says how it is put."""

    @property
    def value(self) -> float: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def scale(self) -> float: ...  # noqa: D102


class _Read(NamedTuple):
    value: float
    last: int
    kind: str = "cardinal"
    scale: float = 1


# ---- one word ------------------------------------------------------------------------------------------------------


def ordinal(word: str) -> int | None:
    """The value of "22nd" or "third"; None for any other word."""
    match = _RANKED.match(word) if word[:1].isdecimal() else None
    return int(match[1]) if match else ORDINALS.get(word)


def as_whole(value: float) -> float:
    """The same number, as an int where it is one. Rounded, for 1.1 million is not 1100000.0000000002."""
    value = round(value, 9)
    return int(value) if value == int(value) else float(f"{value:.14g}")


# ---- a sequence of words --------------------------------------------------------------------------------------------


def find(words: Sequence[str]) -> Iterator[Numeral]:
    """The numbers of ``words`` (lower case, without white space) from left to right, never overlapping."""
    return iter(_kept(tuple(words)) if len(words) <= LONGEST_KEPT else _found(words))


@lru_cache(maxsize=512)
def _kept(words: tuple[str, ...]) -> tuple[Numeral, ...]:
    """As `_found`: the extractor reads a line, and the resolvers read it again."""
    return _found(list(words))


def _found(words: Sequence[str]) -> tuple[Numeral, ...]:
    found: list[Numeral] = []
    past = 0
    for i, word in enumerate(words):
        if i >= past and _may_open(word) and (numeral := _numeral(words, i)):
            found.append(numeral)
            past = numeral.last
    return tuple(found)


def _may_open(word: str) -> bool:
    """Whether a number may start with the word: no other word does, and no sign."""
    return word in OPENING if word.isalpha() else not SIGNS.issuperset(word)


def _numeral(words: Sequence[str], i: int) -> Numeral | None:
    if ends := digits.ends(words[i]):
        return _glued_range(words, i, *ends)
    if words[i] == "minus" and i + 1 < len(words) and not (i and words[i - 1][-1:].isdigit()):
        below = _single(words, i + 1)
        if below is not None and below.kind in ("cardinal", "scaled", "glued"):
            return Numeral(i, below.last, -below.value, None, below.kind, below.scale)
    between = words[i] == "between" and i + 1 < len(words)
    start = i + 1 if between else i
    low = _single(words, start)
    if low is None:
        return None
    high = _range_end(words, start, low) if low.kind in ("cardinal", "scaled") else None
    if high is not None:
        return Numeral(i, high.last, shared_scale(low, high), high.value, high.kind, high.scale)
    return Numeral(start, low.last, low.value, None, low.kind, low.scale)


def _glued_range(words: Sequence[str], i: int, low: float, high: float, tail: str) -> Numeral | None:
    """Reads "10–15", "1.5–2m" and "10-15kg" as one word, a scale perhaps after it."""
    if low >= high:
        return None
    if tail and tail not in SCALES and tail != "m":
        return Numeral(i, i + 1, low, high, "glued")
    scaled = _scale(words, _Read(high, i + 1)) if not tail else _Read(high * _factor(tail), i + 1, "scaled")
    value = low * (scaled.value / high)
    return Numeral(i, scaled.last, as_whole(value), as_whole(scaled.value), scaled.kind)


def _range_end(words: Sequence[str], i: int, low: _Read) -> _Read | None:
    """The upper end of a range whose lower end is ``low``: a dash, "to", "or", or "and" after "between"."""
    from_it = words[i - 2 : i - 1] == ["from"] and words[i - 1] in PRESENT  # "from the present seven to 11"
    from_it = from_it or (words[i - 3 : i - 1] == ["from", "the"] and words[i - 1] in PRESENT)
    if low.last >= len(words) - 1 or not _links(words[low.last], "from" if from_it else words[i - 1] if i else ""):
        return None
    high = _single(words, low.last + 1)
    if high is None or high.kind not in ("cardinal", "scaled", "glued") or shared_scale(low, high) >= high.value:
        return None
    if words[low.last] == "to" and low.value >= 1000 and (high.kind == "scaled" or _year_to(words, i, low, high)):
        return None  # "rose in 2018 to 3.9 million"
    moved = words[i - 1 : i] == ["by"] and words[low.last] == "to" and high.value > 4 * low.value  # "by 900 to 11,400"
    return None if moved else high


def _year_to(words: Sequence[str], i: int, low: _Read, high: _Read) -> bool:
    """Whether "2013 to 59,000" is a year, and what it came to then."""
    year = low.last == i + 1 and words[i].isdigit() and 1900 <= low.value < 2100
    return year and not words[low.last + 1].isdigit()


def _links(link: str, before: str) -> bool:
    """Whether the word between two numbers makes a range of them; "from 10 to 15" is two figures."""
    return (
        link in DASHES or link == "or" or (link == "to" and before != "from") or (link == "and" and before == "between")
    )


def shared_scale(low: Stated, high: Stated) -> float:
    """The lower end, with the upper end's scale where it has none of its own: "1.5 to 2 million"."""
    if high.kind != "scaled" or low.kind == "scaled" or low.value >= 1000:
        return low.value
    return as_whole(low.value * high.scale)


def _single(words: Sequence[str], i: int) -> _Read | None:
    """The number that starts at word ``i``, without ranges."""
    word = words[i]
    if word in ("a", "an"):
        return _after_article(words, i + 1)
    if word in ("half", "quarter"):
        return _part_of_scale(words, i)
    if word in NOUNS or word == "dozen":
        return _Read(NOUNS.get(word, 12), i + 1, "noun")
    read = _digits_at(words, i) or _words_at(words, i) or _fraction(words, i)
    if read is None or read.kind in ("glued", "fraction"):
        return read
    return _parts_after(words, read) or _scale(words, _and_a_half(words, read))


def _after_article(words: Sequence[str], i: int) -> _Read | None:
    """Reads "a dozen", "a hundred and twelve", "a trio", "a third of", "a quarter of a million"."""
    if i >= len(words):
        return None
    if words[i] in SCALES and words[i].isalpha() and len(words[i]) > 3:
        return _scale(words, _words_at(words, i, 1) or _Read(1, i))
    if words[i] in NOUNS:
        return _Read(NOUNS[words[i]], i + 1, "noun")
    if words[i] in ("quarter", "half"):
        return _part_of_scale(words, i)
    if words[i] in ("third", "fifth", "tenth") and words[i + 1 : i + 2] == ["of"]:
        return _Read(1 / PARTS[words[i]], i + 1, "fraction")
    return None


def _part_of_scale(words: Sequence[str], i: int) -> _Read | None:
    """Reads "half a million", "half-dozen", "a quarter of a million"; else the bare fraction."""
    share = 1 / PARTS[words[i]]
    before, j = words[i - 1] if i else "", i + 1
    while j < len(words) and (words[j] in DASHES or words[j] in ("a", "of")) and j < i + 3:
        j += 1
    if j < len(words) and j > i + 1 and words[j] in SCALES and len(words[j]) > 3:
        return _Read(as_whole(share * SCALES[words[j]]), j + 1, "scaled", SCALES[words[j]])
    after = words[i + 1 : i + 3] if words[i + 1 : i + 2] and words[i + 1] not in DASHES else words[i + 2 : i + 4]
    if before not in OF_TIME and after and after[0] in OF_ONE:
        return _Read(share, i + 1, "fraction")
    if words[i] == "quarter" and words[i + 1 : i + 2] != ["of"]:
        return None  # the first quarter of the year
    after = words[i + 1] if i + 1 < len(words) else ""
    if words[i] == "half" and (before in OF_TIME or after in DASHES or (before == "the" and after != "of")):
        return None  # sales this half, half-staff, "led at the half"
    return _Read(share, i + 1, "fraction")


def _fraction(words: Sequence[str], i: int) -> _Read | None:
    """Reads "2/3" and "¾"."""
    if words[i] in VULGAR:
        return _Read(VULGAR[words[i]], i + 1, "fraction")
    match = _FRACTION.match(words[i])
    if match and int(match[1]) < int(match[2]) and int(match[2]) in DENOMINATORS:
        return _Read(int(match[1]) / int(match[2]), i + 1, "fraction")
    return None


def _digits_at(words: Sequence[str], i: int) -> _Read | None:
    """Digits, their groups in words of their own ("34 000"), a scale or a unit glued to them ("3.2m", "45kg")."""
    written, before = digits.read(words[i]), words[i - 1] if i else ""
    if written is None or (written.negative and before[-1:].isdigit() and "." not in written.digits):
        return None
    if _names(words, i, written):
        return None
    priced = bool(written.sign.strip("~≈") or before[-1:] in MONEY)
    if written.tail:
        return _tailed(written, i + 1, priced)
    value, last = written.value, i + 1
    if written.digits.isdecimal() and len(written.digits) <= 3 and written.digits.strip("0"):
        while last < len(words) and last < i + 4 and re.fullmatch(r"\d{3}", words[last]):
            value, last = value * 1000 + digits.number(words[last]), last + 1
    letter = words[last].rstrip(".") if last < len(words) else ""
    if letter in LETTERS and (priced or _means_scale(words, last)):
        return _Read(as_whole(value * LETTERS[letter]), last + 1, "scaled", LETTERS[letter])
    if last < len(words) and (read := _fraction(words, last)):
        return _Read(value + read.value, read.last)
    return _Read(as_whole(value), last)


def _names(words: Sequence[str], i: int, written: digits.Written) -> bool:
    """Whether letters before the digits make a name of them: "US160" but behind "$", "R18" but not "R500m"."""
    if written.sign in digits.COUNTRIES:
        return i == 0 or words[i - 1] != "$"
    scaled = written.tail or (i + 1 < len(words) and words[i + 1] in (*SCALES, *LETTERS))
    return written.sign == "r" and not scaled and len(written.digits) < 5  # R1,500


def _tailed(written: digits.Written, last: int, priced: bool) -> _Read:
    """Digits with letters written to them: a scale ("3.2m"), or what only the tables can know ("45kg")."""
    tail = written.tail
    if tail in SCALES or tail == "m" or (tail == "b" and priced):
        return _Read(as_whole(written.value * _factor(tail)), last, "scaled", _factor(tail))
    return _Read(written.value, last, "glued")


def _means_scale(words: Sequence[str], m: int) -> bool:
    """Whether the "m" after digits says million, not metres, a "b" billion: a plural stands soon after it."""
    owned = words[m + 1 : m + 2] == ["of"] and words[m + 2 : m + 3] and words[m + 2] in OWNERS  # "35m of its devices"
    if words[m - 2] in ("from", "to") and not NUMBERED.isdisjoint(words[max(0, m - FAR) : m - 2]):
        return True  # "took the number from 1.7m to 2.1m."
    if words[m] not in LETTERS:
        return False
    for word in words[m + 3 if owned else m + 1 : m + 6]:
        if not word.isalpha() or word in AFTER_METRES:
            return False
        if (word.endswith("s") and len(word) > 3) or word in ("people", "children", "women", "men", "bpd", "boe"):
            return True
    return False


def _factor(scale: str) -> int:
    return LETTERS.get(scale) or SCALES[scale]


def _words_at(words: Sequence[str], i: int, start: float | None = None) -> _Read | None:
    """Number words from ``i``: "two hundred and twelve thousand", "twenty-five". ``start`` stands for a leading "a"."""
    total, current, seen, smallest = 0.0, start or 0.0, start is not None, float("inf")
    last = j = i
    while j < len(words):
        word = words[j]
        if word in ONES and (not seen or smallest > 20) and not (seen and current % 100 and words[j - 1] == "and"):
            current, seen, smallest = current + ONES[word], True, 1
        elif word in TENS and (not seen or smallest >= 100):
            current, seen, smallest = current + TENS[word], True, 21
        elif word == "hundred" and seen and 0 < current < 100:
            current, smallest = current * 100, 100
        elif word in SCALES and SCALES[word] >= 1000 and len(word) > 2 and seen and current:
            total, current, smallest = total + current * SCALES[word], 0.0, SCALES[word]
        elif seen and j == last and _joins(words, j, smallest):
            j += 1
            continue
        else:
            break
        j = last = j + 1
    if not seen or last == i:
        return None
    scale = next((f for f in (10**12, 10**9, 10**6) if total >= f), 1)
    return _Read(as_whole(total + current), last, "scaled" if scale > 1 else "cardinal", scale)


def _joins(words: Sequence[str], j: int, smallest: float) -> bool:
    """Whether word ``j`` ties two parts of one number: the hyphen of "twenty-five", the "and" after a hundred."""
    after = words[j + 1] if j + 1 < len(words) else ""
    if words[j] in DASHES:
        scaled = after in SCALES and len(after) > 3 and after != "dozen"
        return scaled or (smallest == 21 and 0 < ONES.get(after, 0) < 10)
    return words[j] == "and" and smallest >= 100 and (after in ONES or after in TENS)


def _and_a_half(words: Sequence[str], read: _Read) -> _Read:
    """Reads "three and a half", "three-and-a-quarter"."""
    rest = [word for word in words[read.last : read.last + 6] if word not in DASHES][:3]
    if rest[:2] != ["and", "a"] or rest[2:] not in (["half"], ["quarter"]) or read.kind == "scaled":
        return read
    last = words.index(rest[2], read.last) + 1
    return _Read(as_whole(read.value + 1 / PARTS[rest[2]]), last)


def _scale(words: Sequence[str], read: _Read) -> _Read:
    """The number with the scale words after it: "3.2 million", "14-thousand", "two dozen", "half a million"."""
    value, last, kind, scale = read
    while last < len(words) and value < 10**15:
        at = last + 1 if words[last] in DASHES and last + 1 < len(words) else last
        if words[at] not in SCALES or (at > last and len(words[at]) < 4):
            break
        value, last, kind, scale = value * SCALES[words[at]], at + 1, "scaled", scale * SCALES[words[at]]
    return _Read(as_whole(value), last, kind, scale)


def _parts_after(words: Sequence[str], read: _Read) -> _Read | None:
    """Reads "two-thirds", "three quarters", "one fifth"."""
    at = read.last + 1 if words[read.last : read.last + 1] and words[read.last] in DASHES else read.last
    if at >= len(words) or words[at] not in PARTS or not 0 < read.value < PARTS[words[at]]:
        return None
    plural = words[at].endswith("s")
    if plural != (read.value > 1) or (words[at] in ("half", "quarter", "quarters") and not _share(words, at)):
        return None
    return _Read(read.value / PARTS[words[at]], at + 1, "fraction")


def _share(words: Sequence[str], at: int) -> bool:
    """Whether a half or quarter is a share of something, not a half of play or of a year."""
    explains = at > 1 and words[at - 2] in ("or", "about", "nearly", "almost") and words[at + 1 : at + 2] in CLOSED
    return explains or words[at + 1 : at + 2] == ["of"] or words[at - 1] in DASHES


def split(text: str) -> list[str]:
    """Words and signs of a phrase in lower case, a hyphen between letters or digits on its own."""
    return [word for piece in text.lower().split() for word in _WORD.findall(piece)]
