"""The output of a run: whatever cut it off, what is there is kept, and nothing is lost or doubled when it goes on."""

from __future__ import annotations

import random
import resource
from pathlib import Path

import pytest

from newstally.errors import InputError
from newstally.runner.output import Output, errors_of
from newstally.types import Article, Failure
from stand_in import made_of

STORIES = [
    Article("a", "calm"), Article("b", "fail"), Article("same", "calm one", "in.jsonl"),
    Article("same", "calm two", "in.jsonl"), Article("twice", "calm", "in.jsonl"), Article("twice", "calm", "in.jsonl"),
    Failure("in.jsonl:7", "in.jsonl", "InputError", "in.jsonl:7: empty", "in.jsonl:7"), Article("c", "fail"),
    Article("Ÿ\ud800", "calm Ÿ"), Article("z", "calm"),
]  # fmt: skip


def write(path: Path, stories=STORIES, *, model: str = "m 1", resume: bool = False) -> list[str]:
    """Write the stories that are left, as a run does; their ids."""
    with Output(path, resume=resume) as output:
        left = list(output.remaining(stories))
        for story in left:
            output.write(made_of(story, model))
    return [story.id for story in left]


def contents(path: Path) -> tuple[bytes, bytes]:
    return path.read_bytes(), errors_of(path).read_bytes()


@pytest.fixture
def out(tmp_path) -> Path:
    return tmp_path / "out.jsonl"


@pytest.fixture
def whole(tmp_path) -> tuple[bytes, bytes]:
    """What a run writes that nothing disturbs."""
    write(tmp_path / "whole.jsonl")
    return contents(tmp_path / "whole.jsonl")


def test_a_run_that_was_complete_has_nothing_left(out, whole):
    write(out)
    assert write(out, resume=True) == []
    assert contents(out) == whole


def test_nothing_there_is_a_beginning(out, whole):
    assert len(write(out, resume=True)) == len(STORIES)
    assert contents(out) == whole


@pytest.mark.parametrize("done", range(len(STORIES)))
def test_what_is_left_is_done(out, whole, done):
    write(out, STORIES[:done])
    assert write(out, resume=True) == [story.id for story in STORIES[done:]]
    assert contents(out) == whole


@pytest.mark.parametrize("garbage", [b"", b"\0" * 700, b'{"schema":', b"\xff\n"], ids=["cut", "zeros", "half", "line"])
@pytest.mark.parametrize("seed", range(10))
def test_whatever_a_loss_of_power_leaves_ends_as_if_it_had_not_been(out, whole, seed, garbage):
    """Each file may have lost any of its end, and the two not the same: the disk is told of each by itself."""
    chance = random.Random(seed)
    for path, content in zip((out, errors_of(out)), whole, strict=True):
        path.write_bytes(content[: chance.randrange(10, len(content))] + garbage)
    write(out, resume=True)
    assert contents(out) == whole


def test_without_resume_a_run_begins_anew(out):
    write(out)
    write(out, STORIES[:1])
    assert out.read_bytes() == made_of(STORIES[0]).line
    assert not errors_of(out).exists()


def test_the_numbers_are_of_both_runs(out):
    write(out, STORIES[:3])
    with Output(out, resume=True) as output:
        assert (output.written, output.failed, output.before) == (2, 1, 3)
        output.write(made_of(STORIES[3]))
        assert (output.written, output.failed, output.before) == (3, 1, 3)


def test_a_file_of_another_kind_is_left_alone(out):
    out.write_bytes(b"my diary\n")
    with pytest.raises(InputError, match=r"out\.jsonl: line 1 is no record of newstally; give the output"):
        Output(out, resume=True)
    assert out.read_bytes() == b"my diary\n"


def test_records_of_two_models_do_not_mix(out):
    write(out, STORIES[:1])
    message = r"its records are of newstally 0 with m 1, not 0 with m 2; take that model, or begin a new file"
    with pytest.raises(InputError, match=message):
        write(out, model="m 2", resume=True)
    assert out.read_bytes() == made_of(STORIES[0]).line


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_device_is_told():
    message = r"/dev/full: cannot be written \(No space left on device\); make room, and go on with --resume"
    with pytest.raises(InputError, match=message):
        write(Path("/dev/full"))


def test_a_disk_that_gets_full_loses_nothing(out, whole):
    """The system takes as much of the line as there is room for; that goes at once."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(whole[0]) - 30, hard))
    try:
        with pytest.raises(InputError, match="cannot be written"):
            write(out)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert out.read_bytes() == whole[0].removesuffix(made_of(STORIES[-1]).line)
    assert write(out, resume=True) == ["z"]
    assert contents(out) == whole


def test_a_second_run_is_kept_off(out):
    write(out, STORIES[:1])
    with Output(out, resume=True), pytest.raises(InputError, match=r"out\.jsonl: another run writes it; wait for"):
        Output(out)
    assert out.read_bytes() == made_of(STORIES[0]).line
    assert len(write(out, resume=True)) == len(STORIES) - 1
