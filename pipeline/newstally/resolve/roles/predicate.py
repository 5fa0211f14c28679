"""Titles that a verb gives or takes: "X is the mayor", "was elected mayor", "stepped down as mayor", "as mayor"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newstally.resolve.roles import phrase
from newstally.resolve.roles.principal import principal
from newstally.resolve.roles.scene import Claim, Scene
from newstally.resolve.roles.status import spanned
from newstally.types import Mention, Status
from newstally.words import syntax

UNREAL = {
    "not", "n't", "never", "if", "would", "could", "might", "should", "whether", "unless", "once", "until", "may",
}  # fmt: skip
DENIED = {"not", "n't", "never"}
COMPLEMENTS = {"xcomp", "obj", "obl", "dep", "nmod", "appos"}
WITH_AS = {"serve", "work", "act", "join"}  # without "as" the noun is no complement
PRONOUNS = {"he", "she"}
WILL = {"will", "shall", "'ll", "’ll"}
BELOW = {"acl:relcl", "advcl", "ccomp", "parataxis"}
RELATIVE = {"acl:relcl", "acl", "appos"}
LONG_AGO = 3  # sentences after which "she" is rather the story's main person than the subject named last
SENTENCE = 80  # words of a sentence that is looked through
NEAR = 8  # words before "as" among which its verb stands


def in_predicate(scene: Scene, title: Mention) -> Iterator[Claim]:
    """The title as complement of a copula or of a verb of appointment, service or leaving."""
    one = scene.one_of(title)  # "is one of the founders"
    head = syntax.head_of(scene.tokens, title.first, title.last) if one is None else one
    if syntax.child(scene.tokens, scene.below, head, "cop") is not None:
        if syntax.child(scene.tokens, scene.below, head, "case") is not None:
            return  # "was among the first actors"
        subject, clause = syntax.child(scene.tokens, scene.below, head, "nsubj"), head
    else:
        clause = scene.tokens[head].head
        subject = _named_by(scene, head, clause)
        if subject is None and _gives(scene, head, clause):
            subject = _subject(scene, head, clause)
    if subject is not None and not unreal(scene, clause):
        persons = _all_of(scene, subject) if scene.plural(title) else referents(scene, subject)
        for person in persons:
            yield Claim(person, title, _state(scene, clause, head))
        yield from _successor(scene, title, subject, clause)


def _named_by(scene: Scene, head: int, clause: int) -> int | None:
    """The name that a copula gives the title, its subject: "the board's chair is Ng"."""
    named = clause in scene.person_at and scene.tokens[head].dep.startswith("nsubj")
    return clause if named and syntax.child(scene.tokens, scene.below, clause, "cop") is not None else None


def _all_of(scene: Scene, subject: int) -> list[str]:
    """The persons of a subject of several: "Ng and Roe are ministers"; none where it is one."""
    members = syntax.conjuncts(scene.tokens, scene.below, subject)
    persons = [person for member in members for person in referents(scene, member)]
    return persons if len(persons) > 1 else []


def _successor(scene: Scene, title: Mention, loser: int, verb: int) -> Iterator[Claim]:
    """Who has the title instead: the subject of "replaced Kelly as chief of staff"."""
    subject = syntax.child(scene.tokens, scene.below, verb, "nsubj")
    if scene.tokens[verb].lemma in scene.group("status", "succession") and subject is not None and subject != loser:
        state = "elect" if _to_come(scene, verb) else None
        yield from (Claim(person, title, state) for person in referents(scene, subject))


def unreal(scene: Scene, clause: int) -> bool:
    """Whether the clause is denied, conditional or only possible."""
    small = {"advmod", "mark", "aux"}
    return bool(UNREAL & {scene.tokens[i].lower for i in scene.below[clause] if scene.tokens[i].dep in small})


def _gives(scene: Scene, head: int, verb: int) -> bool:
    """Whether ``verb`` gives or takes the title with ``head``."""
    lemma, ends = scene.tokens[verb].lemma, scene.group("status", "ends")
    if verb == head or (lemma not in ends and lemma not in scene.group("status", "verbs")):
        return False
    as_ = any(scene.tokens[i].lower == "as" for i in scene.below[head] if scene.tokens[i].dep in {"case", "mark"})
    return as_ or (scene.tokens[head].dep in COMPLEMENTS and lemma not in ends | WITH_AS)


def _subject(scene: Scene, head: int, verb: int) -> int | None:
    """Who gets the title: the subject of the passive, the person who is the object, or the subject."""
    tokens, below = scene.tokens, scene.below
    left = _name_before(scene, verb) if tokens[verb].tag == "VBN" else None
    passive = left if left is not None else next((i for i in below[verb] if tokens[i].dep == "nsubj:pass"), None)
    if passive is not None:
        return passive
    thing = syntax.child(tokens, below, verb, "obj", "iobj")
    loses = tokens[verb].lemma in scene.group("status", "succession")
    if thing is not None and thing != head and (thing in scene.person_at or loses):
        return thing
    if tokens[verb].lemma in scene.group("status", "appointing") and tokens[verb].tag != "VBN":
        return _name_between(scene, verb, head)
    subject = syntax.child(tokens, below, verb, "nsubj")
    if subject is None and tokens[verb].dep in {"conj", "xcomp", "advcl"}:
        return syntax.child(tokens, below, tokens[verb].head, "nsubj")
    return tokens[verb].head if subject is None and tokens[verb].dep == "acl" else subject


def _name_between(scene: Scene, verb: int, head: int) -> int | None:
    """The first person named between a verb and the title that it gives: "named Col. Ng as director"."""
    return next((i for i in range(verb + 1, head) if i in scene.person_at), None)


def _name_before(scene: Scene, verb: int) -> int | None:
    """The person named directly before an auxiliary and its verb: "Johnson was elected"."""
    i = verb - 1
    while i > 0 and scene.tokens[i].pos in {"AUX", "ADV"}:
        i -= 1
    return i if i < verb - 1 and i in scene.person_at and scene.together(i, verb) else None


def _state(scene: Scene, clause: int, head: int) -> Status | None:
    """What the verb and the words of its clause say of the role's time."""
    tokens = scene.tokens
    words = [tokens[i].lower for i in _own_words(scene, clause)]
    cop = syntax.child(tokens, scene.below, head if clause == head else clause, "cop")
    was = cop is not None and tokens[cop].lower in {"was", "were", "been"}
    ends = tokens[clause].lemma in scene.group("status", "ends")
    if _to_come(scene, clause):
        return None if ends else "elect"
    over = "at the time" in " ".join(words) or ("for" in words and "years" in words[words.index("for") :])
    ended = ends or spanned(words) or bool(scene.group("status", "past") & set(words))
    return "former" if ended or (was and over) else None


