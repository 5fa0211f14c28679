"""The trained weights, at the edges: strange input, and answers that depend on the text alone."""

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from newstally.encoder.component import EncoderComponent

WEIGHTS = Path(__file__).parents[2] / "models" / "en_newstally" / "encoder"
TEXTS = (
    "Finland President Sauli Niinistö met Heiko Maas, Foreign Minister of Germany, in Helsinki on Monday.",
    "The European Union said nine talks failed. Chancellor Angela Merkel will speak to French officials.",
    "Calls\n\nHeiko Maas Foreign Minister of Germany\n\nJean-Yves Le Drian Foreign Minister of France\n",
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = spacy.blank("en")
    made.add_pipe("newstally_encoder").initialize(weights=str(WEIGHTS))
    return made


def written(doc: Doc) -> list[tuple]:
    return [(t.tag_, t.pos_, t.dep_, t.head.i, t.is_sent_start, t.ent_iob_, t.ent_type_) for t in doc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXTS[0], {"Finland LOC", "Sauli Niinistö PERSON", "Heiko Maas PERSON", "Germany LOC", "Helsinki LOC"}),
        (TEXTS[1], {"European Union ORG", "Angela Merkel PERSON", "French NORP"}),
        (TEXTS[2], {"Heiko Maas PERSON", "Germany LOC", "Jean-Yves Le Drian PERSON", "France LOC"}),
    ],
)
def test_names_are_found_without_their_titles(nlp: Language, text: str, expected: set[str]) -> None:
    assert expected <= {f"{e.text} {e.label_}" for e in nlp(text).ents}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "\n\n\n",
            "a",
            "\u200b",
            "\x00\x01",
            "\ufeff",
            "😀 🎉 👩‍👩‍👧",
            "\u202eabc\u202c",
            "ا" * 300,
            "x" * 5000,
        ),
        *("." * 400, "Прем'єр-міністр 总统 首相", "A\r\n\r\nB", "\u00a0\u2003", "e\u0301" * 50, "Mr.", "1,000 " * 500),
    ],
)
def test_any_text_is_read_into_whole_trees(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    for sentence in doc.sents:
        assert len([t for t in sentence if t.head.i == t.i]) == 1
    assert all(e.text == text[e.start_char : e.end_char] and not (e[0].is_space or e[-1].is_space) for e in doc.ents)


def test_a_text_alone_reads_as_among_others(nlp: Language) -> None:
    alone = [written(nlp(text)) for text in TEXTS]
    assert [written(doc) for doc in nlp.pipe([*TEXTS, "x" * 50, *TEXTS], batch_size=2)][:3] == alone
    assert [written(doc) for doc in nlp.pipe(reversed(TEXTS))] == alone[::-1]


def test_paragraphs_after_it_do_not_change_a_full_window(nlp: Language) -> None:
    text = " ".join(TEXTS[:2]) * 12
    short, long = nlp(text), nlp(text + "\n\n" + "Nothing else happened that day. " * 200)
    assert written(short)[:100] == written(long)[:100]


def test_saved_and_loaded_it_reads_the_same(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    files = {path.name: path.read_bytes() for path in WEIGHTS.iterdir()}
    assert {path.name: path.read_bytes() for path in (tmp_path / "newstally_encoder").iterdir()} == files
    again = spacy.load(tmp_path)
    assert written(again(TEXTS[0])) == written(nlp(TEXTS[0]))
    component = EncoderComponent(again).from_bytes(nlp.get_pipe("newstally_encoder").to_bytes())
    assert written(component(again.make_doc(TEXTS[1]))) == written(nlp(TEXTS[1]))


def test_two_processes_read_as_one(nlp: Language) -> None:
    assert [written(doc) for doc in nlp.pipe(TEXTS, n_process=2)] == [written(nlp(text)) for text in TEXTS]


@pytest.mark.slow
def test_a_text_of_many_windows_is_read(nlp: Language) -> None:
    doc = nlp(" ".join(TEXTS[:2]) * 120)
    assert len(doc) > 4_000 and len(doc.ents) > 400


def test_the_network_runs_without_spacy() -> None:
    code = "import sys, newstally.encoder.session; sys.exit('spacy' in sys.modules or 'torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
