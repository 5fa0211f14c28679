"""The spaCy component: writes entities, tags, trees and sentences into a ``Doc``."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from spacy import util
from spacy.attrs import DEP, ENT_ID, ENT_IOB, ENT_TYPE, HEAD, IS_SPACE, MORPH, ORTH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc
from spacy.vocab import Vocab

from .agree import Name
from .penn import FEATURES
from .reader import Reading, read
from .session import FILES, Encoder

ATTRIBUTES = [TAG, POS, DEP, HEAD, ENT_IOB, ENT_TYPE, MORPH, ENT_ID]
INSIDE, OUTSIDE, BEGIN = 1, 2, 3  # spaCy's codes for ENT_IOB


@Language.factory(
    "newstally_encoder",
    assigns=[
        "doc.ents",
        "token.tag",
        "token.pos",
        "token.morph",
        "token.dep",
        "token.head",
        "token.is_sent_start",
        "token.ent_iob",
        "token.ent_type",
        "token.ent_id",
    ],
    default_config={"threads": 1},
)
def make_encoder(nlp: Language, name: str, threads: int) -> "EncoderComponent":
    """Make the component; its weights come with ``initialize`` or ``from_disk``."""
    return EncoderComponent(nlp, name, threads=threads)


class EncoderComponent:
    """Annotates a document with one small multi-task encoder.

    White space never enters the network: such a token hangs on the word before it (tag ``_SP``) and lies at no entity's
    edge. A token that already begins a sentence when the component is called begins one afterwards, and no sentence,
    tree or entity crosses it; so does the first word after a blank line. An entity's id tells how sure its label
    is over the whole text, in tenths rounded down: "0.9".
    """

    def __init__(self, nlp: Language, name: str = "newstally_encoder", *, threads: int = 1) -> None:
        """threads: that one document may use; 1 lets processes scale."""
        self.name = name
        self.threads = threads
        self.encoder: Encoder | None = None
        self._vocab: Vocab = nlp.vocab
        self._codes: dict[str, np.ndarray] = {}

    @property
    def labels(self) -> tuple[str, ...]:
        """The entity labels."""
        return tuple(self.encoder.meta["labels"]) if self.encoder else ()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document and return it. Raises RuntimeError without weights."""
        if self.encoder is None:
            raise RuntimeError(
                "newstally_encoder has no weights: load a trained pipeline, or initialize with `weights`."
            )
        numbers, blocks = words_of(doc)
        if len(doc):
            orths = doc.to_array(ORTH)[numbers].tolist()
            words = [self._vocab.strings[orth] for orth in orths]
            self.set_annotations(doc, numbers, read(self.encoder, words, blocks))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Annotate documents one by one: none depends on another. ``batch_size`` changes nothing."""
        handle = getattr(self, "error_handler", util.raise_error)
        for doc in stream:
            try:
                yield self(doc)
            except Exception as error:
                handle(self.name, self, [doc], error)

    def set_annotations(self, doc: Doc, numbers: np.ndarray, reading: Reading) -> None:
        """Write what was read into the document; ``numbers`` are the tokens that the words stand for."""
        size = len(doc)
        rows = np.zeros((size, len(ATTRIBUTES)), dtype=np.uint64)
        rows[:, 0], rows[:, 1], rows[:, 2] = self._codes["space"]
        rows[:, 4] = OUTSIDE
        rows[numbers, 0] = self._codes["xpos"][reading.xpos]
        rows[numbers, 1] = self._codes["upos"][reading.upos]
        rows[numbers, 2] = self._codes["deps"][reading.deps]
        rows[:, 6] = self._codes["no features"]
        rows[numbers, 6] = self._codes["features"][reading.xpos]
        heads = _space_heads(doc, numbers)
        heads[numbers] = numbers[reading.parents] if len(numbers) else numbers
        rows[:, 3] = (heads - np.arange(size)).astype(np.uint64)
        _set_entities(rows, numbers, reading.entities, self._codes)
        doc.from_array(ATTRIBUTES, rows)

    def initialize(
        self, get_examples: Callable[[], Iterable[Any]] | None = None, *, nlp: Language | None = None, weights: str
    ) -> None:
        """Load the exported model from the folder ``weights``; ``get_examples`` is not used."""
        self._set(Encoder.load(weights, threads=self.threads))

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the model's files into the folder ``path``."""
        folder = util.ensure_path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in (self.encoder.files if self.encoder else {}).items():
            (folder / name).write_bytes(content)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> "EncoderComponent":
        """Load the model from the folder ``path``. Raises FileNotFoundError where a file is missing."""
        self._set(Encoder.load(path, threads=self.threads))
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The model's files as one byte string."""
        return srsly.msgpack_dumps(self.encoder.files if self.encoder else {})

    def from_bytes(self, content: bytes, *, exclude: Iterable[str] = ()) -> "EncoderComponent":
        """Load the model from ``to_bytes``."""
        files = srsly.msgpack_loads(content)
        if files:
            self._set(Encoder({name: files[name] for name in FILES}, threads=self.threads))
        return self

    def _set(self, encoder: Encoder) -> None:
        """Take a network and look up the numbers that spaCy has for its labels."""
        self.encoder = encoder
        strings, morphology = self._vocab.strings, self._vocab.morphology
        codes = {name: [strings.add(x) for x in encoder.meta[name]] for name in ("labels", "xpos")}
        codes["shares"] = [strings.add(f"0.{tenth}") for tenth in range(10)]
        codes["features"] = [morphology.add(FEATURES.get(x, "")) for x in encoder.meta["xpos"]]
        codes["no features"] = [morphology.add("")]
        codes["upos"] = [IDS[x] for x in encoder.meta["upos"]]
        codes["deps"] = [
            strings.add("ROOT" if x == "root" else x) for x in encoder.meta["deps"]
        ]  # spaCy's own name for it
        codes["space"] = [strings.add("_SP"), IDS["SPACE"], strings.add("dep")]
        self._codes = {name: np.array(row, dtype=np.uint64) for name, row in codes.items()}


