"""Writes the training texts as spaCy's own files, for the published alternative: a CNN that spaCy trains itself.

    python -m models.training.docbins configs/train.toml build/cnn
    cd build/cnn && python -m spacy train ../../configs/cnn.cfg -o . --paths.train train.spacy --paths.dev dev.spacy
    python -m models.training.measure build/cnn/model-last --corpora ../shared/corpora

It learns from the same words and the same labels as the encoder, cleaned alike (``harmony``), without exchanged names.
"""

import argparse
import tomllib
from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from .corpora import corpora_folder, read_all, read_corpus
from .text import UNKNOWN, Text

DEV = {"name": "gum", "ner": "ner/gum.dev.jsonl.gz", "syntax": "syntax/gum.dev.conllu.gz", "labels": ["PERSON", "ORG"]}


def doc_of(text: Text, vocab: Vocab) -> Doc:
    """One text as a ``Doc``; what its corpus does not say of a word is missing there."""
    doc = _with_tree(text, vocab) if any(text.deps) else _with_sentences(text, vocab)
    if text.corpus == "syntax":  # it marks no names
        doc.set_ents([], default="missing")
        return doc
    named = {i for first, last, _ in text.entities for i in range(first, last)}
    unknown = [doc[i : i + 1] for i, tags in enumerate(text.outside) if not tags and i not in named]
    doc.set_ents([Span(doc, *entity) for entity in text.entities], missing=unknown, default="outside")
    return doc


def _with_tree(text: Text, vocab: Vocab) -> Doc:
    """A word whose parent is not known hangs, with no label, on the word before it: that keeps its sentence whole."""
    heads = [
        parent if parent >= 0 else max(i - (sent != 1), 0)
        for i, (parent, sent) in enumerate(zip(text.parents, text.sent, strict=True))
    ]
    deps = ["ROOT" if dep == "root" else dep for dep in text.deps]
    return Doc(vocab, words=text.words, tags=text.xpos, heads=heads, deps=deps)


def _with_sentences(text: Text, vocab: Vocab) -> Doc:
    starts = [sent if sent == 1 else (0 if sent == UNKNOWN else -1) for sent in text.sent]
    return Doc(vocab, words=text.words, sent_starts=starts)


def write(texts: Iterable[Text], path: Path) -> None:
    """Write texts as a DocBin."""
    vocab = spacy.blank("en").vocab
    docs = [doc_of(text, vocab) for text in texts if text.words]
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, attrs=["TAG", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE", "SENT_START"]).to_disk(path)


def main() -> None:
    """Read the command line and write both files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("config", type=Path)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    config = tomllib.loads(given.config.read_text(encoding="utf-8"))
    write(read_all(config), given.folder / "train.spacy")
    write(read_corpus(corpora_folder(config), DEV), given.folder / "dev.spacy")


if __name__ == "__main__":
    main()
