"""Which of a sentence's times is the day a commitment falls due."""

from __future__ import annotations

from headwater.annotate.commitments.clause import (
    auxiliaries,
    base,
    case_of,
    climb,
    has_mark,
    is_infinitive,
    lemma,
    lower,
)
from headwater.annotate.commitments.days import end_before, is_brief, is_history, is_past, look_ahead, make_due
from headwater.annotate.commitments.draft import Draft
from headwater.annotate.commitments.lists import words_of
from headwater.annotate.commitments.scene import Scene
from headwater.annotate.commitments.stretches import widen
from headwater.model.notes import Due, Time

COUNTED = frozenset({"within", "in", "inside"})
COUNTING = ("deadline", "give", "have")
"""Rules whose durations say how long there is: "a ten-day deadline", "gave them ten days"."""
APPOSED = "deadline_noun"
REFERENCES = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


def find_due(scene: Scene, draft: Draft) -> Due | None:
    """The day stated inside what is committed to; a time with "by", "until" or the like comes before others."""
    if draft.day is not None:
        return date_time(scene, draft, head=draft.day)
    ranked = []
    for head, time in scene.heads.items():
        rank = rank_time(scene, draft, head=head)
        if rank is not None and can_be_due(time) and not is_in_name(scene, head):
            ranked.append((is_under_condition(scene, draft, head=head), rank, head))
    if not ranked:
        return find_stand_in(scene, draft)
    head = min(ranked)[-1]
    due = date_time(scene, draft, head=head)
    return widen(scene, due) if due and draft.kind == "scheduled" else due


def is_under_condition(scene: Scene, draft: Draft, *, head: int) -> bool:
    """As in "the gates will open on 1 April if the gas is there by 28 March": a condition has its own day."""
    words = {lower(scene.sentence, n) for n in range(draft.cue + 1, head)}
    return draft.kind == "scheduled" and bool(words & {"if", "unless", "provided"})


def date_time(scene: Scene, draft: Draft, *, head: int) -> Due | None:
    """The due date a time gives; None where it lies before the report and nothing allows for that."""
    time, mark = scene.heads[head], mark_of(scene, head)
    by = mark in words_of("deadlines", "prepositions", "words")
    due = make_due(time, counted=mark in COUNTED or draft.rule.startswith(COUNTING), published=scene.published)
    if due is not None and mark == "before":
        due = end_before(due)
    if due is None or not is_past(due, scene.published):
        return due
    is_ahead = not draft.past and (by or is_present(scene, draft) or is_of_content(scene, draft, head=head))
    if is_ahead or is_new_deadline(scene, draft):
        words = [lower(scene.sentence, n) for n in scene.sentence.words_in(time.span)]
        due = look_ahead(due, words, published=scene.published)
    is_told = draft.past and (bool(mark) or not draft.deed)
    return due if is_told or by or not is_past(due, scene.published) else None


def is_of_content(scene: Scene, draft: Draft, *, head: int) -> bool:
    """Whether a time stands inside what is committed to, which always lies ahead of the cue."""
    chain = {head, *scene.sentence.ancestors(head)}
    return draft.kind != "deadline" and draft.cue not in draft.what and bool(chain & set(draft.what))


def is_new_deadline(scene: Scene, draft: Draft) -> bool:
    """Whether a deadline is told of for the first time ("set a Friday deadline") or in the present tense."""
    sentence = scene.sentence
    if not draft.rule.startswith("deadline_noun"):
        return False
    verb = next((n for n in sentence.ancestors(draft.cue) if sentence.upos[n] == "VERB"), draft.cue)
    if sentence.xpos[verb] in {"VBZ", "VBP"}:
        return True
    determiners = {lower(sentence, n) for n in sentence.children(draft.cue, "det")}
    if lemma(sentence, verb) in words_of("deadlines", "set", "verbs"):
        return True
    is_met = lemma(sentence, verb) in words_of("deadlines", "granted", "verbs")
    return bool(determiners & {"a", "an"}) and not is_met


def is_present(scene: Scene, draft: Draft) -> bool:
    """Whether the cue itself stands in no simple past: its day lies ahead."""
    return scene.sentence.xpos[draft.cue] != "VBD" and not {"was", "were", "had"} & set(
        auxiliaries(scene.sentence, draft.cue)
    )


