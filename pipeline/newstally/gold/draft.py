"""A record → gold to correct: what the program found, in the form in which a person would have marked it.

It is a draft, not gold: what the record lacks is missing here too, and what it has wrong must be corrected by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from newstally.gold import places

Object = Mapping[str, Any]
MEASURED = {"money": "money", "percent": "percent"}  # any other quantity is a measure


def draft(text: str, record: Object, name: str) -> dict[str, Any]:
    """The gold of ``text`` as far as its record tells it, under the id ``name``."""
    indexes, counts = _counts(text, record["counts"], {each["id"]: each["name"] for each in record["people"]})
    return {
        "id": name,
        "source": "",
        "headline": record["headline"]["text"] if record["headline"] else "",
        "text": text,
        "people": [_person(each) for each in record["people"]],
        "roles": list(_roles(record)),
        "countries": [_country(each) for each in record["countries"]],
        "counts": counts,
        "checks": [_check(each, record, indexes) for each in record["checks"]],
    }


def _person(person: Object) -> dict[str, Any]:
    forms = list(dict.fromkeys(mention["text"] for mention in person["mentions"]))
    name = person["name"] if person["name"] in forms else max(forms, key=len)
    return {
        "name": name,
        "aliases": [form for form in forms if form != name],
        **({"byline": True} if person["byline"] else {}),
    }


def _roles(record: Object) -> Iterator[dict[str, Any]]:
    names = {each["id"]: _person(each)["name"] for each in record["people"]}
    for role in record["roles"]:
        kept = {key: role[key] for key in ("title", "of", "country", "status")}
        yield {"person": names[role["person"]], **kept, **({"to": role["to"]} if role["to"] else {})}


def _country(country: Object) -> dict[str, Any]:
    forms = dict.fromkeys((mention["text"], mention["kind"]) for mention in country["mentions"])
    return {
        "code": country["code"],
        "mentions": [{"text": form, "kind": kind} for form, kind in forms],
        "except": [],
    }


def _counts(
    text: str, found: Iterable[Object], names: Mapping[str, str]
) -> tuple[dict[str, int], list[dict[str, Any]]]:
    """The counts of whole numbers, in the order of the text, and the index of each by its id in the record."""
    indexes, counts, position = {}, [], 0
    for count in sorted(found, key=lambda each: (each["start"], each["end"])):
        if count["value"] is None or count["value"] != int(count["value"]):
            continue
        indexes[count["id"]] = len(counts)
        kept = {key: count[key] for key in ("unit", "unit_text", "modifier")}
        high = {"high": int(count["high"])} if count["modifier"] == "range" and count["high"] is not None else {}
        quote = places.quote(text, count["start"], count["end"], position)
        actor = [names.get(each, each) for each in count["actors"]]
        counts.append({"quote": quote, "value": int(count["value"]), **high, **kept, "actor": actor})
        position = max(position, count["start"] + 1)
    return indexes, counts


def _check(check: Object, record: Object, indexes: Mapping[str, int]) -> dict[str, Any]:
    counts = [indexes[each] for each in dict.fromkeys(check["counts"]) if each in indexes]
    return {
        "kind": check["kind"],
        "counts": counts,
        "verdict": check["verdict"],
        "note": check["message"],
        **_evidence(check, record),
    }


def _evidence(check: Object, record: Object) -> dict[str, Any]:
    """What a check of its kind rests on besides counts."""
    match check["kind"]:
        case "list":
            lists = [each for each in record["lists"] if each["id"] in check["lists"]]
            items = [item["text"] for each in lists for item in each["items"]]
            return {"items": items, "exhaustive": all(each["exhaustive"] for each in lists)}
        case "name":
            return {"forms": list(dict.fromkeys(span["text"] for span in check["spans"]))}
        case "change" | "share":
            return _figures(check, record)
        case "sum" if len(check["counts"]) < 2:
            return _figures(check, record)
    return {}


def _figures(check: Object, record: Object) -> dict[str, Any]:
    """The figures but the stated one, of the counts first, in the check's order: old and new, part and whole, parts."""
    spans = {span["start"]: span["end"] for span in check["spans"]}
    counts = [each for name in check["counts"] for each in record["counts"] if each["id"] == name]
    others = [each for each in (*record["counts"], *record["quantities"]) if spans.get(each["start"]) == each["end"]]
    found = [each for each in (*counts, *(one for one in others if one not in counts)) if each["value"] is not None]
    is_put_as_verb = check["kind"] == "change" and len(found) == 2  # "doubled from two to four"
    stated = None if is_put_as_verb else _stated(check, found)
    parts = [each for each in found if each is not stated]
    kinds = {MEASURED.get(each["type"], "measure") if "type" in each else "count" for each in parts}
    values = [each["value"] for each in parts]
    return {
        "quantity": kinds.pop() if len(kinds) == 1 else "count",
        "stated": check["stated"],
        "parts": sorted(values) if check["kind"] == "share" else values,
    }


def _stated(check: Object, figures: Sequence[Object]) -> Object | None:
    """The figure that states what the others make: one of its value, no count before a count ("60 … 24, 60 percent").

    Words may state another value: "half" is 50 percent, and half as many are 0.5 times as many. None where none does.
    """
    equal = [each for each in figures if abs(each["value"]) == check["stated"]]
    if not equal and check["kind"] in ("change", "share"):
        equal = [each for each in figures if each.get("type") == "percent"] if len(figures) > 2 else []
    return equal[-1] if equal else None
