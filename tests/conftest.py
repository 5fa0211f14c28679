"""Shared fixtures: a blank English tokenizer; a model without a trained part; the shipped one, for the edges."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, settings
from spacy.language import Language

from commands import TINY, newstally
from hostile_texts import without_encoder
from newstally import Article, extract, nlp
from newstally.errors import ModelError
from newstally.records import Record

SEEDS = Path(__file__).parents[1] / "seeds"
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""What takes how long is asked where that is the subject, and by CPU time: an example may wait for a busy machine."""
settings.register_profile("long", settings.get_profile("suite"), max_examples=100_000)
"""`pytest tests/hostile --hypothesis-profile=long`: a thousand times as much as the suite tries."""
settings.load_profile("suite")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Thousands of tests are made and none is rubbish: to look for it again and again takes seconds in each process."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session")
def long(request: pytest.FixtureRequest) -> bool:
    """Whether this is the long profile, where what is large in the suite is larger."""
    return request.config.getoption("--hypothesis-profile") == "long"


@pytest.fixture(scope="session")
def blank() -> Language:
    """English tokenizer, nothing else."""
    return spacy.blank("en")


@pytest.fixture(scope="session")
def shipped() -> Language:
    """The trained model as users get it; for tests at the edges only. It is loaded once: leave it as it is."""
    try:
        return nlp.load()
    except ModelError as error:
        pytest.skip(f"needs the trained model: {error}")


@pytest.fixture(scope="session")
def read_seed(shipped) -> Callable[[str], Record]:
    """The record of a story of seeds/ by its name, as `newstally extract seeds/*.txt` makes it; each is read once."""

    @cache
    def read(story: str) -> Record:
        name = f"seeds/{story}.txt"
        (record,) = extract(shipped, [Article(name, (SEEDS / f"{story}.txt").read_text("utf-8"), name)])
        return record

    return read


@pytest.fixture(scope="session")
def light() -> Language:
    """The shipped pipeline with a reader that costs next to nothing in the encoder's place."""
    return without_encoder()


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that splits the page and reads the cues, nothing else."""
    folder = tmp_path_factory.mktemp("model")
    config = folder / "tiny.cfg"
    config.write_text(TINY, "utf-8")
    assert newstally("build", config, "-o", folder / "en_tiny").exit_code == 0
    return folder / "en_tiny"
