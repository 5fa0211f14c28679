"""The shipped model is the one that `newstally build` makes of configs/ as they stand."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import spacy
from spacy.util import load_config

from marked import TABLES
from newstally import nlp as models
from newstally import rules

CONFIGS = Path(__file__).parents[1] / "configs"
STALE = "configs/ has changed since; run `newstally build`"


def test_its_pipeline_and_checks_are_those_of_the_config(shipped):
    config = load_config(CONFIGS / "news.cfg")
    assert shipped.config["nlp"]["pipeline"] == config["nlp"]["pipeline"], STALE
    assert shipped.config["checks"] == config["checks"], STALE


def test_its_rules_are_those_of_the_folder(shipped):
    assert shipped.get_pipe("cues").patterns == rules.rules_reader(str(CONFIGS / "rules")), STALE


def test_its_words_are_those_of_news(shipped):
    assert [token.text for token in shipped.tokenizer("(8) and 6–5")] == ["(", "8", ")", "and", "6", "–", "5"], STALE


def test_its_tables_are_those_of_the_folder(shipped):
    baked = rules.tables(shipped.vocab)
    assert [name for name in TABLES if baked.get(name) != TABLES[name]] == [], STALE
    assert sorted(baked) == sorted(TABLES), STALE


def test_spacy_loads_it_by_name_in_a_script_that_never_imports_newstally(tmp_path):
    """`spacy.load` asks for an installed distribution of the name: its metadata come with newstally's."""
    code = "import spacy, sys; print(*spacy.load('en_newstally').pipe_names)"
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.stdout.split() == load_config(CONFIGS / "news.cfg")["nlp"]["pipeline"], run.stderr


def test_it_is_read_as_spacy_reads_it():
    """In less time, but the same: config, words, tables, rules and weights."""
    assert models.load().to_bytes() == spacy.load("en_newstally").to_bytes()


def test_its_distribution_has_the_version_of_the_model(shipped):
    assert version("en_newstally") == shipped.meta["version"]
