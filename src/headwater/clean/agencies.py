"""Names of agencies and syndicating outlets, for finding credits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from headwater.lexicon import load
from headwater.model.span import Span


@lru_cache(maxsize=1)
def agency_names() -> dict[str, str]:
    """Every written form -> the name it stands for."""
    names = {form: form.removeprefix("The ") for form in load("outlets")["syndicates"]["names"]}
    for agency in load("agencies")["agency"]:
        names |= dict.fromkeys((agency["name"], *agency["aliases"]), agency["name"])
    return names


@lru_cache(maxsize=1)
def agency_pattern() -> str:
    """A regular expression for one or several names, joined as credits join them."""
    forms = {variant for form in agency_names() for variant in (form, form.upper())}
    one = "(?:the |The )?(?:" + "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form)))) + ")"
    return rf"(?:{one}(?:(?:,? and |,? with | & |\s?[/,|+-]\s?){one})*)"


@lru_cache(maxsize=1)
def _one_agency() -> re.Pattern[str]:
    upper = {form.upper(): form for form in agency_names()}
    forms = sorted({*agency_names(), *upper}, key=lambda form: (-len(form), form))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)")


def find_agencies(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """The agencies named in a stretch of text."""
    names = agency_names()
    upper = {form.upper(): name for form, name in names.items()}
    for match in _one_agency().finditer(text, start, end):
        yield names.get(match.group()) or upper[match.group()], Span(*match.span())
