"""Gold to marks and back, through the files of Label Studio and brat; what a person does there wrong is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from answers import COUNTS, gold, wanted_check, wanted_country, wanted_person, wanted_role
from newstally.errors import InputError
from newstally.gold import brat, faults, labelstudio, read_gold
from newstally.gold.form import Article
from newstally.gold.marks import Link, Mark, Marked, marked
from newstally.gold.unmark import unmarked

SEEDS = Path(__file__).parents[2] / "seeds"
GOLD = gold(
    people=[wanted_person("Ana Roy", "Roy"), wanted_person("Ben Lee", byline=True)],
    roles=[wanted_role(), wanted_role("MAYOR", of="Peru", country="PE", status="former")],
    countries=[wanted_country("PE", "Peru", excepted=("for Peru with",))],
    counts=COUNTS["gold"],
    checks=[
        wanted_check("sum", 0, 2, 1),
        wanted_check("list", 1, items=["Roy"], exhaustive=False, verdict="unsettled"),
        wanted_check("name", forms=["Roy", "Ana Roy"], verdict="contradictory"),
        wanted_check("share", quantity="percent", stated=60, parts=[12, 20.0]),
    ],
) | {"source": "us", "headline": "Ana Roy"}
EMOJI = gold(text="🚒 Roy met\r\n20 people.", people=[wanted_person("Roy")], counts=COUNTS["gold"][:1])


def same(one: dict, other: dict) -> bool:
    """Whether two gold objects say the same; a key may be left out or hold its default."""
    first, second = (Article.model_validate(each).model_dump(exclude_defaults=True) for each in (one, other))
    return first == second


def through_label_studio(page: Marked, folder: Path) -> Marked:
    labelstudio.write([("a", page)], folder)
    ((name, found),) = labelstudio.read(folder / "tasks.json")
    assert name == "a"
    return found


def through_brat(page: Marked, folder: Path) -> Marked:
    brat.write([("a", page)], folder)
    name, found = brat.read(folder / "a.ann")
    assert name == "a"
    return found


TOOLS = pytest.mark.parametrize("through", [through_label_studio, through_brat])


@TOOLS
@pytest.mark.parametrize("answers", [gold(), GOLD, EMOJI], ids=["nothing", "of every kind", "emoji and CR LF"])
def test_there_and_back(tmp_path, through, answers):
    assert faults(answers) == []
    assert same(unmarked(through(marked(answers), tmp_path), "a"), answers)


@TOOLS
def test_the_gold_of_all_seeds_goes_there_and_back(tmp_path, through):
    for row in read_gold([SEEDS]):
        page = through(marked(row.object), tmp_path / row.object["id"])
        assert same(unmarked(page, "a"), row.object), row.place


# ---- offsets of other tools ------------------------------------------------------------------------------------------


def test_label_studio_before_2022_counted_utf_16(tmp_path):
    """The emoji of the text counts two there; the region's own words tell."""
    labelstudio.write([("a", marked(EMOJI))], tmp_path)
    path = tmp_path / "tasks.json"
    tasks = json.loads(path.read_text("utf-8"))
    for region in tasks[0]["annotations"][0]["result"]:
        region["value"]["start"] += region["value"]["start"] > 0
        region["value"]["end"] += 1
    path.write_text(json.dumps(tasks), "utf-8")
    ((_, page),) = labelstudio.read(path)
    assert same(unmarked(page, "a"), EMOJI)


def test_standoff_in_bytes(tmp_path):
    page = marked(EMOJI)
    brat.write([("a", page)], tmp_path)
    lines = (tmp_path / "a.ann").read_text("utf-8")
    lines = lines.replace("Person 2 5", "Person 5 8").replace("Count 11 20", "Count 14 23").replace(" 0 9\t", " 0 12\t")
    (tmp_path / "a.ann").write_text(lines, "utf-8")
    assert brat.read(tmp_path / "a.ann") == ("a", page)


@TOOLS
def test_a_text_that_changed_is_named(tmp_path, through):
    through(marked(GOLD), tmp_path)
    for path in (tmp_path / "a.txt", tmp_path / "tasks.json"):
        if path.exists():
            path.write_text(path.read_text("utf-8").replace("Ana Roy, the", "Ann Roy, the"), "utf-8")
    with pytest.raises(InputError, match="'Ana Roy' does not stand at 0–7"):
        brat.read(tmp_path / "a.ann") if through is through_brat else [*labelstudio.read(tmp_path / "tasks.json")]


# ---- what a person may do in the tool --------------------------------------------------------------------------------

