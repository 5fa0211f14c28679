"""From names to persons: which of the story's names stand for the same human being."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from newstally.types import Mention, Mentions, Person, Table
from newstally.words.names import name_words, nickname
from newstally.words.spelling import is_given_slip, is_slip

ALIAS_REACH = 60  # characters between a name and its other name
OPENING = " “\"‘'"  # what may stand before another name


@dataclass
class _Cluster:
    """A person in the making: the words of the fullest name, and the mentions so far."""

    words: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    full: int = 0  # how often the person stands there with more than one name


def people(mentions: Mentions, tables: Mapping[str, Table]) -> tuple[Person, ...]:
    """The persons of a story in the order of their first mention.

    Full names come first, the longest leading; then each single name goes to the person it fits best.
    """
    names = tables.get("roles", {}).get("names", {})
    suffixes, family_first = frozenset(names.get("suffixes", ())), frozenset(names.get("family_first", ()))
    named = [(mention, words) for mention in mentions["people"] if (words := name_words(mention.text, suffixes))]
    clusters: list[_Cluster] = []
    full = [pair for pair in named if len(pair[1]) > 1]
    for mention, words in sorted(full, key=lambda pair: (-len(pair[1]), -len(pair[0].text), pair[0].first)):
        _add_full(clusters, mention, words)
    cues = tuple(names.get("aliases", ()))
    _join_aliases(clusters, mentions, cues)
    _join_nicknames(clusters)
    _join_misspelt(clusters)
    other_names = dict(_other_names(clusters, named, mentions, cues))
    clusters.sort(key=lambda cluster: min(mention.first for mention in cluster.mentions))
    titled = _titles_before(mentions)
    for mention, words in named:
        if len(words) == 1 and words[0] in other_names:
            other_names[words[0]].mentions.append(mention)
        elif len(words) == 1:
            _add_single(clusters, mention, words[0], titled, family_first)
    return _persons(clusters, mentions)


def _add_full(clusters: list[_Cluster], mention: Mention, words: tuple[str, ...]) -> None:
    fitting = [cluster for cluster in clusters if _same(words, cluster.words)]
    if not fitting:
        fitting = [_Cluster(words)]
        clusters.append(fitting[0])
    cluster = min(
        fitting, key=lambda cluster: abs(cluster.mentions[0].first - mention.first) if cluster.mentions else 0
    )
    cluster.mentions.append(mention)
    cluster.full += 1


def _same(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether two names of several words, the longer second, can be one person's."""
    if short in (long[: len(short)], long[-len(short) :]):
        return True
    ends = _agree(short[0], long[0]) and _close(short[-1], long[-1])
    return (ends and _in_order(short[1:-1], long[1:-1])) or _ends_misspelt(short, long)


