"""Invented names: people of many cultures, places, bodies, offices and laws.

The corpora hold few names from most of the world, so a name's look tells the network more than it should. These take
the places of known ones, so that it has to read what stands around them.
"""

from random import Random
from string import ascii_uppercase

from .tables import tables

ROLES = """President|Prime Minister|Foreign Minister|Chancellor|Federal Chancellor|Defence Minister|Defense Secretary
Finance Minister|Secretary of State|Vice President|Deputy Prime Minister|Interior Minister|King|Queen|Crown Prince|Emir
Sultan|Premier|Taoiseach|Ambassador|Special Envoy|Secretary-General|Director-General|High Representative|Governor
Speaker of Parliament|Health Minister|Chief of Staff|Mayor|Attorney General|Opposition leader|Trade Minister
Commissioner|Army chief|Police Chief|central bank governor|Chief Justice|Chair|Chief Executive|Managing Director
Minister for Europe|Deputy Foreign Minister|National Security Adviser|spokesman|spokeswoman|Professor|Dr|coach
chairman|chairwoman|director|Executive Secretary|Senator|MP|Judge|General|Colonel|Archbishop|Sheikh|activist"""
OFFICES = (
    "Minister",
    "Minister",
    "Deputy Minister",
    "Vice Minister",
    "State Secretary",
    "Secretary",
    "Director",
    "Chief",
)
LETTERS = ascii_uppercase.replace("Q", "").replace("X", "")


def person(rng: Random) -> str:
    """A full name, given and family name of one culture; rarely with a middle name."""
    given, family = rng.choice(tables().names)
    middle = f" {rng.choice(given)}" if rng.random() < 0.1 else ""
    return f"{rng.choice(given)}{middle} {rng.choice(family)}"


def family_name(rng: Random) -> str:
    """A family name alone."""
    return rng.choice(rng.choice(tables().names)[1])


def word(rng: Random) -> str:
    """A word that is no word: the beginning of one name and the end of another."""
    first, last = (rng.choice(rng.choice(tables().names)[side]) for side in (0, 1))
    return (first[: rng.randint(2, 4)] + last[-rng.randint(2, 4) :]).replace("-", "").capitalize()


def place(rng: Random) -> str:
    """A country, a town or region, or a place that does not exist."""
    draw = rng.random()
    if draw < 0.3:
        return rng.choice(sorted(tables().places))
    return rng.choice(tables().parts["places"]) if draw < 0.75 else word(rng)


def people(rng: Random) -> str:
    """A people or tribe that does not exist: which one is meant is for the words around it to tell."""
    name = word(rng) + rng.choice(["", "", "", "s", "i", "an", "ese"])
    return f"{word(rng)} {name}" if rng.random() < 0.1 else name


def body(rng: Random) -> str:
    """A ministry, company, party, newspaper or other organisation."""
    pattern = rng.choice(tables().parts["bodies"])
    for part in ("subject", "kind", "place", "family", "norp", "word", "letters"):
        while "{" + part + "}" in pattern:
            pattern = pattern.replace("{" + part + "}", _part(part, rng), 1)
    return pattern


def _part(kind: str, rng: Random) -> str:
    if kind in ("subject", "kind"):
        return rng.choice(tables().parts[f"{kind}s"])
    if kind == "letters":
        return "".join(rng.choice(LETTERS) for _ in range(rng.randint(2, 5)))
    if kind == "norp":
        return rng.choice(sorted(tables().norp))
    return {"place": place, "family": family_name, "word": word}[kind](rng)


def role(rng: Random) -> str:
    """An office or a title."""
    if rng.random() < 0.6:
        return rng.choice(ROLES.replace("\n", "|").split("|"))
    subjects = tables().parts["subjects"]
    more = f" and {rng.choice(subjects)}" if rng.random() < 0.3 else ""
    return f"{rng.choice(OFFICES)} {rng.choice(['of', 'for'])} {rng.choice(subjects)}{more}"


def law(rng: Random) -> str:
    """A law, plan or project."""
    subjects = tables().parts["subjects"]
    first = rng.choice(subjects)
    second = f"{rng.choice(subjects)} " if rng.random() < 0.4 else ""
    return f"{first} {second}{rng.choice(sorted(tables().acts))}"


def facility(rng: Random) -> str:
    """A bridge, an airport, a square."""
    return f"{rng.choice([place, family_name, person])(rng)} {rng.choice(sorted(tables().facilities))}"
