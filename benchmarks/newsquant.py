"""Scores newstally on NewsQuant, the quantities of single news sentences (Almasian et al., EMNLP 2023).

    python benchmarks/newsquant.py newsquant.json [--show value|unit] [--model en_newstally] [--peer quantulum3]

The file is not ours to hand on: it is ``data/formatted_test_set/NewsQuant.json`` of github.com/satya77/CQE_Evaluation.
Each sentence is read as a document of its own. Scoring is one to one (as many pairs as can be), stricter than the
published script, where one prediction can meet several gold values.

**value**: equal within a relative 1e-5. As in the gold: the printed figure, whatever bound or approximation stands at
it ("more than 60" is 60), a decimal share for a fraction ("half" is 0.5), two ends for a range. The gold writes "from A
to B" as one range, a change as well as a span; newstally keeps two figures, so two figures of one kind with "from"
before the first and "to" before the second are joined here before they are compared; and it keeps the two of "eight or
nine" apart, which newstally reads as a range. The number words of vague plurals
span a power of ten ("dozens" is 12 to 120). Slips in the gold (0.2% given as 2) are left as they are.

**value + unit**: the value, and the whole normalised unit equal to the gold's. Units of measure and money are called by
the gold's names through ``newsquant_units.toml``; the unit of things counted is the words of the counted noun phrase
("coal-fired power plant"), compared as the gold gives it, lemma by lemma, without regard to order, case, and function
words. **value + head** asks of things counted the head noun alone: it must be among the gold's words.

What is compared is decided by type in ``predicted``: all counts, and quantities of the types in ``COMPARED``. NewsQuant
marks no dates, clock times, ordinals, scores, or numbers that are part of a name, but for the generations of networks.
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from math import isclose
from pathlib import Path
from typing import Any, NamedTuple

import newstally
from newstally.evaluate import pair
from newstally.types import Article

COMPARED = frozenset(("money", "percent", "measure", "duration", "age", "rate", "number"))
NAMES = tomllib.loads(Path(__file__).with_name("newsquant_units.toml").read_text("utf-8"))
FUNCTION_WORDS = frozenset(
    ("of", "the", "a", "an", "and", "or", "in", "on", "for", "with", "to", "its", "their", "his", "her")
)
KINDS = ("count", "money", "percent", "measure", "none")


class Found(NamedTuple):
    """A quantity, gold or predicted: its ends (equal but for a range), its unit by the gold's name, its kind."""

    low: float
    high: float
    unit: str
    kind: str
    head: str = ""
    text: str = ""


@dataclass(frozen=True)
class Sentence:
    """One sentence with what is marked and what was found."""

    text: str
    gold: Sequence[Found]
    predicted: Sequence[Found]


# ---- gold -----------------------------------------------------------------------------------------------------------


def marked(row: Mapping[str, str]) -> Found:
    """A quantity of the gold."""
    unit = row["normalized_unit"].strip().lower()
    base, per, below = unit.partition(" per ")
    unit = NAMES["doublets"].get(base, base) + per + below
    low, high = _ends(str(row["value"]))
    return Found(low, high, unit, kind_of(unit), text=row["unit"])


def _ends(value: str) -> tuple[float, float]:
    """The ends of "15.0" and of "1.0-1.5"."""
    try:
        return float(value), float(value)
    except ValueError:
        low, high = value.split("-")[:2]
        return float(low), float(high)


def kind_of(unit: str) -> str:
    """What a unit by the gold's name is a unit of."""
    if unit == "-":
        return "none"
    if unit.startswith("%") or unit in ("percentage", "percentage point", "basis point"):
        return "percent"
    base = unit.partition(" per ")[0]
    if base in _currencies() or base in ("dollar", "euro", "cent", "penny"):
        return "money"
    return "measure" if base in _measures() or " per " in unit or unit.endswith(" of age") else "count"


@cache
def _currencies() -> frozenset[str]:
    return frozenset(NAMES["currency"].values())


@cache
def _measures() -> frozenset[str]:
    """The gold's names for all units of time and measure that newstally knows."""
    path = Path(__file__).parents[1] / "configs" / "tables" / "units.toml"
    tables = tomllib.loads(path.read_text("utf-8"))
    forms = [*tables["measure"].values(), {k: v for k, v in tables["time"]["after"].items() if isinstance(v, str)}]
    return frozenset(NAMES["unit"].get(unit, unit).lower() for kind in forms for unit in kind.values())


# ---- predicted ------------------------------------------------------------------------------------------------------


