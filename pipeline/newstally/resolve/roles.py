"""From titles to roles: who holds which office, rank, job or membership, of what, and whether still.

A title finds its person in front of the name, in a list row, in apposition, by a copula or by a verb of appointment; the
words around it tell what it is of and whether it is held now.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newstally import syntax
from newstally.roleparts import HYPHENS, POSSESSIVE, STOPS, Principal, Scene, after_name, principal, status
from newstally.rolewords import plural, role_words
from newstally.types import Country, Mention, Mentions, Person, Role, Status, Table

JOINTS = {"and", "&"}
TURNS = {"now", "turned", "then", "later"}
NAMES = {"ORG", "LOC", "NORP", "EVENT", "FAC", "MISC"}
UNREAL = {"not", "n't", "never", "if", "would", "could", "might", "should", "whether", "unless", "once", "until", "may"}
APPOSITION_REACH = 16  # words between a name's comma and its title


@dataclass(frozen=True, slots=True)
class _Claim:
    """That a person holds a title; ``state`` is set where the construction tells it."""

    person: str
    title: Mention
    state: Status | None = None


def roles(
    mentions: Mentions, people: Sequence[Person], countries: Sequence[Country], tables: dict[str, Table]
) -> tuple[Role, ...]:
    """The roles that the story ascribes to its persons, one for each (person, title, of), in the order of the text."""
    scene = _scene(mentions, people, tables)
    finder = _Finder(scene, tables)
    found: list[Role] = []
    for claim in sorted(finder.claims(), key=lambda claim: (claim.title.first, claim.person)):
        _add(found, _role(scene, finder, claim))
    return tuple(replace(role, id=f"R{number}") for number, role in enumerate(found, 1))


def _scene(mentions: Mentions, people: Sequence[Person], tables: dict[str, Table]) -> Scene:
    table = tables.get("roles", {})
    ids = {(span.start, span.end): person.id for person in people for span in person.mentions}
    persons = [(m, ids.get((m.span.start, m.span.end), "")) for m in mentions["people"]]
    named = [*mentions["countries"], *(m for m in mentions["entities"] if m.label in NAMES)]
    return Scene(
        mentions=mentions,
        tokens=_mended(mentions.tokens),
        words=role_words(table),
        parties=frozenset(table.get("of", {}).get("parties", ())),
        countries=tables.get("countries", {}),
        title_at={i: title for title in mentions["titles"] for i in range(title.first, title.last)},
        person_at={i: person for m, person in persons if person for i in range(m.first, m.last)},
        name_at={i: m for m in named for i in range(m.first, m.last)},
    )


def _mended(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with sentences joined that break after an abbreviation: "Pct." + "4 Constable"."""
    merged, shift = [], 0
    for token in tokens:
        if merged and token.sentence + shift > merged[-1].sentence and token.i > 1:
            point, word = tokens[token.i - 1], tokens[token.i - 2]
            short = point.text == "." and point.start == word.end and len(word.text) <= 4 and word.text[0].isupper()
            if short and token.block == point.block and (token.text[0].isdigit() or token.text[0].islower()):
                shift -= 1
        merged.append(token._replace(sentence=token.sentence + shift))
    return tuple(merged)


