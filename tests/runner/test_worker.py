"""What a process holds: a model, loaded once, and before processes are forked only where that is safe."""

from __future__ import annotations

import spacy

from newstally.runner import worker
from newstally.types import Article, Failure


def test_only_our_own_model_is_loaded_before_a_fork(tmp_path, tiny_model):
    """Another pipeline may bring torch, whose threads are not in the forked process."""
    spacy.blank("en").to_disk(tmp_path / "en_other")
    worker.load.cache_clear()
    loads = []
    for model in (tmp_path / "en_other", tiny_model):
        before = worker.load.cache_info().currsize
        worker.load_before_fork(str(model))
        loads.append(worker.load.cache_info().currsize - before)
    assert loads == [0, 1]


def test_a_model_is_loaded_once(tiny_model):
    assert worker.load(str(tiny_model)) is worker.load(str(tiny_model))


def test_each_article_gives_a_line_its_words_and_what_is_wrong(tiny_model):
    stories = [Article("a", "Rain fell in Peru."), Failure("b", "b", "InputError", "b: empty", "b")]
    first, second = worker.results(worker.load(str(tiny_model)), stories)
    assert (first.words, first.error) == (4, "")
    assert (second.words, second.error) == (0, "b: empty")
    assert first.line.startswith(b'{"schema":"newstally/1",') and second.line.count(b"\n") == 1


def test_a_text_is_read_before_a_fork(tiny_model):
    """So what is made for the first text, the words of tables and patterns, is shared by all processes."""
    worker.load.cache_clear()
    worker.load_before_fork(str(tiny_model))
    assert "Namibia" not in worker.load(str(tiny_model)).vocab.strings
    assert "envoys" in worker.load(str(tiny_model)).vocab.strings
