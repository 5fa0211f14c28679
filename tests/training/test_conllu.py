import gzip
from pathlib import Path

from models.training.conllu import documents
from models.training.corpora import read_corpus

CONLLU = """# newdoc id = one
# newpar
# sent_id = 1
# text = They don't spy.
1	They	they	PRON	PRP	_	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	spy	spy	VERB	VB	_	0	root	_	_
5	.	.	PUNCT	.	_	4	punct	_	_

# newpar
# sent_id = 2
# text = Gonna go
1-2	Gonna	_	_	_	_	_	_	_	_
1	Going	go	VERB	VBG	_	0	root	_	_
2	to	to	PART	TO	_	3	mark	_	_
3	go	go	VERB	VB	_	1	xcomp	_	_

"""


def test_words_are_placed_by_their_letters(tmp_path: Path) -> None:
    path = tmp_path / "x.conllu.gz"
    path.write_bytes(gzip.compress(CONLLU.encode()))
    ((name, sentences),) = documents(path)
    assert name == "one"
    assert [s.paragraph for s in sentences] == [True, True]
    assert [(w.start, w.end) for w in sentences[0].words] == [(0, 4), (4, 6), (6, 9), (9, 12), (12, 13)]
    assert [(w.start, w.end, w.parent) for w in sentences[1].words] == [(-1, -1, -1), (-1, -1, 2), (5, 7, 0)]


def test_trees_lie_on_spacy_tokens(tmp_path: Path) -> None:
    (tmp_path / "x.conllu.gz").write_bytes(gzip.compress(CONLLU.encode()))
    (text,) = read_corpus(tmp_path, {"name": "x", "syntax": "x.conllu.gz"})
    assert text.words == ["They", "do", "n't", "spy", ".", "Gon", "na", "go"]
    assert text.deps == ["nsubj", "aux", "advmod", "root", "punct", "", "", ""]
    assert text.parents == [3, 3, 3, 3, 3, -1, -1, -1]
    assert text.sent == [1, 0, 0, 0, 0, 1, -1, 0]
    assert text.blocks == [True, False, False, False, False, True, False, False]
