"""What only an extra can read names it where it is missing, and is imported only where it is read."""

from __future__ import annotations

import subprocess
import sys

import pytest

from newstally.read import articles
from newstally.types import Article

HEAVY = ("newstally.read.formats", "trafilatura", "pyarrow", "warcio", "backports.zstd")


@pytest.mark.parametrize(
    ("name", "modules", "library", "extra"),
    [
        ("a.html", ["trafilatura"], "trafilatura", "web"),
        ("a.parquet", ["pyarrow"], "pyarrow", "parquet"),
        ("a.warc", ["warcio"], "warcio", "warc"),
        ("a.warc", ["trafilatura"], "trafilatura", "web"),
        ("a.txt.zst", ["backports.zstd", "compression.zstd"], "backports.zstd", "zst"),
    ],
)
def test_a_missing_extra_is_told_with_what_installs_it_and_the_others_are_read(
    folder, monkeypatch, name, modules, library, extra
):
    for module in modules:
        monkeypatch.setitem(sys.modules, module, None)
    (folder / name).write_bytes(b"x")
    (folder / "b.txt").write_text("Rain.", "utf-8")
    failure, article = articles(["."])
    assert failure.message.startswith(f"{name}: cannot be read without {library} (")
    assert failure.message.endswith(f'; run: pip install "newstally[{extra}]"')
    assert isinstance(article, Article)


def loaded(code: str) -> list[str]:
    """The heavy modules that are loaded once the code has run."""
    code += f"\nimport sys; print(*[name for name in {HEAVY} if name in sys.modules])"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()


def test_an_extra_is_imported_where_it_is_read_and_not_before(folder):
    (folder / "a.txt").write_text("Rain.", "utf-8")
    (folder / "a.csv").write_text("text\nRain.\n", "utf-8")
    (folder / "b.html").write_text("<html>", "utf-8")
    read = "from newstally.read import articles; list(articles(['{}']))"
    assert loaded("import newstally.cli") == []
    assert loaded(read.format("a.*")) == ["newstally.read.formats"]
    assert loaded(read.format("b.html")) [:2] == ["newstally.read.formats", "trafilatura"]
