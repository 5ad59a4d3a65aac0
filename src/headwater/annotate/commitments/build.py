"""A draft that holds -> a commitment with its spans."""

from __future__ import annotations

from headwater.annotate.commitments.actors import is_actor, name_holder
from headwater.annotate.commitments.clause import (
    base,
    case_of,
    clause,
    content_spans,
    has_mark,
    lower,
    phrase,
    relative_noun,
)
from headwater.annotate.commitments.days import is_history
from headwater.annotate.commitments.draft import Draft
from headwater.annotate.commitments.due import find_due, is_old
from headwater.annotate.commitments.lists import words_of
from headwater.annotate.commitments.scene import Scene
from headwater.annotate.commitments.vetoes import find_veto
from headwater.model.notes import Commitment
from headwater.model.span import Span, Spans

PLAIN = "_plain"
"""Marks the rules of what is plainly said, without a vow, a day or a condition: readers see it after everything else."""
SENTENCE_RELS = frozenset({"advcl", "ccomp", "conj", "parataxis", "acl:relcl", "root"})


def build(scene: Scene, draft: Draft) -> Commitment | None:
    """The commitment a draft stands for; None where it is nobody's own, is history, or lacks what its cue needs."""
    if find_veto(scene, draft):
        return None
    due = find_due(scene, draft)
    if is_history(due.latest if due else None, scene.published) or (
        draft.deed and is_old(scene, draft.cue) and due is None
    ):
        return None
    condition, what = find_condition(scene, draft), find_what(scene, draft)
    if not what or (draft.needs == "due" and not due) or (draft.needs == "due or condition" and not (due or condition)):
        return None
    is_plain = draft.needs == "day sets apart" and not (due or condition)
    return Commitment(
        commitment=draft.kind,
        span=(own_clause(scene, draft.cue),),
        rule=draft.rule.replace("@", f"{PLAIN}@") if is_plain else draft.rule,
        who=(who_holds(scene, draft, holder=draft.holder),) if draft.holder is not None else (),
        to=(phrase(scene.sentence, draft.to),) if draft.to is not None else (),
        what=what,
        condition=condition,
        due=due,
        strength=strength_of(scene, draft),
    )


def who_holds(scene: Scene, draft: Draft, *, holder: int) -> Span:
    """The words that name the holder, without what is committed to where that hangs on the name."""
    sentence, name = scene.sentence, name_holder(scene, holder)
    inside = [n for n in draft.what if holder in sentence.ancestors(n) and n > holder]
    if draft.rule.startswith("expires"):  # "an ultimatum from the generals to the premier"
        inside += [n for n in sentence.children(holder, "nmod") if n > holder and case_of(sentence, n) == "to"]
    end = min((sentence.subtree(n)[0] for n in inside), default=len(sentence.words))
    words = [n for n in sentence.words_in(name) if n < end]
    return sentence.cover(words) if words and holder in words else name


def own_clause(scene: Scene, cue: int) -> Span:
    """The nearest clause around the cue that can stand alone: what a reader is shown."""
    word = cue
    while scene.sentence.rels[word] != "root" and scene.sentence.rels[word] not in SENTENCE_RELS:
        word = scene.sentence.heads[word]
    return clause(scene.sentence, word)


def find_what(scene: Scene, draft: Draft) -> Spans:
    """What is committed to, without its conditions."""
    apart = {*list_conditions(scene, draft), *(() if draft.cue in draft.what else (draft.cue,))}
    if draft.cue in draft.what and draft.holder is not None and scene.sentence.upos[draft.cue] == "VERB":
        below = scene.sentence.children(draft.cue, "nsubj", "aux", "cop", "mark")
        apart.update(n for n in below if lower(scene.sentence, n) != "to")
    found = {span for head in draft.what for span in content_spans(scene.sentence, head, without=apart)}
    found |= find_gap(scene, draft) | find_never(scene, draft)
    return tuple(sorted(s for s in found if not any(o != s and o.holds(s) for o in found)))


def find_never(scene: Scene, draft: Draft) -> set[Span]:
    """The word that denies the deed though it is tied to the cue: "never" in "vowed never to return"."""
    sentence = scene.sentence
    before = [n for n in sentence.children(draft.cue, "advmod") if draft.cue < n < min(draft.what, default=0)]
    return {sentence.spans[n] for n in before if lower(sentence, n) in {"never", "not"}}


def find_gap(scene: Scene, draft: Draft) -> set[Span]:
    """The noun a relative clause lacks: "the parade" in "the parade they had threatened to hold"."""
    sentence = scene.sentence
    deeds = [n for n in draft.what if sentence.upos[n] == "VERB" and not sentence.children(n, "obj")]
    noun = relative_noun(sentence, draft.cue)
    return {phrase(sentence, noun)} if deeds and noun is not None and noun != draft.holder else set()


def list_conditions(scene: Scene, draft: Draft) -> list[int]:
    """Heads of the clauses and phrases that make it depend on something."""
    children = {c for head in (*draft.what, draft.cue) for c in list_adjuncts(scene, head)}
    return sorted(child for child in children if is_condition(scene, child))


def list_adjuncts(scene: Scene, head: int) -> list[int]:
    """Adverbial clauses and phrases below a word, also those that hang on its objects and adverbs."""
    found, waiting = list[int](), [head]
    while waiting:
        word = waiting.pop()
        below = scene.sentence.children(word, "advcl", "obl", "nmod")
        found.extend(below)
        waiting.extend(
            c for c in scene.sentence.children(word, "obj", "advmod", "obl", "xcomp") if c not in found or c in below
        )
    return found


def find_condition(scene: Scene, draft: Draft) -> Spans:
    """The words of its conditions: "unless …", "if …", "without …", "after the deadline"."""
    return tuple(clause(scene.sentence, child) for child in list_conditions(scene, draft))


def is_condition(scene: Scene, child: int) -> bool:
    """Whether a dependent opens with a word of condition."""
    sentence = scene.sentence
    if base(sentence.rels[child]) == "advcl":
        is_even = any(lower(sentence, n) == "even" for n in sentence.children(child, "advmod"))
        return not is_even and has_mark(sentence, child, words_of("commitments", "condition", "marks"))
    if is_actor(scene, child) or scene.is_time(child):
        return False
    return any(lower(sentence, c) in {"without", "after"} for c in sentence.children(child, "case"))


def strength_of(scene: Scene, draft: Draft) -> str:
    """The cue with its helping verbs: "has vowed", "is expected"; only these where the cue is the deed itself: "will"."""
    helpers = [n for n in scene.sentence.children(draft.cue, "aux", "aux:pass", "cop") if n < draft.cue]
    is_deed = draft.cue in draft.what and draft.holder is not None and bool(helpers)
    return " ".join(scene.sentence.words[n] for n in (*helpers, *(() if is_deed else (draft.cue,))))