def words_of(doc: Doc) -> tuple[np.ndarray, list[bool]]:
    """Return the numbers of the tokens that are no white space, and for each whether a block begins with it."""
    if not len(doc):
        return np.zeros(0, dtype=np.int64), []
    spaces, starts = doc.to_array([IS_SPACE, SENT_START]).T
    begins = starts == 1
    for i in np.flatnonzero(spaces).tolist():
        begins[i] |= doc[i].text.count("\n") > 1
    numbers = np.flatnonzero(spaces == 0)
    begun = np.cumsum(begins)[numbers]  # a block that begins with white space begins with the word after it
    return numbers, (np.diff(begun, prepend=-1) > 0).tolist()


def _space_heads(doc: Doc, numbers: np.ndarray) -> np.ndarray:
    """Return heads [tokens]: every token hangs on the last word before it, or on the first where there is none.

    White space that is marked to begin a sentence hangs on the word after it, or on itself at the end of the text.
    """
    size = len(doc)
    if not len(numbers):
        return np.zeros(size, dtype=np.int64)
    before = np.searchsorted(numbers, np.arange(size), side="right") - 1
    heads = numbers[np.maximum(before, 0)]
    is_space = np.ones(size, dtype=bool)
    is_space[numbers] = False
    for i in np.flatnonzero(is_space).tolist():
        if doc[i].is_sent_start is True:
            last = before[i] + 1 == len(numbers)
            heads[i : size if last else numbers[before[i] + 1]] = i if last else numbers[before[i] + 1]
    return heads


def _set_entities(rows: np.ndarray, numbers: np.ndarray, entities: list[Name], codes: dict[str, np.ndarray]) -> None:
    """Write entities into the columns ENT_IOB, ENT_TYPE and ENT_ID; white space inside an entity belongs to it."""
    for first, last, label, share in entities:
        start, stop = numbers[first], numbers[last - 1] + 1
        rows[start:stop, 4] = INSIDE
        rows[start, 4] = BEGIN
        rows[start:stop, 5] = codes["labels"][label]
        rows[start:stop, 7] = codes["shares"][min(int(share * 10), 9)]
