"""Quotations without a cue of their own: whose they are where the text makes it plain, and why not where it does not.

A paragraph that is nothing but a quotation goes on with the speaker of the paragraph before, by the custom of news writing,
most surely where that paragraph's last quotation was left open. Text found on the web has holes, though: the paragraph that named the
speaker may be missing. So anything that speaks against the same speaker leaves the quotation without one, with a reason.
"""

from __future__ import annotations

from collections.abc import Sequence

from headwater.annotate.statements.cues import nouns
from headwater.annotate.statements.drafts import Draft, in_order
from headwater.annotate.statements.intros import draft_intro
from headwater.annotate.statements.kinds import ending, ends_sentence, is_whole, starts_sentence
from headwater.annotate.statements.passages import Passage, Word
from headwater.annotate.statements.turns import draft_signed
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Span

WE = frozenset({"we", "our", "ours", "us", "ourselves"})
CONTRAST = frozenset({"but", "however", "yet", "still", "nevertheless", "nonetheless", "meanwhile", "instead"})


def find_uncued(passage: Passage, drafts: Sequence[Draft]) -> list[int]:
    """The quotations that are speech and belong to no statement yet."""
    claimed = {n for draft in drafts for n in range(len(passage.quotations)) if _holds(draft, passage, quotation=n)}
    return [n for n in range(len(passage.quotations)) if n not in claimed and _is_speech(passage, n)]


def _is_speech(passage: Passage, quotation: int) -> bool:
    """Whether a quotation is a sentence by itself, or one that a colon leads up to."""
    lead = passage.lead(quotation)
    if is_cut(passage, quotation):
        return True
    announced = (
        bool(lead)
        and lead[-1].text == ":"
        and starts_sentence(passage, quotation)
        and ends_sentence(passage, quotation)
    )
    return announced or is_whole(passage, quotation)


def _holds(draft: Draft, passage: Passage, *, quotation: int) -> bool:
    inner = passage.quotations[quotation].inner
    return any(span.meets(inner) for span in draft.content)


def is_cut(passage: Passage, quotation: int) -> bool:
    """Whether a quotation ends in a comma where its paragraph ends: the cue that followed is lost."""
    words = [w for w in (*passage.lead(quotation), *passage.tail(quotation)) if w.tag != "PUNCT"]
    return ending(passage, quotation).endswith(",") and not words and starts_sentence(passage, quotation)


def is_bare(passage: Passage) -> bool:
    """Whether a paragraph is nothing but quotations."""
    return bool(passage.quotations) and all(
        owner >= 0 or word.tag == "PUNCT" for word, owner in zip(passage.words, passage.owners, strict=True)
    )


class Orphans:
    """Goes through the passages in order and remembers who spoke last."""

    def __init__(self, reading: Reading) -> None:
        self.roles = roles_of(reading)
        self.before: Passage | None = None
        self.last: Draft | None = None
        """The statement with which the passage before ends, if a quotation may go on from it."""
        self.chained: Draft | None = None
        """The statement that the passage at hand goes on with."""

    def place(self, passage: Passage, drafts: list[Draft]) -> list[Draft]:
        """The drafts of a passage, with those of its uncued quotations."""
        found = list(drafts)
        self.chained = None
        for number in find_uncued(passage, drafts):
            if made := draft_signed(passage, number):
                found.append(made)
                continue
            previous = self._find_previous(passage, found, number)
            if made := self._carry(passage, number, previous):
                found.append(made)
        self._remember(passage, found)
        return in_order(found)

    def _find_previous(self, passage: Passage, found: list[Draft], number: int) -> Draft | None:
        """The statement a quotation may go on from: the one it touches, or the last of the passage before."""
        if intro := draft_intro(passage, passage.lead(number)):
            return intro
        start = passage.quotations[number].outer.start
        earlier = [d for d in found if d.content[0].start < start and d.kind == "speech"]
        if earlier:
            nearest = max(earlier, key=lambda draft: draft.end)
            return nearest if _touches(passage, nearest, start=start) and not _is_aside(nearest) else None
        return self.last if is_bare(passage) else None

    def _carry(self, passage: Passage, number: int, previous: Draft | None) -> Draft | None:
        """Add a quotation to the statement it goes on with; where there is none, or it is doubtful, a statement of its own."""
        inner = passage.quotations[number].inner
        if is_cut(passage, number):
            return Draft(passage, (inner,), "orphan@1", unknown="cut")
        if previous is None:
            return Draft(passage, (inner,), "orphan@1", unknown="no_cue")
        if not previous.content:
            previous.content = (inner,)
            previous.more.append(passage)
            return previous
        reason = (
            None if self._is_certain(passage, previous) else self._speaks_against(words_of(passage, number), previous)
        )
        if reason:
            return Draft(passage, (inner,), "orphan@1", unknown=reason)
        previous.content = (*previous.content, inner)
        if passage not in (previous.passage, *previous.more):
            previous.more.append(passage)
            previous.rule = (
                previous.rule.replace("@", "-reopened@" if self._was_open() else "-carried@")
                if "-carried" not in previous.rule
                else previous.rule
            )
            self.chained = previous
        return None

    def _is_certain(self, passage: Passage, previous: Draft) -> bool:
        """Whether a quotation surely goes on with a statement: of its own paragraph, or left open before it."""
        return passage in (previous.passage, *previous.more) or self._was_open()

    def _was_open(self) -> bool:
        quotations = self.before.quotations if self.before else ()
        return bool(quotations) and not quotations[-1].closed

    def _remember(self, passage: Passage, found: list[Draft]) -> None:
        """Keep the statement with which the passage ends, if a quotation may go on from it."""
        last = max((d for d in found if d.kind == "speech"), key=lambda draft: draft.end, default=None)
        left_open = bool(passage.quotations) and not passage.quotations[-1].closed
        carries = (
            last is not None and bool(last.speaker or left_open) and _ends_passage(passage, last) and _may_go_on(last)
        )
        if not found:
            last, carries = self.chained, True
        self.last = draft_intro(passage, _last_words(passage)) or (last if carries else None)
        self.before = passage

    def _speaks_against(self, words: Sequence[Word], previous: Draft) -> str | None:
        """The reason why a quotation may not be the previous speaker's, None where nothing speaks against it."""
        if _names_speaker(words, previous):
            return "names_speaker"
        turns = says_we(words) and not says_we(said_in(previous))
        if turns and (opens_against(words) or self._is_outsider(previous)):
            return "perspective"
        return None

    def _is_outsider(self, draft: Draft) -> bool:
        """Whether the speaker is presented as one who watches and explains: "a senior fellow at …"."""
        text = draft.passage.text
        described = [text[s.start : s.end] for s in draft.speaker]
        described.extend(role for span in draft.speaker for known, role in self.roles if known.meets(span))
        return any(word.lower().strip(".,;'’") in nouns("observer") for phrase in described for word in phrase.split())


