"""What the words around a title say of it: the organisation or polity it is of, and whether it is held now. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newstally.gazetteer import country_code
from newstally.rolewords import RoleWords
from newstally.types import Mention, Mentions, Status, Table, Token

JOINING = {"of", "in", "the", "and", "for", "de", "del", "la", "el", "al", "van", "von", "bin", "di", "da", "do", "des", "du", "s"}
POSSESSIVE = {"'s", "’s", "'", "’"}
HYPHENS = {"-", "‑", "–"}
DETERMINERS = {"the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "my", "your"}
STOPS = {"VERB", "AUX", "PRON", "SCONJ"}
REACH = 30  # words after a title in which its organisation may stand


@dataclass(frozen=True, slots=True)
class Scene:
    """A story's tokens with what is known of each; built once and passed to every rule."""

    mentions: Mentions
    tokens: tuple[Token, ...]
    words: RoleWords
    parties: frozenset[str]
    countries: Table
    title_at: Mapping[int, Mention]  # token → the title it is part of
    person_at: Mapping[int, str]  # token → the id of the person it names
    name_at: Mapping[int, Mention]  # token → organisation, place, people or country it is part of

    def text(self, first: int, last: int) -> str:
        """The words of tokens ``[first, last)`` on one line."""
        span = self.mentions.span(self.tokens[first].start, self.tokens[last - 1].end)
        return " ".join(span.text.split())

    def country(self, words: str) -> str:
        """The code of the country that ``words`` name, or ""."""
        return country_code(words, self.countries) if words and self.countries else ""

    def head(self, title: Mention) -> Token:
        """The title's noun: "Minister" in "Minister of Foreign Affairs"."""
        inner = range(title.first + 1, title.last)
        end = next((i for i in inner if self.tokens[i].lower in {"of", "for", "in", "on", "to"}), title.last)
        return self.tokens[end - 1]

    def together(self, i: int, j: int) -> bool:
        """Whether two tokens stand in one sentence of one block."""
        return self.tokens[i].sentence == self.tokens[j].sentence and self.tokens[i].block == self.tokens[j].block


@dataclass(frozen=True, slots=True)
class Principal:
    """What a role is of, as tokens ``[first, last)``; ``text`` is "" where the article names nothing."""

    text: str = ""
    first: int = 0
    last: int = 0
    to: str = ""  # code of the country that an envoy is sent to


def principal(scene: Scene, title: Mention) -> Principal:
    """The organisation or polity of ``title``: after "of", else in the possessive or just before it, else after "at".

    A person is none, nor is the nationality or home town of someone who holds no office.
    """
    after = _after(scene, title)
    before = _before(scene, title)
    to = after.get("to")
    code = scene.country(to.text) if to is not None and title.label == "TITLE" and title.rule == "diplomat" else ""
    if before is not None and before.text.islower() and "at" in after:
        before = None  # "the research centre coordinator at Manuski"
    chosen = after.get("of") or before or after.get("at") or after.get("for") or after.get("with") or after.get("in") or after.get("from")
    if chosen is None:
        return Principal(to=code)
    return Principal(_plain(scene, _fullest(scene, chosen)), chosen.first, chosen.last, code)


def after_name(scene: Scene, title: Mention) -> Principal:
    """What a title before a name is of, where that stands behind the name: "Col. Ng of the Royal Guard"."""
    i = title.last
    while i < len(scene.tokens) and i in scene.person_at:
        i += 1
    if i + 1 < len(scene.tokens) and scene.tokens[i].lower in {"of", "from", "with", "at"} and scene.together(i, title.last):
        named = _noun_phrase(scene, i + 1)
        if named is not None and (_kind(scene, named) == "ORG" or (scene.tokens[i].lower == "of" and _office(scene, title))):
            return Principal(_plain(scene, _fullest(scene, named)), named.first, named.last)
    return Principal()


# ---- after the title: "of the International Monetary Fund" -------------------------------------------------------------


