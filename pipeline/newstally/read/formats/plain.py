"""A text file is one article, named by its path."""

from __future__ import annotations

from collections.abc import Iterator

from newstally.read.fields import Fields
from newstally.read.found import Found
from newstally.read.opening import File
from newstally.read.text import decoded


def read(file: File, fields: Fields) -> Iterator[Found]:
    """The one article of the file, its characters as they are. Raises InputError where it is no text in UTF-8."""
    yield Found(file.place, decoded(file.piece(), file.place))
