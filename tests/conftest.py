"""Shared fixtures: a blank English tokenizer; a model without a trained part; the shipped one, for the edges."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import settings
from spacy.language import Language

from commands import TINY, newstally
from newstally import nlp

settings.register_profile("suite", deadline=None)
"""What takes how long is asked where that is the subject, and by CPU time: an example may wait for a busy machine."""
settings.register_profile("long", settings.get_profile("suite"), max_examples=100_000)
"""`pytest tests/hostile --hypothesis-profile=long`: a thousand times as much as the suite tries."""
settings.load_profile("suite")


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
