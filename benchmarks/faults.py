"""Planted faults: of each check of marked stories that holds, one figure is changed; newstally must object to it.

    python benchmarks/faults.py [GOLD.jsonl…] [--show] [--model en_newstally]

A check is *within reach* where newstally makes it on the untouched story too, with the same verdict, and says that it
is binding: words tie its figures together, so that a slip would be a fault. What only confirms, because the arithmetic
comes out, is out of reach, and counted as such. Of a check within reach one figure is changed at a time (one more, one
fewer, a tenth more, two digits swapped, one more in the other form: nine → 10), an item is added to its list or
dropped, a surname is misspelt once, a weekday is shifted. What leaves the check true is no fault: of "11 towns,
including two" only a figure below two is wrong. A fault counts as found where a contradiction stands on the changed
words and on other words of the check. Untouched, each story may raise no contradiction that its gold lacks. Nothing is
drawn by chance: the same stories give the same faults.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import newstally
from newstally.evaluate import Case, pair, read_files, same_check
from newstally.types import Article
from newstally.words.numerals import ONES

SEEDS = Path(__file__).parents[1] / "seeds"
WORDS = [word for word in ONES if ONES[word] <= 12]  # higher numbers are written in digits
NUMBER = re.compile(rf"\d[\d,]*\d|\d|\b(?:{'|'.join(WORDS[1:])})\b", re.IGNORECASE)
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
PERSON, COUNTRY = "Quillon", "Malta"  # a name is added among names, a country among countries
ROUNDED = ("change", "share")  # a figure that is one too many still makes the same rounded percentage
Object = Mapping[str, Any]


class Fault(NamedTuple):
    """One change of a text: ``[start, end)`` is replaced by ``new``."""

    name: str
    start: int
    end: int
    new: str

    def planted(self, text: str) -> str:
        """The text with the fault in it."""
        return text[: self.start] + self.new + text[self.end :]


# ---- the faults -----------------------------------------------------------------------------------------------------


def figure_faults(span: Object) -> Iterator[Fault]:
    """Other values for the first number of ``span``, written as it was written, and once in the other form."""
    found = NUMBER.search(span["text"])
    if not found or span["text"][found.end() :].startswith(("/", ".", "-")):
        return
    start, end, old = span["start"] + found.start(), span["start"] + found.end(), found.group()
    in_words = old.lower() in ONES
    value = ONES[old.lower()] if in_words else int(old.replace(",", ""))
    changes = {
        "one more": value + 1,
        "one fewer": value - 1,
        "a tenth more": round(1.1 * value),
        "digits": _swapped(old),
    }
    for name, new in changes.items():
        if new > 1 and new != value and not (name == "a tenth more" and value < 20):
            yield Fault(name, start, end, _written(new, old))
    other = _written(value + 1, "1" if in_words else "one")
    if in_words or value + 1 < len(WORDS):
        yield Fault("other form", start, end, other)


def _swapped(old: str) -> int:
    """The number with its first two digits that differ exchanged; 0 where there are none."""
    digits = [letter for letter in old if letter.isdigit()]
    for i in range(len(digits) - 1):
        if digits[i] != digits[i + 1]:
            digits[i], digits[i + 1] = digits[i + 1], digits[i]
            return int("".join(digits)) if digits[0] != "0" else 0
    return 0


def _written(value: int, old: str) -> str:
    """``value`` in words if ``old`` is a word and there is one, else in digits; capitals and commas as in ``old``."""
    if not old[0].isdigit() and value < len(WORDS):
        return WORDS[value].capitalize() if old[0].isupper() else WORDS[value]
    return f"{value:,}" if "," in old or (value > 9999 and not old[0].isdigit()) else str(value)


def item_faults(text: str, items: Sequence[Object], rows: Sequence[Object]) -> Iterator[Fault]:
    """An item dropped from the middle of a list and one added there: a whole row, or what two commas part."""
    for before, item, after in zip(items, items[1:], items[2:], strict=False):
        place = _row(text, before, item, rows) or _between_signs(text, before, item, after)
        if place:
            start, end, added = place
            yield Fault("item dropped", start, end, "")
            if item["ref"] or item["text"][0].isupper():
                name = COUNTRY if item["ref"].isalpha() else PERSON
                yield Fault("item added", start, start, added.format(name))
            return


def _row(text: str, before: Object, item: Object, rows: Sequence[Object]) -> tuple[int, int, str] | None:
    """The line of ``item``'s own row, and another line like it; None where it stands in no row of its own."""
    if not any(before["end"] <= row["start"] <= item["start"] < row["end"] for row in rows):
        return None
    line = text.rfind("\n", 0, item["start"]) + 1
    return line, text.find("\n", line) + 1, text[line : item["start"]] + "{}\n"


