"""Numbers that are told in set phrases: tolls, magnitudes, people on board."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import inf

from headwater.assess.counts import HEAD, Count, bound_number
from headwater.assess.phrases import Form, list_former_forms, list_forms
from headwater.link.numbers import combine_numbers
from headwater.model.reading import Reading
from headwater.model.span import Span

RECALLED = frozenset({"killed", "injured"})
"""Further down reports recall other events, and count those."""


def find_former(reading: Reading) -> Iterator[Count]:
    """The tolls that a report says are true no longer."""
    return _find(reading, list_former_forms())


def find_figures(reading: Reading) -> Iterator[Count]:
    """The tolls at the head of a report that set phrases tell; other such numbers wherever they stand."""
    return _find(reading, list_forms())


def _find(reading: Reading, among: Iterable[Form]) -> Iterator[Count]:
    text = reading.report.text
    plain = text.casefold()
    forms = [form for form in among if form.may_stand_in(plain)]
    body = [sentence for sentence in reading.sentences if sentence.role in ("title", "body")]
    for number, sentence in enumerate(body if forms else ()):
        span = sentence.span
        if "aftershock" not in text[span.start : span.end].casefold():
            for form in forms if number < HEAD else [form for form in forms if form.anywhere]:
                for match in form.pattern.finditer(text, *span):
                    yield from _read(text, match, form=form)


def _read(text: str, match: re.Match[str], *, form: Form) -> Iterator[Count]:
    value = combine_numbers(re.split(r"[ -]+", match["number"].casefold()))
    if value is not None:
        low, high, lead = bound_number(text, match.start("number"), value)
        start = min(match.start(), match.start("number") - lead)
        thing = (form.thing, "people" if form.thing != "magnitude" else "")
        count = Count(thing, value, low, high, Span(start, match.end()))
        yield replace(count, high=inf) if form.is_least else count
