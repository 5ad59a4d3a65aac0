"""Lines over a text that name its outlet, with a section, a place or the day beside it: "Lakeside Courier | 3 June 2031".

A name alone could as well be a kicker or a place. It is taken for an outlet's only where a word of it says so ("Courier")
or where the text itself speaks of its outlet by that name; else the line may still tell the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from headwater.clean.agencies import find_agencies
from headwater.clean.dates import find_dates
from headwater.clean.lines import Line
from headwater.clean.outlet_names import NAME, is_known_outlet, is_made_of
from headwater.lexicon import load
from headwater.model.span import Span, trim

HEAD = 7
"""Lines over a text that are read."""
LONGEST = 16
"""Words of the longest masthead with its day and section."""
NAME_WORDS, PIECE_WORDS, PIECES = 6, 4, 3
"""Words of a name, words of what stands beside it, and how many such pieces."""
SENTENCE = 8
"""Words from which a line that ends like a sentence is running text."""
LABEL_WORDS = 2
"""Words of such a piece without a capital ("evening edition")."""
CUTS = re.compile(r"\s*[|•·]\s*|\s+[-–—]+\s+|,\s*|\t+|\s{2,}|\s*\(|\)\s*")
CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d| ?(?:a\.?m\.?|p\.?m\.?)(?!\w))(?::\d\d)?(?:\s?(?:a\.?m\.?|p\.?m\.?)(?!\w))?(?: [A-Z]{2,5}\b)?",
    re.I,
)


class Masthead(NamedTuple):
    """What a line over a text tells."""

    name: Span | None
    """The outlet's name; None where the line only tells the day."""
    dated: Span | None
    """The rest of the line from the day on, or the whole line without a name; None where it tells none."""


def find_mastheads(lines: Sequence[Line], text: str) -> dict[int, Masthead]:
    """The mastheads among the lines over a text, by line number.

    Where menus stand between, and no running text comes soon, names could be any: none is taken.
    """
    first = next(
        (n for n, line in enumerate(lines[: HEAD + 1]) if len(line.words) >= SENTENCE and line.ends_sentence), 0
    )
    read = ((n, read_masthead(line, text)) for n, line in enumerate(lines[:first]))
    return {n: masthead for n, masthead in read if masthead}


def read_masthead(line: Line, text: str) -> Masthead | None:
    """What a line tells if it is a masthead, or None."""
    if not 0 < len(line.words) <= LONGEST or line.words[0] == "by" or line.shown.endswith((":", "?", "!")):
        return None
    dates = [dated.span for dated in find_dates(line.text, 0, len(line.text))]
    pieces = list(cut_pieces(line.text, dates))
    if not pieces or not all(is_beside(line.text[slice(*piece)]) for piece in pieces[1:]) or len(pieces) > PIECES:
        return None
    name = read_name(line, pieces[0], text)
    if name is None and not (dates and NAME.fullmatch(line.text[slice(*pieces[0])]) and is_short(line.text, pieces)):
        return None
    shift, start = line.span.start, dates[0].start if name and dates else 0
    dated = Span(shift + start, line.span.end) if dates else None
    return Masthead(Span(name.start + shift, name.end + shift) if name else None, dated)


def cut_pieces(line: str, dates: Sequence[Span]) -> Iterator[Span]:
    """The pieces of a line between bars, dashes and commas, without days and times."""
    gone = [*dates, *(Span(*match.span()) for match in CLOCK.finditer(line))]
    blank = list(line)
    for span in gone:
        blank[slice(*span)] = "|" * (span.end - span.start)
    rest, start = "".join(blank), 0
    for cut in (*CUTS.finditer(rest), None):
        piece = trim(rest, start, cut.start() if cut else len(rest))
        if piece.start < piece.end and not is_date_word(rest[slice(*piece)]):
            yield piece
        start = cut.end() if cut else start


def is_date_word(piece: str) -> bool:
    """Whether words only go with a day ("Updated", "at")."""
    allowed = load("clean_words")["date_line"]["words"]
    return all(word in allowed or word.isdigit() for word in re.findall(r"\w+", piece.casefold()))


def is_beside(piece: str) -> bool:
    """Whether words may stand beside an outlet's name: a section, a place, who wrote."""
    size = len(piece.split())
    is_label = piece[0].isupper() or piece.startswith("by ") or size <= LABEL_WORDS
    return size <= PIECE_WORDS and is_label and piece[-1] not in '.?!"”'


def is_short(line: str, pieces: Sequence[Span]) -> bool:
    """Whether what stands beside a day is a name and little else, and no headline."""
    return sum(len(line[slice(*piece)].split()) for piece in pieces) <= NAME_WORDS


def read_name(line: Line, piece: Span, text: str) -> Span | None:
    """The piece of a line if it is an outlet's name."""
    words = line.text[slice(*piece)]
    is_name = NAME.fullmatch(words) and words[-1] != "." and len(words.split()) <= NAME_WORDS
    if piece.start > 0 or not is_name or any(find_agencies(words, 0, len(words))):
        return None
    rest = text[: line.span.start] + "\n" + text[line.span.end :]
    return piece if is_known_outlet(words) or is_made_of(words) or is_spoken_of(words, rest) else None


def is_spoken_of(name: str, rest: str) -> bool:
    """Whether a text speaks of its outlet by this name, or by the last word of it with an article ("the Courier")."""
    words = name.removeprefix("The ").split()
    return any(form.search(rest) for form in _forms(" ".join(words), words[-1]))


@lru_cache(maxsize=64)
def _forms(name: str, last: str) -> tuple[re.Pattern[str], ...]:
    known = rf"(?:(?:[Tt]he )?{re.escape(name)}|[Tt]he {re.escape(last)})"
    return tuple(re.compile(form.replace("<name>", known)) for form in load("mastheads")["known_by"]["patterns"])
