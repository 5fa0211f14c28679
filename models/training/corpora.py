"""Reads the corpora into ``Text`` values, in spaCy's tokens."""

import gzip
import json
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import spacy
from spacy.tokens import Doc

from .conllu import Sentence, documents
from .harmony import clean_re3d, harmonise
from .text import Text, joined


@cache
def tokenizer() -> spacy.Language:
    """The tokens that the model sees at run time: spaCy's English rules, nothing else."""
    return spacy.blank("en")


def corpora_folder(config: dict) -> Path:
    """Where the corpora are: the variable NEWSTALLY_CORPORA goes before the configuration."""
    return Path(os.environ.get("NEWSTALLY_CORPORA", config["corpora"]))


def read_all(config: dict) -> list[Text]:
    """Read every corpus of the configuration."""
    folder = corpora_folder(config)
    return [text for options in config["corpus"] for text in read_corpus(folder, options)]


def read_corpus(folder: Path, options: dict) -> list[Text]:
    """Read one corpus as its block of the configuration says.

    options: ``name``, ``ner`` and/or ``syntax`` (files in ``folder``), ``labels`` that it marks wherever they occur,
    ``kind``: "documents", "sentences" (each stands alone) or "running" (one sentence a record, in the order of the
    text), ``field``, ``sections``, ``soft``.
    """
    rows = list(rows_of(folder / options["ner"])) if "ner" in options else []
    if "sections" in options:
        rows = [row for row in rows if row["section"] in options["sections"]]
    trees = dict(documents(folder / options["syntax"])) if "syntax" in options else {}
    if not rows:
        return [_with_trees(Text(options["name"], []), *running_text(sentences)) for sentences in trees.values()]
    texts = []
    for row in rows:
        text, doc = _entities(row, options)
        tree = trees.get(row["id"].removeprefix(f"{options['name']}-"))
        texts.append(_with_trees(text, doc, tree) if tree else text)
    if options.get("kind") == "running":
        for text in texts:
            text.sent = [1] + [0] * (len(text.words) - 1)
        texts = [joined(texts[i : i + 40]) for i in range(0, len(texts), 40)]
    elif options.get("kind") == "sentences":
        for text in texts:
            text.blocks[0] = True
        texts = [joined(texts[i : i + 20]) for i in range(0, len(texts), 20)]
    return [harmonise(text, options["labels"], soft=options.get("soft", False)) for text in texts]


def rows_of(path: Path) -> Iterator[dict]:
    """Yield the records of a gzipped file of JSON lines, empty texts left out."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["text"].strip():
                yield row


def words_of(doc: Doc) -> tuple[list[int], list[bool]]:
    """The numbers of the tokens that are words, and whether each begins a block (it follows a blank line)."""
    numbers: list[int] = []
    blocks: list[bool] = []
    begins = True
    for token in doc:
        if token.is_space:
            begins |= token.text.count("\n") > 1
        else:
            numbers.append(token.i)
            blocks.append(begins)
            begins = False
    return numbers, blocks


def _entities(row: dict, options: dict) -> tuple[Text, Doc]:
    doc = tokenizer().make_doc(row["text"])
    numbers, blocks = words_of(doc)
    places = {token: word for word, token in enumerate(numbers)}
    text = Text(options["name"], [doc[i].text for i in numbers], blocks=blocks)
    for start, end, given in row[options.get("field", "entities")]:
        label = {"WORK_OF_ART": "MISC", "PRODUCT": "MISC"}.get(given, given)
        span = doc.char_span(start, end)
        if span is None:  # it cuts a token: the words it touches are unknown
            span = doc.char_span(start, end, alignment_mode="expand")
            label = "?"
        found = [places[token.i] for token in span if token.i in places]
        if found:
            text.entities.append((found[0], found[-1] + 1, label))
    if options["name"] == "re3d":
        clean_re3d(text)
    return text, doc


def running_text(sentences: list[Sentence]) -> tuple[Doc, list[Sentence]]:
    """The running text of a treebank's document."""
    parts = [("\n\n" if s.paragraph else " ") * bool(i) + s.text for i, s in enumerate(sentences)]
    return tokenizer().make_doc("".join(parts)), sentences


def _with_trees(text: Text, doc: Doc, sentences: list[Sentence]) -> Text:
    """Add the trees of a treebank, wherever a token of spaCy is exactly a word of the treebank."""
    numbers, blocks = words_of(doc)
    if not text.words:
        text = Text("syntax", [doc[i].text for i in numbers], blocks=blocks)
    stream = "".join(text.words)
    gold = "".join("".join(s.text.split()) for s in sentences)
    if stream != gold:
        raise ValueError(f"The text and the trees of a document of {text.corpus} differ: {gold[:60]!r}")
    places = {span: i for i, span in enumerate(_spans(text.words))}
    begins = {first: i for (first, _), i in places.items()}
    text.sent[0] = 1
    offset = 0
    for sentence in sentences:
        _one_tree(text, sentence, offset, places)
        offset += len("".join(sentence.text.split()))
        if offset in begins:
            text.sent[begins[offset]] = 1
    return text


def _spans(words: Iterable[str]) -> Iterator[tuple[int, int]]:
    offset = 0
    for word in words:
        yield offset, offset + len(word)
        offset += len(word)


def _one_tree(text: Text, sentence: Sentence, offset: int, places: dict[tuple[int, int], int]) -> None:
    word_at = [places.get((offset + w.start, offset + w.end)) for w in sentence.words]
    for word, here in zip(sentence.words, word_at, strict=True):
        if here is None:
            continue
        parent = here if word.parent < 0 else word_at[word.parent]
        text.upos[here], text.xpos[here] = word.upos, word.xpos
        text.sent[here] = max(text.sent[here], 0)
        if parent is not None:
            text.parents[here], text.deps[here] = parent, word.dep
