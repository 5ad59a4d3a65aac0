"""Whom "he" and "she" mean, only where one person can be meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.annotate.actors.candidates import Candidate, Gender
from headwater.annotate.actors.descriptions import is_plural
from headwater.model.sentence import Sentence
from headwater.model.span import Span

GENDERS: dict[str, Gender] = {"he": "male", "she": "female"}
OPENERS, CLOSERS = frozenset("“«"), frozenset("”»")


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A "he" or "she" and the actor it means."""

    span: Span
    key: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A person in a sentence: word number of its head and key."""

    word: int
    key: str
    subject: bool


def link_pronouns(
    candidates: Sequence[Candidate], sentences: Sequence[Sentence], keys: Mapping[int, str]
) -> list[Pronoun]:
    """The pronouns whose bearer is certain, in text order."""
    genders = _genders(candidates, keys)
    people = _people(candidates, sentences, keys)
    found: list[Pronoun] = []
    before: list[Seen] = []
    for sentence in sentences:
        here = people.get(sentence.index, [])
        quoted = quoted_words(sentence)
        for n, word in enumerate(sentence.words):
            gender = GENDERS.get(word.lower())
            if gender is None or sentence.rels[n] not in {"nsubj", "nsubj:pass"} or n in quoted:
                continue
            key = _meant(sentence, n, [s for s in here if s.word not in quoted], before, genders, gender)
            if key:
                genders.setdefault(key, gender)
                found.append(Pronoun(sentence.spans[n], key))
            # Who is only "she" here may be whom "she" means in the next sentence, too.
            seen = Seen(n, key or f"unclear:{gender}", sentence.heads[n] == sentence.root)
            genders.setdefault(seen.key, gender)
            here = sorted([*here, seen], key=lambda s: s.word)
        before = here if here or not sentence.words else []
    return found


def _genders(candidates: Sequence[Candidate], keys: Mapping[int, str]) -> dict[str, Gender]:
    found: dict[str, Gender] = {}
    for n, candidate in enumerate(candidates):
        if n in keys and candidate.gender:
            found.setdefault(keys[n], candidate.gender)
    return found


def _people(
    candidates: Sequence[Candidate], sentences: Sequence[Sentence], keys: Mapping[int, str]
) -> dict[int, list[Seen]]:
    """Sentence -> the people in it, in text order; a name that could be several people's has its own key."""
    found: dict[int, list[Seen]] = {}
    for n, candidate in enumerate(candidates):
        if candidate.label == "PERSON" or (candidate.label == "ROLE" and not is_plural(candidate)):
            sentence = sentences[candidate.sentence]
            subject = (
                sentence.rels[candidate.head].startswith("nsubj") and sentence.heads[candidate.head] == sentence.root
            )
            found.setdefault(candidate.sentence, []).append(Seen(candidate.head, keys.get(n, f"unclear:{n}"), subject))
    return found


def quoted_words(sentence: Sentence) -> set[int]:
    """Words inside quotation marks, as far as the sentence itself shows."""
    inside: set[int] = set()
    open_at: int | None = None
    for n, word in enumerate(sentence.words):
        closes = word in CLOSERS or (word in {'"', "''"} and open_at is not None)
        if closes:
            inside.update(range(0 if open_at is None else open_at, n))
            open_at = None
        elif word in OPENERS or word in {'"', "``"}:
            open_at = n + 1
    if open_at is not None:
        inside.update(range(open_at, len(sentence)))
    return inside


def _meant(
    sentence: Sentence,
    pronoun: int,
    here: Sequence[Seen],
    before: Sequence[Seen],
    genders: Mapping[str, Gender],
    gender: Gender,
) -> str | None:
    fits = [s for s in here if s.word < pronoun and genders.get(s.key, gender) == gender]
    keys = {s.key for s in fits}
    governing = next(_governing_subjects(sentence, pronoun, fits), None)
    if governing:
        key = governing
    elif len(keys) == 1:
        key = keys.pop()
    elif not keys:
        key = _carried(before, genders, gender) or ""
    else:
        return None
    return key if key and not key.startswith("unclear:") else None


def _governing_subjects(sentence: Sentence, pronoun: int, fits: Sequence[Seen]) -> Iterator[str]:
    """The subjects of the clauses above the pronoun's, nearest first: "Osei said he …"."""
    by_word = {s.word: s.key for s in fits}
    verb = sentence.heads[pronoun]
    while verb >= 0 and sentence.rels[verb].split(":")[0] in {"ccomp", "advcl", "conj", "xcomp", "parataxis"}:
        verb = sentence.heads[verb]
        yield from (by_word[s] for s in sentence.children(verb, "nsubj") if s in by_word and s != pronoun)


def _carried(before: Sequence[Seen], genders: Mapping[str, Gender], gender: Gender) -> str | None:
    """The person of the sentence before: its only one, and its subject or known to be of that gender."""
    fits = [s for s in before if genders.get(s.key, gender) == gender]
    keys = {s.key for s in fits}
    subjects = {s.key for s in fits if s.subject}
    if len(subjects) == 1 and (len(keys) == 1 or all(genders.get(k) == gender for k in subjects)):
        return subjects.pop() if len(keys) == 1 else None
    return None
