"""What a request asks for, checked: nothing else of it reaches a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters and lone surrogates: no name and no search holds them, and not every store can."""
PLAIN = r"[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*"


class BadAsk(Exception):
    """A request that cannot be answered as asked; the message says what would work."""


class Missing(Exception):
    """What was asked for is not in the store."""


@dataclass(frozen=True, slots=True)
class Text:
    """A parameter or form field that is text; where there are ``choices`` it is one of them."""

    name: str
    about: str
    longest: int = 200
    needed: bool = False
    choices: tuple[str, ...] = ()
    form: str = PLAIN
    """A regular expression, in what Python and JSON Schema have in common, that the whole text fits."""

    def read(self, value: str | None) -> str:
        """The text; empty where it was left out."""
        if not value:
            if self.needed:
                raise BadAsk(f"{self.name}: is needed ({self.about})")
            return ""
        if len(value) > self.longest or UNWANTED.search(value) or not re.fullmatch(self.form, value):
            raise BadAsk(f"{self.name}: {self.about}; at most {self.longest} characters, no control characters")
        if self.choices and value not in self.choices:
            raise BadAsk(f"{self.name}: one of {', '.join(self.choices)}")
        return value

    @property
    def schema(self) -> dict[str, object]:
        """The field in JSON Schema."""
        schema: dict[str, object] = {"type": "string", "maxLength": self.longest, "pattern": f"^{self.form}$"}
        if self.needed:
            schema["minLength"] = 1
        return schema | {"enum": list(self.choices)} if self.choices else schema


@dataclass(frozen=True, slots=True)
class Number:
    """A parameter that is a whole number between two others."""

    name: str
    about: str
    least: int = 1
    most: int = 200
    default: int = 50
    needed: bool = False

    def read(self, value: str | None) -> int:
        """The number; the default where it was left out."""
        if value is None or value == "":
            return self.default
        # isdecimal alone would let digits of other scripts through
        if not (value.isascii() and value.isdecimal() and len(value) < 10 and self.least <= int(value) <= self.most):
            raise BadAsk(f"{self.name}: a whole number from {self.least} to {self.most}")
        return int(value)

    @property
    def schema(self) -> dict[str, object]:
        """The field in JSON Schema."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most, "default": self.default}


Field = Text | Number


@dataclass(frozen=True, slots=True)
class Ask:
    """The checked values of a request, by name."""

    texts: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    reader: str = ""
    """Whose looks count."""

    def __getitem__(self, name: str) -> str:
        """A text."""
        return self.texts[name]


def read_ask(fields: Sequence[Field], values: Iterable[tuple[str, str]], *, reader: str = "") -> Ask:
    """The named fields of a query or form; what no field names is ignored, and a name given twice is refused."""
    given: dict[str, str] = {}
    names = {known.name for known in fields}
    for name, value in values:
        if name in names and name in given:
            raise BadAsk(f"{name}: was given twice")
        given[name] = value
    texts = {known.name: known.read(given.get(known.name)) for known in fields if isinstance(known, Text)}
    numbers = {known.name: known.read(given.get(known.name)) for known in fields if isinstance(known, Number)}
    return Ask(texts, numbers, reader)