def _own_words(scene: Scene, clause: int) -> list[int]:
    """The tokens of a clause without those of clauses below it that speak of something else."""
    found, queue = [], [clause]
    while queue:
        found.append(queue.pop())
        queue.extend(i for i in scene.below[found[-1]] if not _other_clause(scene, i) and not _of_subject(scene, i))
    return sorted(found)


def _of_subject(scene: Scene, i: int) -> bool:
    """Whether a word tells of the subject and not of what the clause says: "Ng, formerly a judge, becomes …"."""
    token = scene.tokens[i]
    return token.dep in {"appos", "amod", "acl"} and scene.tokens[token.head].dep.startswith("nsubj")


def _other_clause(scene: Scene, i: int) -> bool:
    """Whether a clause starts below: "…, where Ng was rector until 2011", but not "until Ng died"."""
    subject = syntax.child(scene.tokens, scene.below, i, "nsubj") is not None
    until = any(scene.tokens[j].lower == "until" and scene.tokens[j].dep == "mark" for j in scene.below[i])
    return scene.tokens[i].dep in BELOW and subject and not until


def _to_come(scene: Scene, clause: int) -> bool:
    """Whether the clause speaks of what will be: "will be sworn in as"."""
    return any(scene.tokens[i].lower in WILL for i in scene.below[clause] if scene.tokens[i].dep in {"aux", "mark"})


def referents(scene: Scene, i: int) -> list[str]:
    """The persons that a subject stands for: by name, by "who", by "she", by a title that is tied to a name."""
    tokens = scene.tokens
    if i in scene.person_at:
        return [scene.person_at[i]]
    if tokens[i].lower in {"who", "that"}:
        return _antecedent(scene, i)
    if tokens[i].lower in PRONOUNS:
        return [person] if (person := main_person(scene, i)) else []
    if i in scene.title_at:
        return [claim.person for claim in scene.holders(scene.title_at[i])]
    apposed = (j for j in scene.below[i] if tokens[j].dep in {"flat", "appos", "compound"})
    return next(([scene.person_at[j]] for j in apposed if j in scene.person_at), [])


