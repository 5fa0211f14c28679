"""Shared fixtures: a blank English tokenizer; the shipped model for the tests at the edges."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from newstally import nlp


@pytest.fixture(scope="session")
def blank() -> Language:
    """English tokenizer, nothing else."""
    return spacy.blank("en")


@pytest.fixture(scope="session")
def shipped() -> Language:
    """The trained model as users get it; for tests at the edges only."""
    return nlp.load()
