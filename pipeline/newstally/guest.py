"""Another spaCy pipeline in the place of newstally's encoder: its names, tags and trees, our extractors over them."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.util import load_model_from_path

from newstally.errors import ModelError

ENCODER = "encoder"
NEEDED = {"names": "doc.ents", "tags": "token.tag", "a parse": "token.dep"}
OWN = {"lemmatizer"}  # lemmas are ours: rules read them


def with_guest(folder: Path, guest: str) -> Language:
    """The pipeline saved in ``folder`` with the components of the spaCy model ``guest`` where its encoder stands.

    ``guest`` is a package or a path, as for `spacy.load`. Raises ModelError where it finds no names, tags or trees.
    """
    theirs = spacy.load(guest)
    given = {value for name in theirs.pipe_names for value in theirs.get_pipe_meta(name).assigns}
    if lacking := [what for what, value in NEEDED.items() if value not in given]:
        raise ModelError(
            f"the model {guest!r} lacks {', '.join(lacking)}; choose a pipeline with a tagger, a parser and ner"
        )
    theirs.vocab.lookups = _with_tables(theirs.vocab.lookups, folder)
    ours = load_model_from_path(folder, vocab=theirs.vocab, exclude=[ENCODER, "vocab"])
    ours.tokenizer = theirs.tokenizer
    before = {"before": ours.pipe_names[1]}  # the page comes first: no sentence of theirs crosses its blocks
    for name in theirs.pipe_names:
        if name not in OWN:
            ours.add_pipe(name, source=theirs, **before)
    ours.add_pipe("newstally_scheme", **before)
    ours.meta["reader"] = "{lang}_{name} {version}".format(**theirs.meta)
    return ours


def _with_tables(lookups: Lookups, folder: Path) -> Lookups:
    """Their tables with ours beside them; ours where both have one of a name."""
    own = Lookups().from_disk(folder / "vocab")
    for name in own.tables:
        if lookups.has_table(name):
            lookups.remove_table(name)
        lookups.add_table(name, own.get_table(name))
    return lookups
