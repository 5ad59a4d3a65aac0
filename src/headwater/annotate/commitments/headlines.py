"""Headlines that stand in the text: "Governor Pledges Tax Cut by July". Their clipped grammar in capitals is read by the words alone."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.annotate.commitments.clause import lower
from headwater.annotate.commitments.days import is_brief, is_past, look_ahead, make_due
from headwater.annotate.commitments.due import can_be_due
from headwater.annotate.commitments.lists import verb_cues, words_of
from headwater.annotate.commitments.scene import Scene
from headwater.model.notes import Commitment, CommitmentKind, Due
from headwater.model.sentence import Sentence

FEWEST, SHARE = 4, 0.75
"""Words of a headline, and the share of its longer ones that are capitalised."""
LONG = 4
STOPS = frozenset({",", ";", ":", "|", "-", "–", "—"})
FORMS = frozenset({"to", "that", "thing"})
PLAIN_VERBS = frozenset({"threaten", "vow", "pledge", "promise", "demand", "urge", "order", "warn", "agree"})


def is_headline(sentence: Sentence) -> bool:
    """Whether nearly all words are capitalised and no full stop ends it."""
    long = [word for word in sentence.words if word.isalpha() and len(word) >= LONG]
    if len(sentence.words) < FEWEST or len(long) < FEWEST - 1 or sentence.words[-1] in {".", "?"}:
        return False
    return sum(word[0].isupper() for word in long) >= SHARE * len(long)


def read_headline(scene: Scene) -> Iterator[Commitment]:
    """A commitment for each verb of the lists in the headline's present tense, and for "set to" with a day."""
    sentence = scene.sentence
    for word in range(1, len(sentence.words) - 1):
        kind = kind_at(sentence, word)
        last = end_of(sentence, word)
        first = start_of(sentence, word)
        if kind is None or first >= word or last <= word + 1:
            continue
        due = find_headline_due(scene, word, last=last)
        if kind == "scheduled" and due is None:
            continue
        yield Commitment(
            commitment=kind,
            span=(sentence.cover(range(first, last)),),
            rule="headline@1",
            who=(sentence.cover(range(first, holder_end(sentence, first, word=word))),),
            what=(sentence.cover(range(word + 1, last)),),
            due=due,
            strength=sentence.words[word],
        )


def kind_at(sentence: Sentence, word: int) -> CommitmentKind | None:
    """What the verb at a place makes of the headline; None where it is no such verb, or only possible."""
    here, after = lower(sentence, word), lower(sentence, word + 1)
    if here == "set" and after == "to" and lower(sentence, word - 1) not in STOPS:
        return "scheduled"
    key = here.removesuffix("s") if here.endswith("s") else ""
    if key not in PLAIN_VERBS or after in STOPS:
        return None
    tail = [lower(sentence, n) for n in range(word + 1, min(word + 4, len(sentence.words)))]
    if key == "warn" and "will" not in tail:
        return None
    if key == "agree" and after != "to":
        return None
    cue = verb_cues()[key][0]
    harms = after == "to" and len(tail) > 1 and tail[1] in words_of("commitments", "harm", "verbs")
    return "threat" if key == "warn" or (cue.kind == "promise" and harms) else cue.kind


def start_of(sentence: Sentence, word: int) -> int:
    """Where the holder before the verb begins; the headline's first where a second verb shares it ("Pledges Gas, Warns It …")."""
    stop = next((n for n in range(word - 1, -1, -1) if sentence.words[n] in STOPS), -1)
    return stop + 1 if stop + 1 < word else 0


def holder_end(sentence: Sentence, first: int, *, word: int) -> int:
    """Where the holder ends: before the verb, or before the first verb where two share it."""
    return next((n for n in range(first + 1, word) if kind_at(sentence, n) is not None), word)


def end_of(sentence: Sentence, word: int) -> int:
    """Where what is committed to ends: at a mark, or with the headline."""
    return next((n for n in range(word + 1, len(sentence.words)) if sentence.words[n] in STOPS), len(sentence.words))


def find_headline_due(scene: Scene, word: int, *, last: int) -> Due | None:
    """The day named behind the verb, read as lying ahead."""
    sentence = scene.sentence
    for time in scene.times:
        inside = sentence.words_in(time.span)
        if not inside or inside[0] <= word or inside[-1] >= last or not can_be_due(time) or not is_brief(time):
            continue
        due = make_due(time, counted=False, published=scene.published)
        if due and is_past(due, scene.published):
            due = look_ahead(due, [lower(sentence, n) for n in inside], published=scene.published)
        return None if due is None or is_past(due, scene.published) else due
    return None
