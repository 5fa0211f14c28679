"""Every rule in configs/rules fires on its example and is silent on its counterexample; every table can be read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language

from newstally import nlp as models
from newstally.errors import ConfigError, ModelError
from newstally.rules import example_faults, read_rules, read_tables, replace

CONFIGS = Path(__file__).parents[1] / "configs"
RULES = read_rules(CONFIGS / "rules")
# What a token pattern may ask of a Doc that has only been split into words.
OF_TEXT = {
    "ORTH", "TEXT", "LOWER", "LENGTH", "SHAPE", "IS_ALPHA", "IS_ASCII", "IS_DIGIT", "IS_LOWER", "IS_UPPER", "IS_TITLE",
    "IS_PUNCT", "IS_SPACE", "LIKE_NUM", "OP",
}  # fmt: skip


def is_of_text(rule: dict[str, Any]) -> bool:
    return all(token.keys() <= OF_TEXT for token in rule["pattern"])


@pytest.fixture(scope="module")
def words() -> Language:
    """English words and the cues."""
    nlp = spacy.blank("en")
    nlp.add_pipe("newstally_cues", name="cues")
    replace(nlp, CONFIGS / "rules")
    return nlp


@pytest.fixture(scope="module")
def parsed(words) -> Language:
    """The shipped model with the cues of the folder; skipped where no model is built yet."""
    try:
        nlp = models.load()
    except ModelError as error:
        pytest.skip(f"these rules need tags, and so the trained model: {error}")
    replace(nlp, CONFIGS / "rules")
    return nlp


@pytest.mark.parametrize("rule", [rule for rule in RULES if is_of_text(rule)], ids=lambda rule: rule["id"])
def test_rules_of_words_keep_to_their_examples(words, rule):
    assert list(example_faults(words, [rule])) == []


@pytest.mark.parametrize("rule", [rule for rule in RULES if not is_of_text(rule)], ids=lambda rule: rule["id"])
def test_rules_of_tags_keep_to_their_examples(parsed, rule):
    assert list(example_faults(parsed, [rule])) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_an_example_and_its_counterexample_differ(rule):
    assert rule["example"] != rule["counterexample"]


def test_every_table_can_be_read():
    assert {"countries", "roles"} <= set(read_tables(CONFIGS / "tables"))


@pytest.mark.parametrize("path", sorted((CONFIGS / "tables").glob("*.toml")), ids=lambda path: path.stem)
def test_every_table_names_its_source_and_licence(path):
    comments = " ".join(line for line in path.read_text("utf-8").splitlines() if line.startswith("#"))
    assert re.search(r"\b[Ss]ource|[Ww]ritten for", comments)
    assert re.search(r"\b[Ll]icen[cs]e|\bMIT\b", comments)


GOOD = '{"id": "a", "label": "A", "pattern": [{"LOWER": "x"}], "example": "x", "counterexample": "y"}'


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("{", "r.jsonl:1: not JSON"),
        ("[]", "r.jsonl:1: missing key 'counterexample', "),
        (GOOD.replace('"label"', '"lable"'), "r.jsonl:1: unknown key 'lable', missing key 'label'; "),
        (f"{GOOD}\n\n{GOOD}", "r.jsonl:3: the rule id 'a' stands twice; give it another"),
    ],
    ids=["broken", "no object", "misspelt key", "an id twice"],
)
def test_a_rule_that_does_not_hold_is_refused_whole(tmp_path, lines, message):
    (tmp_path / "r.jsonl").write_text(lines, "utf-8")
    with pytest.raises(ConfigError) as error:
        read_rules(tmp_path)
    assert str(error.value).startswith(f"{tmp_path}/{message}")


def test_a_table_that_does_not_hold_is_refused(tmp_path):
    (tmp_path / "t.toml").write_text("a = ", "utf-8")
    with pytest.raises(ConfigError, match=r"t\.toml: not TOML: "):
        read_tables(tmp_path)


@pytest.mark.parametrize(
    ("example", "counterexample", "faults"),
    [
        ("two x", "two y", []),
        ("two y", "two z", ["a: silent on its example 'two y'"]),
        ("two x", "x and y", ["a: fires on its counterexample 'x and y'"]),
    ],
    ids=["holds", "silent", "fires on both"],
)
def test_example_faults(example, counterexample, faults):
    nlp = spacy.blank("en")
    rule = {"id": "a", "label": "A", "pattern": [{"LOWER": "x"}], "example": example, "counterexample": counterexample}
    nlp.add_pipe("newstally_cues").add_patterns([{key: rule[key] for key in ("id", "label", "pattern")}])
    assert list(example_faults(nlp, [rule])) == faults
