"""A batch run over real processes, with a stand-in for the model: order, deaths, time, and the same bytes always."""

from __future__ import annotations

import os
import time
from types import SimpleNamespace
from unittest.mock import ANY

import pytest

from newstally.errors import ModelError
from newstally.runner import Result, pool, run
from newstally.types import Article, Failure
from stand_in import made_of

FILLER = " " * 20_000  # makes a text an item of its own


def story(number: int, text: str) -> Article:
    return Article(f"a{number}", text, "in.jsonl")


def results(texts: list[str], **options) -> list[Result]:
    options = {"jobs": 2, **options}
    return list(run([story(*pair) for pair in enumerate(texts)], "m 1", worker="stand_in", **options))


MIXED = [f"{'calm' if number % 5 else 'fail'} {'long ' * (number % 7 * 800)}" for number in range(60)]


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_records_are_the_same_bytes_in_the_same_order_whatever_the_number_of_jobs(jobs):
    assert results(MIXED, jobs=jobs) == [made_of(story(*pair)) for pair in enumerate(MIXED)]


def test_where_no_process_can_be_forked_safely_each_loads_by_itself(monkeypatch):
    """macOS and Windows."""
    monkeypatch.setattr("newstally.runner.start.sys", SimpleNamespace(platform="darwin"))
    assert results(["calm", "die SIGKILL", "fail"]) == [
        made_of(story(0, "calm")), ANY, made_of(story(2, "fail")),
    ]  # fmt: skip


def test_a_long_article_holds_up_those_behind_it():
    texts = ["sleep 0.4" + FILLER, *["calm" + FILLER] * 5]
    found = results(texts)
    assert [result.line for result in found] == [made_of(story(*pair)).line for pair in enumerate(texts)]


def test_unordered_it_does_not():
    texts = ["sleep 0.4" + FILLER, *["calm" + FILLER] * 5]
    found = [result.line for result in results(texts, ordered=False)]
    assert found[0] != made_of(story(0, texts[0])).line
    assert sorted(found) == sorted(result.line for result in results(texts))


def test_what_could_not_be_read_is_an_error_in_its_place():
    failure = Failure("b", "b.txt", "InputError", "b.txt: empty", "b.txt")
    found = list(run([story(0, "calm"), failure, story(2, "calm")], "m 1", jobs=2, worker="stand_in"))
    assert [result.error for result in found] == ["", "b.txt: empty", ""]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("die SIGSEGV", "a1: the process that worked on it died (SIGSEGV); leave it out, or report it with the text"),
        ("die SIGKILL", "a1: the process that worked on it died (SIGKILL); leave it out, or report it with the text"),
        ("leave 3", "a1: the process that worked on it died (exit code 3); leave it out, or report it with the text"),
        ("hang", "a1: not done within 0.5 seconds; leave it out, or raise the limit with --timeout"),
        ("hang in C", "a1: not done within 0.5 seconds; leave it out, or raise the limit with --timeout"),
    ],
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_ends_its_process_takes_only_itself_along(text, reason, jobs):
    """The others of its item are done, those before it and those behind it."""
    found = results(["calm", text, "calm", "calm"], jobs=jobs, timeout=0.5)
    assert [result.error for result in found] == ["", reason, "", ""]


def test_a_process_that_dies_once_costs_no_document(tmp_path):
    """The system ends processes when memory runs out: that need not be the document's fault."""
    assert [result.error for result in results(["calm", f"die-once {tmp_path / 'died'}", "calm"])] == ["", "", ""]
    assert (tmp_path / "died").exists()


@pytest.mark.parametrize(("life", "processes"), [(pool.LIFE, 1), (1, 4)])
def test_a_process_makes_room_for_a_new_one_when_it_has_read_enough(monkeypatch, life, processes):
    """So its memory stays flat: spaCy keeps every word it ever saw."""
    monkeypatch.setattr(pool, "LIFE", life)
    assert len({result.error for result in results(["pid" + FILLER] * 4, jobs=1)}) == processes


@pytest.mark.parametrize(
    ("texts", "options", "here"),
    [(["pid"], {"jobs": None}, True), (["pid"], {"jobs": 1}, False), (["pid"], {"jobs": None, "timeout": 9}, False),
     (["pid", "pid"], {"jobs": None}, False)],
    ids=["alone", "a process asked for", "a limit asked for", "two"],
)  # fmt: skip
def test_one_article_alone_is_done_in_this_process(texts, options, here):
    """It has no other to take along, and does not pay for the start of another process."""
    assert ({result.error for result in results(texts, **options)} == {str(os.getpid())}) is here


def test_the_clock_runs_for_one_document_and_not_for_all():
    assert [result.error for result in results(["sleep 0.3"] * 4, jobs=1, timeout=0.8)] == [""] * 4


def test_a_reader_that_breaks_breaks_the_run():
    def broken():
        yield story(0, "calm" + FILLER)
        yield story(1, "calm" + FILLER)
        yield story(2, "calm" + FILLER)
        raise RuntimeError("the reader broke")

    with pytest.raises(RuntimeError, match="the reader broke"):
        list(run(broken(), "m 1", jobs=2, worker="stand_in"))


def test_a_model_that_ends_its_process_is_told():
    with pytest.raises(ModelError, match=r"3 processes died while they loaded it \(SIGSEGV\); free memory,"):
        list(run([story(0, "calm")], "die SIGSEGV", jobs=1, worker="stand_in"))


def test_a_process_that_dies_while_it_loads_costs_no_document(tmp_path):
    model = f"die-once {tmp_path / 'died'}"
    assert [result.error for result in run([story(0, "calm")], model, jobs=1, worker="stand_in")] == [""]


@pytest.mark.parametrize("number", [0, 1])
def test_nothing_or_little_to_do_ends(number):
    assert len(results(["calm"] * number, jobs=4)) == number


def test_the_reader_keeps_close_to_the_writer():
    """In memory are the items of the window at most, however many there are to come."""
    taken = 0

    def endless():
        nonlocal taken
        while True:
            taken += 1
            yield story(taken, "calm" + FILLER)

    stream = run(endless(), "m 1", jobs=1, worker="stand_in")
    next(stream)
    time.sleep(0.3)
    stream.close()
    assert taken <= 40


def test_asked_to_stop_it_has_yielded_what_is_done_and_in_order():
    texts = ["sleep 0.02" + FILLER] * 100
    found: list[Result] = []
    for result in run(map(story, range(100), texts), "m 1", jobs=2, worker="stand_in", stop=lambda: len(found) > 2):
        found.append(result)
    assert 2 < len(found) < 50
    assert found == [made_of(story(number, texts[number])) for number in range(len(found))]
