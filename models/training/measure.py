"""Measures models: ``python -m models.training.measure FOLDER [FOLDER…] --corpora DIR``.

A folder holds an exported encoder or any spaCy pipeline. Everything is read from raw text and judged by character
offsets; where a pipeline has newstally's rules, the people that these leave are judged too. Prints Markdown tables.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import newstally.encoder.component  # noqa: F401, registers the factory

from .conllu import Sentence, documents
from .corpora import rows_of, running_text

ENTITY_SETS = {
    "worldwide.dev": ("PERSON", "LOC", "ORG", "NORP", "DATE"),
    "gum.dev": ("PERSON", "LOC", "ORG", "EVENT"),
    "uner-ewt.test": ("PERSON", "LOC", "ORG"),
}
RULES = "PERSON, rules"
TREE_SETS = ("gum.test", "pud.test")
COLUMNS = ("words", "sentences", "UPOS", "XPOS", "UAS", "LAS")


def pipeline(folder: Path) -> Language:
    """The spaCy pipeline in ``folder``, or one of the tokenizer and the encoder in it."""
    if (folder / "config.cfg").exists():
        return spacy.load(folder)
    nlp = spacy.blank("en")
    nlp.add_pipe("newstally_encoder").initialize(weights=str(folder))
    return nlp


def f1(right: int, given: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent."""
    precision, recall = (100 * right / given if given else 0.0), (100 * right / gold if gold else 0.0)
    return precision, recall, (2 * precision * recall / (precision + recall) if right else 0.0)


def entities(nlp: Language, path: Path, labels: tuple[str, ...]) -> dict[str, tuple[float, float, float]]:
    """Strict scores (same offsets, same label) by label, under "all" for PERSON, LOC and ORG together.

    Under "PERSON, rules" those of the people that the rules leave, where the pipeline has rules.
    """
    right, given, gold = Counter(), Counter(), Counter()
    for row in rows_of(path):
        doc = nlp(row["text"])
        found = {(e.start_char, e.end_char, e.label_) for e in doc.ents}
        found |= {(e.start_char, e.end_char, RULES) for e in doc.spans.get("people", ())}
        answer = {(start, end, label) for start, end, label in row["entities"]}
        answer |= {(start, end, RULES) for start, end, label in answer if label == "PERSON"}
        for counter, spans in ((right, found & answer), (given, found), (gold, answer)):
            for label in (span[2] for span in spans):
                counter[label] += 1
                counter["all"] += label in ("PERSON", "LOC", "ORG")
    shown = (*labels, "all", *([RULES] if given[RULES] else []))
    return {label: f1(right[label], given[label], gold[label]) for label in shown}


def trees(nlp: Language, path: Path) -> dict[str, float]:
    """F1 of words, sentence starts, tags and arcs, as in the CoNLL 2018 evaluation (labels without their subtypes)."""
    right: Counter[str] = Counter()
    given = gold = given_sentences = gold_sentences = 0
    for _, sentences in documents(path):
        doc = nlp(running_text(sentences)[0].text)
        answer, starts = _gold(sentences)
        found, found_starts = _found(doc)
        given, gold = given + len(found), gold + sum(len(s.words) for s in sentences)
        given_sentences, gold_sentences = given_sentences + len(found_starts), gold_sentences + len(starts)
        right["sentences"] += len(starts & found_starts)
        for span in answer.keys() & found.keys():
            (upos, xpos, parent, dep), (upos2, xpos2, parent2, dep2) = answer[span], found[span]
            same = parent == parent2
            right.update(
                {"words": 1, "UPOS": upos == upos2, "XPOS": xpos == xpos2, "UAS": same, "LAS": same and dep == dep2}
            )
    totals = {name: (given_sentences, gold_sentences) if name == "sentences" else (given, gold) for name in COLUMNS}
    return {name: f1(right[name], *totals[name])[2] for name in COLUMNS}


def _gold(sentences: list[Sentence]) -> tuple[dict, set[int]]:
    answer, starts, offset = {}, set(), 0
    for sentence in sentences:
        starts.add(offset)
        place = [(offset + w.start, offset + w.end) for w in sentence.words]
        for word, span in zip(sentence.words, place, strict=True):
            if word.start >= 0:
                parent = None if word.parent < 0 else place[word.parent]
                answer[span] = (word.upos, word.xpos, parent, word.dep.split(":")[0])
        offset += len("".join(sentence.text.split()))
    return answer, starts


def _found(doc: Doc) -> tuple[dict, set[int]]:
    place, offset = {}, 0
    for token in doc:
        if not token.is_space:
            place[token.i] = (offset, offset + len(token))
            offset += len(token)
    found = {}
    for i, span in place.items():
        token = doc[i]
        head = token.head
        while head.is_space and head.head.i != head.i:  # some pipelines hang words on white space
            head = head.head
        parent = None if head.i == i else place.get(head.i)
        found[span] = (token.pos_, token.tag_, parent, token.dep_.split(":")[0].replace("ROOT", "root"))
    return found, {place[s[0].i][0] for s in doc.sents if s[0].i in place}


def table(head: list[str], rows: Iterator[list[str]] | list[list[str]]) -> None:
    """Print one Markdown table."""
    for row in [head, ["---"] + ["---:"] * (len(head) - 1), *rows]:
        print("| " + " | ".join(row) + " |")
    print()


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--corpora", type=Path, required=True)
    given = parser.parse_args()
    for folder in given.folders:
        nlp = pipeline(folder)
        print(f"{folder}: {sum(f.stat().st_size for f in folder.iterdir()) / 1e6:.1f} MB\n")
        rows = []
        for name, labels in ENTITY_SETS.items():
            for label, scores in entities(nlp, given.corpora / f"ner/{name}.jsonl.gz", labels).items():
                rows.append([name, label, *(f"{score:.1f}" for score in scores)])
        table(["entities", "label", "P", "R", "F1"], rows)
        scores = {name: trees(nlp, given.corpora / f"syntax/{name}.conllu.gz") for name in TREE_SETS}
        table(["trees", *COLUMNS], [[name, *(f"{row[c]:.1f}" for c in COLUMNS)] for name, row in scores.items()])


if __name__ == "__main__":
    main()
