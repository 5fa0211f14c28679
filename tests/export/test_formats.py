"""JSON-LD, FollowTheMoney and DocBin."""

from __future__ import annotations

import json

import pytest
import spacy
from spacy.tokens import DocBin

from newstally.export import docbin, open_format
from newstally.export.ftm import entities
from newstally.export.jsonld import news_article
from newstally.saved import Texts
from saved_records import ROOT, saved, seed_record, seed_records, span


def test_a_correction_note_is_a_correction_comment():
    text = "The fire destroyed 60 homes.\n\nCorrection: An earlier version gave 60 homes; it was 46."
    note = span(text, "Correction: An earlier version gave 60 homes; it was 46.")
    corrections = [{"id": f"X{number}", "old": 60, "new": 46, "unit": "home", **note} for number in (1, 2)]
    headline = span(text, "The fire destroyed 60 homes.")
    assert news_article(saved(text, headline=headline, corrections=corrections)) == {
        "@context": "https://schema.org", "@type": "NewsArticle", "identifier": "a",
        "headline": "The fire destroyed 60 homes.",
        "correction": [{"@type": "CorrectionComment", "text": note["text"]}],
    }  # fmt: skip


def test_only_stories_with_a_correction_have_a_line(tmp_path):
    with open_format("jsonld", tmp_path, Texts()) as put:
        put(saved())
        put(seed_record("nineteen-talks"))
    (line,) = (tmp_path / "corrections.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["identifier"] == "seeds/nineteen-talks.txt"


# ---- FollowTheMoney --------------------------------------------------------------------------------------------------


def test_a_role_is_an_occupancy_of_a_position():
    found = list(entities(seed_record("nineteen-talks")))
    by_id = {entity["id"]: entity for entity in found}
    assert len(by_id) == len(found)
    merkel = next(entity for entity in found if entity["properties"].get("name") == ["Angela Merkel"])
    (occupancy,) = (entity for entity in found if entity["properties"].get("holder") == [merkel["id"]])
    post = by_id[occupancy["properties"]["post"][0]]["properties"]
    assert (post["name"], post["country"]) == (["Chancellor (German)"], ["de"])
    assert occupancy["properties"]["status"] == ["current"]
    assert by_id[occupancy["properties"]["proof"][0]]["schema"] == "Article"
    assert "Nora Feldkamp" not in str(found), "the by-line is no part of the story"


def test_ids_are_the_same_in_another_run_and_place():
    record = seed_record("nineteen-talks")
    moved = record | {"id": "elsewhere", "source": "elsewhere"}
    assert [entity["id"] for entity in entities(record)] == [entity["id"] for entity in entities(moved)]
    assert {"newstally-"} == {entity["id"][:10] for entity in entities(record)}


def test_the_library_takes_every_entity_as_it_is():
    """followthemoney builds PyICU from source, so it is no part of the test extra; .ci/run installs it where it can."""
    model = pytest.importorskip("followthemoney", reason="needs followthemoney (pip install followthemoney)").model
    for record in seed_records():
        for entity in entities(record):
            model.get(entity["schema"]).validate(entity)
            assert model.get_proxy(entity, cleaned=False).to_dict()["properties"] == entity["properties"]


# ---- DocBin ----------------------------------------------------------------------------------------------------------


def test_docs_hold_what_was_found(tmp_path):
    record = seed_record("nineteen-talks")
    with docbin.open_in(tmp_path, Texts([str(ROOT / record["source"])])) as put:
        put(record)
    (doc,) = DocBin().from_disk(tmp_path / "docs-00001.spacy").get_docs(spacy.blank("en").vocab)
    assert [(span.text, span.label_, span.id_) for span in doc.spans["counts"]][3] == ("nine calls", "COUNT", "N4")
    assert {span.label_ for span in doc.spans["countries"] if span.text == "German"} == {"DE"}
    assert doc.spans["roles"][0].text == "Prime Minister"
    sizes = {name: len(group) for name, group in doc.spans.items()}
    assert sizes["people"] == sum(len(person["mentions"]) for person in record["people"])


def test_docs_are_written_in_files_of_a_number_of_stories(tmp_path, monkeypatch):
    monkeypatch.setattr(docbin, "SHARD", 2)
    (tmp_path / "a.txt").write_text("Two cats.", "utf-8")
    with docbin.open_in(tmp_path, Texts([str(tmp_path / "a.txt")])) as put:
        for number in range(3):
            put(saved("Two cats.", id=str(number)))
    vocab = spacy.blank("en").vocab
    found = [[doc.user_data["story"] for doc in DocBin(store_user_data=True).from_disk(path).get_docs(vocab)]
             for path in sorted(tmp_path.glob("*.spacy"))]  # fmt: skip
    assert found == [["0", "1"], ["2"]]


def test_a_place_that_the_text_does_not_have_is_left_out():
    text = "Two cats."
    places = [{"text": "", "start": start, "end": end} for start, end in ((-3, 2), (5, 99), (4, 4), (0, 3))]
    doc = docbin.annotate(spacy.blank("en")(text), saved(people=[{"id": "P1", "mentions": places}]))
    assert [span.text for span in doc.spans["people"]] == ["Two"]
