"""The short remarks beside a finding, from its details (docs/formats.md)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from headwater.lexicon import load
from headwater.model.finding import Finding, FindingKind
from headwater.show.counts import count
from headwater.show.printable import quote, shorten

Details = Mapping[str, Any]
MOST_VARIANTS = 4
LONGEST_CHANGE = 120
PARAPHRASED = "paraphrased"
IMPLIED = {"threatened": "threaten", "promised": "agree", "demanded": "request", "refused": "reject"}
"""Stances that say as much as the type they go with."""
REASONS = {
    "no_cue": "nothing beside the quotation says who speaks",
    "hearsay": "the text names no source",
    "passive": "the text does not say whose view it is",
    "not_named": "the text does not name the speaker",
    "ambiguous_pronoun": "the text does not settle who is meant",
    "not_resolved": "the text does not settle who is meant",
    "names_speaker": "it names the person who spoke before, as others would",
    "perspective": "it speaks for another side than the person who spoke before",
}
"""Reason codes as people read them (docs/formats.md)."""


def tell_facts(finding: Finding) -> tuple[str, ...]:
    """What is known beside the line, in a fixed order; nothing for what is not known."""
    tell = TELL.get(finding.kind)
    return tuple(fact for fact in tell(finding.details) if fact) if tell else ()


def tell_said(details: Details) -> list[str]:
    """How it was said, through whom, where and when."""
    return [
        PARAPHRASED if details.get("mode") == "indirect" else "",
        "thought or wish, not speech" if details.get("attitude") else "",
        tell_relays(details),
        str(details.get("venue") or ""),
        tell_date(details.get("when")),
        "speaker named in another report" if details.get("speaker_from") else "",
        *tell_variants(details.get("variants") or ()),
        f"credit one another: {', '.join(details['circular'])}" if details.get("circular") else "",
    ]


def tell_happened(details: Details) -> list[str]:
    """Stance, type, place and time."""
    stance = details.get("stance")
    return [
        str(stance) if stance and stance != "happened" else "",
        f"according to {details['holder']}" if details.get("holder") else "",
        tell_type(details),
        str(details.get("place") or ""),
        tell_date(details.get("when")),
    ]


def tell_type(details: Details) -> str:
    """The PLOVER type, with its mode in plain words: "sanction: talks or meetings broken off"; nothing where the stance says it."""
    type_, mode = str(details.get("type") or "").lower(), details.get("mode")
    if not mode and IMPLIED.get(str(details.get("stance"))) == type_:
        return ""
    words = load("plover_scheme")["modes"]
    return f"{type_}: {words.get(mode, mode)}" if mode else type_


def tell_due(details: Details) -> list[str]:
    """Kind, date, what became of it, condition, and who says so."""
    return [
        str(details.get("commitment") or ""),
        f"due {tell_last_day(details)}" if details.get("due") else "no date stated",
        *tell_outcome(details),
        str(details.get("condition") or ""),
        tell_relays(details),
        *(f"elsewhere due {tell_date(other.get('due'))}" for other in details.get("beside") or ()),
    ]


def tell_outcome(details: Details) -> list[str]:
    """``extended to 2031-05-12: “Tarn was given another week”``: the status, and the words of every change."""
    status, changes = str(details.get("status") or ""), list(details.get("changes") or ())
    told = status
    if details.get("extended_to"):
        told = f"{'moved' if status == 'moved' else 'extended'} to {tell_date(details['extended_to'])}"
    if changes and changes[0].get("status") == status:
        told = f"{told}: {tell_words(changes.pop(0))}"
    return [told, *(f"{change.get('status')}: {tell_words(change)}" for change in changes)]


def tell_words(change: Details) -> str:
    """The words of a change, shortened."""
    return quote(shorten(str(change.get("text")), LONGEST_CHANGE))


def tell_differs(details: Details) -> list[str]:
    """What the difference is about."""
    return [str(details.get("about") or "")]


def tell_unattributed(details: Details) -> list[str]:
    """Why no speaker is named."""
    reason = str(details.get("reason") or "")
    why = REASONS.get(reason, reason.replace("_", " "))
    pronoun = details.get("pronoun")
    lead = f"speaker named only as “{pronoun}”" if pronoun else "speaker not stated"
    return [
        f"{lead}: {why}" if why else lead,
        *tell_variants(details.get("variants") or ()),
    ]


def tell_relays(details: Details) -> str:
    """``via KCNA, Reuters``."""
    relays = details.get("relays") or ()
    return f"via {', '.join(map(str, relays))}" if relays else ""


def tell_variants(variants: Sequence[Details]) -> list[str]:
    """Other wordings of the same utterance; of many the first."""
    more = len(variants) - MOST_VARIANTS
    told = [tell_variant(variant) for variant in variants[:MOST_VARIANTS]]
    return [*told, f"and {count(more, 'more wording')}"] if more > 0 else told


def tell_variant(variant: Details) -> str:
    """One other wording."""
    lead = "possibly the same" if variant.get("possible") else "also"
    return f"{lead}: {quote(str(variant.get('text') or ''))}"


def tell_date(date: Details | None) -> str:
    """``2031-05-04 (“Wednesday”)``: the days meant and the words they were read from; the words alone where no day is known."""
    if not date:
        return ""
    first, last = date.get("earliest"), date.get("latest")
    days = (
        f"{first} to {last}"
        if first and last and first != last
        else str(first or last or name_value(date.get("value")))
    )
    words = date.get("words")
    if not days:
        return f"“{words}”, day not established" if words else ""
    return f"{days} (“{words}”)" if words else days


def tell_last_day(details: Details) -> str:
    """``by 2031-05-31 (“the end of the month”)``: of a period in which something must be done the last day; else as :func:`tell_date`."""
    due = details["due"]
    first, last, words = due.get("earliest"), due.get("latest"), due.get("words")
    if not last or first in (None, last) or details.get("commitment") in (None, "scheduled"):
        return tell_date(due)
    return f"by {last} (“{words}”)" if words else f"by {last}"


def name_value(value: object) -> str:
    """A TIMEX3 value that says a year, month or day; nothing for the codes of others (``XXXX-WXX-3``, ``PT72H``)."""
    return str(value) if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", str(value)) else ""


TELL: dict[FindingKind, Callable[[Details], list[str]]] = {
    "said": tell_said,
    "happened": tell_happened,
    "due": tell_due,
    "differs": tell_differs,
    "unattributed": tell_unattributed,
}