TEXT = GOLD["text"]


def mark(number: int, label: str, words: str, **values) -> Mark:
    start = TEXT.index(words)
    return Mark(f"T{number}", label, start, start + len(words), values)


ROY = mark(1, "Person", "Ana Roy")


@pytest.mark.parametrize(
    ("marks", "links", "key", "found"),
    [
        ([ROY, mark(2, "Role", "mayor")], [Link("role_of", "T2", "T1")], "roles",
         [{"person": "Ana Roy", "title": "mayor", "of": "", "country": "", "status": "current"}]),
        ([ROY, mark(2, "Alias", "Roy left")], [Link("alias_of", "T2", "T1")], "people",
         [{"name": "Ana Roy", "aliases": ["Roy left"]}]),
        ([mark(1, "Count", "12 women", value=12, unit="woman"), mark(2, "Count", "20", value=20, unit="person")], [],
         "counts",
         [{"quote": "20", "unit_text": "", "modifier": "exact", "actor": [], "value": 20, "unit": "person"},
          {"quote": "12 women", "unit_text": "", "modifier": "exact", "actor": [], "value": 12, "unit": "woman"}]),
        ([mark(1, "Country", "Peru", code="PE")], [], "countries",
         [{"code": "PE", "mentions": [{"text": "Peru", "kind": "name"}], "except": []}]),
    ],
    ids=["a role without values", "an alias", "counts in any order", "a country without its kind"],
)  # fmt: skip
def test_the_least_that_a_person_must_give(marks, links, key, found):
    assert unmarked(Marked(TEXT, tuple(marks), tuple(links)), "a")[key] == found


@pytest.mark.parametrize(
    ("marks", "links", "message"),
    [
        ([mark(1, "Persona", "Roy")], [], "a: Persona 'Roy' at 4: the label 'Persona' is unknown; there are Article,"),
        ([mark(1, "Role", "mayor")], [], "Role 'mayor' at 13: 0 links role_of lead from it to a Person; draw one"),
        ([ROY, mark(2, "Role", "mayor")], [Link("role_of", "T1", "T2")],
         "a link role_of leads from Person to Role; draw it from Role to Person"),
        ([ROY], [Link("boss_of", "T1", "T1")], "the link 'boss_of' is unknown; there are alias_of, role_of, rests_on"),
        ([ROY], [Link("role_of", "T9", "T1")], "a link role_of leads to 'T9', which is no mark; draw it anew"),
        ([mark(1, "Country", "Peru")], [], "its values lack 'code'; write"),
        ([mark(1, "Check", "20 people")], [], "its values lack 'kind'; write"),
    ],
    ids=["label", "no link", "link turned round", "link", "end of a link", "code", "kind"],
)  # fmt: skip
def test_what_cannot_be_understood_is_named(marks, links, message):
    with pytest.raises(InputError) as error:
        unmarked(Marked(TEXT, tuple(marks), tuple(links)), "a")
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "not JSON"),
        ('[{"id": 1, "text": "x"}]', "not Label Studio's (KeyError('data')); export as JSON, not JSON-MIN"),
        ('[{"data": {"text": "x"}, "annotations": []}]', "task 0: no annotation; annotate it"),
    ],
    ids=["broken", "JSON-MIN", "not annotated"],
)
def test_a_file_that_is_not_label_studios_is_named(tmp_path, content, message):
    path = tmp_path / "tasks.json"
    path.write_text(content, "utf-8")
    with pytest.raises(InputError) as error:
        list(labelstudio.read(path))
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("E1\tSum:T1", "a.ann:1: 'E1\\tSum:T1' is not understood"),
        ("T1\tCount 36 38\t20\n#1\tAnnotatorNotes T1\tvalue 20", "a.ann: T1: its values are not JSON"),
        ("T1\tCount 36 38\t20\n#1\tAnnotatorNotes T1\t20", "a.ann: T1: its values are 20; write"),
    ],
    ids=["event", "no JSON", "no object"],
)
def test_a_line_of_standoff_that_is_not_understood_is_named(tmp_path, line, message):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.ann").write_text(line, "utf-8")
    with pytest.raises(InputError) as error:
        unmarked(brat.read(tmp_path / "a.ann")[1], "a")
    assert message in str(error.value)


def test_brat_overwrites_no_text(tmp_path):
    brat.write([("a", marked(GOLD))], tmp_path)
    with pytest.raises(InputError, match=r"a\.txt: is there already; give an empty folder"):
        brat.write([("a", marked(GOLD))], tmp_path)
