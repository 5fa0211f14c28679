"""Contradictions as SARIF, held against the models of its schema."""

from __future__ import annotations

import json

import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Schema

from newstally.linter import faults
from newstally.sarif import log
from newstally.suppress import Suppression
from saved_records import ROOT, seed_record

RULES = {"T101": "a stated total is not the sum of its stated parts", "T102": "a stated count is not its items"}
RECORD = seed_record("nineteen-talks")
TEXT = (ROOT / RECORD["source"]).read_text("utf-8")


def written(suppression: Suppression | None = None, *errors: str, text: str = TEXT) -> dict:
    """The log of the home story, which keeps to the schema."""
    found = [(fault, text, suppression) for fault in faults(RECORD, text)]
    result = json.loads(json.dumps(log(found, RULES, errors)))
    Schema.model_validate(result)
    return result


def test_the_models_refuse_what_the_schema_does():
    broken = written()
    broken["runs"][0]["results"][0]["rule"] = "T101"
    with pytest.raises(ValueError, match="rule"):
        Schema.model_validate(broken)


def test_a_result_has_its_place_and_every_figure():
    result = written()["runs"][0]["results"][0]
    (place,) = result["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "seeds/nineteen-talks.txt"},
        "region": {"startLine": 11, "startColumn": 88, "endLine": 11, "endColumn": 98, "charOffset": 610,
                   "charLength": 10},
    }  # fmt: skip
    assert result["message"]["text"].startswith("nine and 11 make 20, not 19; ")
    assert "should read 8: eight are listed" in result["message"]["text"]
    assert [each["message"]["text"] for each in result["relatedLocations"]][:2] == ["nine calls", "19 high-level talks"]


def test_a_result_names_its_rule_by_index():
    (run,) = written()["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["T101", "T102"]
    assert rules[0]["shortDescription"]["text"] == RULES["T101"]


def test_a_fingerprint_stays_where_words_move():
    moved = [result["partialFingerprints"] for result in written(text="\n" + TEXT)["runs"][0]["results"]]
    assert moved == [result["partialFingerprints"] for result in written()["runs"][0]["results"]]
    assert moved[0] != moved[1]


def test_what_is_suppressed_says_why():
    result = written(Suppression("T", "both joined"))["runs"][0]["results"][0]
    assert result["suppressions"] == [{"kind": "external", "justification": "both joined"}]


@pytest.mark.parametrize("errors", [(), ("b.txt: empty",)])
def test_what_could_not_be_read_is_a_notification(errors):
    (invocation,) = written(None, *errors)["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is not bool(errors)
    assert [each["message"]["text"] for each in invocation["toolExecutionNotifications"]] == list(errors)