class _Finder:
    """Finds the person of each title; the plainest construction first, each title once."""

    def __init__(self, scene: Scene, tables: dict[str, Table]) -> None:
        self.scene = scene
        self.tokens = scene.tokens
        self.below = syntax.children(scene.tokens)
        self.ends = {m.last: m for m in scene.mentions["people"]}
        self.starts = {m.first: m for m in scene.mentions["people"]}
        verbs = tables.get("roles", {}).get("status", {})
        self.giving = frozenset(verbs.get("verbs", ()))
        self.ending = frozenset(verbs.get("ends", ()))
        self.past = frozenset(verbs.get("past", ()))
        self.seeming = frozenset(verbs.get("seeming", ()))
        self.succession = frozenset(verbs.get("succession", ()))
        self.singular = {plural(form): form for form in scene.words.heads}
        self.held: dict[int, list[_Claim]] = {}  # first token of a title → its claims

    def claims(self) -> list[_Claim]:
        """All claims of the story."""
        titles = self.scene.mentions["titles"]
        for name in self.scene.mentions["people"]:
            self._before_name(name)
        for rule in (self._in_row, self._apposed, self._predicated, self._coordinated, self._as_title, self._described):
            for title in titles:
                if title.first not in self.held:
                    self._hold(title, *rule(title))
        return [claim for claims in self.held.values() for claim in claims]

    def _hold(self, title: Mention, *claims: tuple[str, Status | None]) -> None:
        if claims:
            self.held[title.first] = [_Claim(person, title, state) for person, state in claims if person]

    def is_plural(self, title: Mention) -> bool:
        """Whether the title's last word is a plural ("ministers")."""
        head = self.scene.head(title)
        return head.lower in self.singular or (head.tag == "NNS" and head.lower not in self.scene.words.heads)

    # ---- "Prime Minister Justin Trudeau", "the Minister of Agriculture, Enrique Parada" ---------------------------------

    def _before_name(self, name: Mention) -> None:
        scene, i = self.scene, name.first - 1
        while i >= 0 and scene.together(i, name.first) and self._honorific(i):
            i -= 1
        if i < 0 or not scene.together(i, name.first):
            return
        if self.tokens[i].text in {",", "-", "–", "—", ":"} and i > 0:
            title = self._definite_before(i)
            if title is None or (self.tokens[i].text != ",") != self.is_plural(title):
                return
        else:
            title = scene.title_at.get(i)
        if title is None or title.first in self.held:
            return
        persons = self._listed(name) if self.is_plural(title) else [scene.person_at.get(name.first, "")]
        while title is not None and title.first not in self.held:
            self._hold(title, *((person, None) for person in persons))
            title = self._stacked(title)

    def _honorific(self, i: int) -> bool:
        token = self.tokens[i]
        if token.text == "." and i > 0:
            return self.tokens[i - 1].lower in self.scene.words.honorifics
        return (token.lower.rstrip(".") in self.scene.words.honorifics and i not in self.scene.title_at) or token.text in {'"', "“", "«"}

    def _definite_before(self, comma: int) -> Mention | None:
        """The title whose noun phrase, a definite one, ends at the comma: "the president of Samsung,"."""
        for i in range(comma - 1, max(comma - APPOSITION_REACH, -1), -1):
            if not self.scene.together(i, comma) or self.tokens[i].pos in STOPS or i in self.scene.person_at:
                return None
            title = self.scene.title_at.get(i)
            if title is not None:
                whole = principal(self.scene, title)
                ends = comma in {title.last, whole.last}
                start = self._phrase_start(title)
                opened = start == 0 or self.tokens[start - 1].text not in {","} or start - 2 not in self.scene.person_at
                definite = self._definite(title, start)
                return title if ends and definite and opened else None
        return None

    def _definite(self, title: Mention, start: int) -> bool:
        if start > 1 and self.tokens[start - 1].lower in JOINTS and start - 2 in self.scene.title_at:
            other = self.scene.title_at[start - 2]
            return self._definite(other, self._phrase_start(other))
        words = [token.lower for token in self.tokens[max(start - 1, 0) : title.first]]
        return "the" in words or bool(POSSESSIVE.intersection(words)) or bool({"his", "her", "its", "their", "our"}.intersection(words)) or self.is_plural(title)

    def _listed(self, name: Mention) -> list[str]:
        """The persons named in a row from ``name`` on: "A, B and C"."""
        persons, last = [self.scene.person_at.get(name.first, "")], name.last
        while last + 1 < len(self.tokens):
            skip = [token.lower for token in self.tokens[last : last + 2]]
            step = 2 if skip[0] == "," and skip[1] in JOINTS else 1 if skip[0] in JOINTS | {","} else 0
            following = self.starts.get(last + step) if step else None
            if following is None:
                break
            persons.append(self.scene.person_at.get(following.first, ""))
            last = following.last
        return persons

    def _stacked(self, title: Mention) -> Mention | None:
        """A title directly before another: "Depot Commander Col.", "President and CEO", "player now Northland coach"."""
        scene, i = self.scene, title.first - 1
        if i < 0 or not scene.together(i, title.first):
            return None
        if i in scene.title_at:
            return scene.title_at[i]
        if self.tokens[i].lower in JOINTS and (other := scene.title_at.get(i - 1)) is not None:
            same_case = other.text[0].isupper() == title.text[0].isupper()
            return other if same_case and not self.is_plural(other) else None
        start = self._phrase_start(title)
        if start > 1 and self.tokens[start - 1].lower in JOINTS and (other := scene.title_at.get(start - 2)) is not None:
            own = self.tokens[self._phrase_start(other) : other.first]
            bare = not any(token.pos == "DET" for token in own) and not self.is_plural(other)
            return other if bare and other.text[0].isupper() == title.text[0].isupper() else None
        turned = start < title.first and any(token.lower in TURNS for token in self.tokens[start : title.first])
        return scene.title_at.get(start - 1) if turned else None

    # ---- "Heiko Maas  Foreign Minister of Germany" ----------------------------------------------------------------------

    def _in_row(self, title: Mention) -> Iterator[tuple[str, Status | None]]:
        blocks = self.scene.mentions.layout.blocks
        if not blocks or blocks[title.block].kind != "item":
            return
        whole = principal(self.scene, title)
        for i in (title.first, whole.first):
            if i in self.ends and self.scene.together(i - 1, title.first):
                yield self.scene.person_at.get(i - 1, ""), None
                return

    # ---- "Meng Wanzhou, chief financial officer of Huawei" ----------------------------------------------------------------

    def _phrase_start(self, title: Mention) -> int:
        """The first token of the noun phrase that ``title`` heads, as far as its words go."""
        i = title.first
        while i > 0 and title.first - i < APPOSITION_REACH and self.scene.together(i - 1, title.first):
            token = self.tokens[i - 1]
            inner = token.pos in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV"} or token.text in POSSESSIVE | HYPHENS | {"$", '"', "“", "”"}
            owner = i - 1 in self.scene.person_at and not self._own(i, title)
            if i - 1 in self.scene.title_at or not (inner or i - 1 in self.scene.name_at or token.tag in {"POS", "PRP$", "VBN", "VBG"}) or owner:
                break
            i -= 1
        return i

    def _own(self, i: int, title: Mention) -> bool:
        """Whether the person named before ``i`` modifies the title: "Clinton's manager", "Clinton campaign spokesman"."""
        return self.tokens[i].text in POSSESSIVE or self.tokens[i].lower in self.scene.words.organisations or (i in self.scene.person_at and self._own(i + 1, title))

    def _apposed(self, title: Mention) -> Iterator[tuple[str, Status | None]]:
        start = self._phrase_start(title)
        if start < 2 or self.tokens[start - 1].text not in {",", "(", "—", "–", ":", "-"}:
            return
        i = self._over_age(start - 2)
        person = self.scene.person_at.get(i)
        if person is None or not self.scene.together(i, title.first):
            return
        shared = self._next_name(title)
        if shared is not None:
            person = shared
        following = self.tokens[title.last] if title.last < len(self.tokens) else None
        unknown = following is not None and following.pos == "PROPN" and title.last not in self.scene.name_at
        if not self.is_plural(title) and not unknown:
            yield person, None

    def _next_name(self, title: Mention) -> str | None:
        """The person before whose name the title stands, joined to another word: "AMIA employee and survivor Ana"."""
        i = title.last
        if i >= len(self.tokens) or self.tokens[i].lower not in JOINTS or self.tokens[self._phrase_start(title)].pos == "DET":
            return None
        while i + 1 < len(self.tokens) and i - title.last < 4:
            i += 1
            if i in self.starts and self.scene.together(i, title.first):
                return self.scene.person_at.get(i) if i > title.last + 1 else None
            if self.tokens[i].pos not in {"NOUN", "ADJ"}:
                return None
        return None

    def _over_age(self, i: int) -> int:
        """The token before an age or a bracket: "Ng, 45," and "Ng (45),"."""
        if self.tokens[i].text == ")":
            while i > 0 and self.tokens[i].text != "(":
                i -= 1
            return i - 1
        if self.tokens[i].pos == "NUM" and i > 1 and self.tokens[i - 1].text == ",":
            return i - 2
        return i

    # ---- "X is the mayor of London", "was elected mayor", "served as" ---------------------------------------------------------

    def _predicated(self, title: Mention) -> Iterator[tuple[str, Status | None]]:
        head = syntax.head_of(self.tokens, title.first, title.last)
        if syntax.child(self.tokens, self.below, head, "cop") is not None:
            if syntax.child(self.tokens, self.below, head, "case") is not None:
                return  # "was among the first actors"
            subject, clause = syntax.child(self.tokens, self.below, head, "nsubj"), head
        else:
            subject, clause = self._verb_subject(head)
        if subject is None or self._unreal(clause):
            return
        for person in self._referents(subject):
            yield person, self._state(clause, head)

    def _verb_subject(self, head: int) -> tuple[int | None, int]:
        """Who gets the title that a verb gives or takes: subject of the passive, object, or subject."""
        tokens = self.tokens
        verb = tokens[head].head
        as_ = any(tokens[i].lower == "as" for i in self.below[head] if tokens[i].dep in {"case", "mark"})
        lemma = tokens[verb].lemma
        if verb == head or lemma not in self.giving | self.ending:
            return None, verb
        if not as_ and (tokens[head].dep not in {"xcomp", "obj", "obl", "dep", "nmod", "appos"} or lemma in self.ending or lemma in {"serve", "work", "act", "join"}):
            return None, verb
        passive = next((i for i in self.below[verb] if tokens[i].dep == "nsubj:pass"), None)
        if tokens[verb].tag == "VBN" and (left := self._name_before(verb)) is not None:
            passive = left
        if passive is not None:
            return passive, verb
        thing = syntax.child(tokens, self.below, verb, "obj", "iobj")
        if thing is not None and thing != head and thing in self.scene.person_at:
            return thing, verb
        subject = syntax.child(tokens, self.below, verb, "nsubj")
        if lemma in self.succession and thing is not None:
            return subject, verb
        if subject is None and tokens[verb].dep in {"conj", "xcomp", "advcl"}:
            subject = syntax.child(tokens, self.below, tokens[verb].head, "nsubj")
        if subject is None and tokens[verb].dep == "acl":
            subject = tokens[verb].head
        return subject, verb

    def _name_before(self, verb: int) -> int | None:
        """The person named directly before an auxiliary and its verb: "Johnson was elected"."""
        i = verb - 1
        while i > 0 and self.tokens[i].pos in {"AUX", "ADV"}:
            i -= 1
        return i if i < verb - 1 and i in self.scene.person_at and self.scene.together(i, verb) else None

    def _unreal(self, clause: int) -> bool:
        """Whether the clause is denied, conditional or only possible."""
        words = {self.tokens[i].lower for i in self.below[clause] if self.tokens[i].dep in {"advmod", "mark", "aux"}}
        return bool(words & UNREAL)

    def _state(self, clause: int, head: int) -> Status | None:
        """What the verb and the words of its clause say of the role's time."""
        tokens = self.tokens
        if tokens[clause].lemma in self.ending:
            return "former"
        words = [tokens[i] for i in syntax.subtree(self.below, clause)]
        text = " ".join(token.lower for token in words)
        cop = syntax.child(tokens, self.below, head, "cop")
        was = cop is not None and tokens[cop].lower in {"was", "were", "been"}
        if any(token.lower in self.past for token in words) or (was and "at the time" in text):
            return "former"
        return None

    def _referents(self, i: int) -> list[str]:
        """The persons that a subject stands for: by name, by "who", by a title that is tied to a name."""
        scene, tokens = self.scene, self.tokens
        if i in scene.person_at:
            return [scene.person_at[i]]
        if tokens[i].lower in {"who", "that"}:
            left = i - 2 if tokens[i - 1].text == "," else i - 1
            if left in scene.person_at:
                return [scene.person_at[left]]
            relative = next((j for j in [i, *syntax.ancestors(tokens, i)] if tokens[j].dep == "acl:relcl"), None)
            if relative is not None:
                return self._referents(tokens[relative].head)
        title = scene.title_at.get(i)
        if title is not None and title.first in self.held:
            return [claim.person for claim in self.held[title.first]]
        return next(([scene.person_at[j]] for j in self.below[i] if j in scene.person_at and tokens[j].dep in {"flat", "appos", "compound"}), [])

    # ---- "president and chairman of …" ------------------------------------------------------------------------------------------

    def _coordinated(self, title: Mention) -> Iterator[tuple[str, Status | None]]:
        """A title joined by "and" to one that has its person."""
        start = self._phrase_start(title)
        if start < 2 or self.tokens[start - 1].lower not in JOINTS | {","}:
            return
        end = start - 1
        if self.tokens[end - 1].text == ",":
            end -= 1
        for i in range(end - 1, max(end - APPOSITION_REACH, -1), -1):
            other = self.scene.title_at.get(i)
            if other is None:
                continue
            whole = principal(self.scene, other)
            joined = end in {other.last, whole.last} and not self.is_plural(title) and other.first in self.held
            # Before a name ("President Macron and mayor …") only what is joined word to word shares the person.
            after_name = joined and not any(j in self.scene.person_at for j in range(other.last, title.first))
            if after_name:
                yield from ((claim.person, claim.state) for claim in self.held[other.first])
            return


    # ---- "as a senator", "while secretary of state" ------------------------------------------------------------------------------

    def _as_title(self, title: Mention) -> Iterator[tuple[str, Status | None]]:
        start = self._phrase_start(title)
        if start < 2 or self.tokens[start - 1].lower not in {"as", "while", "when"} or self.is_plural(title):
            return
        office = title.rule in self.scene.words.offices
        verbs = {self.tokens[i].lemma for i in range(max(start - 8, 0), start) if self.tokens[i].pos == "VERB"}
        following = self.tokens[title.last].pos if title.last < len(self.tokens) else "PUNCT"
        article = any(token.lower in {"a", "an"} for token in self.tokens[start : title.first])
        office = office and title.rule != "candidate" and (not article or bool(principal(self.scene, title).text))
        if not office or verbs & self.seeming or following in {"VERB", "AUX"} or title.last in self.scene.person_at:
            return
        for i in range(start - 2, -1, -1):
            if not self.scene.together(i, start):
                break
            if i in self.scene.person_at:
                yield self.scene.person_at[i], None
                return
            if self.tokens[i].lower in {"he", "she", "his", "her"}:
                yield self._main_person(i), None
                return

    def _main_person(self, i: int) -> str:
        """Whom "she" at ``i`` stands for: who is named before it in the sentence, else was last a clause's subject."""
        here = next((j for j in range(i - 1, -1, -1) if j in self.scene.person_at or not self.scene.together(j, i)), i)
        if here in self.scene.person_at and self.scene.together(here, i):
            return self.scene.person_at[here]
        named = [m for m in self.scene.mentions["people"] if m.last <= i and m.first in self.scene.person_at]
        acting = [m for m in named if any(self.tokens[j].dep.startswith("nsubj") for j in range(m.first, m.last))]
        return self.scene.person_at[(acting or named)[-1].first] if named else ""

    # ---- "the Vermont senator" ----------------------------------------------------------------------------------------------------

    def _described(self, title: Mention) -> Iterator[tuple[str, Status | None]]:
        """A definite description stands for the person named last before it who is not speaking of another.

        It gives a role only where nobody in the story is known to hold such a title.
        """
        start = self._phrase_start(title)
        whole = principal(self.scene, title)
        dep = self.tokens[syntax.head_of(self.tokens, title.first, title.last)].dep
        acting = dep.startswith("nsubj") or dep == "nmod:poss"
        named = whole.text != "" and not whole.text.islower()
        if self.tokens[start].lower != "the" or self.is_plural(title) or self._tied(title) or not (acting or named):
            return
        if not self._listed_title(title) or self._unreal(self._clause(title)):
            return
        speakers = {
            self.scene.person_at.get(j)
            for i in self._governors(title)
            for j in [j for j in self.below[i] if self.tokens[j].dep.startswith("nsubj")][-1:]
        }
        sentence = self.tokens[start].sentence
        for name in reversed(self.scene.mentions["people"]):
            person = self.scene.person_at.get(name.first)
            if name.first < start and person is not None and person not in speakers:
                near = sentence - self.tokens[name.first].sentence <= 1
                if near and not self._known(title, whole.text, person):
                    yield person, None
                return

    def _listed_title(self, title: Mention) -> bool:
        """Whether the roles table has the title, and it is always a person."""
        words, head = self.scene.words, self.scene.head(title).lower
        return title.text.lower() in words.titles or (head in words.heads and head not in words.ambiguous)

    def _clause(self, title: Mention) -> int:
        """The verb whose clause the title stands in."""
        head = syntax.head_of(self.tokens, title.first, title.last)
        return next(self._governors(title), head)

    def _known(self, title: Mention, of: str, person: str) -> bool:
        """Whether the person holds such a title already, or somebody else one that may be the same."""
        head = self.scene.head(title).lower
        for claim in (claim for claims in self.held.values() for claim in claims):
            if head in claim.title.text.lower():
                theirs = principal(self.scene, claim.title).text
                if claim.person == person or not of or _bare(of) & _bare(theirs):
                    return True
        return False

    def _tied(self, title: Mention) -> bool:
        """Whether something after the title says who is meant, or that nobody is: "the actor who …", "the office of"."""
        following = self.tokens[title.last] if title.last < len(self.tokens) else None
        return following is not None and (following.lower in {"who", "that", "whose", ",", "of", "for", "'s"} or following.pos in {"NOUN", "PROPN"})

    def _governors(self, title: Mention) -> Iterator[int]:
        head = syntax.head_of(self.tokens, title.first, title.last)
        return (i for i in syntax.ancestors(self.tokens, head) if self.tokens[i].pos in {"VERB", "AUX"})


