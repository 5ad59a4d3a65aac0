"""Read the open treebanks and name corpora into chunks: stretches of one paragraph, as the model will meet them.

Licences and sources of every file: the model card (``src/headwater/language/model/CARD.md``).
"""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from labels import IGNORED, NAME_TAGS, SOME_NAME

MONTHS = (
    "jan january feb february mar march apr april may jun june jul july aug august "
    "sep sept september oct october nov november dec december"
)
DAYS = "mon monday tue tuesday wed wednesday thu thursday fri friday sat saturday sun sunday"
CALENDAR = frozenset((MONTHS + " " + DAYS).split())
"""UD tags these PROPN, but no name corpus counts them as names."""

LONGEST_CHUNK = 120
"""Words. Longer paragraphs are cut between sentences."""


@dataclass
class Sentence:
    """One sentence of a corpus; every list has one entry a word, and missing layers hold None."""

    words: list[str]
    upos: list[str] | None = None
    xpos: list[str] | None = None
    heads: list[int] | None = None  # 1-based, 0 = root
    rels: list[str] | None = None
    names: list[str | None] | None = None  # IOB2 tag, "?" = some name, None = unknown
    new_paragraph: bool = False
    ends: bool = True  # False where the corpus' pieces need not end with a sentence
    weight: float = 1.0


@dataclass
class Chunk:
    """Sentences of one paragraph, encoded as numbers."""

    words: list[str]
    upos: list[int] = field(default_factory=list)
    xpos: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)  # 0 = root, else 1 + index in the chunk
    rels: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    names: list[int] = field(default_factory=list)
    weight: float = 1.0


def read_lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        yield from lines


def read_treebank(path: Path) -> list[Sentence]:
    """Read CoNLL-U; multiword tokens and empty nodes are left out."""
    sentences: list[Sentence] = []
    rows: list[list[str]] = []
    fresh = False
    for line in read_lines(path):
        if line.startswith(("# newdoc", "# newpar")):
            fresh = True
        elif line[0].isdigit():
            row = line.rstrip("\n").split("\t")
            if row[0].isdigit():
                rows.append(row)
        elif not line.strip() and rows:
            columns = list(zip(*rows, strict=True))
            sentences.append(
                Sentence(
                    words=list(columns[1]),
                    upos=list(columns[3]),
                    xpos=list(columns[4]),
                    heads=[int(head) for head in columns[6]],
                    rels=list(columns[7]),
                    new_paragraph=fresh,
                )
            )
            rows, fresh = [], False
    return sentences


def read_names(path: Path, *, weight: float = 1.0) -> list[Sentence]:
    """Read IOB2; each piece is a paragraph or a sentence of its own."""
    pieces: list[Sentence] = []
    words: list[str] = []
    tags: list[str | None] = []
    for line in [*read_lines(path), "\n"]:
        if line.strip():
            word, tag, _ = line.rstrip("\n").split("\t")
            words.append(word)
            tags.append(None if tag == "?" else tag)
        elif words:
            pieces.append(Sentence(words, names=tags, new_paragraph=True, ends=False, weight=weight))
            words, tags = [], []
    return pieces


def lay_names_over(sentences: list[Sentence], pieces: list[Sentence]) -> None:
    """Give treebank sentences the name tags of the same tokens in another file."""
    words = [word for piece in pieces for word in piece.words]
    tags = [tag for piece in pieces for tag in piece.names or ()]
    if words != [word for sentence in sentences for word in sentence.words]:
        raise ValueError("the name file and the treebank do not hold the same tokens")
    at = 0
    for sentence in sentences:
        sentence.names = tags[at : at + len(sentence.words)]
        at += len(sentence.words)


def guess_names(words: list[str], upos: list[str], rels: list[str]) -> list[str | None]:
    """What part of speech alone says of names: PROPN is inside some name, far from any PROPN is outside.

    This lets text without name annotation teach the span of names, and no type.
    """
    proper = [
        tag == "PROPN" and word.lower().rstrip(".") not in CALENDAR for word, tag in zip(words, upos, strict=True)
    ]
    tags: list[str | None] = []
    for index, (word, rel) in enumerate(zip(words, rels, strict=True)):
        upper = word[0].isupper()
        near = any(proper[max(0, index - 1) : index + 2])
        joins = upper or not word.isalpha() or word.lower() in {"of", "the", "and", "for"}
        if proper[index]:
            tags.append("?" if upper and rel != "nmod:desc" else None)
        elif (near and joins) or (upper and upos[index] in {"ADJ", "NOUN"} and index > 0):
            tags.append(None)
        else:
            tags.append("O")
    return tags


