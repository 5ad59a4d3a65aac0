"""Two reports side by side: what both have, what only one has, and where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from headwater.assess.only import COVERED, find_only, share_covered
from headwater.assess.said import Told, name_speaker
from headwater.assess.sentences_alike import pair_sentences
from headwater.assess.spoken import quote_words, tell_statements
from headwater.assess.wording import join_words
from headwater.link.beside import Beside, lay_beside
from headwater.link.copies import find_passages, read_text
from headwater.link.fingerprints import find_shared
from headwater.link.speakers import compare_speakers
from headwater.model.finding import Finding
from headwater.model.origin import Origin
from headwater.model.reading import Reading
from headwater.model.span import Span, Spans
from headwater.model.story import NoteRef, Story


@dataclass(frozen=True, slots=True)
class Side:
    """What one of the two reports has."""

    spans: Spans
    words: str
    speaker: str | None = None
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """One thing in the words of both reports."""

    one: Side
    other: Side
    beside: Beside
    """The words of the first held against those of the second, the fuller one first."""
    possible: str = ""
    """Why the two are possibly one and not surely; empty where they are."""
    speakers: str = ""
    """How the reports differ in who speaks; empty where they do not."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports of one story; ``one`` is the first given."""

    one: Reading
    other: Reading
    containment: tuple[float, float]
    """Share (0-1) of each report's runs of eight words that stand in the other."""
    utterances: tuple[Shared, ...]
    alike: tuple[Shared, ...]
    """Sentences that are one but for some words; what is said in them is among the utterances, too."""
    passages: tuple[tuple[Span, Span], ...]
    """Words that both have and that are no shared utterance."""
    shared: tuple[Finding, ...]
    """Findings that both carry, other than what was said and what only tells its words again."""
    differences: tuple[Finding, ...]
    only: tuple[tuple[Finding, ...], tuple[Finding, ...]]
    """Findings that only the first carries, and only the second; of several on the same words the one that says most."""
    is_same: bool = False
    """Whether the two have the same text."""


def compare_reports(story: Story, one: str, other: str) -> Comparison:
    """Hold two reports of a story against each other, by their ids.

    The story must hold findings. Where it has further reports, what those say is left aside.
    """
    first, second = story.reading(one), story.reading(other)
    utterances = tuple(_find_utterances(story, first, second))
    texts = read_text(first), read_text(second)
    alike = tuple(_find_alike(first, second, utterances))
    passages = _outside(find_passages(*texts), (*utterances, *alike))
    shares = tuple(
        float(find_shared(text.prints, against.prints).mean()) if len(text.prints.shingles) else 0.0
        for text, against in (texts, texts[::-1])
    )
    carried = [f for f in story.findings if {one, other} & set(f.reports)]
    both = [f for f in carried if {one, other} <= set(f.reports)]
    said = {
        one: [span for shared in utterances for span in shared.one.spans],
        other: [span for shared in utterances for span in shared.other.spans],
    }
    compared = Comparison(
        first,
        second,
        (round(shares[0], 3), round(shares[1], 3)),
        utterances,
        alike,
        passages,
        tuple(f for f in both if f.kind == "due" or (f.kind in ("happened", "reported") and not _is_told(f, said))),
        tuple(f for f in both if f.kind == "differs" and _differs(f, one, other)),
        ((), ()),
        first.report.text == second.report.text,
    )
    return replace(compared, only=(_find_only(compared, carried, 0), _find_only(compared, carried, 1)))


def _find_only(compared: Comparison, carried: Iterable[Finding], side: int) -> tuple[Finding, ...]:
    """Findings of one of the two that the other does not carry, and whose words are told in no other part."""
    one, other = ((compared.one, compared.other), (compared.other, compared.one))[side]
    told = [cite.span for finding in compared.shared for cite in finding.cites if cite.report == one.report.id]
    told += [pair[side] for pair in compared.passages]
    for shared in (*compared.utterances, *compared.alike):
        told += (shared.one, shared.other)[side].spans
    ids = one.report.id, other.report.id
    found = (f for f in carried if ids[0] in f.reports and ids[1] not in f.reports and f.kind != "differs")
    return find_only(found, ids[0], told=told)


