"""Beyond a limit a text becomes an error record or its checks unsettled, and both say why."""

from __future__ import annotations

import time

import pytest

from hostile_texts import extremes, sentence
from newstally import Article, checks, extract, registry
from newstally.registry import Limits
from newstally.tokenizer import make_doc
from stories import headline, story, text


def record(nlp, written: str) -> dict:
    (found,) = extract(nlp, [Article("a", written)])
    return found.as_dict()


FIGURES = [headline("Ships came")] + [text("{two men|man} came to the port.") for _ in range(20)]


def test_more_figures_than_are_checked_leave_every_check_unsettled():
    page, names = story(*FIGURES), tuple(registry.checks())
    run = checks.run(page, names, limit=19)
    assert {finding.verdict for finding in run.findings} == {"unsettled"}
    assert len(run.findings) == len(names)
    assert run.findings[0].reason == (
        "the story has 20 figures, more than the 19 that are checked; split it, or raise `checked` in [limits] of the "
        "model's config"
    )
    assert run.reach["sum"].unsettled == run.reach["sum"].tried > 0
    assert "not checked" not in {finding.message for finding in checks.run(page, names, limit=20).findings}


def test_more_than_is_read_is_an_error_record(light):
    light.config["limits"] = {"read": 40}
    try:
        error = record(light, sentence(50))["error"]
        assert error["type"] == "InputError"
        assert error["message"].endswith(
            "figures, more than the 40 of a story; split it into articles, or raise `read` in the section [limits] of "
            "the model's config"
        )
        assert "error" not in record(light, sentence(30))
    finally:
        del light.config["limits"]


def test_the_limits_of_a_model_without_any_are_the_defaults():
    assert registry.limits({}) == Limits(1_000, 10_000)
    assert registry.limits({"checked": 5}) == Limits(5, 10_000)


@pytest.mark.parametrize("run", ["(" * 100_000, "“" * 100_000, "$" * 20_000, "'s" * 50_000], ids=lambda run: run[:2])
def test_what_has_no_white_space_is_cut_and_nothing_is_lost(light, run):
    started = time.process_time()
    doc = make_doc(light, f"They met {run} on Monday.")
    assert doc.text == f"They met {run} on Monday."
    assert max(len(token) for token in doc) <= 200
    assert time.process_time() - started < 60, "the square would be hours"


@pytest.mark.parametrize("written", ["They met 19 envoys, in all.", "a" * 200, "a" * 150 + " " + "b" * 150, ""])
def test_what_is_shorter_is_as_it_was(light, written):
    assert [token.text for token in make_doc(light, written)] == [token.text for token in light.tokenizer(written)]


GROWING = ["figures", "names", "roles", "countries", "corrections", "brackets", "joined emoji", "rows"]


@pytest.mark.slow
@pytest.mark.parametrize("name", GROWING)
def test_time_grows_with_the_length(light, name):
    """Four times the text takes less than eight times as long; with the square it would be sixteen."""
    spent = []
    for size in (3_000, 12_000):
        written = extremes(size)[name]
        started = time.process_time()
        record(light, written)
        spent.append(time.process_time() - started)
    assert spent[1] < 8 * spent[0]
