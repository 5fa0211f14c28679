"""en_newstally: the trained pipeline of newstally, an ordinary spaCy package."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.util import load_model_from_path


def load(**overrides: Any) -> Language:
    """Load the pipeline; arguments as for `spacy.load`."""
    return load_model_from_path(Path(__file__).parent, **overrides)