def _differs(finding: Finding, one: str, other: str) -> bool:
    """Whether the two stand on different sides, and not only on one against a third report."""
    sides = [set(side["reports"]) for side in finding.details.get("sides", ())]
    return not any({one, other} <= side for side in sides)


def _find_utterances(story: Story, one: Reading, other: Reading) -> Iterator[Shared]:
    """What both report as said: for each statement of the first the one of the second most like it."""
    told = tell_statements(story, (one, other))
    pairs: list[tuple[NoteRef, NoteRef, str]] = []
    for link in sorted(story.utterances, key=lambda link: link.possible):
        mine, theirs = (
            [r for r in link.members if r[0] == reading.report.id and r in told] for reading in (one, other)
        )
        pairs += [(*pair, link.reason if link.possible else "") for pair in _pair(mine, theirs, told)]
    ordered = sorted(pairs, key=lambda pair: (bool(pair[2]), pair[0]))
    return (_share(story, told[mine], told[theirs], possible=why) for mine, theirs, why in _once(ordered))


def _once(pairs: Iterable[tuple[NoteRef, NoteRef, str]]) -> Iterator[tuple[NoteRef, NoteRef, str]]:
    """Possible pairs only of statements that are in no sure one."""
    sure: set[NoteRef] = set()
    for one, other, why in pairs:
        if not why:
            sure |= {one, other}
        if not why or not {one, other} & sure:
            yield one, other, why


def _pair(mine: list[NoteRef], theirs: list[NoteRef], told: dict[NoteRef, Told]) -> Iterator[tuple[NoteRef, NoteRef]]:
    """Statements of one utterance two by two, those with most words in common first; each once."""
    scored = sorted(
        (-lay_beside(quote_words(told[a]), quote_words(told[b])).shared, a, b) for a in mine for b in theirs
    )
    taken: set[NoteRef] = set()
    for _, one, other in scored:
        if not {one, other} & taken:
            taken |= {one, other}
            yield one, other


def _share(story: Story, one: Told, other: Told, *, possible: str) -> Shared:
    sides = [_side(story, told) for told in (one, other)]
    beside = lay_beside(sides[0].words, sides[1].words)
    named = {side.speaker for side in sides if side.speaker}
    is_open = len([side for side in sides if side.speaker]) == 1
    differ = compare_speakers(one.speaker, other.speaker) == "different"
    tell = "only one says who" if is_open else "different speakers" if differ and len(named) > 1 else ""
    return Shared(sides[0], sides[1], beside, possible, tell)


def _side(story: Story, told: Told) -> Side:
    origins = story.origins.get(told.ref, ())
    return Side(told.statement.content, quote_words(told), name_speaker(told), origins)


def _find_alike(one: Reading, other: Reading, told: Iterable[Shared]) -> Iterator[Shared]:
    """Sentences that differ in some words, less those whose difference lies in a shared utterance."""
    unequal = [span for shared in told if not shared.beside.is_same for span in shared.one.spans]
    for mine, theirs in pair_sentences(one, other):
        if not any(mine.meets(span) for span in unequal):
            words = join_words(one, (mine,)), join_words(other, (theirs,))
            beside = lay_beside(*words)
            # A sentence that adds an age or a date tells more; only another number in its place is another meaning.
            changes = tuple(c for c in beside.changes if c != "number" or beside.has_other_number)
            yield Shared(Side((mine,), words[0]), Side((theirs,), words[1]), replace(beside, changes=changes))


def _outside(passages: Iterable[tuple[Span, Span]], shown: Iterable[Shared]) -> tuple[tuple[Span, Span], ...]:
    """Passages that are more than what is shown of both reports already."""
    told = [span for shared in shown for span in shared.one.spans]
    return tuple(pair for pair in passages if share_covered((pair[0],), told) < COVERED)


def _is_told(finding: Finding, told: Mapping[str, list[Span]]) -> bool:
    """Whether the words of a finding stand, in each of the reports, among those given."""
    cited = {report: [cite.span for cite in finding.cites if cite.report == report] for report in told}
    return all(share_covered(spans, told[report]) >= COVERED for report, spans in cited.items())