def predicted(record: Mapping[str, Any], text: str) -> list[Found]:
    """What newstally found, in the gold's terms: the one place that says which figures of a record are compared."""
    rows = [(count, "count") for count in record["counts"]]
    rows += [
        (quantity, quantity["type"])
        for quantity in record["quantities"]
        if quantity["type"] in COMPARED or quantity["unit"] in NAMES.get(quantity["type"], ())
    ]
    rows = [(row, kind) for row, kind in rows if None not in (row["low"], row["high"]) or row["value"] is not None]
    rows.sort(key=lambda row: (row[0]["start"], row[0]["end"]))
    found: list[Found] = []
    before: Mapping[str, Any] | None = None
    for row, kind in rows:
        here = _found(row, kind)
        if here.low < here.high and " or " in row["text"].lower():
            found += [here._replace(high=here.low), here._replace(low=here.high)]
            before = None
            continue
        if before is not None and _from_to(text, before, row) and _alike(found[-1], here):
            unit = max(found[-1].unit, here.unit, key=len)  # "from $75 a barrel to $46"
            found[-1] = here._replace(low=found[-1].low, unit=unit, text=text[before["start"] : row["end"]])
            before = None
        else:
            found.append(here)
            before = row
    return found


def _found(row: Mapping[str, Any], kind: str) -> Found:
    low = row["low"] if row["value"] is None or row["modifier"] == "range" else row["value"]
    high = row["high"] if row["modifier"] == "range" or row["value"] is None else low
    share = 100 if row["unit"].startswith("fraction") else 1
    words = row["unit_text"] or row["unit"]
    if kind == "age":
        unit = NAMES["age"].get(row["unit"], row["unit"])
    elif kind in ("count", "number"):
        unit = " ".join(words.split())
    else:
        names = NAMES["currency"] if kind == "money" else NAMES["unit"] | NAMES.get(kind, {})
        base, per, below = row["unit"].partition(" per ")
        unit = names.get(base, base) + per + NAMES["unit"].get(below, below)
    if unit == "fraction":
        unit = f"% {row['unit_text'] or '-'}"
    shown = {
        "duration": "measure",
        "age": "measure",
        "rate": "measure",
        "label": "count",
        "number": "count" if row["unit"] else "none",
    }
    return Found(low / share, high / share, unit or "-", shown.get(kind, kind), row["unit"], row["text"])


