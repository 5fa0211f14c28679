"""Shared fixtures: a blank English tokenizer; a model without a trained part; the shipped one, for the edges."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import settings
from spacy.language import Language

from commands import TINY, newstally
from newstally import nlp

settings.register_profile("long", max_examples=100_000, deadline=None)
"""`pytest tests/hostile --hypothesis-profile=long`: a thousand times as much as the suite tries."""


@pytest.fixture(scope="session")
def blank() -> Language:
    """English tokenizer, nothing else."""
    return spacy.blank("en")


@pytest.fixture(scope="session")
def shipped() -> Language:
    """The trained model as users get it; for tests at the edges only."""
    return nlp.load()


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that splits the page and reads the cues, nothing else."""
    folder = tmp_path_factory.mktemp("model")
    config = folder / "tiny.cfg"
    config.write_text(TINY, "utf-8")
    assert newstally("build", config, "-o", folder / "en_tiny").exit_code == 0
    return folder / "en_tiny"
