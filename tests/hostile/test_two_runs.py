"""Two runs at once, and a run on its own input: neither spoils what the other writes, or what is to be read."""

from __future__ import annotations

import json
import signal
import subprocess

import pytest

from newstally.errors import InputError
from newstally.files import open_text, whole
from newstally.runner.output import errors_of
from processes import EXTRACT_IN_PLACE, finish, start, wait_for_growth


def test_a_second_run_on_one_output_is_refused_and_the_first_goes_on(tmp_path):
    out = tmp_path / "out.jsonl"
    lines = [json.dumps({"text": text + " " * 20_000}) + "\n" for text in ("calm", "calm", "fail")]
    command = [*EXTRACT_IN_PLACE, "-", "-o", out, "-j", 1]
    with start(command, stdin=subprocess.PIPE) as first:
        first.stdin.writelines(lines[:2])
        first.stdin.flush()
        wait_for_growth(first, out)
        for options in ([], ["--resume"]):
            code, said = finish([*command, *options], stdin=subprocess.DEVNULL)
            assert code == 2
            assert said == f"newstally: {out}: another run writes it; wait for its end, or give another file\n"
        first.communicate(lines[2])
    assert first.returncode == 2
    assert (out.read_bytes().count(b"\n"), errors_of(out).read_bytes().count(b"\n")) == (2, 1)


def test_the_lock_of_a_run_that_was_killed_is_gone_with_it(tmp_path):
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    texts = ["calm" + " " * 20_000, "hang"]
    source.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
    command = [*EXTRACT_IN_PLACE, source, "-o", out, "-j", 1]
    with start(command) as first:
        wait_for_growth(first, out)
        first.send_signal(signal.SIGKILL)
    assert finish([*command, "--resume", "--timeout", "0.2"])[0] == 2
    assert (out.read_bytes().count(b"\n"), errors_of(out).read_bytes().count(b"\n")) == (1, 1)


@pytest.mark.parametrize(
    ("name", "errors"),
    [("out.jsonl", "out.errors.jsonl"), ("out", "out.errors.jsonl"), ("out.ndjson", "out.ndjson.errors.jsonl"),
     ("news.2024", "news.2024.errors.jsonl"), ("news.2025", "news.2025.errors.jsonl"),
     ("out.errors.jsonl", "out.errors.errors.jsonl")],
)  # fmt: skip
def test_outputs_of_two_names_have_error_records_of_two_names(tmp_path, name, errors):
    """Else a run would begin anew the error records of another."""
    assert errors_of(tmp_path / name) == tmp_path / errors


def test_two_that_write_one_file_each_write_a_whole_one(tmp_path):
    path = tmp_path / "r.html"
    with open_text(path) as first:
        first.write("the first, ")
        with open_text(path) as second:
            second.write("the second")
        assert path.read_text("utf-8") == "the second"
        first.write("and whole")
    assert [each.read_text("utf-8") for each in tmp_path.iterdir()] == ["the first, and whole"]


def test_a_link_stays_a_link(tmp_path):
    path, link = tmp_path / "2025.html", tmp_path / "latest.html"
    link.symlink_to(path)
    with open_text(link) as file:
        file.write("new")
    assert (link.is_symlink(), path.read_text("utf-8")) == (True, "new")


def test_a_device_stays_a_device(tmp_path):
    with whole(tmp_path / "a") as beside:
        assert beside != tmp_path / "a"
        beside.touch()
    with whole(type(tmp_path)("/dev/null")) as itself:
        assert str(itself) == "/dev/null"


@pytest.mark.parametrize("name", ["in.jsonl", "./in.jsonl", "link.jsonl"])
@pytest.mark.parametrize("options", [[], ["--resume"]])
def test_what_is_to_be_read_is_not_written_over(tmp_path, name, options):
    text = '{"text": "calm"}\n{"text": "calm"}\n'
    (tmp_path / "in.jsonl").write_text(text, "utf-8")
    (tmp_path / "link.jsonl").symlink_to("in.jsonl")
    command = [*EXTRACT_IN_PLACE, "in.jsonl", "-o", name, *options]
    code, said = finish(command, cwd=tmp_path)
    assert (code, said) == (
        2, "newstally: in.jsonl: is to be read and to be written; name another file with --output\n"
    )  # fmt: skip
    assert (tmp_path / "in.jsonl").read_text("utf-8") == text


def test_the_output_of_the_run_before_may_be_named_among_the_inputs(tmp_path):
    """As a shell does for *.jsonl; it is passed over."""
    (tmp_path / "in.jsonl").write_text('{"text": "calm"}\n{"text": "calm"}\n', "utf-8")
    for _ in range(2):
        assert finish([*EXTRACT_IN_PLACE, "in.jsonl", "out.jsonl", "-o", "out.jsonl"], cwd=tmp_path)[0] in (0, 2)
    assert (tmp_path / "out.jsonl").read_bytes().count(b"\n") == 2


def test_a_file_that_cannot_be_had_is_one_sentence(tmp_path):
    (tmp_path / "r.html").mkdir()
    with pytest.raises(InputError, match=r"r\.html: cannot be written \(Is a directory\); check the folder"), open_text(
        tmp_path / "r.html"
    ):
        pass