class Vocabulary:
    """Label -> number for the layers whose inventory is read off the treebanks."""

    def __init__(self, sentences: list[Sentence]) -> None:
        self.upos = sorted({tag for s in sentences for tag in s.upos or ()})
        self.xpos = sorted({tag for s in sentences for tag in s.xpos or ()})
        self.rels = sorted({rel for s in sentences for rel in s.rels or ()})
        self._ids = {
            name: {label: n for n, label in enumerate(getattr(self, name))} for name in ("upos", "xpos", "rels")
        }
        self._names = {tag: n for n, tag in enumerate(NAME_TAGS)} | {"?": SOME_NAME}

    def encode(self, layer: str, labels: list[str] | None, size: int) -> list[int]:
        if labels is None:
            return [IGNORED] * size
        return [self._ids[layer].get(label, IGNORED) for label in labels]

    def encode_names(self, tags: list[str | None] | None, size: int) -> list[int]:
        if tags is None:
            return [IGNORED] * size
        return [IGNORED if tag is None else self._names[tag] for tag in tags]


def join(sentences: list[Sentence], vocabulary: Vocabulary) -> Chunk:
    """One chunk from neighbouring sentences of a paragraph."""
    chunk = Chunk(words=[], weight=sentences[0].weight)
    for sentence in sentences:
        size, offset = len(sentence.words), len(chunk.words)
        chunk.words += sentence.words
        chunk.upos += vocabulary.encode("upos", sentence.upos, size)
        chunk.xpos += vocabulary.encode("xpos", sentence.xpos, size)
        chunk.rels += vocabulary.encode("rels", sentence.rels, size)
        chunk.heads += [h and h + offset for h in sentence.heads] if sentence.heads else [IGNORED] * size
        chunk.ends += [0] * (size - 1) + [1] if sentence.ends else [IGNORED] * size
        chunk.names += vocabulary.encode_names(sentence.names, size)
    return chunk


def paragraphs(sentences: list[Sentence]) -> list[list[Sentence]]:
    grouped: list[list[Sentence]] = []
    for sentence in sentences:
        if sentence.new_paragraph or not grouped:
            grouped.append([])
        grouped[-1].append(sentence)
    return grouped


def chunked(
    sentences: list[Sentence], vocabulary: Vocabulary, *, chance: random.Random, alone: float = 0.4
) -> list[Chunk]:
    """Cut paragraphs into chunks: a sentence alone with chance ``alone``, else as many as fit."""
    chunks: list[Chunk] = []
    for paragraph in paragraphs(sentences):
        waiting: list[Sentence] = []
        for sentence in paragraph:
            size = sum(len(s.words) for s in waiting) + len(sentence.words)
            if waiting and (size > LONGEST_CHUNK or chance.random() < alone):
                chunks.append(join(waiting, vocabulary))
                waiting = []
            waiting.append(sentence)
        chunks.append(join(waiting, vocabulary))
    return [chunk for chunk in chunks if len(chunk.words) <= 2 * LONGEST_CHUNK]


@dataclass
class Corpora:
    """Everything the training reads, and the development parts it never trains on."""

    treebank: list[Sentence]
    names: list[Sentence]
    vocabulary: Vocabulary
    dev_treebank: list[Sentence]
    dev_names: dict[str, list[Sentence]]


def load(folder: Path) -> Corpora:
    """Read ``folder/treebank`` and ``folder/ner``."""
    gum = read_treebank(folder / "treebank/gum-open-train.conllu.gz")
    lay_names_over(gum, read_names(folder / "ner/gum-train.iob2.gz"))
    ewt = read_treebank(folder / "treebank/ewt-train.conllu.gz")
    for sentence in ewt:
        sentence.names = guess_names(sentence.words, sentence.upos or [], sentence.rels or [])
    dev = [
        sentence
        for part in ("ewt-dev", "gum-open-dev")
        for sentence in read_treebank(folder / f"treebank/{part}.conllu.gz")
    ]
    weights = {"gmb-train": 1.0, "wikigold": 1.0, "redocred": 0.4, "crossner-train": 0.4}
    return Corpora(
        treebank=gum + ewt,
        names=[s for part, w in weights.items() for s in read_names(folder / f"ner/{part}.iob2.gz", weight=w)],
        vocabulary=Vocabulary(gum + ewt),
        dev_treebank=dev,
        dev_names={part: read_names(folder / f"ner/{part}.iob2.gz") for part in ("gum-dev", "uner-ewt-dev")},
    )
