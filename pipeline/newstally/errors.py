"""What can go wrong, as a tree. Every message names the place and the next step, in one sentence.

The tree::

    NewstallyError
    ├── InputError      a document or path that cannot be read
    ├── ConfigError     a config, rule or table file that does not hold
    └── ModelError      a model that is missing, damaged or of another version

An example:

    >>> try:
    ...     raise InputError("draft.txt: not UTF-8 at byte 3; save it as UTF-8 and run again")
    ... except NewstallyError as error:
    ...     print(error)
    draft.txt: not UTF-8 at byte 3; save it as UTF-8 and run again
"""

from __future__ import annotations


class NewstallyError(Exception):
    """Anything that newstally itself reports; the commands print it without a traceback and exit with 2."""


class InputError(NewstallyError):
    """A document or path that cannot be read."""


class ConfigError(NewstallyError):
    """A config, rule or table file that does not hold."""


class ModelError(NewstallyError):
    """A model that is missing, damaged or made by another version of newstally."""