def find_stand_in(scene: Scene, draft: Draft) -> Due | None:
    """The named day earlier in the sentence that "the holiday" stands for."""
    sentence = scene.sentence
    inside = {word for head in draft.what for word in sentence.subtree(head)}
    words = [n for n in sorted(inside) if lemma(sentence, n) in words_of("deadlines", "stand_in", "words")]
    for word in words:
        is_known = any(lower(sentence, n) in {"the", "that", "this"} for n in sentence.children(word, "det"))
        named = [
            t for t in scene.times if t.rule.startswith("time.holiday") and t.span[1] <= sentence.spans[word].start
        ]
        if is_known and named:
            return Due(named[-1].value, named[-1].earliest, named[-1].latest, named[-1].span)
    return None


def can_be_due(time: Time) -> bool:
    """Whether the expression names a stretch of the calendar and not a habit or a mere "now"."""
    is_vague = time.type == "DURATION" and "X" in time.value
    return time.type != "SET" and bool(time.value) and not is_vague and not time.value.startswith(REFERENCES)


def is_in_name(scene: Scene, head: int) -> bool:
    """As in "April Moss", "President May": a month that belongs to somebody's name."""
    inside = scene.sentence.words_in(scene.heads[head].span)
    names = [name for name in scene.sentence.names if name.label == "PERSON" and name.first <= head < name.last]
    return any(not set(range(name.first, name.last)) <= set(inside) for name in names)


def rank_time(scene: Scene, draft: Draft, *, head: int) -> tuple[int, int] | None:
    """How well a time fits, lower is better: (kind of tie, distance in the tree); None where it says something else."""
    mark = mark_of(scene, head)
    if is_of_cue(scene, draft, head=head) or describes_habit(scene, head):
        return None
    if draft.rule.startswith("deadline_noun"):
        words = scene.sentence.words_in(scene.heads[head].span)
        if draft.cue in words or words[-1] == draft.cue - 1:
            return None if draft.cue in words else (0, 0)
    if is_length_of_move(scene, draft, head=head):
        return None
    if mark in words_of("deadlines", "since", "words") or (mark == "for" and not is_brief(scene.heads[head])):
        return None
    by = mark in words_of("deadlines", "prepositions", "words")
    if (
        draft.rule.startswith(APPOSED)
        and scene.sentence.rels[head] == "appos"
        and draft.cue in scene.sentence.ancestors(head)
    ):
        return (1, 1)
    if is_of_noun_before(scene, draft, head=head):
        return (1, 2)
    chain = [head, *(above for _, above in climb(scene.sentence, head))]
    for distance, word in enumerate(chain):
        if word in draft.what:
            return (0 if by else 1 if distance == 1 else 2, distance)
        if word == draft.cue:
            is_its = (
                by or not draft.deed or is_after_report(scene, head, mark=mark) or is_behind(scene, draft, head=head)
            )
            return (1, distance) if is_its else None
        if case_of(scene.sentence, word) in words_of("deadlines", "since", "words"):
            return None
        if draft.rule.startswith("deadline_noun") and is_infinitive(scene.sentence, word):
            return None
        if is_other_clause(scene, word, by=by) or not (by or distance == 0 or leads_on(scene, word)):
            return None
    return None


def is_length_of_move(scene: Scene, draft: Draft, *, head: int) -> bool:
    """As in "extended the deadline by ten days", which counts from the old day."""
    sentence, verb = scene.sentence, scene.sentence.heads[head]
    is_moved = verb >= 0 and lemma(sentence, verb) in words_of("deadlines", "moving", "verbs")
    return is_moved and scene.heads[head].type == "DURATION" and draft.rule.startswith("deadline")


def is_of_noun_before(scene: Scene, draft: Draft, *, head: int) -> bool:
    """As in "its pledge to open the books by Friday was welcomed", though the day is tied to the verb behind it."""
    sentence, verb = scene.sentence, scene.sentence.heads[draft.cue]
    is_subject = verb >= 0 and base(sentence.rels[draft.cue]) == "nsubj" and sentence.upos[draft.cue] == "NOUN"
    return is_subject and sentence.heads[head] == verb and draft.cue < head < verb and bool(mark_of(scene, head))