# ---- from claims to roles ----------------------------------------------------------------------------------------------------


def _role(scene: Scene, finder: _Finder, claim: _Claim) -> Role:
    whole = _shared_principal(scene, finder, claim)
    title = _singular(finder, claim.title)
    country = scene.country(whole.text)
    category = claim.title.rule
    if category == "head_of_state" and whole.text and not country:
        category = "executive"
    first, last = claim.title.first, claim.title.last
    if whole.text and scene.together(whole.first, first):
        first, last = min(first, whole.first), max(last, whole.last)
    evidence = scene.mentions.span(scene.tokens[first].start, scene.tokens[last - 1].end)
    state = claim.state or status(scene, claim.title)
    return Role("", claim.person, title, whole.text, evidence, country, whole.to, state, category)


def _shared_principal(scene: Scene, finder: _Finder, claim: _Claim) -> Principal:
    """The title's own principal, else that of a title joined to it by "and" ("president and CEO of the foundation")."""
    own = principal(scene, claim.title)
    own = own if own.text or claim.title.last not in scene.person_at else after_name(scene, claim.title)
    if own.text:
        return own
    after, before = scene.title_at.get(claim.title.last + 1), scene.title_at.get(claim.title.first - 2)
    for other, joint in ((after, claim.title.last), (before, claim.title.first - 1)):
        if other is None or scene.tokens[joint].lower not in JOINTS:
            continue
        if any(one.person == claim.person for one in finder.held.get(other.first, ())):
            return principal(scene, other)
    return own


