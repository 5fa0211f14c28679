"""Text → number: digits, number words, fractions and ranges, and the interval of values that a modifier makes of them.

Pure and closed: it knows the words of English numbers and nothing of what is counted. ``find`` reads a sequence of
words as a tokenizer gives them (a hyphen may be a word of its own); ``amount`` reads a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newstally.types import Amount, Modifier

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
PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip
VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
DASHES = frozenset(["-", "–", "—", "‐", "‑", "‒", "−", "--"])
MONEY = frozenset("$£€¥₹₦₩₵")
# Words that follow a length ("100m of cable", "400m hurdles"), not a number in millions.
_METRES = "of in at from to on for with the a long wide deep high away above below hurdles sprints relays race final"
AFTER_METRES = frozenset(_METRES.split())
LONGEST = 24  # digits; a longer run is a serial number, and no newspaper's count
DENOMINATORS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 100))  # 2/3 is a fraction; 9/11 and 24/7 are not

_DIGITS = re.compile(
    r"(\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{2,3})*[,\u00a0\u202f\u2009 ]\d{3}(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
)
# A money sign may stand directly before the digits: "N$7", "Sh4", where the tokenizer does not part them.
_SIGN = r"(?P<sign>~|[a-z]{0,3}[$£€¥₹₦₩₽₱₺₵]|k?sh|ush|rs|dh|rm|chf|usd|eur|gbp)?"
_TOKEN = re.compile(
    _SIGN
    + _DIGITS.pattern.replace("(", "(?P<digits>", 1)
    + rf"(?P<part>[{''.join(VULGAR)}]?)(?:[-–]?(?P<tail>[a-z]+)|[-–])?\Z"
)
NOT_UNITS = frozenset(("s", "st", "nd", "rd", "th"))  # "1990s", "22nd"
_FRACTION = re.compile(r"(\d{1,3})[/⁄](\d{1,3})\Z")
_TOKEN_RANGE = re.compile(_DIGITS.pattern + r"[–—‑‒−-]" + _DIGITS.pattern + r"([a-z]*)\Z")
_RANKED = re.compile(r"(\d{1,6})(?:st|nd|rd|th)\Z")
_WORD = re.compile(r"[\w½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞.,/⁄⁠’']*\w[½⅓⅔¼¾⅛⅜⅝⅞]?|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|--|\S")


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


class _Read(NamedTuple):
    value: float
    last: int
    kind: str = "cardinal"


# ---- one word ------------------------------------------------------------------------------------------------------


def ordinal(word: str) -> int | None:
    """The value of "22nd" or "third"; None for any other word."""
    match = _RANKED.match(word)
    return int(match[1]) if match else ORDINALS.get(word)


def _digits(text: str) -> float:
    return float(re.sub(r"[^\d.]", "", text))


def _whole(value: float) -> float:
    """The same number, as an int where it is one. Rounded, for 1.1 million is not 1100000.0000000002."""
    value = round(value, 9)
    return int(value) if value == int(value) else value


# ---- a sequence of words --------------------------------------------------------------------------------------------


def find(words: Sequence[str]) -> Iterator[Numeral]:
    """The numbers of ``words`` (lower case, without white space) from left to right, never overlapping."""
    i = 0
    while i < len(words):
        found = _numeral(words, i)
        if found is not None:
            yield found
        i = found.last if found else i + 1


def _numeral(words: Sequence[str], i: int) -> Numeral | None:
    match = _TOKEN_RANGE.match(words[i])
    if match and len(words[i]) <= LONGEST:
        return _glued_range(words, i, match)
    between = words[i] == "between" and i + 1 < len(words)
    start = i + 1 if between else i
    low = _single(words, start)
    if low is None:
        return None
    high = _range_end(words, start, low) if low.kind in ("cardinal", "scaled") else None
    if high is not None:
        return Numeral(i, high.last, _shared_scale(low, high), high.value, high.kind)
    return Numeral(start, low.last, low.value, None, low.kind)


def _glued_range(words: Sequence[str], i: int, match: re.Match[str]) -> Numeral | None:
    """Reads "10–15" and "1.5–2m" as one word, a scale perhaps after it."""
    if match[3] and match[3] not in SCALES and match[3] != "m":
        return None
    low, high = _digits(match[1]), _digits(match[2])
    scaled = _scale(words, _Read(high, i + 1)) if not match[3] else _Read(high * _factor(match[3]), i + 1, "scaled")
    if low >= high:
        return None
    value = low * (scaled.value / high)
    return Numeral(i, scaled.last, _whole(value), _whole(scaled.value), scaled.kind)


def _range_end(words: Sequence[str], i: int, low: _Read) -> _Read | None:
    """The upper end of a range whose lower end is ``low``: a dash, "to", "or", or "and" after "between"."""
    if low.last >= len(words) - 1 or not _links(words[low.last], words[i - 1] if i else ""):
        return None
    high = _single(words, low.last + 1)
    if high is None or high.kind not in ("cardinal", "scaled") or _shared_scale(low, high) >= high.value:
        return None
    apart = words[low.last] == "to" and low.value >= 1000 and high.kind == "scaled"  # "rose in 2018 to 3.9 million"
    moved = words[i - 1 : i] == ["by"] and words[low.last] == "to" and high.value > 4 * low.value  # "by 900 to 11,400"
    return None if apart or moved else high


def _links(link: str, before: str) -> bool:
    """Whether the word between two numbers makes a range of them; "from 10 to 15" is two figures."""
    return (
        link in DASHES or link == "or" or (link == "to" and before != "from") or (link == "and" and before == "between")
    )


def _shared_scale(low: _Read, high: _Read) -> float:
    """The lower end, with the upper end's scale where it has none of its own: "1.5 to 2 million"."""
    if high.kind != "scaled" or low.kind == "scaled" or low.value >= 1000:
        return low.value
    factor = next(f for f in sorted(SCALES.values(), reverse=True) if high.value >= f or f == 12)
    return _whole(low.value * factor)


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
    j = i + 1
    while j < len(words) and (words[j] in DASHES or words[j] in ("a", "of")) and j < i + 3:
        j += 1
    if j < len(words) and j > i + 1 and words[j] in SCALES and len(words[j]) > 3:
        return _Read(_whole(share * SCALES[words[j]]), j + 1, "scaled")
    if words[i] == "quarter" and words[i + 1 : i + 2] != ["of"]:
        return None  # the first quarter of the year
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
    match = _TOKEN.match(words[i])
    if match is None or len(words[i]) > LONGEST or match["tail"] in NOT_UNITS:
        return None
    digits, value, last = match["digits"], _digits(match["digits"]) + VULGAR.get(match["part"], 0), i + 1
    if match["tail"]:
        known = match["tail"] in SCALES or match["tail"] == "m"
        return _Read(_whole(value * _factor(match["tail"])), last, "scaled") if known else _Read(value, last, "glued")
    if digits.isdecimal() and len(digits) <= 3 and digits.strip("0"):
        while last < len(words) and last < i + 4 and re.fullmatch(r"\d{3}", words[last]):
            value, last = value * 1000 + _digits(words[last]), last + 1
    if last < len(words) and words[last] == "m" and (match["sign"] or _means_million(words, i, last)):
        return _Read(_whole(value * 10**6), last + 1, "scaled")
    if last < len(words) and (read := _fraction(words, last)):
        return _Read(value + read.value, read.last)
    return _Read(_whole(value), last)