def _after(scene: Scene, title: Mention) -> dict[str, Principal]:
    """The first organisation after each preposition that follows the title in its noun phrase."""
    found: dict[str, Principal] = {}
    i, end = title.last, min(title.last + REACH, len(scene.tokens))
    direct = True
    while i < end and scene.together(title.first, i) and not _ends_phrase(scene, i):
        word = scene.tokens[i].lower
        if word in {"of", "at", "for", "in", "with", "from", "to"}:
            named = _noun_phrase(scene, i + 1)
            allowed = direct or word == "at"
            if named is not None and allowed and word not in found and _names_principal(scene, title, word, named):
                found[word] = named
                i = named.last
                continue
            i = named.last if named is not None and direct else i + 1
            direct = direct and named is not None
            continue
        if scene.tokens[i].text not in {",", "-"} or (i + 1 < end and scene.tokens[i + 1].lower in {"a", "an", "who", "and"}):
            direct = False
        i += 1
    return found


def _ends_phrase(scene: Scene, i: int) -> bool:
    token = scene.tokens[i]
    if token.pos in STOPS or token.text in {";", ":", ".", '"', "”", "(", ")", "—", "–"}:
        return True
    return i in scene.title_at or i in scene.person_at


def _noun_phrase(scene: Scene, i: int) -> Principal | None:
    """The name or noun phrase that starts at ``i``, without determiner; None for a person or nothing."""
    tokens = scene.tokens
    while i < len(tokens) and tokens[i].lower in DETERMINERS:
        i += 1
    i = _past_origin(scene, i)
    first = last = i
    while last < len(tokens) and tokens[last].sentence == tokens[first].sentence and tokens[last].block == tokens[first].block:
        if last in scene.person_at and last not in scene.name_at:
            follows = last + 1 < len(tokens) and tokens[last + 1].lower in scene.words.organisations
            if not follows:
                break
        elif last in scene.name_at:
            last = max(last, scene.name_at[last].last - 1)
        elif not _nominal(scene, last, first):
            break
        last += 1
    if last > first and tokens[last - 1].text in POSSESSIVE | HYPHENS:
        last -= 1
    follows = last < len(tokens) and tokens[last].sentence == tokens[first].sentence
    if follows and (last in scene.title_at or last in scene.person_at):
        return None  # "the Palestinian president", a person
    while last - first > 1 and tokens[first].lower in scene.words.left_out and first not in scene.name_at:
        first += 1
    first = _name_start(scene, first, last)
    return Principal(scene.text(first, last), first, last) if last > first else None


def _past_origin(scene: Scene, i: int) -> int:
    """Over "Germany-based" and "state-owned", which tell where the organisation is or whose."""
    for j in range(i, min(i + 3, len(scene.tokens) - 2)):
        if scene.tokens[j + 1].text in HYPHENS and scene.tokens[j + 2].tag in {"VBN", "VBD", "JJ"} and scene.tokens[j + 2].text.islower():
            return j + 3
    return i


def _name_start(scene: Scene, first: int, last: int) -> int:
    """Where the name starts in "Chinese technology giant Huawei", "the city Office of Planning"."""
    tokens = scene.tokens
    if not tokens[last - 1].text[0].isupper():
        return first
    for i in range(last - 1, first, -1):
        plain = tokens[i - 1].text.isalpha() and tokens[i - 1].text.islower() and tokens[i - 1].lower not in JOINING
        if plain and tokens[i].text[0].isupper():
            return i
    return first


def _nominal(scene: Scene, i: int, first: int) -> bool:
    token = scene.tokens[i]
    if i in scene.title_at and i != first:
        return False
    if token.pos in {"NOUN", "PROPN", "ADJ", "NUM"}:
        return True
    inside = i > first and i + 1 < len(scene.tokens)
    if token.tag in {"VBG", "VBN"} and i + 1 < len(scene.tokens) and (i + 1 in scene.name_at or scene.tokens[i + 1].text[0].isupper()):
        return True  # "India's governing Bharatiya Janata Party"
    if inside and token.text in POSSESSIVE | HYPHENS:
        return True
    if inside and token.lower in {"of", "and", "&", "for"}:
        adjectives = scene.tokens[i - 1].pos == scene.tokens[i + 1].pos == "ADJ"
        return adjectives or (scene.tokens[i - 1].text[0].isupper() and _capital_noun(scene, i + 1))
    if inside and token.lower == "the" and scene.tokens[i - 1].lower == "of":
        return _capital_noun(scene, i + 1)
    return False