def describes_habit(scene: Scene, head: int) -> bool:
    """As in "the morning meetings": a part of the day that only describes a noun."""
    time, noun = scene.heads[head], scene.sentence.heads[head]
    is_bare = time.type == "TIME" and time.anchor is not None and scene.sentence.rels[head] in {"compound", "amod"}
    return is_bare and noun >= 0 and lemma(scene.sentence, noun) not in words_of("deadlines", "nouns", "words")


def is_of_cue(scene: Scene, draft: Draft, *, head: int) -> bool:
    """Whether a time tells when the cue was uttered: "announced on Tuesday he will", "vowed earlier Tuesday"."""
    sentence = scene.sentence
    if any(lower(sentence, n) == "earlier" for n in sentence.children(head, "advmod", "amod")):
        return True
    subjects = [n for deed in draft.what for n in sentence.children(deed, "nsubj")]
    return bool(subjects) and draft.deed and draft.cue < head < min(subjects)


def is_behind(scene: Scene, draft: Draft, *, head: int) -> bool:
    """Whether a time closes the doing that is scheduled, though it is tied to "scheduled" itself."""
    doings = [n for n in draft.what if n > draft.cue and scene.sentence.upos[n] == "VERB"]
    return draft.kind == "scheduled" and bool(doings) and head > max(doings)


def is_after_report(scene: Scene, head: int, *, mark: str) -> bool:
    """Whether a time that hangs on the cue cannot be the time of the cue: it lies after the report."""
    first = scene.heads[head].earliest
    return bool(mark) and first is not None and scene.published is not None and first > scene.published[1]


def leads_on(scene: Scene, word: int) -> bool:
    """Whether a word between a time and the deed leaves the time its own: a verb, a happening, a part of the calendar."""
    key = lemma(scene.sentence, word)
    if scene.sentence.upos[word] in {"VERB", "AUX"} or scene.is_time(word):
        return True
    return key in words_of("commitments_scheduled", "nouns", "words") or key in words_of(
        "deadlines", "calendar", "words"
    )


def is_other_clause(scene: Scene, word: int, *, by: bool) -> bool:
    """Whether a word opens a clause of its own, whose times are its own."""
    rel = scene.sentence.rels[word]
    if rel == "conj":
        return scene.sentence.upos[word] == "VERB" and bool(scene.sentence.children(word, "nsubj"))
    if not by and has_mark(scene.sentence, word, {"if", "unless"}):
        return True
    is_bare = not scene.sentence.children(word, "mark", "nsubj", "nsubj:pass")
    is_planned = rel == "advcl" and scene.sentence.xpos[word] == "VBN" and is_bare  # "planned for March, it is now …"
    return rel in {"parataxis", "ccomp"} or (rel in {"acl:relcl", "advcl"} and not by) or is_planned


def mark_of(scene: Scene, head: int) -> str:
    """The preposition a time stands under, its own or that of the phrase it closes ("by the end of May")."""
    word = head
    while True:
        mark = case_of(scene.sentence, word)
        if mark == "than" and is_at_latest(scene, word):
            return "by"
        if mark and mark != "of":
            return mark
        above = scene.sentence.heads[word]
        if above < 0 or base(scene.sentence.rels[word]) not in {"nmod", "compound"}:
            return mark
        if lemma(scene.sentence, above) not in {
            "end",
            "start",
            "beginning",
            "close",
            "middle",
            "day",
            "month",
            "week",
            "year",
        }:
            return mark
        word = above


def is_at_latest(scene: Scene, head: int) -> bool:
    """As in "no later than 20 May"."""
    than = next(iter(scene.sentence.children(head, "case")))
    return than >= 2 and [lower(scene.sentence, n) for n in (than - 2, than - 1)] == ["no", "later"]


def is_old(scene: Scene, cue: int) -> bool:
    """Whether the cue itself is dated long before the report ("in 2009 he vowed")."""
    for head, time in scene.heads.items():
        path = [head, *(above for _, above in climb(scene.sentence, head))]
        hops = path.index(cue) if cue in path else -1
        if 0 < hops <= 2 and is_history(time.latest, scene.published):
            return lower(scene.sentence, head) != "since" and mark_of(scene, head) != "since"
    return False