def _ends_misspelt(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a surname of several words ends the longer name, but for a slip in one of them."""
    if len(short) >= len(long):
        return False
    differing = [(a, b) for a, b in zip(short, long[-len(short) :], strict=True) if a != b]
    return len(differing) == 1 and is_slip(*differing[0])


def _agree(one: str, other: str) -> bool:
    """Equal, or one the other's initial."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _close(one: str, other: str) -> bool:
    """Equal, or one spelling of the other."""
    return one == other or is_slip(one, other)


def _in_order(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether the middle names of the shorter form stand in the longer one in order."""
    rest = iter(many)
    return all(any(_agree(word, other) for other in rest) for word in few)


def _join_aliases(clusters: list[_Cluster], mentions: Mentions, cues: tuple[str, ...]) -> None:
    """Put together "A, better known as B", B right behind one of the ``cues``."""
    owner = {id(mention): cluster for cluster in clusters for mention in cluster.mentions}
    ordered = sorted((m for cluster in clusters for m in cluster.mentions), key=lambda m: m.first)
    for one, other in pairwise(ordered):
        between = mentions.article.text[one.span.end : other.span.start].lower()
        first, second = owner[id(one)], owner[id(other)]
        if first is not second and len(between) <= ALIAS_REACH and between.rstrip(OPENING).endswith(cues):
            first.mentions += second.mentions
            first.full += second.full
            owner.update((id(mention), first) for mention in second.mentions)
            clusters.remove(second)


def _join_nicknames(clusters: list[_Cluster]) -> None:
    """Put together "Ana “the Fox” Kos" and "the Fox", where the nickname is of several words."""
    owners = {nickname(mention.text): cluster for cluster in clusters for mention in cluster.mentions}
    for cluster in list(clusters):
        owner = owners.get(cluster.words, cluster)
        if owner is not cluster:
            owner.mentions += cluster.mentions
            clusters.remove(cluster)


def _join_misspelt(clusters: list[_Cluster]) -> None:
    """Put together names that differ by a slip in the given name; one stands once, and apart from the other."""
    by_surname: dict[tuple[str, ...], list[_Cluster]] = {}
    for cluster in clusters:
        by_surname.setdefault(cluster.words[1:], []).append(cluster)
    for one, other in (pair for family in by_surname.values() for pair in combinations(family, 2)):
        rare, usual = sorted((one, other), key=lambda cluster: len(cluster.mentions))
        if len(rare.mentions) == 1 and _is_given_name_slip(rare, usual):
            usual.mentions += rare.mentions
            usual.full += rare.full
            rare.mentions = []
    clusters[:] = [cluster for cluster in clusters if cluster.mentions]


def _is_given_name_slip(rare: _Cluster, usual: _Cluster) -> bool:
    is_apart = all(rare.mentions[0].sentence != mention.sentence for mention in usual.mentions)
    return is_apart and is_given_slip(rare.words[0], usual.words[0])


def _other_names(
    clusters: list[_Cluster], named: list[tuple[Mention, tuple[str, ...]]], mentions: Mentions, cues: tuple[str, ...]
) -> Iterator[tuple[str, _Cluster]]:
    """Single names right behind one of the ``cues`` after a full name, and whose they are: "Ana Kos, known as Ace".

    A nickname of one word in quotes is its bearer's, too: "Ana “Ace” Kos".
    """
    owner = {id(mention): cluster for cluster in clusters for mention in cluster.mentions}
    for cluster in clusters:
        nicknames = (nickname(mention.text) for mention in cluster.mentions)
        yield from ((words[0], cluster) for words in nicknames if len(words) == 1)
    for (one, _), (other, words) in pairwise(named):
        between = mentions.article.text[one.span.end : other.span.start].lower()
        told = len(between) <= ALIAS_REACH and between.rstrip(OPENING).endswith(cues)
        if id(one) in owner and len(words) == 1 and told:
            yield words[0], owner[id(one)]


def _titles_before(mentions: Mentions) -> dict[int, str]:
    """Token index after a title → the title, lower case."""
    return {title.last: title.text.lower() for title in mentions["titles"]}


def _add_single(
    clusters: list[_Cluster], mention: Mention, word: str, titled: dict[int, str], family_first: frozenset[str]
) -> None:
    """Give a name of one word to the person whom it fits best, or make a new one of it."""
    ranked = [(rank, cluster) for cluster in clusters if (rank := _rank(word, cluster.words, family_first)) is not None]
    if not ranked:
        clusters.append(_Cluster((word,), [mention]))
        return
    best = min(rank for rank, _ in ranked)
    title = titled.get(mention.first)
    fitting = [cluster for rank, cluster in ranked if rank == best]
    if title is not None:
        held = [c for c in fitting if any(titled.get(m.first) == title for m in c.mentions)]
        fitting = held or fitting
    max(fitting, key=lambda cluster: _pull(cluster, mention)).mentions.append(mention)


def _rank(word: str, words: tuple[str, ...], family_first: frozenset[str]) -> int | None:
    """How a single word fits a name: 0 its surname, 1 its first word, 2 another part, 3 misspelt; None where not."""
    if word == words[-1] or (word == words[0] and word in family_first):
        return 0
    if word == words[0]:
        return 1
    if word in words[1:-1] or word in words[-1].split("-"):
        return 2
    return 3 if len(words) > 1 and _close(word, words[-1]) else None


def _pull(cluster: _Cluster, mention: Mention) -> tuple[int, int, int]:
    """Of several persons with one surname: who is named in full more often, then more often so far, then earlier."""
    earlier = [other.first for other in cluster.mentions if other.first < mention.first]
    return cluster.full, len(earlier), -cluster.mentions[0].first


def _persons(clusters: Iterable[_Cluster], mentions: Mentions) -> tuple[Person, ...]:
    persons = []
    for cluster in clusters:
        cluster.mentions.sort(key=lambda mention: mention.first)
    ordered = sorted(clusters, key=lambda cluster: cluster.mentions[0].first)
    for number, cluster in enumerate(ordered, 1):
        name = max(cluster.mentions, key=lambda mention: (len(mention.text.split()), -mention.first)).text
        spans = tuple(mention.span for mention in cluster.mentions)
        byline = all(_is_credit(mention, mentions) for mention in cluster.mentions)
        persons.append(Person(f"P{number}", " ".join(name.split()), spans, byline))
    return tuple(persons)


def _is_credit(mention: Mention, mentions: Mentions) -> bool:
    blocks = mentions.layout.blocks
    return mention.rule == "credit" or (bool(blocks) and blocks[mention.block].kind == "byline")
