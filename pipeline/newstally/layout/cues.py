"""The cue words of ``configs/tables/layout.toml`` as compiled patterns, and the kinds of line they tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from newstally.types import Table

Options = Callable[[str, str], str]  # section, key → a pattern for any of its phrases

LONGEST_HEAD = 400  # characters of a line in which its opening words and their confirmation stand
LONGEST_SIGNATURE, LONGEST_NAME = 80, 3  # characters of a line of names, words of a name
PLAIN = str.maketrans({"\u00a0": " ", "’": "'", "‘": "'"})
DIGIT = re.compile(r"\d")
NUMBER = re.compile(r"\d[\d:./-]*(?:st|nd|rd|th|am|pm|a\.m|p\.m|h|z)?", re.I)
DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
BRACKET = re.compile(r"\(([^()]{2,100})\)\s*\.?$")
QUOTED = re.compile('["“]')
INITIALED = re.compile(r"[A-Z][A-Za-z]?\.")
INITIAL = r"(?<=\b[A-Z])\."
TWO_NAMES = re.compile(r"[A-Z][\w.'-]*+\s(?:[\w.'-]++\s?){1,4}/\s?[A-Z]")
STAMP = re.compile(r"\s*(?:\(([^()]{3,40})\)\s*[:.—–-]?|[,–—-]?\s*([^()]{3,40}?)\s*(?::\s|$))")
# How the posts of a live report begin: "15.20", "[9:05 p.m. ET]".
CLOCK = re.compile(r"\[?\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\b\.?)?(?:\s[A-Z]{2,4}\b)?\]?\s*[:.|—–-]?\s+", re.I)
SEGMENT = re.compile(r"(?:(?<!\s)\s++)?[,|·•–—/]\s*|(?<!\s)\s++(?:(?:and|in|for|with)\s+|&\s+)")


class Cues:
    """Tells corrections, captions, by-lines and date lines by their words. Without a table it knows none."""

    def __init__(self, table: Table) -> None:
        words = {(section, key): row for section, rows in table.items() for key, row in rows.items()}

        def options(section: str, key: str) -> str:
            return _either(words.get((section, key), ()))

        def members(section: str, *keys: str) -> frozenset[str]:
            return frozenset(word.casefold() for key in keys for word in words.get((section, key), ()))

        self._correction = _corrections(options)
        labels, notes = options("correction", "labels"), options("correction", "notes")
        self._label = re.compile(rf"(?:{labels}|{notes})\b", re.I)
        self._note = re.compile(rf"{notes}\s*[:.—–-]", re.I)
        self._confirm = re.compile(rf"\b{options('correction', 'confirms')}\b", re.I)
        self._caption_head, self._caption_tail, self._credit = _captions(options)
        self._agency_end = re.compile(rf"(?:^|/|,|\bvia|\bfor)\s*{options('agencies', 'names')}$", re.I)
        self._by = re.compile(rf"{options('byline', 'openers')}:?\s+", re.I)
        self._writer = re.compile(rf"\b(?:{options('byline', 'writers')}|{options('agencies', 'names')})$", re.I)
        self._date_opener = re.compile(rf"\b{options('dates', 'openers')}\b\s*:?", re.I)
        self._months = members("dates", "months")
        self._date_words = self._months | members("dates", "words") | _words(members("dates", "openers"))
        self.agencies = members("agencies", "names")
        self.prose = members("headline", "prose")
        self.minor = members("headline", "minor")
        self.abbreviations = members("headline", "abbreviations")

    def is_correction(self, text: str) -> bool:
        """Whether the line opens a note that corrects the story."""
        clock = CLOCK.match(text)
        head = text[clock.end() if clock else 0 :][:LONGEST_HEAD].translate(PLAIN)
        head = self._unstamped(head.lstrip("([*_\"'“ "))
        if self._correction.match(head):
            return True
        return bool(self._note.match(head) and self._confirm.search(head))

    def _unstamped(self, head: str) -> str:
        """The opening words without the date or time after their label: "Correction, 10:10 p.m.: An earlier …"."""
        label = self._label.match(head)
        stamp = STAMP.match(head, label.end()) if label else None
        if not label or not stamp or not self._is_stamp(stamp[1] or stamp[2]):
            return head
        return f"{label[0]}: {head[stamp.end() :].lstrip()}"

    def _is_stamp(self, text: str) -> bool:
        return bool(DIGIT.search(text)) and self._are_date_words(_split(text))

    def is_caption(self, text: str, at_end: bool) -> bool:
        """Whether the line describes a picture: it opens as a caption does or ends in a credit.

        At the end of the text, an agency's name alone in brackets signs the story rather than a picture.
        """
        if len(text) > 2 * LONGEST_HEAD:
            return False
        plain = text.translate(PLAIN)
        if self._caption_head.match(plain) or self._caption_tail.search(plain):
            return True
        bracket = BRACKET.search(plain)
        return bool(bracket) and self._is_credit(bracket[1].strip(), plain[: bracket.start()].rstrip(), at_end)

    def _is_credit(self, inner: str, before: str, at_end: bool) -> bool:
        if self._credit.search(inner) or TWO_NAMES.match(inner):
            return True
        agency = self._agency_end.search(inner)
        if not agency or inner[agency.start()] == "/":
            return bool(agency)
        # Prose too ends in an agency's name in brackets; a caption has closed its sentence before, and quotes nobody.
        return not at_end and before.endswith((".", "!", "?")) and not QUOTED.search(before)

    def is_date(self, text: str) -> bool:
        """Whether the line says when the story was published, or is a date and nothing else."""
        if len(text) > 120 or not DIGIT.search(text):
            return False
        opener = self._date_opener.match(text)
        rest = text[opener.end() :] if opener else text
        words = _split(rest)
        return self._are_date_words(words) and bool(opener or self._months.intersection(words) or DAY.search(text))

    def _are_date_words(self, words: Iterable[str]) -> bool:
        return all(not word or word in self._date_words or NUMBER.fullmatch(word) for word in words)

    def has_date(self, text: str) -> bool:
        """Whether a line's later part is a date line, as in "Jane Doe · Posted: Jan 21"."""
        opener = self._date_opener.search(text)
        return bool(opener) and self.is_date(text[opener.start() :])

    def has_month(self, text: str) -> bool:
        """Whether a short text names a month and a number."""
        words = {word.strip(".,:").casefold() for word in text.split()}
        return bool(self._months & words) and bool(DIGIT.search(text))

    def is_byline(self, text: str) -> bool:
        """Whether the line names the story's writers."""
        if len(text) > 160:
            return False
        opener = self._by.match(text)
        if opener:
            return self._is_signature(text[opener.end() :])
        first, *rest = re.split(r"\s*[,|·•–—]\s*", text)
        if not rest or not (self._is_name(first) or first.casefold() in self.agencies):
            return False
        return self.has_date(text) or all(self._writer.search(part) for part in rest)

    def _is_signature(self, rest: str) -> bool:
        first = SEGMENT.split(rest, maxsplit=1)[0]
        small = [word for word in rest.split() if word[0].islower() and word not in self.minor]
        finished = rest.endswith((".", "!", "?")) and not self._writer.search(rest[:-1])
        named = self._is_name(first) or first.casefold() in self.agencies or bool(self._writer.search(first))
        return named and not finished and (len(small) <= 3 or self.has_date(rest))

    def is_trade(self, text: str) -> bool:
        """Whether the line, under a name, says only what its bearer is: "Local democracy reporter"."""
        return len(text.split(None, LONGEST_NAME)) <= LONGEST_NAME and bool(self._writer.search(text))

    def is_signature(self, text: str, *, goes_on: bool) -> bool:
        """Whether a line under a headline is names without a "by", their trade, paper or town.

        A short title looks like a name: only what follows a by-line (``goes_on``) may be one word.
        """
        if len(text) > LONGEST_SIGNATURE or DIGIT.search(text) or text.endswith((".", ":", "?", "!")):
            return False
        parts = [part for part in SEGMENT.split(text) if part]
        names = [part for part in parts if not self._writer.search(part)]
        shortest = 1 if goes_on or len(names) < len(parts) else 2
        return all(
            len(words) <= LONGEST_NAME and all(word[0].isupper() or word in self.minor for word in words)
            for words in ([word for word in name.split() if not INITIALED.fullmatch(word)] for name in names)
        ) and (not names or len(names[0].split()) >= shortest)

    def _is_name(self, text: str) -> bool:
        words = text.split()
        return 2 <= len(words) <= 5 and all(
            (word[0].isupper() and not DIGIT.search(word)) or word in self.minor for word in words
        )