def _singular(finder: _Finder, title: Mention) -> str:
    """The title as written, its noun in the singular."""
    head = finder.scene.head(title)
    if not finder.is_plural(title):
        return " ".join(title.text.split())
    single = finder.singular.get(head.lower, head.lemma)
    single = single if head.text.islower() else single.capitalize()
    at = head.start - title.span.start
    return " ".join((title.text[:at] + single + title.text[at + len(head.text) :]).split())


def _add(found: list[Role], role: Role) -> None:
    """Add ``role``, or make one of it and an earlier role that says the same."""
    for i, other in enumerate(found):
        if other.person != role.person or not _alike(other, role):
            continue
        fuller = len(role.title.split()) > len(other.title.split())
        title, category = (role.title, role.category) if fuller else (other.title, other.category)
        of = other if other.of else role
        found[i] = replace(other, title=title, category=category, of=of.of, country=of.country, to=other.to or role.to)
        return
    found.append(role)


def _alike(one: Role, other: Role) -> bool:
    """Whether two roles of a person are the same: one title within the other, nothing said twice differently."""
    few, many = sorted((_bare(one.title), _bare(other.title)), key=len)
    if not few <= many:
        return False
    if one.of and other.of and not (one.country and one.country == other.country):
        a, b = _bare(one.of), _bare(other.of)
        return a <= b or b <= a
    return True


def _bare(words: str) -> set[str]:
    return {word for word in words.lower().replace(".", " ").replace("-", " ").split()} - {"the", "of"}