def _capital_noun(scene: Scene, i: int) -> bool:
    tokens = scene.tokens
    if tokens[i].lower == "the" and i + 1 < len(tokens):
        i += 1
    return tokens[i].text[0].isupper() and tokens[i].pos in {"PROPN", "NOUN", "ADJ"} and i not in scene.person_at and i not in scene.title_at


def _names_principal(scene: Scene, title: Mention, preposition: str, named: Principal) -> bool:
    """Whether the phrase after the preposition can be what the title is of."""
    head = scene.tokens[named.last - 1]
    kind = _kind(scene, named)
    organisation = kind == "ORG" or head.lower in scene.words.organisations
    if preposition in {"at", "with", "for", "from"}:
        return organisation or (preposition == "at" and head.text[0].isupper()) or (preposition == "for" and kind == "LOC" and _office(scene, title))
    if preposition == "in":
        return organisation and kind != "LOC"
    if preposition == "to":
        return True
    return organisation or kind != "" or head.text[0].isupper()


def _kind(scene: Scene, named: Principal) -> str:
    """The label of the name that the phrase ends in or starts with; "" for common nouns."""
    for i in (named.last - 1, named.first):
        if i in scene.name_at:
            label = scene.name_at[i].label
            return "LOC" if label in {"LOC", "NORP"} or len(label) == 2 else label
    return ""


# ---- before the title: "Britain's finance minister", "German Chancellor", "Clinton campaign spokesman" ------------------------


def _before(scene: Scene, title: Mention) -> Principal | None:
    """The name or organisation that stands directly before the title as its modifier or owner."""
    tokens, i = scene.tokens, title.first - 1
    while i >= 0 and scene.together(i, title.first) and _transparent(scene, i):
        i -= 1
    if i > 1 and tokens[i].text == ")" and tokens[i - 2].text == "(":
        i -= 3  # "the Democratic Party (DP) president"
    if i < 0 or not scene.together(i, title.first):
        return None
    if tokens[i].lower in {"its", "their"}:
        return _last_named(scene, i)
    named = _ending_at(scene, i - 1 if tokens[i].text in POSSESSIVE else i)
    if named is None:
        return None
    form = named.text.lower()
    if form in scene.parties:
        return named if title.rule in {"candidate", "lawmaker"} else None
    if scene.name_at.get(named.first, title).label == "NORP" and not scene.country(named.text):
        return None  # a faith or a people without a state
    if _kind(scene, named) == "LOC" and not (_office(scene, title) or (title.rule in scene.words.placed and scene.name_at[named.last - 1].label != "NORP")):
        return None
    return named


def _last_named(scene: Scene, i: int) -> Principal | None:
    """What "its" stands for: the organisation or country named last before it in the sentence."""
    for j in range(i - 1, -1, -1):
        if not scene.together(j, i):
            return None
        name = scene.name_at.get(j)
        if name is not None and name.label != "NORP":
            return Principal(scene.text(name.first, name.last), name.first, name.last)
    return None


def _transparent(scene: Scene, i: int) -> bool:
    """Words between an organisation and the title: "former", "new", "longtime", a party before an office."""
    token = scene.tokens[i]
    if token.text in HYPHENS or token.lower in scene.words.status or token.text in {"“", '"'}:
        return True
    if i in scene.title_at or i in scene.person_at:
        return False
    party = token.lower in scene.parties and i - 1 >= 0 and (i - 1 in scene.name_at or scene.tokens[i - 1].text in POSSESSIVE)
    return party or token.lower in scene.words.left_out and i not in scene.name_at or token.pos == "ADV"


def _ending_at(scene: Scene, i: int) -> Principal | None:
    """The name, or the noun phrase with an organisation noun for its head, that ends at token ``i``."""
    tokens = scene.tokens
    if i < 0 or i in scene.title_at or tokens[i].pos in STOPS:
        return None
    if i in scene.name_at:
        return _whole_name(scene, i)
    word = tokens[i].lower
    if i in scene.person_at:
        return None
    if word in scene.words.organisations or (tokens[i].pos == "PROPN" and tokens[i].text[0].isupper()) or tokens[i].pos == "NUM":
        first = i
        while first > 0 and scene.together(first - 1, i) and _compound(scene, first - 1, i):
            first -= 1
        while first < i and tokens[first].lower in scene.words.left_out | set(scene.words.status):
            first += 1
        if first == i and (tokens[i].pos == "NUM" or (tokens[i].text.islower() and not _definite(scene, i))):
            return None
        return Principal(scene.text(first, i + 1), first, i + 1)
    return None


