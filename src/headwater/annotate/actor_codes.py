"""Who an actor is in the terms of event data: country (ISO 3166-1 alpha-3, or IGO, NGO) and PLOVER sector.

Everything is read from the words of a mention: no list of who holds which office. A name alone gives no code; what the report says of
its bearer ("North Korean leader X", "a judge in Lisbon") does, through :func:`code_of_actor`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from headwater import lexicon
from headwater.annotate.actors.names import first_names
from headwater.annotate.organisations import Organisation, organisations
from headwater.annotate.places import Place, find_place
from headwater.model.notes import Actor
from headwater.model.report import Report

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[&.][^\W\d_]+\b)*(?:-[^\W_]+)*|['’]s\b|[,;:()\"“”]|['’-]")
LONGEST = 6
"""Words of the longest term looked for."""

INNER = frozenset({"of", "for", "at", "in", "from", "throughout", "within", "inside", "under", "by"})
"""Prepositions behind which stands what somebody belongs to."""
OUTER = frozenset(
    {
        "to",
        "against",
        "with",
        "on",
        "over",
        "about",
        "who",
        "whom",
        "which",
        "that",
        "after",
        "during",
        "loyal",
        "fleeing",
    }
)
"""Words behind which stand others than the actor."""
FILLERS = frozenset({"the", "'s", "his", "her", "its", "their", "former", "ex", "late", "ousted", "deposed", "then"})
"""Words around an office that say nothing of its state."""
PAST = frozenset({"former", "ex", "retired", "late", "ousted", "deposed", "then"})
ORIGIN = frozenset({"-based", "-born", "-backed", "-led", "-class", "-made", "-style", "-trained", "-held"})

BESIDE = frozenset(
    {
        "The",
        "A",
        "An",
        "Northern",
        "Southern",
        "Eastern",
        "Western",
        "Central",
        "Greater",
        "Downtown",
        "Upper",
        "Lower",
        "New",
        "Old",
    }
)
"""Capitalised words that may stand beside a town's name without making it a person's."""
IRREGULAR = frozenset({"UAF", "MIL", "CVL"})
"""Sectors of fighters and people that a named movement makes its own: "Boko Haram gunmen" are REB."""


class Code(NamedTuple):
    """Country, sector, and the words that say so."""

    country: str | None
    sector: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Term:
    """What a word or phrase of a mention says."""

    text: str
    at: int
    country: str | None = None
    sector: str | None = None
    kind: str = "word"
    """"word", "name" (of an organisation), "weak" (takes the sector of what it belongs to), or a kind of place."""

    @property
    def size(self) -> int:
        """Its words."""
        return len(self.text.split())


def code_of(text: str) -> Code:
    """The code of a mention by its words alone; None for what they do not say."""
    return _code(" ".join(text.split()))


def code_of_actor(actor: Actor, report: Report) -> Code:
    """The code of an actor: what its roles and mentions in the report say, the fullest first."""
    texts = [report.quote(span) for span in (*actor.roles, *actor.mentions)]
    return join(code_of(text) for text in dict.fromkeys((actor.name, *texts)))


def is_head_of_state(text: str) -> bool:
    """Whether words name a head of state or a government and no more ("the president", "President Osei's government")."""
    words = [word for word in WORD.findall(text.replace("’", "'")) if word.lower() not in FILLERS]
    lower = [word.lower() for word in words]
    if lower == ["government"]:
        return True
    size = next((n for n in (3, 2, 1) if " ".join(lower[:n]) in _heads_of_state()), 0)
    return bool(size) and all(word[0].isupper() or word == "government" for word in words[size:])


def join(codes: Iterable[Code]) -> Code:
    """The first country and the first sector that are stated, with the words of both."""
    country = sector = None
    why: list[str] = []
    for code in codes:
        if (code.country and not country) or (code.sector and not sector):
            why.append(code.why)
        country, sector = country or code.country, sector or code.sector
    return Code(country, sector, "; ".join(why))


@lru_cache(maxsize=65536)
def _code(text: str) -> Code:
    words = WORD.findall(text.replace("’", "'"))
    cut = _cut(words)
    terms = find_terms(words[:cut])
    head_end = next((n for n, word in enumerate(words[:cut]) if n and word.lower() in INNER | {",", ":"}), cut)
    sector, sector_term = _sector(words, terms, head_end)
    country, country_term = _country(terms, head_end)
    said = [term.text for term in sorted({country_term, sector_term} - {None}, key=lambda t: t.at if t else 0) if term]
    return Code(country, sector, ", ".join(said))


def _cut(words: list[str]) -> int:
    """Where the part of a mention ends that tells who it is."""
    return next((n for n, word in enumerate(words) if n and word.lower() in OUTER | {"("}), len(words))


def find_terms(words: list[str]) -> list[Term]:
    """The longest known terms, left to right."""
    terms, at = [], 0
    while at < len(words):
        term = next((t for size in range(min(LONGEST, len(words) - at), 0, -1) if (t := _term(words, at, size))), None)
        if term:
            terms.append(term)
        at += term.size if term else 1
    return [term for term in terms if not _in_a_name(term, words, terms) and not _is_ethnic(term, words)]


def _is_ethnic(term: Term, words: list[str]) -> bool:
    """Whether a people is named by descent and not by state: "ethnic Albanians"."""
    return term.at > 0 and words[term.at - 1].lower() == "ethnic" and term.country is not None


def _in_a_name(term: Term, words: list[str], terms: list[Term]) -> bool:
    """Whether a town's name is part of a person's: an unknown capitalised word stands beside it ("Jack London")."""
    if term.kind not in {"city", "region", "capital"}:
        return False
    known = {n for t in terms for n in range(t.at, t.at + t.size)}
    return any(
        n not in known and 0 <= n < len(words) and words[n].istitle() and words[n] not in BESIDE
        for n in (term.at - 1, term.at + term.size)
    )


def _term(words: list[str], at: int, size: int) -> Term | None:
    text = " ".join(words[at : at + size])
    known = _names().get(text) or (_names().get(text.title()) if text.isupper() and len(text) > 4 else None)
    if known:
        return Term(text, at, known.country, known.sector, "name")
    place = _place(text) if text[0].isupper() or text[0].isdigit() else None
    if place and place.sure:
        return Term(text, at, place.country, kind=place.kind)
    sector = _sectors().get(_singular(text.lower()))
    if sector is not None and not (size == 1 and at and text[0].isupper() and words[at - 1] in first_names()):
        weak = sector.startswith("?")
        return Term(text, at, sector=sector.lstrip("?") or None, kind="weak" if weak else "word")
    return Term(text, at, place.country, kind=place.kind) if place else None


def _place(text: str) -> Place | None:
    """A place, also inside a hyphened word: "Lisbon-based"."""
    found = find_place(text)
    if (
        found is None
        and "-" in text
        and any(text.endswith(end) for end in ORIGIN - {"-backed", "-made", "-style", "-trained"})
    ):
        found = find_place(text.rpartition("-")[0])
    return found if found and found.kind != "short" else None


def _sector(words: list[str], terms: list[Term], head_end: int) -> tuple[str | None, Term | None]:
    """The sector: of a person out of office, of the head's rightmost telling word, of what the head belongs to."""
    head = [t for t in terms if t.at < head_end]
    term = _out_of_office(words, head)
    if term:
        return "ELI", term
    term = _telling(head) or _owner(words, terms, head_end) or _default(head)
    if term:
        return term.sector, term
    capital = terms[0] if len(terms) == 1 and terms[0].kind == "capital" and terms[0].size == len(words) else None
    return ("GOV", capital) if capital else (None, None)


