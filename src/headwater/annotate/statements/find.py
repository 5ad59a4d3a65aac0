"""Reading -> statements."""

from __future__ import annotations

from bisect import bisect_left

from headwater.annotate.statements.askers import find_askers
from headwater.annotate.statements.assemble import draft_passage
from headwater.annotate.statements.clauses import is_passive
from headwater.annotate.statements.contents import find_mode
from headwater.annotate.statements.drafts import Draft
from headwater.annotate.statements.orphans import Orphans
from headwater.annotate.statements.passages import Passage, find_passages
from headwater.annotate.statements.turns import draft_headline, draft_turn, find_turn_names
from headwater.model.notes import Statement
from headwater.model.reading import Reading
from headwater.model.span import Span, Spans

PRONOUNS = frozenset({"he", "she", "they", "him", "her", "his", "their", "who"})


class Owners:
    """Which actor the mentions of a report stand for."""

    def __init__(self, reading: Reading) -> None:
        known = [(mention.span, mention.actor) for mention in reading.mentions if mention.actor]
        known.extend((span, actor.id) for actor in reading.actors for span in actor.mentions)
        self.mentions = sorted(set(known))
        self.starts = [span.start for span, _ in self.mentions]

    def find(self, speaker: Spans, heads: Spans) -> str | None:
        """The actor of a speaker: of the mention over its head word, else of the only actor named in it."""
        inside = [(span, actor) for part in speaker for span, actor in self._in(part)]
        over_head = [(span, actor) for span, actor in inside if any(span.meets(head) for head in heads)]
        if over_head:
            return max(over_head, key=lambda found: (found[0].end - found[0].start, -found[0].start))[1]
        actors = {actor for _, actor in inside}
        return actors.pop() if len(actors) == 1 and not heads else None

    def list_within(self, part: Span) -> frozenset[str]:
        """The actors of the mentions that a place belongs to."""
        return frozenset(actor for span, actor in self.mentions if span.meets(part))

    def _in(self, part: Span) -> list[tuple[Span, str]]:
        first = bisect_left(self.starts, part.start)
        last = bisect_left(self.starts, part.end)
        return [found for found in self.mentions[first:last] if found[0].end <= part.end]


def finish(draft: Draft, owners: Owners) -> Statement:
    """The note a draft becomes."""
    heads = tuple(draft.sentence.spans[n] for n in draft.heads) if draft.sentence else ()
    actor = owners.find(draft.speaker, heads)
    if (
        actor is not None
        and is_pronoun(draft)
        and any(actor in owners.list_within(part) for part in find_askers(draft))
    ):
        actor = None
    return Statement(
        content=draft.content,
        mode=find_mode([draft.passage, *draft.more], draft.content),
        rule=draft.rule,
        speaker=draft.speaker,
        cue=draft.cue,
        actor=actor,
        relays=tuple(draft.relays),
        venue=draft.venue,
        unknown=why_unresolved(draft, owners, actor=actor) if draft.speaker else draft.unknown or why_unknown(draft),
        attitude=draft.kind == "mind",
    )


def why_unresolved(draft: Draft, owners: Owners, *, actor: str | None) -> str | None:
    """``ambiguous_pronoun`` where all that names the speaker is a pronoun that stands for nobody known."""
    if actor is not None or not owners.mentions or draft.sentence is None:
        return None
    return "ambiguous_pronoun" if is_pronoun(draft) else None


def is_pronoun(draft: Draft) -> bool:
    """Whether all that names the speaker is a pronoun."""
    words = [draft.sentence.words[n].lower() for n in draft.heads] if draft.sentence else []
    return bool(words) and all(word in PRONOUNS for word in words)


def why_unknown(draft: Draft) -> str:
    """The reason code of a statement whose cue has no speaker."""
    if draft.rule.startswith("hearsay"):
        return "hearsay"
    sentence, cue = draft.sentence, draft.cue_word
    if sentence is not None and cue is not None and is_passive(sentence, cue):
        return "passive"
    return "not_named"


def find_statements(reading: Reading) -> tuple[Statement, ...]:
    """All statements of a report in text order; each character belongs to the content of one at most."""
    passages = tuple(find_passages(reading))
    owners, orphans, speakers = Owners(reading), Orphans(reading), find_turn_names(passages)
    drafts = [
        draft
        for number, passage in enumerate(passages)
        for draft in orphans.place(
            passage, find_drafts(passage, speakers, is_headline=number == 0 or passage.role == "title")
        )
    ]
    return tuple(finish(draft, owners) for draft in drafts)


def find_drafts(passage: Passage, speakers: frozenset[str], *, is_headline: bool) -> list[Draft]:
    """The statements of a passage with a cue in it: set out on the page, else told."""
    made = draft_turn(passage, speakers) or (draft_headline(passage) if is_headline else None)
    return [made] if made else draft_passage(passage)
