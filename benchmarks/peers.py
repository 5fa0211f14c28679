"""Two peers and newstally on the same gold, by the same scorer: quantulum3 and plain spaCy NER.

    pip install ".[peers]"  and a spaCy pipeline, such as en_core_web_sm
    python benchmarks/peers.py [GOLD…] [--spacy en_core_web_sm]

What a peer finds is brought to records with the kinds it has and no others, and with all the good will there is: of
quantulum3 every figure without a dimension is taken for a count; a person of spaCy's is every name, shorter names going
to the longer ones that hold them; its places and nationalities are given codes by our own table of countries, and its
cardinals a value by our own reader of numbers. Neither peer has roles, checks or the nouns counted. A peer that is not
installed is left out, and said to be.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import newstally
from newstally.evaluate import Evaluation, evaluate, read_files
from newstally.evaluate.records import judged_part
from newstally.types import Article
from newstally.words import amounts

ROOT = Path(__file__).parents[1]
MEASURES = ("people", "people, any form", "countries", "counts", "roles", "checks")
Found = dict[str, Any]
Reader = Callable[[str], Found]


def quantulum3() -> Reader:
    """Its figures without a dimension, as counts. Raises ImportError where it is not installed."""
    from quantulum3 import parser  # noqa: PLC0415 - an extra

    def read(text: str) -> Found:
        found = (each for each in parser.parse(text) if each.unit.name == "dimensionless")
        return {"counts": [_count(each.value, *each.span) for each in found]}

    return read


def spacy_ner(name: str) -> Reader:
    """The entities of a spaCy pipeline. Raises OSError where it is not installed."""
    import spacy  # noqa: PLC0415

    nlp, codes = spacy.load(name), _codes()

    def read(text: str) -> Found:
        entities = [(each.label_, each.text, each.start_char, each.end_char) for each in nlp(text).ents]
        return from_entities(entities, codes)

    return read


def from_entities(entities: Iterable[tuple[str, str, int, int]], codes: Mapping[str, str]) -> Found:
    """People, countries and counts of entities (label, text, start, end) by the labels of OntoNotes."""
    names: list[str] = []
    countries: dict[str, None] = {}
    counts = []
    for label, text, start, end in entities:
        if label == "PERSON":
            names.append(text.removesuffix("'s").removesuffix("’s"))
        elif label in ("GPE", "NORP") and (code := codes.get(text.removeprefix("the ").casefold())):
            countries[code] = None
        elif label == "CARDINAL" and (amount := amounts.amount(text)) and amount.value is not None:
            counts.append(_count(amount.value, start, end))
    return {"people": people(names), "countries": [{"code": code} for code in countries], "counts": counts}


def people(names: Iterable[str]) -> list[Found]:
    """A person for each name; a name whose words all stand in a longer one is that person's."""
    found: dict[str, list[str]] = {}
    for name in sorted(set(names), key=lambda each: (-len(each.split()), each)):
        longer = (each for each in found if set(name.split()) <= set(each.split()))
        found.setdefault(next(longer, name), []).append(name)
    return [{"name": name, "mentions": [{"text": form} for form in forms]} for name, forms in found.items()]


def ours(model: str = newstally.DEFAULT_MODEL) -> Reader:
    """The records of newstally."""
    nlp = newstally.load(model)

    def read(text: str) -> Found:
        (record,) = newstally.extract(nlp, [Article("", text)])
        return record.as_dict()

    return read


def table(scores: Mapping[str, Evaluation]) -> str:
    """F1 of each measure in percent, with precision and recall, as Markdown; "–" where a peer has no such thing."""
    rows = [["", *scores], ["---", *("---:" for _ in scores)]]
    for measure in MEASURES:
        rows.append([measure, *(_cell(each, measure) for each in scores.values())])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(evaluation: Evaluation, measure: str) -> str:
    if measure not in evaluation.measures:
        return "–"
    score = evaluation[measure]
    precision, recall, f1 = (100 * (each or 0) for each in (score.precision, score.recall, score.f1))
    return f"{f1:.1f} ({precision:.1f} / {recall:.1f})"


def _count(value: float, start: int, end: int) -> Found:
    return {"value": value, "start": start, "end": end}


def _codes() -> dict[str, str]:
    countries = tomllib.loads((ROOT / "configs" / "tables" / "countries.toml").read_text("utf-8"))["countries"]
    return {
        form.casefold(): code
        for code, country in countries.items()
        for form in (*country["names"], *country.get("demonyms", ()), *country.get("abbreviations", ()))
    }


def main() -> None:
    """Print the table, and which peers are not there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="*", type=Path, default=[ROOT / "seeds"])
    parser.add_argument("--spacy", default="en_core_web_sm", help="a spaCy pipeline with the labels of OntoNotes")
    given = parser.parse_args()
    golds = read_files(given.gold).golds
    makers = {"newstally": ours, "quantulum3": quantulum3, f"spaCy {given.spacy}": lambda: spacy_ner(given.spacy)}
    scores, missing = {}, []
    for name, make in makers.items():
        try:
            read = make()
        except (ImportError, OSError) as error:
            missing.append(f"{name} is not installed and left out ({str(error).splitlines()[0]}).")
            continue
        records = (judged_part(read(gold["text"]) | {"id": gold["id"]}, name) for gold in golds)
        scores[name] = evaluate(golds, {record["id"]: record for record in records})
    print(f"F1 in percent (precision / recall), {len(golds)} articles.\n\n{table(scores)}")
    print("\n".join(["", *missing]) if missing else "")


if __name__ == "__main__":
    main()
