"""Changes training texts a little each time they are read: names, places, letter case.

All functions take the random generator that the run was seeded with, and change nothing but the text they are given.
"""

from random import Random

from . import invented
from .made_up import tokens
from .tables import tables
from .text import UNKNOWN, Span, Text, joined

Pool = dict[str, list[list[str]]]  # words of the mentions, by label


def pool(texts: list[Text], labels: tuple[str, ...] = ("LOC", "ORG", "NORP")) -> Pool:
    """Collect the mentions of some labels, once each, in the order of the texts."""
    found: dict[str, dict[tuple[str, ...], None]] = {label: {} for label in labels}
    for text in texts:
        for first, last, label in text.entities:
            if label in found and last - first < 8:
                found[label][tuple(text.words[first:last])] = None
    return {label: [list(words) for words in mentions] for label, mentions in found.items()}


def swap_people(text: Text, rng: Random) -> None:
    """Give people other names, of one culture each, word for word; the same word gets the same new one."""
    new: dict[str, str] = {}
    spans = sorted((s for s in text.entities if s[2] == "PERSON"), key=lambda s: s[0] - s[1])  # full names first
    for first, last, _ in spans:
        given, family = rng.choice(tables().names)
        words = text.words[first:last]
        if not all(word[:1].isupper() and len(word) > 1 for word in words):
            continue
        for i, word in enumerate(words):
            side = family if i == len(words) - 1 and (len(words) > 1 or rng.random() < 0.7) else given
            name = rng.choice(side).split("-")[0]  # with its hyphen it would be several tokens
            text.words[first + i] = new.setdefault(word, name)


def swap_mentions(text: Text, mentions: Pool, share: float, rng: Random) -> Text:
    """Put other mentions of the same label in the place of some, half of them invented. For texts without trees."""
    makers = {"LOC": invented.place, "ORG": invented.body, "NORP": invented.people}
    parts: list[Text] = []
    done = 0
    for first, last, label in sorted(text.entities):
        if label not in mentions or first < done or rng.random() >= share:
            continue
        if first > done:
            parts.append(text.cut(done, first))
        new = tokens(makers[label](rng)) if rng.random() < 0.5 else rng.choice(mentions[label])
        parts.append(_mention(text, first, label, new))
        done = last
    if done < len(text.words):
        parts.append(text.cut(done, len(text.words)))
    return joined(parts) if parts else text


def _mention(text: Text, first: int, label: str, words: list[str]) -> Text:
    entities: list[Span] = [(0, len(words), label)]
    part = Text(text.corpus, list(words), entities=entities)
    part.blocks[0] = text.blocks[first]
    if text.sent[first] != UNKNOWN:
        part.sent = [text.sent[first]] + [0] * (len(words) - 1)
    return part


def change_case(text: Text, shares: dict[str, float], rng: Random) -> None:
    """Write some sentences in capitals, in Title Case or in lower case; ``shares`` holds how many of each."""
    starts = [i for i, sent in enumerate(text.sent) if sent == 1 or text.blocks[i]] or [0]
    if starts[0]:
        starts.insert(0, 0)
    for start, stop in zip(starts, [*starts[1:], len(text.words)], strict=True):
        draw = rng.random()
        for how, share in shares.items():
            if draw < share:
                text.words[start:stop] = [_cased(word, how) for word in text.words[start:stop]]
                break
            draw -= share


def _cased(word: str, how: str) -> str:
    if how == "upper":
        return word.upper()
    if how == "lower":
        return word.lower()
    return word[:1].upper() + word[1:] if len(word) > 3 or not word.islower() else word