def _antecedent(scene: Scene, i: int) -> list[str]:
    """The person whom "who" at ``i`` follows, else the head of the clause that it stands in."""
    left = i - 2 if scene.tokens[i - 1].text == "," else i - 1
    if left in scene.person_at:
        return [scene.person_at[left]]
    above = [i, *syntax.ancestors(scene.tokens, i)]
    clauses = (j for j in above if scene.tokens[j].dep in RELATIVE and scene.tokens[j].head < i)
    relative = next(clauses, None)
    return referents(scene, scene.tokens[relative].head) if relative is not None else []


def as_title(scene: Scene, title: Mention) -> Iterator[Claim]:
    """An office of the person or pronoun before it: "… as a Texas senator", "… while secretary of state"."""
    start = phrase.start_of(scene, title)
    after = scene.following(title)
    adverbial = start > 1 and scene.tokens[start - 1].lower in {"as", "while", "when"} and not scene.plural(title)
    clause = after is not None and (after.pos in {"VERB", "AUX"} or after.i in scene.person_at)
    if not adverbial or clause or not _ascribed(scene, title, start):
        return
    for i in range(start - 2, -1, -1):
        if not scene.together(i, start):
            return
        if i in scene.person_at or scene.tokens[i].lower in {"he", "she", "his", "her"}:
            person = scene.person_at.get(i) or main_person(scene, i)
            yield from [Claim(person, title)] if person else []
            return


def _ascribed(scene: Scene, title: Mention, start: int) -> bool:
    """Whether the words say that someone holds the office, not that they are seen so or may come to."""
    article = any(token.lower in {"a", "an"} for token in scene.tokens[start : title.first])
    office = title.rule in scene.words.offices and title.rule != "candidate"
    near = [token for token in scene.tokens[max(start - NEAR, 0) : start] if token.pos == "VERB"]
    denied = any(scene.tokens[i].lower in DENIED for token in near for i in scene.below[token.i])
    said = not denied and not {token.lemma for token in near} & scene.group("status", "seeming")
    beside = scene.tokens[start - 2].pos == "ADV" and scene.tokens[start - 3].text == ","  # "Ng, here as a lobbyist"
    return (office or beside) and said and (not article or beside or bool(principal(scene, title).text))


def main_person(scene: Scene, i: int) -> str:
    """Whom "she" at ``i`` stands for: who is named before it in the sentence, else was last a clause's subject.

    Whom the sentence before introduces, and no other, comes before that: "It was made by Ng, a painter. She is …".
    """
    here = next((j for j in range(i - 1, -1, -1) if j in scene.person_at or not scene.together(j, i)), i)
    if here in scene.person_at and scene.together(here, i):
        return scene.person_at[here]
    if introduced := _introduced(scene, i):
        return introduced
    named = [name for name in scene.starts.values() if name.last <= i]
    acting = [m for m in named if any(t.dep.startswith("nsubj") for t in scene.tokens[m.first : m.last])]
    if not named:
        return ""
    last = (acting or named)[-1]
    if scene.tokens[i].sentence - scene.tokens[last.first].sentence > LONG_AGO:
        often = Counter(scene.person_at[name.first] for name in named)
        return max(often, key=lambda person: often[person])
    return scene.person_at[last.first]


def _introduced(scene: Scene, i: int) -> str:
    """The only person of the sentence before, if first named and described there: "…, by Ng, a painter."; else ""."""
    before = [token for token in scene.tokens[max(i - SENTENCE, 0) : i] if _next_to(scene, token.i, i)]
    persons = {scene.person_at[token.i] for token in before if token.i in scene.person_at}
    if len(persons) != 1 or any(token.lower in PRONOUNS for token in before):
        return ""
    person = persons.pop()
    first = next(name for name in scene.starts.values() if scene.person_at[name.first] == person)
    described = first.last < i and scene.tokens[first.last].text in {",", "("}
    return person if described and _next_to(scene, first.first, i) else ""


def _next_to(scene: Scene, i: int, j: int) -> bool:
    """Whether token ``i`` stands in the sentence before that of ``j``, in its block."""
    one, other = scene.tokens[i], scene.tokens[j]
    return other.sentence - one.sentence == 1 and one.block == other.block
