"""Tells whether a capital or an office stands for its government where it is named: "Ottawa wants", not "in Ottawa".

Pure; reads the parse alone. The word lists are the section ``metonyms`` of the table ``country_cues``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from newstally.types import Mention, Token
from newstally.words.syntax import children, conjuncts, head_of

ATTRIBUTES = frozenset({"compound", "amod", "nmod", "nmod:poss", "flat"})


@dataclass(frozen=True)
class Surroundings:
    """The parse and the cue words that evidence is sought in; ``organs`` are words for officials and organs."""

    tokens: Sequence[Token]
    cues: Mapping[str, frozenset[str]]
    organs: frozenset[str]
    below: Sequence[Sequence[int]]

    @classmethod
    def of(cls, tokens: Sequence[Token], cues: Mapping[str, Sequence[str]], organs: Sequence[str]) -> Surroundings:
        """The surroundings of one text."""
        return cls(tokens, {key: frozenset(words) for key, words in cues.items()}, frozenset(organs), children(tokens))


def office_acts(around: Surroundings, mention: Mention) -> bool:
    """Whether a building or office is more than a place or a mere attribute ("White House lawn")."""
    head = head_of(around.tokens, mention.first, mention.last)
    if around.tokens[head].dep in ATTRIBUTES and around.tokens[head].head > head:
        return _owned(around, head) in around.organs | around.cues["nouns"]
    return not _is_placed(around, mention) and not _cases(around, head) & around.cues["places"]


def capital_acts(around: Surroundings, mention: Mention, countries: Collection[int], named: bool) -> bool:
    """Whether a capital acts, owns a policy, is dealt with, or stands beside a country's name.

    ``countries`` are the positions of tokens that name countries. Where the text has ``named`` its country, weaker
    evidence will do: the subject of any verb that cities are not the subject of.
    """
    if _is_placed(around, mention):
        return False
    group = conjuncts(around.tokens, around.below, head_of(around.tokens, mention.first, mention.last))
    first = group[0]
    return (
        _has_tail(around, mention)
        or _acts(around, first, named)
        or _owns(around, first)
        or _dealt_with(around, first)
        or (around.tokens[first].dep == "nsubj" and any(i in countries for i in group))
    )


def acts_beside(around: Surroundings, mention: Mention) -> bool:
    """Whether a capital is a subject, of whatever verb: "Berlin wants less, Warsaw more", where another acts too."""
    token = around.tokens[head_of(around.tokens, mention.first, mention.last)]
    return not _is_placed(around, mention) and token.dep == "nsubj"


def _is_placed(around: Surroundings, mention: Mention) -> bool:
    """Right after "in", "at", "near", whatever the parse makes of it; "in Ottawa's dispute" says nothing of a place."""
    if around.tokens[head_of(around.tokens, mention.first, mention.last)].dep == "nmod:poss":
        return False
    before = [token.lower for token in around.tokens[max(mention.first - 2, 0) : mention.first]]
    nearest = before[-2:-1] if before[-1:] == ["the"] else before[-1:]
    return not around.cues["located"].isdisjoint(nearest)


def _has_tail(around: Surroundings, mention: Mention) -> bool:
    """A hyphen and a participle follow: "Beijing-backed"."""
    after = around.tokens[mention.last : mention.last + 2]
    return len(after) == 2 and after[0].text == "-" and after[1].lower in around.cues["tails"]


def _acts(around: Surroundings, i: int, named: bool) -> bool:
    """The subject or agent of a verb of saying, wanting, deciding; the object of one of accusing, urging."""
    token, verb = around.tokens[i], around.tokens[around.tokens[i].head]
    if token.dep == "nmod" and "by" in _cases(around, i):
        return verb.lemma in around.cues["deeds"]
    if verb.pos != "VERB":
        return False
    if token.dep in ("nsubj", "obl:agent") or (token.dep == "obl" and "by" in _cases(around, i)):
        return verb.lemma in around.cues["verbs"] or (named and verb.lemma not in around.cues["city_verbs"])
    return token.dep in ("obj", "iobj", "nsubj:pass") and verb.lemma in around.cues["object_verbs"]


def _owns(around: Surroundings, i: int) -> bool:
    """The owner of a noun of policy, or its attribute: "Ottawa's dispute", "the Khartoum government"."""
    token = around.tokens[i]
    if token.dep not in ATTRIBUTES or token.head <= i:
        return False
    return _owned(around, i) in around.cues["nouns" if token.dep == "nmod:poss" else "governments"]


def _dealt_with(around: Surroundings, i: int) -> bool:
    """Dealt with: "talks with Tehran", "ties between Moscow and Ankara", "pressure on Beijing"."""
    if not _cases(around, i) & around.cues["prepositions"]:
        return False
    above = around.tokens[around.tokens[i].head]
    siblings = [around.tokens[j] for j in around.below[above.i] if j < i] if above.pos == "VERB" else []
    return any(token.lemma in around.cues["bridges"] for token in (above, *siblings))


def _owned(around: Surroundings, i: int) -> str:
    """The lemma of the noun that the attribute ``i`` belongs to."""
    return around.tokens[around.tokens[i].head].lemma


def _cases(around: Surroundings, i: int) -> frozenset[str]:
    """The prepositions of the noun ``i``."""
    return frozenset(around.tokens[j].lower for j in around.below[i] if around.tokens[j].dep == "case")