def _between_signs(text: str, before: Object, item: Object, after: Object) -> tuple[int, int, str] | None:
    """The item with the comma before it, or all from one semicolon to the next; None where other words stand there."""
    semicolon, stop = text.find(";", before["end"], item["start"]), text.find(";", item["end"], after["start"])
    if semicolon > 0 and stop > 0:
        return semicolon, stop, "; {}"
    joined = re.fullmatch(r", (?:the )?", text[before["end"] : item["start"]])
    return (before["end"], item["end"], ", {}") if joined and text[item["end"]] in ", " else None


def weekday_faults(span: Object) -> Iterator[Fault]:
    """The next weekday in the place of the one in ``span``."""
    for number, day in enumerate(DAYS):
        if (place := span["text"].find(day)) >= 0:
            start = span["start"] + place
            yield Fault("weekday", start, start + len(day), DAYS[(number + 1) % 7])


def name_faults(record: Object) -> Iterator[Fault]:
    """The surname of people named three times or more, two letters exchanged at its last place."""
    for person in record["people"]:
        surname = person["name"].split()[-1]
        alone = [mention for mention in person["mentions"] if mention["text"] == surname]
        middle = len(surname) // 2
        letters = surname[middle : middle + 2]
        if len(alone) > 2 and len(surname) > 5 and letters.isalpha() and letters[0] != letters[1]:  # no hyphen
            last = alone[-1]
            wrong = surname[:middle] + surname[middle + 1] + surname[middle] + surname[middle + 2 :]
            yield Fault("name", last["start"], last["end"], wrong)


# ---- the run --------------------------------------------------------------------------------------------------------


class Tally(NamedTuple):
    """What a run has seen: checks that hold by kind, those made and in reach, faults planted and found, alarms."""

    checks: Counter[str]
    made: Counter[str]
    reached: Counter[str]
    planted: Counter[tuple[str, str]]
    found: Counter[tuple[str, str]]
    alarms: list[str]
    missed: list[str]


def extractor(model: str) -> Callable[[str, str], Object]:
    """What turns an id and a text into a record, with ``model`` loaded once."""
    nlp = newstally.load(model)

    def extracted(name: str, text: str) -> Object:
        (record,) = newstally.extract(nlp, [Article(name, text)])
        return record.as_dict()

    return extracted


def run(golds: Iterable[Object], extracted: Callable[[str, str], Object]) -> Tally:
    """Plant every fault in every story, one at a time."""
    tally = Tally(Counter(), Counter(), Counter(), Counter(), Counter(), [], [])
    for gold in golds:
        record = extracted(gold["id"], gold["text"])
        case = Case(gold, record)
        tally.alarms.extend(_alarms(case))
        for kind, evidence, fault in _faults(case, tally):
            tally.planted[kind, fault.name] += 1
            changed = extracted(gold["id"], fault.planted(gold["text"]))
            if _objects(changed, fault, evidence):
                tally.found[kind, fault.name] += 1
            else:
                old = gold["text"][fault.start : fault.end]
                tally.missed.append(f"{gold['id']}: {kind}, {fault.name}: {old!r} → {fault.new!r}")
    return tally


def _alarms(case: Case) -> list[str]:
    """Contradictions of the untouched story that its gold lacks."""
    wrong = [check for check in case.record["checks"] if check["verdict"] == "contradictory"]
    right = [check for check in case.gold["checks"] if check["verdict"] == "contradictory"]
    known = set(pair(right, wrong, lambda gold, check: gold["kind"] == check["kind"]).values())
    return [f"{case.gold['id']}: {check['message']}" for j, check in enumerate(wrong) if j not in known]


def _faults(case: Case, tally: Tally) -> Iterator[tuple[str, Sequence[Object], Fault]]:
    """Every fault with the check it breaks: its kind and its spans."""
    holding = [check for check in case.gold["checks"] if check["verdict"] == "consistent"]
    made = [check for check in case.record["checks"] if check["verdict"] == "consistent"]
    tally.checks.update(check["kind"] for check in holding)
    for j in pair(holding, made, lambda gold, check: same_check(case, gold, check)).values():
        check = made[j]
        tally.made[check["kind"]] += 1
        if not check["binding"]:
            continue
        tally.reached[check["kind"]] += 1
        if all(case.counts[count]["modifier"] == "exact" for count in check["counts"]):
            for fault in _of_check(case, check):
                if check["kind"] not in ROUNDED or fault.name in ("a tenth more", "digits"):
                    yield check["kind"], check["spans"], fault
    if case.carries("people"):
        for fault in name_faults(case.record):
            yield "name", (), fault


