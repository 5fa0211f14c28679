"""Made-up lists, headlines and captions: short rows of names, titles and places, which no corpus holds in number.

A pattern is a row of words; a word in braces is filled in. Titles stand outside every mention, as everywhere in
newstally.
"""

from random import Random

from . import invented
from .corpora import tokenizer
from .tables import tables
from .text import LABELS, Text, joined

KNOWN_BODIES = """European Union|United Nations|African Union|NATO|World Bank|International Monetary Fund|Arab League
European Commission|World Health Organization|ASEAN|OPEC|OSCE|Council of Europe|UNICEF|Red Cross|Amnesty International
Interpol|Security Council|World Trade Organization|Supreme Court|Foreign Ministry|Central Bank|Parliament|Senate
House of Commons|Labour Party|Democratic Party|National Assembly|Electoral Commission|Reuters|Human Rights Watch
Greenpeace|Federal Reserve|European Central Bank|Bundestag|Kremlin|Pentagon|EU|UN|AU|WHO|IMF|Al Jazeera|UNHCR"""
HEADINGS = """Calls|Meetings|The list in full|High-level talks|Who spoke to whom|Talks held this week|Leaders present
Named so far|Participants|Guests|Delegations|The leaders|Phone calls by {PERSON}|Meetings of Prime Minister
{PERSON}|Winners|Candidates Foreign Minister {PERSON} 's calls|Present in {LOC}|Those attending|Bilateral meetings|By
telephone :|Speakers|The dead
Calls made by {role} {PERSON} :|The {number} calls|New cabinet"""
ROWS = """{LOC} {role} {PERSON}|{PERSON} {role} of {LOC}|{PERSON} , {role} of {LOC}|{LOC} {PERSON}|{PERSON} ( {LOC} )
{role} {PERSON} , {LOC}|{NORP} {role} {PERSON}|{PERSON} - {role} , {LOC}|{LOC} : {PERSON}|{LOC} – {role} {PERSON}
{PERSON} , {NORP} {role}|{PERSON} {role} {LOC}|{role} of {LOC} {PERSON}|{PERSON} , {ORG}|{ORG} {role} {PERSON}|{LOC}
{PERSON} , {role} , {ORG}|{ORG} : {role} {PERSON}|{LOC} 's {PERSON}|{PERSON} , {number}|{PERSON}|{LOC} {role} {LAST}
{PERSON} {LOC} {role}|{PERSON} {SHORT} {role}|{PERSON} {ORG} {role}|{role} {LAST} ( {LOC} )
{PERSON} and {PERSON} , {LOC}|{PERSON} , {number} , of {LOC}"""
SENTENCES = """{role} {PERSON} met {NORP} {role} {PERSON} in {LOC} on {DATE} .
{LOC} 's {role} {PERSON} spoke with {PERSON} of {LOC} and {PERSON} of {LOC} .
{LAST} , {LAST} and {LAST} agreed to meet in {LOC} , {NORP} officials said .
The {ORG} said {role} {PERSON} would visit {LOC} .
By {PERSON} in {LOC}
{LOC} ( {ORG} ) - {role} {PERSON} said on {DATE} that talks with {LOC} had failed .
{LAST} Calls {LAST} as {LOC} Talks Stall
{role} {LAST} told the {ORG} that {LOC} and {LOC} would sign on {DATE} .
{NORP} {role} {PERSON} , left , with {PERSON} of the {ORG} in {LOC} .
" We will not leave , " said {PERSON} , {role} of the {ORG} in {LOC} .
{LOC} , {LOC} and {LOC} voted against ; {LOC} abstained .
{PERSON} holds {number} talks in {LOC}
{role} {PERSON} spoke to {number} leaders , among them {PERSON} ( {LOC} ) and {PERSON} ( {LOC} ) .
The {MISC} was passed in {LOC} after the {ORG} and the {ORG} agreed .
{ORG} shares rose after {ORG} bought a stake from {ORG} , a {NORP} company based in {LOC} .
The {ORG} has criticised the {MISC} , which {role} {PERSON} presented in {LOC} .
Residents of {LOC} and {LOC} said that police from {LOC} had arrived on {DATE} .
Work on the {FAC} in {LOC} stopped after {PERSON} left the {ORG} .
Thousands met at {FAC} and at {FAC} in {LOC} on {DATE} , the {ORG} said .
{LAST} , {LAST} hold {number} talks with {NORP} leaders
{LAST} urges {SHORT} to act on {LOC}
Two {NORP} men were shot in the {LOC} on {DATE} , {NORP} officials said .
{PERSON} , a reporter for {ORG} in {LOC} , was released on {DATE} , the {ORG} said ."""


def made_up(count: int, rng: Random) -> list[Text]:
    """Write ``count`` texts: a list under its heading, or a few sentences and captions."""
    return [_list(rng) if rng.random() < 0.55 else _run(rng) for _ in range(count)]


def _choices(patterns: str) -> list[str]:
    return patterns.replace("\n", "|").split("|")


def _list(rng: Random) -> Text:
    rows = _choices(ROWS)
    row = rng.choice(rows)
    patterns = [rng.choice(_choices(HEADINGS))]
    patterns += [row if rng.random() < 0.8 else rng.choice(rows) for _ in range(rng.randint(3, 10))]
    return joined([_fill(pattern, rng) for pattern in patterns])


def _run(rng: Random) -> Text:
    return joined([_fill(rng.choice(_choices(SENTENCES)), rng) for _ in range(rng.randint(2, 5))])


def _fill(pattern: str, rng: Random) -> Text:
    words: list[str] = []
    spans = []
    for part in pattern.split():
        kind = part.strip("{}")
        filled = tokens(_choice(kind, rng)) if part.startswith("{") else [part]
        label = {"LAST": "PERSON", "SHORT": "LOC"}.get(kind, kind)
        if part.startswith("{") and label in LABELS:
            spans.append((len(words), len(words) + len(filled), label))
        words += filled
    size = len(words)
    begins = [1] + [0] * (size - 1)
    outside, weights = [1] * size, [0.5] * size
    return Text(
        "made_up", words, entities=spans, outside=outside, weights=weights, blocks=[b == 1 for b in begins], sent=begins
    )


def tokens(phrase: str) -> list[str]:
    """The phrase in spaCy's tokens."""
    return [token.text for token in tokenizer().make_doc(phrase)]


def _choice(kind: str, rng: Random) -> str:
    if kind == "number":
        return rng.choice(["two", "three", "nine", "11", "19", "eight", "34", "57", "20"])
    if kind == "DATE":
        return rng.choice(sorted(day for day in tables().calendar if day.endswith("day")))
    if kind == "NORP":
        return rng.choice(sorted(tables().norp | tables().pairs))
    if kind == "ORG" and rng.random() < 0.3:
        return rng.choice(_choices(KNOWN_BODIES))
    if kind == "SHORT":
        return rng.choice(["U.S.", "U.S.", "U.K.", "U.K.", "US", "UK", "UAE"])
    makers = {"PERSON": invented.person, "LAST": invented.family_name, "LOC": invented.place, "ORG": invented.body}
    return (makers | {"role": invented.role, "MISC": invented.law, "FAC": invented.facility})[kind](rng)