def _either(phrases: Iterable[str]) -> str:
    """A pattern for any of ``phrases``, longest first; one that never matches where there are none."""
    escaped = [re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True)]
    return f"(?:{'|'.join(escaped)})" if escaped else "(?!)"


def _split(text: str) -> list[str]:
    return [word.strip(".:").casefold() for word in re.split(r"[\s,|·•()–—]+", text)]


def _words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in phrase.split())


def _corrections(options: Options) -> re.Pattern[str]:
    stories = options("correction", "stories")
    return re.compile(
        rf"{options('correction', 'labels')}\s*(?:[:.—–|-]|$)"
        rf"|{options('correction', 'versions')}\b(?:\s+[\w'-]+){{0,5}}?\s+{stories}\b"
        rf"|{options('correction', 'errors')}\b"
        rf"|{options('correction', 'openers')}\b"
        rf"|(?:this|the|our)\s+(?:[\w'-]+\s+){{0,2}}?{stories}\s+(?:has|have|was|were)\s+(?:been\s+)?(?:since\s+)?"
        rf"{options('correction', 'changes')}\b",
        re.I,
    )


def _captions(options: Options) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    openers, credits = options("caption", "openers"), options("caption", "credits")
    agencies, closers = options("agencies", "names"), options("caption", "closers")
    head = re.compile(
        rf"©|{openers}(?:\s+\d{{1,2}})?\s*[:|]|(?-i:FILE|File)\s+[-–—]\s|{openers}\s+by\s+(?-i:[A-Z])", re.I
    )
    tail = re.compile(
        rf"[.!?\"”|—–]\s*(?:{options('caption', 'standing')}\.?"
        rf"|(?:{options('caption', 'signs')}\s*(?::|by\b|courtesy(?:\s+of)?\b)|{options('caption', 'credit_signs')}:?)"
        rf"\s*(?-i:[A-Z©])(?:[^.!?]|{INITIAL}){{1,60}}\.?)$",
        re.I,
    )
    credit = re.compile(
        rf"^(?:{agencies}\s+)?{credits}\s*(?:$|[/:,|]|(?:by|from|of|via)\b|(?-i:\s[A-Z]))|(?:/|(?-i:[A-Z][\w.']*)\s){closers}$",
        re.I,
    )
    return head, tail, credit