def _out_of_office(words: list[str], head: list[Term]) -> Term | None:
    """The office of a "former" or "ex-" holder."""
    last = max((t.at for t in head), default=0)
    if not any(word.lower() in PAST or word.lower().startswith("ex-") for word in words[: min(3, last + 1)]):
        return None
    return next((t for t in head if t.sector in {"GOV", "LEG", "ELI"} or t.kind == "weak"), None)


def _telling(head: list[Term]) -> Term | None:
    """The rightmost word or organisation of the head that tells a sector."""
    named = next((t for t in reversed(head) if t.kind == "name" and t.sector), None)
    word = next((t for t in reversed(head) if t.kind == "word"), None)
    if not named or not word:
        return named or word
    return named if named.at > word.at or word.sector in IRREGULAR else word


def _owner(words: list[str], terms: list[Term], head_end: int) -> Term | None:
    """What a "member", "head" or "spokesman" belongs to; people at large only after "of" ("a group of tourists")."""
    large: set[str | None] = set() if words[head_end : head_end + 1] == ["of"] else {"CVL"}
    starts = [n for n in range(head_end, len(words)) if n == head_end or words[n].lower() in INNER]
    for first, last in pairwise([*starts, len(words)]):
        term = _telling([t for t in terms if first <= t.at < last])
        if term and term.sector not in large:
            return term
    return None


def _default(head: list[Term]) -> Term | None:
    return next((t for t in reversed(head) if t.kind == "weak" and t.sector), None)


def _country(terms: list[Term], head_end: int) -> tuple[str | None, Term | None]:
    """The country named first in the head, else first in what the head belongs to."""
    placed = [t for t in terms if t.country]
    inside = [t for t in placed if t.at < head_end] or placed
    if not inside:
        return None, None
    # "Egypt's Muslim Brotherhood": a country stated beats the one an organisation's name carries.
    best = next((t for t in inside if t.kind != "name"), inside[0])
    return best.country, best


def _singular(text: str) -> str:
    """A phrase with its last word in the singular, where the lexicon has it so."""
    known = _sectors()
    if text in known or not text.endswith("s"):
        return text
    forms = [text.removesuffix("'s"), text[:-1]]
    forms += [f"{text[:-3]}y"] if text.endswith("ies") else [text[:-2]] if text.endswith("es") else []
    return next((form for form in forms if form in known), text)


@lru_cache(maxsize=1)
def _sectors() -> dict[str, str]:
    """Word or phrase -> sector; a weak one with "?" before its default."""
    found: dict[str, str] = {}
    for code, part in lexicon.load("sectors").items():
        if code == "weak":
            found |= {word: f"?{default}" for word, default in part.items() if word != "example"}
        else:
            found |= {word: code for word in part["words"] if word not in found}
    return found


@lru_cache(maxsize=1)
def _heads_of_state() -> frozenset[str]:
    return frozenset(lexicon.load("titles")["state"]["words"])


@lru_cache(maxsize=1)
def _names() -> dict[str, Organisation]:
    """The words of an organisation's name, as :data:`WORD` cuts them -> the organisation."""
    return {" ".join(WORD.findall(name)): known for name, known in organisations().items()}