def _from_to(text: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two neighbours are the ends of "from A … to B"."""
    before, between = text[: one["start"]].lower().split(), text[one["end"] : other["start"]].lower().split()
    return before[-1:] == ["from"] and between[-1:] == ["to"] and len(between) <= FAR and "from" not in between


FAR = 5
"""How many words may stand between the two ends of a range: "from 20 miles per gallon in 2008 to 29"."""


def _alike(one: Found, other: Found) -> bool:
    return one.kind == other.kind and one.low == one.high and other.low == other.high


def by_quantulum3(text: str) -> list[Found]:
    """What quantulum3 finds: its units are called as the gold calls them, and a range is a value with a margin."""
    from quantulum3 import classifier, parser  # noqa: PLC0415  # no dependency of ours

    classifier.USE_CLF = False  # optional, and its stored weights load with one version of scikit-learn only
    found = []
    for quantity in parser.parse(text):
        unit, margin = quantity.unit.name.lower().replace("dimensionless", "-"), quantity.uncertainty or 0
        ends = quantity.value - margin, quantity.value + margin
        found.append(Found(*ends, unit, kind_of(unit), text=quantity.surface))
    return found


# ---- comparing ------------------------------------------------------------------------------------------------------


def same_value(gold: Found, found: Found) -> bool:
    """Whether both ends agree."""
    return all(isclose(a, b, rel_tol=1e-5, abs_tol=1e-8) for a, b in ((gold.low, found.low), (gold.high, found.high)))


def same_unit(fold: Any, gold: Found, found: Found) -> bool:
    """Whether value and whole unit agree."""
    return same_value(gold, found) and fold(gold.unit) == fold(found.unit)


def same_head(fold: Any, gold: Found, found: Found) -> bool:
    """Whether the value agrees, and of a measure the unit, of things counted the head noun."""
    if same_unit(fold, gold, found):
        return True
    return same_value(gold, found) and bool(found.head) and fold(found.head) <= fold(gold.unit)


class Folding:
    """The words of a unit without function words, each as the lemma that the pipeline gives it."""

    def __init__(self, nlp: Any) -> None:
        self.nlp = nlp
        self.known: dict[str, frozenset[str]] = {}

    def __call__(self, unit: str) -> frozenset[str]:
        """The lemmas of ``unit``."""
        if unit not in self.known:
            words = (self._lemma(word) for word in re.split(r"[\s/-]+", unit.lower().replace("’", "'")))
            self.known[unit] = frozenset(word for word in words if word and word not in FUNCTION_WORDS)
        return self.known[unit]

    def _lemma(self, word: str) -> str:
        """The lemma by the pipeline's rules, as a noun, or for a comparative ("best" is "good") as an adjective."""
        word = word.strip("\"'“”().,").removesuffix("'s")
        doc = self.nlp.make_doc(word)
        if len(doc) != 1:
            return word
        lemmatizer = self.nlp.get_pipe("lemmatizer")
        index = lemmatizer.lookups.get_table("lemma_index")
        for pos in ("NOUN", "ADJ"):
            doc[0].pos_ = pos
            lemma = lemmatizer.rule_lemmatize(doc[0])[0].lower()
            if lemma != word and lemma in index[pos.lower()]:
                return lemma
        return word


class Score(NamedTuple):
    """How many agree, of how many marked and found."""

    hit: int
    gold: int
    predicted: int

    def __str__(self) -> str:
        precision, recall = self.hit / max(self.predicted, 1), self.hit / max(self.gold, 1)
        f1 = 2 * self.hit / max(self.gold + self.predicted, 1)
        shares = " ".join(f"{100 * share:6.1f}" for share in (precision, recall, f1))
        return f"{shares} {self.hit:6} {self.gold:6} {self.predicted:6}"


def score(sentences: Iterable[Sentence], same: Any) -> tuple[dict[str, Score], list[str]]:
    """The scores overall and by kind (of a hit and a miss the gold's kind), and a line for each thing that is wrong."""
    tally = {kind: [0, 0, 0] for kind in ("all", *KINDS)}
    wrong: list[str] = []
    for sentence in sentences:
        pairs = pair(sentence.gold, sentence.predicted, same)
        kinds = {j: sentence.gold[i].kind for i, j in pairs.items()}
        for i, gold in enumerate(sentence.gold):
            for kind in ("all", gold.kind):
                tally[kind][0] += i in pairs
                tally[kind][1] += 1
        for j, found in enumerate(sentence.predicted):
            for kind in ("all", kinds.get(j, found.kind)):
                tally[kind][2] += 1
        lines = [f"  - {_line(gold)}" for i, gold in enumerate(sentence.gold) if i not in pairs]
        lines += [f"  + {_line(one)}" for j, one in enumerate(sentence.predicted) if j not in kinds]
        wrong += [sentence.text, *lines] if lines else []
    return {kind: Score(*numbers) for kind, numbers in tally.items()}, wrong


def _line(found: Found) -> str:
    ends = f"{found.low:g}" if found.low == found.high else f"{found.low:g} to {found.high:g}"
    return f"{ends} | {found.unit} | {found.kind} {found.text!r}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the scores, with ``--show`` what was missed (-) and what is spurious (+)."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--model", default="en_newstally")
    parser.add_argument("--show", choices=["value", "unit"], help="list what is wrong by this measure")
    parser.add_argument("--peer", choices=["quantulum3"], help="score this one instead; it must be installed")
    options = parser.parse_args(arguments)

    rows = json.loads(options.file.read_text("utf-8"))
    nlp = newstally.load(options.model)
    articles = [Article(f"s{i}", row["text"]) for i, row in enumerate(rows)]
    if options.peer:
        found = [by_quantulum3(row["text"]) for row in rows]
    else:
        records = [record.as_dict() for record in newstally.extract(nlp, articles)]
        found = [predicted(record, row["text"]) for record, row in zip(records, rows, strict=True)]
    sentences = [
        Sentence(row["text"], [marked(quantity) for quantity in row["quantities"]], one)
        for row, one in zip(rows, found, strict=True)
    ]
    fold = Folding(nlp)
    print(f"{'':22}      P      R     F1    hit   gold   pred")
    for name, same in (("value", same_value), ("unit", partial(same_unit, fold)), ("head", partial(same_head, fold))):
        scores, wrong = score(sentences, same)
        for kind, result in scores.items():
            label = ("value" if name == "value" else f"value + {name}") if kind == "all" else f"  {kind}"
            print(f"{label:22} {result}")
        if options.show == name:
            print("\n".join(wrong))


if __name__ == "__main__":
    main()
