"""The verb and noun senses of the PLOVER types, indexed by lemma (lexicon/plover_*.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from headwater.lexicon import load

FILES = ("plover_cooperation", "plover_verbal_conflict", "plover_force")
Kind = Literal["verb", "noun", "adjective"]


@dataclass(frozen=True, slots=True)
class Sense:
    """One way a word names a deed; the fields are explained at the head of lexicon/plover_cooperation.toml."""

    type: str
    kind: Kind
    to: tuple[str, ...]
    rule: str
    mode: str | None = None
    what: frozenset[str] = frozenset()
    """Lemmas of the things one of which must stand in ``at``; empty = no condition."""
    at: tuple[str, ...] = ("obj",)
    source: tuple[str, ...] = ()
    """Slots of the actor of a noun (``from``)."""
    who: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    only_to: frozenset[str] = frozenset()
    except_to: frozenset[str] = frozenset()
    except_what: frozenset[str] = frozenset()
    in_comp: frozenset[str] = frozenset()
    needs: str = ""
    reciprocal: bool = False
    folds: bool = False
    intransitive: bool = False
    transitive: bool = False
    via: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    """Adjectives one of which the thing must have."""
    not_called: frozenset[str] = frozenset()
    """Words none of which may stand before the noun or the thing ("news conference")."""
    not_via: frozenset[str] = frozenset()
    not_by: frozenset[str] = frozenset()
    active: bool = False
    swap: bool = False
    """Whether the subject is whom it is done to ("won the backing of")."""


@lru_cache(maxsize=1)
def thing_classes() -> dict[str, frozenset[str]]:
    """Class of things -> lemmas."""
    return {name: frozenset(entry["words"]) for name, entry in load("events_things").items()}


def build(entry: dict[str, Any], kind: Kind, number: int) -> Sense:
    """A sense from its entry in the lexicon."""
    things = frozenset[str]().union(*(thing_classes()[name] for name in entry.get("what", ())))
    if "only" in entry:
        things = frozenset(entry["only"])
    return Sense(
        type=entry["type"],
        kind=kind,
        to=tuple(entry["to"]),
        rule=f"plover.{entry['type'].lower()}.{number}@1",
        mode=entry.get("mode"),
        what=things - frozenset(entry.get("except", ())),
        at=tuple(entry.get("at", ("obj",))),
        source=tuple(entry.get("from", ())),
        who=frozenset(entry.get("who", ())),
        by=frozenset(entry.get("by", ())),
        only_to=frozenset(entry.get("only_to", ())),
        except_to=frozenset(entry.get("except_to", ())),
        except_what=frozenset(entry.get("except", ())),
        in_comp=frozenset(entry.get("in_comp", ())),
        needs=entry.get("needs", ""),
        reciprocal=entry.get("reciprocal", False),
        folds=entry.get("folds", False),
        intransitive=entry.get("intransitive", False),
        transitive=entry.get("transitive", False),
        via=frozenset(entry.get("via", ())),
        called=frozenset(entry.get("called", ())),
        not_called=frozenset[str]().union(*(thing_classes()[name] for name in entry.get("not_called", ()))),
        not_via=frozenset(entry.get("not_via", ())),
        not_by=frozenset(entry.get("not_by", ())),
        active=entry.get("active", False),
        swap=entry.get("swap", False),
    )


@lru_cache(maxsize=1)
def sense_index() -> dict[tuple[Kind, str], tuple[Sense, ...]]:
    """(kind, lemma with particle) -> senses, those with more conditions first, then in the order of the lexicon."""
    index: dict[tuple[Kind, str], list[Sense]] = {}
    for file in FILES:
        for number, entry in enumerate(load(file)["sense"], 1):
            for field, kind in (("verbs", "verb"), ("nouns", "noun"), ("adjectives", "adjective")):
                for lemma in dict.fromkeys(entry.get(field, ())):
                    index.setdefault((kind, lemma), []).append(build(entry, kind, number))  # type: ignore[arg-type]
    return {key: tuple(sorted(senses, key=strictness)) for key, senses in index.items()}


def strictness(sense: Sense) -> int:
    """Sort key: senses that ask for a thing come before those that do not."""
    return -(
        2 * bool(sense.what)
        + bool(sense.in_comp)
        + bool(sense.called)
        + bool(sense.only_to)
        + bool(sense.by)
        + (sense.needs == "to")
    )


@lru_cache(maxsize=1)
def first_words() -> frozenset[str]:
    """Lemmas that can begin a trigger: the quick test that most words fail."""
    return frozenset(lemma.split()[0] for _, lemma in sense_index())
