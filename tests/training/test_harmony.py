import pytest
from models.training.harmony import clean_re3d, harmonise
from models.training.text import LABELS, Text, bits

MARKED = ["PERSON", "ORG", "LOC"]


def texts(marked: str, corpus: str = "x") -> Text:
    """Build a text from ``[PERSON Ann Lee] left``."""
    words: list[str] = []
    spans, start, label = [], None, ""
    for part in marked.split():
        if part.startswith("["):
            start, label = len(words), part[1:]
            continue
        words.append(part.rstrip("]"))
        if part.endswith("]"):
            spans.append((start, len(words), label))
    return Text(corpus, words, entities=spans)


def shown(text: Text) -> list[str]:
    return [f"{' '.join(text.words[a:b])}/{label}" for a, b, label in text.entities]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[PERSON President Sauli Niinistö] spoke", ["Sauli Niinistö/PERSON"]),
        ("[PERSON Iraqi President Fuad Masum] spoke", ["Iraqi/NORP", "Fuad Masum/PERSON"]),
        ("[PERSON Minister of Foreign Affairs] spoke", []),
        ("[ORG Iraq] agreed", ["Iraq/LOC"]),
        ("[MISC German] talks", ["German/NORP"]),
        ("German talks", ["German/NORP"]),
        ("South African talks", ["South African/NORP"]),
        ("he spoke German", []),
        ("[ORG the Patriot Act] passed", ["Patriot Act/MISC"]),
        ("[LOC Haifa Port] burned", ["Haifa Port/FAC"]),
        ("[MISC World Cup] final", ["World Cup/EVENT"]),
        ("[DATE Monday]", ["Monday/DATE"]),
        ("[DATE yesterday]", []),
        ("[WEAPON rifles]", []),
    ],
)
def test_labels_are_brought_nearer(marked: str, expected: list[str]) -> None:
    assert shown(harmonise(texts(marked), MARKED)) == expected


def test_unmarked_labels_may_hide_in_capitalised_words_alone() -> None:
    text = harmonise(texts("Minister Xu praised Bastille [WEAPON rifles]"), MARKED)
    free = 1 | sum(bits(label) for label in LABELS if label not in MARKED)
    assert text.outside == [1, free, 1, free, 0]


def test_a_cut_title_is_known_to_stand_outside() -> None:
    assert harmonise(texts("[PERSON President Niinistö]"), MARKED).allowed().tolist()[0] == 1


def test_re3d_descriptions_become_unknown() -> None:
    text = harmonise(
        clean_re3d(texts("[ORG new Government] and [ORG Members of Council] and [ORG Free Syrian Army]")), MARKED
    )
    assert shown(text) == ["Free Syrian Army/ORG"]
    assert text.outside[:2] == [0, 0]
