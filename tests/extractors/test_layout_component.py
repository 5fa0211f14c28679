"""The layout component: blocks in the Doc, and sentences that begin with them."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import spacy

import newstally.extractors.layout  # noqa: F401  the factory stands once its module is imported

TABLE = tomllib.loads(Path(__file__).parents[2].joinpath("configs/tables/layout.toml").read_text("utf-8"))
TEXT = (
    "\ufeffBoard mends the old wall\r\n\r\nOSLO — The harbour board met for three hours on Tuesday. It agreed.\r\n"
    "The guests:\r\n• Ida Berg\r\n• Rosa Vella\r\n\r\nCorrection: The board has nine members."
)


def pipeline(table=TABLE):
    nlp = spacy.blank("en")
    nlp.vocab.lookups.add_table("layout", {"rows": table})
    nlp.add_pipe("newstally_layout")
    return nlp


def kinds(nlp, text):
    doc = nlp(text)
    return [span.label_ for span in doc.spans["blocks"]]


def test_blocks_are_spans_in_the_order_of_the_page():
    doc = pipeline()(TEXT)
    assert [(span.label_, span.text) for span in doc.spans["blocks"]][1:] == [
        ("dateline", "OSLO —"),
        ("paragraph", "The harbour board met for three hours on Tuesday. It agreed."),
        ("subhead", "The guests:"),
        ("list", "• Ida Berg\r\n• Rosa Vella"),
        ("item", "Ida Berg"),
        ("item", "Rosa Vella"),
        ("correction", "Correction: The board has nine members."),
    ]


def test_every_block_begins_a_sentence_and_the_rest_is_left_open():
    doc = pipeline()(TEXT)
    starts = [token.i for token in doc if token.is_sent_start]
    assert starts == [span.start for span in doc.spans["blocks"] if span.label_ != "list"]
    assert doc[starts[2] + 1].is_sent_start is None


def test_blank_text_has_no_blocks():
    assert kinds(pipeline(), " \n\u00a0\n") == []


def test_a_vocabulary_without_the_table_still_gives_blocks():
    nlp = spacy.blank("en")
    nlp.add_pipe("newstally_layout")
    assert kinds(nlp, "One line.") == ["paragraph"]


def test_the_component_survives_saving(tmp_path):
    pipeline().to_disk(tmp_path)
    assert kinds(spacy.load(tmp_path), TEXT) == kinds(pipeline(), TEXT)


def test_many_blocks_take_no_longer_than_their_number():
    nlp = pipeline()
    doc = nlp.make_doc("Word foo\n" * 20_000)
    start = time.process_time()
    nlp.get_pipe("newstally_layout")(doc)
    assert time.process_time() - start < 5