def _of_check(case: Case, check: Object) -> Iterator[Fault]:
    if check["kind"] == "date":
        if len(check["spans"]) == 1:  # a weekday beside its date; the weekday in an age's dates is no part of the age
            yield from weekday_faults(check["spans"][0])
        return
    lists = [one for one in case.record["lists"] if one["id"] in check["lists"]]
    items = [item for one in lists for item in one["items"]]
    if not all(one["exhaustive"] for one in lists):
        yield from _too_few(check)
        return
    for span in check["spans"]:
        if check["kind"] == "correction" and _is_withdrawn(case, span):
            continue  # what was printed once stands nowhere else: no reader can tell another figure from it
        if not any(span["start"] >= item["start"] and span["end"] <= item["end"] for item in items):
            yield from figure_faults(span)
    if check["kind"] == "list":
        rows = [block for block in case.record["blocks"] if block["kind"] == "item"]
        yield from item_faults(case.gold["text"], items, rows)


def _too_few(check: Object) -> Iterator[Fault]:
    """A figure below the number of those named, for a list that names some only: any other figure holds as well."""
    span = check["spans"][0]
    found = NUMBER.search(span["text"])
    if found and check["found"] > 2:
        start, end = span["start"] + found.start(), span["start"] + found.end()
        yield Fault("fewer than named", start, end, _written(check["found"] - 1, found.group()))


def _is_withdrawn(case: Case, span: Object) -> bool:
    """Whether the figure stands in a correction note and has the value that the note withdraws."""
    values = [count["value"] for count in case.record["counts"] if count["start"] == span["start"]]
    notes = [note for note in case.record["corrections"] if note["start"] <= span["start"] < note["end"]]
    return any(note["old"] in values for note in notes)


def _objects(record: Object, fault: Fault, evidence: Sequence[Object]) -> bool:
    """Whether a contradiction stands on the changed words, or beside a dropped item, and on others of the check."""
    shift = len(fault.new) - (fault.end - fault.start)
    end = max(fault.start + len(fault.new), fault.start + 1)
    kept = [(s["start"] + shift * (s["start"] >= fault.end), s["text"]) for s in evidence if s["start"] != fault.start]
    for check in record["checks"]:
        if check["verdict"] == "contradictory":
            places = {(span["start"], span["text"]) for span in check["spans"]}
            on_it = any(span["start"] < end and fault.start <= span["end"] for span in check["spans"])
            if (on_it or fault.name.startswith("item")) and (not kept or places.intersection(kept)):
                return True
    return False


def report(tally: Tally) -> str:
    """The run as two Markdown tables."""
    kinds = sorted(tally.checks)
    rows = [_reach(tally, kind) for kind in kinds]
    marked, made, reached = tally.checks.total(), tally.made.total(), tally.reached.total()
    rows.append(f"| all | {marked} | {made} | {reached} | {_share(reached, marked)} |")
    rows = ["| check that holds | marked | made | in reach | % |", "|---|---:|---:|---:|---:|", *rows, ""]
    rows += ["| fault planted | in | planted | found | % |", "|---|---|---:|---:|---:|"]
    for kind, name in sorted(tally.planted):
        planted, found = tally.planted[kind, name], tally.found[kind, name]
        rows.append(f"| {name} | {kind} | {planted} | {found} | {_share(found, planted)} |")
    planted, found = tally.planted.total(), tally.found.total()
    return "\n".join([*rows, f"| all | | {planted} | {found} | {_share(found, planted)} |", ""])


def _reach(tally: Tally, kind: str) -> str:
    marked, made, reached = tally.checks[kind], tally.made[kind], tally.reached[kind]
    return f"| {kind} | {marked} | {made} | {reached} | {_share(reached, marked)} |"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}" if whole else ""


def main() -> None:
    """Read the command line, plant, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="*", type=Path, default=sorted(SEEDS.glob("*.gold.jsonl")))
    parser.add_argument("--model", default="en_newstally")
    parser.add_argument("--show", action="store_true", help="list what was missed")
    given = parser.parse_args()
    tally = run(read_files(given.gold).golds, extractor(given.model))
    print(report(tally))
    print(f"Contradictions of untouched stories that their gold lacks: {len(tally.alarms)}")
    for line in [*tally.alarms, *(tally.missed if given.show else ())]:
        print(f"- {line}")


if __name__ == "__main__":
    main()