def _definite(scene: Scene, i: int) -> bool:
    return i > 0 and scene.tokens[i - 1].lower in DETERMINERS


def _whole_name(scene: Scene, i: int) -> Principal:
    """The name that ends at ``i``, with directly adjoining names of organisations."""
    mention = scene.name_at[i]
    first = mention.first
    while first > 0 and scene.together(first - 1, i) and first - 1 in scene.name_at and scene.name_at[first - 1].label == mention.label == "ORG":
        first = scene.name_at[first - 1].first
    return Principal(scene.text(first, i + 1), first, i + 1)


def _compound(scene: Scene, j: int, i: int) -> bool:
    token = scene.tokens[j]
    if j in scene.title_at or token.lower in DETERMINERS:
        return False
    if j in scene.person_at or j in scene.name_at:
        return True
    if token.text in HYPHENS | {"."}:
        return j > 0 and scene.tokens[j].start == scene.tokens[j - 1].end
    return token.pos in {"NOUN", "PROPN", "NUM"} or (token.pos == "ADJ" and (scene.words.relational(token.lower) or token.text[0].isupper() or token.lower == "higher"))


def _office(scene: Scene, title: Mention) -> bool:
    """Whether the title is an office, of which a country or city before it is the polity."""
    return title.rule in scene.words.offices and title.text.lower() not in scene.words.not_offices


def _fullest(scene: Scene, named: Principal) -> str:
    """The article's fullest name for "the foundation", "the county": an organisation whose name ends in that noun."""
    text = named.text
    if " " in text or text.lower() not in scene.words.organisations:
        return text
    full = [name for m in scene.mentions["entities"] if m.label in {"ORG", "LOC"} and (name := _up_to(m.text, text.lower()))]
    return max(full, key=len) if full else text


def _up_to(name: str, noun: str) -> str:
    """The words of ``name`` up to ``noun``: "Henderson County" of "Henderson County Jail"; "" where it is not in it."""
    words = name.split()
    places = [i for i, word in enumerate(words) if word.lower() == noun and i]
    return " ".join(words[: places[0] + 1]) if places else ""


def _plain(scene: Scene, text: str) -> str:
    """ "the EU for Foreign Affairs" → the EU: a field named after a polity is no part of it."""
    polity = text.split(" for ")[0]
    return polity if polity != text and scene.country(polity) else text


# ---- status ---------------------------------------------------------------------------------------------------------------------


def status(scene: Scene, title: Mention) -> Status:
    """Whether the title is held now, by the words of its noun phrase: "former", "acting", "-elect", "nominee"."""
    tokens, words = scene.tokens, scene.words
    after = [token.lower for token in tokens[title.last : title.last + 2]]
    if after and (words.status.get(after[0]) == "elect" or (after[0] in HYPHENS and after[-1] == "elect")):
        return "elect"
    if title.rule == "candidate":
        return "elect"
    for i in range(title.first - 1, max(title.first - 10, -1), -1):
        token = tokens[i]
        if not scene.together(i, title.first) or i in scene.person_at and i not in scene.name_at and token.text not in POSSESSIVE:
            break
        crossed = any(j in scene.title_at for j in range(i + 1, title.first))
        if token.lower in words.status and not (crossed and token.lower == "retired"):
            return words.status[token.lower]  # type: ignore[return-value]
        joint = token.lower in {"and", "&"} or token.text in HYPHENS | POSSESSIVE
        if token.lower in {"now", "current", "currently"} or token.lower in DETERMINERS:
            break
        if token.pos in STOPS or (token.pos == "PUNCT" and not joint) or (i in scene.title_at and not _coordinated(scene, i, title)):
            break
    return "current"


def _coordinated(scene: Scene, i: int, title: Mention) -> bool:
    """Whether the title at ``i`` is joined to ``title`` by "and"."""
    return any(scene.tokens[j].lower in {"and", "&"} for j in range(scene.title_at[i].last, title.first)) or scene.title_at[i].last == title.first
