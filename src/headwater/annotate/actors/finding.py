"""All names and descriptions of a report, typed by what the whole report says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from headwater.annotate.actors.candidates import Candidate, head_of, surface
from headwater.annotate.actors.described import find_described
from headwater.annotate.actors.names import Found, find_names
from headwater.annotate.actors.offices import make_role
from headwater.annotate.actors.roles import roles_of
from headwater.annotate.actors.states import find_states
from headwater.annotate.actors.titles import gender_of, is_office, is_title, title_at, title_before
from headwater.annotate.organisations import find_organisation
from headwater.annotate.places import find_place
from headwater.model.sentence import Sentence
from headwater.model.span import Span

OPEN = {"LOC": {"PERSON", "MISC"}, "ORG": {"MISC"}}
"""Types that the report's own evidence may replace: a place where things happen is no person."""
KNOWN = 100
"""Votes of a gazetteer for a name's type, against one of the name finder."""


@lru_cache(maxsize=2)
def find_candidates(sentences: tuple[Sentence, ...]) -> tuple[Candidate, ...]:
    """Every name and description of a report in text order. Kept for the last reports: actors and mentions both ask for it."""
    found = [find_names(sentence) for sentence in sentences]
    found = complete(sentences, found)
    labels = settle_labels(sentences, found)
    candidates: list[Candidate] = []
    for sentence, names in zip(sentences, found, strict=True):
        names = tuple(_settled(sentence, name, labels) for name in (*names, *_missed(sentence, names, labels)))
        candidates += _candidates(sentence, names)
    return tuple(sorted(candidates, key=lambda c: (c.span.start, -c.span.end)))


def complete(sentences: tuple[Sentence, ...], found: list[tuple[Found, ...]]) -> list[tuple[Found, ...]]:
    """Names of several words that were marked in one sentence are names in the others too, where part or nothing of them was marked."""
    whole: dict[str, dict[tuple[str, ...], str]] = {}
    for sentence, names in zip(sentences, found, strict=True):
        for name in names:
            words = _spelling(sentence, name.first, name.last)
            if len(words) > 1 and words[0][0].isupper():
                whole.setdefault(words[0], {}).setdefault(words, name.label)
    return [_completed(sentence, names, whole) for sentence, names in zip(sentences, found, strict=True)]


def _spelling(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    return tuple(word.replace("’", "'") for word in sentence.words[first:last])


def _completed(
    sentence: Sentence, names: tuple[Found, ...], whole: dict[str, dict[tuple[str, ...], str]]
) -> tuple[Found, ...]:
    added: list[Found] = []
    for n, word in enumerate(sentence.words):
        for words, label in whole.get(word, {}).items():
            new = Found(n, n + len(words), label)
            crossed = [old for old in names if old.first < new.last and new.first < old.last]
            if _spelling(sentence, new.first, new.last) == words and all(_is_part(old, new) for old in crossed):
                added.append(new)
    added = [one for one in added if not any(_is_part(one, other) for other in added)]
    kept = [old for old in names if not any(_is_part(old, new) for new in added)]
    return tuple(sorted({*kept, *added}))


def _is_part(one: Found, other: Found) -> bool:
    """Whether a name lies inside a longer one."""
    return other.first <= one.first and one.last <= other.last and one.last - one.first < other.last - other.first


def settle_labels(sentences: Sequence[Sentence], found: Sequence[tuple[Found, ...]]) -> dict[str, str]:
    """Name -> the type it has through the report: PERSON for a person's family name, else the one marked most often."""
    votes: dict[str, Counter[str]] = {}
    lone: Counter[str] = Counter()
    surnames: set[str] = set()
    for sentence, names in zip(sentences, found, strict=True):
        for name in names:
            text = surface(sentence, name.first, name.last)
            votes.setdefault(text, Counter())[name.label] += KNOWN if name.known else 1
            lone[text] += -1 if name.known else name.label == "PERSON"
            if name.label == "PERSON" and name.last - name.first > 1:
                surnames.add(sentence.words[name.last - 1])
    # most_common keeps the order of first occurrence among equals.
    labels = {text: counted.most_common(1)[0][0] for text, counted in votes.items()}
    unplaced = {name for name in surnames if lone[name] > 0 or not find_place(name)}
    labels |= {text: "PERSON" for text in unplaced if len(text) > 1 and text[0].isupper()}
    states = find_states(sentences, found)
    labels |= {text: label for text, label in states.items() if label == "GPE" or labels.get(text) in OPEN[label]}
    return {text: _known_label(text, label, unplaced) for text, label in labels.items()}


def _known_label(text: str, label: str, surnames: set[str]) -> str:
    """A lone name that no full name of the report shares is that of the organisation or capital that bears it."""
    if label != "PERSON" or " " in text or text in surnames:
        return label
    place = find_place(text)
    if place and place.sure and place.kind == "capital":
        return "GPE"
    return "ORG" if find_organisation(text) else label


def _settled(sentence: Sentence, name: Found, labels: dict[str, str]) -> Found:
    label = labels.get(surface(sentence, name.first, name.last), name.label)
    return name if name.known and label != "PERSON" else name._replace(label=label)


def _missed(sentence: Sentence, names: tuple[Found, ...], labels: dict[str, str]) -> Iterator[Found]:
    """Lone family names that the name finder overlooked: it marked them elsewhere in the report."""
    covered = {n for name in names for n in range(name.first, name.last)}
    for n, word in enumerate(sentence.words):
        if n in covered or sentence.upos[n] != "PROPN" or labels.get(word) != "PERSON":
            continue
        if not (n + 1 < len(sentence) and sentence.upos[n + 1] == "PROPN") and not (
            n and sentence.upos[n - 1] == "PROPN"
        ):
            yield Found(n, n + 1, "PERSON")


def _candidates(sentence: Sentence, names: tuple[Found, ...]) -> Iterator[Candidate]:
    taken: set[int] = set()
    for name in names:
        candidate = _person(sentence, name) if name.label == "PERSON" else _named(sentence, name)
        if candidate:
            yield candidate
            taken.update(range(candidate.first, candidate.last))
            taken.update(n for role in candidate.roles for n in sentence.words_in(role.span))
    # Names inside a role stay candidates of their own; only their words are no descriptions.
    yield from find_described(sentence, names, taken)


def _named(sentence: Sentence, name: Found) -> Candidate | None:
    text = surface(sentence, name.first, name.last)
    if not any(c.isalpha() for c in text):
        return None
    return Candidate(
        span=Span(sentence.spans[name.first].start, sentence.spans[name.last - 1].end),
        sentence=sentence.index,
        first=name.first,
        last=name.last,
        head=head_of(sentence, name.first, name.last),
        label=name.label,
        text=text,
    )


def _person(sentence: Sentence, name: Found) -> Candidate | None:
    """A person's name with its title, roles and gender."""
    start, first, title = title_at(sentence, name.first, name.last)
    if title is None:
        start, title = title_before(sentence, first)
    candidate = _named(sentence, name._replace(first=first))
    if candidate is None or is_title(candidate.text) or sum(map(str.isalpha, candidate.text)) < 2:
        return None
    roles = roles_of(sentence, first, name.last)
    if is_office(title) and not any(
        role.span.end >= sentence.spans[start].start and role.span.end <= candidate.span.start for role in roles
    ):
        role = make_role(sentence, range(start, first))
        roles = (role, *roles) if role else roles
    gender = gender_of(candidate.words, title, roles)
    return replace(candidate, title=title, roles=roles, gender=gender)
