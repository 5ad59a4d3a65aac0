"""News agencies that a report itself introduces: "the state news agency KSNA", "the Meridian news agency".

The table of known agencies (``lexicon/agencies.toml``) can never be whole; what a report says of an agency is evidence enough.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from headwater.lexicon import load
from headwater.model.block import READ_ROLES
from headwater.model.reading import Reading
from headwater.model.span import Span

NAME = r"[A-Z][\w&.’'-]*\w(?: (?!(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)[A-Z][\w&’'-]*\w){0,4}"
SHORT = re.compile(r"\s?\(([A-Z][A-Z.]{1,7})\)")
"""An acronym in brackets right after a name."""


@dataclass(frozen=True, slots=True)
class DescribedAgency:
    """An agency as one report introduces it."""

    name: str
    kind: str
    """"wire", "state agency" or "broadcaster", as in the table of known agencies."""
    short: str | None
    """Its acronym, where the report gives one."""
    span: Span
    """The words that say so."""


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    ends = "|".join(map(re.escape, load("described_agencies")["names"]["agency"]))
    words = {
        "<name>": rf"(?P<name>{NAME})",
        "<acronym>": r"(?P<name>[A-Z][A-Z-]{2,9})",
        "<agency-name>": rf"(?P<name>(?:[A-Z][\w-]* ){{1,4}}(?:{ends}))",
        "<state-agency-name>": rf"(?P<name>(?:[A-Z][\w-]* ){{1,3}}State (?:{ends}))",
    }
    forms = []
    for form in load("described_agencies")["form"]:
        pattern = form["pattern"]
        for slot, meaning in words.items():
            pattern = pattern.replace(slot, meaning)
        forms.append((form["kind"], re.compile(rf"(?<!\w){pattern}")))
    return tuple(forms)


def find_described_agencies(reading: Reading) -> tuple[DescribedAgency, ...]:
    """The agencies a report introduces, in text order; of two descriptions of one name the surer (earlier listed) form stands."""
    text = reading.report.text
    found: dict[str, DescribedAgency] = {}
    for kind, form in _forms():
        for block in reading.blocks:
            if block.role not in READ_ROLES:
                continue
            for match in form.finditer(text, *block.span):
                short = SHORT.match(text, match.end("name"))
                agency = DescribedAgency(match["name"], kind, short[1] if short else None, Span(*match.span()))
                found.setdefault(agency.name.casefold(), agency)
    return tuple(sorted(found.values(), key=lambda agency: agency.span))