def roles_of(reading: Reading) -> tuple[tuple[Span, str], ...]:
    """Every mention of an actor with a word on who that is."""
    quote = reading.report.quote
    return tuple((span, quote(role)) for actor in reading.actors for span in actor.mentions for role in actor.roles)


def words_of(passage: Passage, quotation: int) -> list[Word]:
    """The words of a quotation, punctuation left out."""
    return [
        w for w, owner in zip(passage.words, passage.owners, strict=True) if owner == quotation and w.tag != "PUNCT"
    ]


def said_in(draft: Draft) -> list[Word]:
    """The words of a statement's content."""
    return [w for passage in (draft.passage, *draft.more) for w in passage.words if draft.covers(w.span.start)]


def _touches(passage: Passage, draft: Draft, *, start: int) -> bool:
    """Whether only the rest of a statement's own sentence stands between it and a place."""
    ends = [s.span.end for s in passage.sentences if s.span.start < draft.end]
    stop = max([draft.end, *ends])
    return all(_is_stage_direction(s) for s in passage.sentences if stop - 1 <= s.span.start < start - 2)


def _is_aside(draft: Draft) -> bool:
    """Whether a statement is only told in passing of somebody whom the sentence is not about ("On Osei, who wants a cut, she …")."""
    sentence, cue = draft.sentence, draft.cue_word
    if sentence is None or cue is None or not sentence.rels[cue].startswith("acl"):
        return False
    subjects = sentence.children(sentence.root, "nsubj")
    return bool(subjects) and sentence.heads[cue] not in subjects


def _is_stage_direction(sentence: Sentence) -> bool:
    """Whether a sentence only goes on with the speaker ("He paused.")."""
    subjects = sentence.children(sentence.root, "nsubj")
    return any(sentence.words[s].lower() in {"he", "she"} for s in subjects) and "PROPN" not in sentence.upos


def _last_words(passage: Passage) -> list[Word]:
    """The words of a passage's last sentence."""
    return [w for w in passage.words if w.sentence is passage.sentences[-1]]


def _may_go_on(draft: Draft) -> bool:
    """Whether a statement is one that a quotation in the next paragraph may go on with."""
    return bool(draft.quotations or draft.more) or draft.rule == "turn@1"


def _ends_passage(passage: Passage, draft: Draft) -> bool:
    return draft.end > passage.sentences[-1].span.start


def _names_speaker(words: Sequence[Word], previous: Draft) -> bool:
    """Whether a quotation speaks of its supposed speaker by name."""
    if previous.sentence is None:
        return False
    names = {previous.sentence.words[n] for n in previous.heads if previous.sentence.upos[n] == "PROPN"}
    return any(word.text in names for word in words)


def says_we(words: Sequence[Word]) -> bool:
    """Whether words hold "we" or "our"."""
    return any(word.text.lower() in WE for word in words)


def opens_against(words: Sequence[Word]) -> bool:
    """Whether words open against what came before: "But …"."""
    return bool(words) and words[0].text.lower() in CONTRAST