def _means_million(words: Sequence[str], i: int, m: int) -> bool:
    """Whether the "m" after digits says million, not metres: money before it, or a plural soon after it."""
    if i and words[i - 1][-1:] in MONEY:
        return True
    for word in words[m + 1 : m + 6]:
        if not word.isalpha() or word in AFTER_METRES:
            return False
        if (word.endswith("s") and len(word) > 3) or word in ("people", "children", "women", "men"):
            return True
    return False


def _factor(scale: str) -> int:
    return 10**6 if scale == "m" else SCALES[scale]


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
    return _Read(_whole(total + current), last, "scaled" if total >= 10**6 else "cardinal")


def _joins(words: Sequence[str], j: int, smallest: float) -> bool:
    """Whether word ``j`` ties two parts of one number: the hyphen of "twenty-five", the "and" after a hundred."""
    after = words[j + 1] if j + 1 < len(words) else ""
    if words[j] in DASHES:
        return (smallest == 21 and 0 < ONES.get(after, 0) < 10) or (
            after in SCALES and len(after) > 3 and after != "dozen"
        )
    return words[j] == "and" and smallest >= 100 and (after in ONES or after in TENS)


def _and_a_half(words: Sequence[str], read: _Read) -> _Read:
    """Reads "three and a half", "three-and-a-quarter"."""
    rest = [word for word in words[read.last : read.last + 6] if word not in DASHES][:3]
    if rest[:2] != ["and", "a"] or rest[2:] not in (["half"], ["quarter"]) or read.kind == "scaled":
        return read
    last = words.index(rest[2], read.last) + 1
    return _Read(_whole(read.value + 1 / PARTS[rest[2]]), last)


def _scale(words: Sequence[str], read: _Read) -> _Read:
    """The number with the scale words after it: "3.2 million", "14-thousand", "two dozen", "half a million"."""
    value, last, kind = read
    while last < len(words) and value < 10**15:
        at = last + 1 if words[last] in DASHES and last + 1 < len(words) else last
        if words[at] not in SCALES or (at > last and len(words[at]) < 4):
            break
        value, last, kind = value * SCALES[words[at]], at + 1, "scaled"
    return _Read(_whole(value), last, kind)


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
    return words[at + 1 : at + 2] == ["of"] or words[at - 1] in DASHES


# ---- a phrase -------------------------------------------------------------------------------------------------------

ABOUT = 0.1
"""How far, as a share, a figure given with "about" may lie from the truth: "about 20" allows 18 to 22."""


def bounded(value: float, high: float | None = None, modifier: Modifier = "exact", *, whole: bool = True) -> Amount:
    """The interval that a figure and its modifier allow. ``whole``: things counted, so "more than 20" begins at 21."""
    step = 1 if whole else 0
    if high is not None:
        return Amount(value, value, high, "range")
    intervals: dict[Modifier, tuple[float | None, float | None]] = {
        "about": (_whole(value - abs(value) * ABOUT), _whole(value + abs(value) * ABOUT)),
        "more_than": (value + step, None),
        "at_least": (value, None),
        "at_most": (None, value),
        "less_than": (None, value - step),
    }
    low, top = intervals.get(modifier, (value, value))
    return Amount(value, low, top, modifier)


def amount(text: str, modifier: Modifier = "exact", *, whole: bool = True) -> Amount | None:
    """The amount of the first number in ``text``, None where there is none.

    >>> amount("half a million voters")
    Amount(value=500000, low=500000, high=500000, modifier='exact')
    """
    found = next(find(split(text)), None)
    return None if found is None else bounded(found.value, found.high, modifier, whole=whole)


def split(text: str) -> list[str]:
    """Words and signs of a phrase in lower case, a hyphen between letters or digits on its own."""
    return [word for piece in text.lower().split() for word in _WORD.findall(piece)]
