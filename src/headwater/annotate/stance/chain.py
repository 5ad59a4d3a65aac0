"""The stance of a deed: its own grammar first, then every word that governs it, from the outside in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from headwater.annotate.stance.clause import case_of, is_passive, lemma_with_particle, surface_subject
from headwater.annotate.stance.mood import Mood, marks, mood_of
from headwater.lexicon import load
from headwater.model.notes import Stance
from headwater.model.sentence import Sentence

TOLD = frozenset({"happened", "ongoing"})
FLIPPED: dict[Stance, Stance] = {"happened": "negated", "ongoing": "negated", "negated": "happened"}
DEEPEST = 12
RAISING = frozenset({"appear", "seem", "tend", "likely", "bound", "certain", "sure", "set", "due", "poised"})
"""Words whose subject is the deed's, and holds no view: "the home appears to have been targeted"."""
COMPLEMENT_CASES = frozenset({"of", "in", "from", "at", "to", "into", "about", "on", "against", "for"})
"""Prepositions that tie a gerund to the verb that governs it."""


@dataclass(frozen=True, slots=True)
class View:
    """How a deed is presented, by whom, and which word says so."""

    stance: Stance
    holder: int | None = None
    """Head of the noun phrase whose view it is; None = the report's own voice."""
    governor: int | None = None
    """The governing word that set the stance ("threatened", "plan"); None where the clause itself did."""
    own: bool = False
    """Whether the clause's own "will" or "would" set it."""


@lru_cache(maxsize=1)
def effects() -> dict[str, str]:
    """Governing lemma -> what it does to the deed it governs (``sets`` of the lexicon)."""
    return {word: entry["sets"] for entry in load("stance").values() if "sets" in entry for word in entry["words"]}


def effect_of(sentence: Sentence, word: int, *, infinitive: bool = False) -> str | None:
    """What a governing word does to its complement; None where the lexicon does not know it."""
    lemma = sentence.lemmas[word].lower()
    following = sentence.words[word + 1].lower() if word + 1 < len(sentence) else ""
    forms = [f"{lemma} to"] if infinitive else []
    forms += [lemma_with_particle(sentence, word), f"{lemma} {following}", lemma]
    return next((effects()[form] for form in forms if form in effects()), None)


def read_stance(sentence: Sentence, word: int) -> View:
    """The stance of the deed that ``word`` (a verb, a noun, a predicate adjective) names."""
    return _read(sentence, word, 0)


def _read(sentence: Sentence, word: int, depth: int) -> View:
    mood = mood_of(sentence, word)
    place = word
    while sentence.rels[place] == "conj" and sentence.heads[place] >= 0:
        place = sentence.heads[place]
    head, rel = sentence.heads[place], sentence.rels[place]
    if head < 0 or depth > DEEPEST or rel == "acl:relcl":
        return _alone(sentence, word, mood)
    if sentence.upos[word] in {"NOUN", "PROPN"} and not sentence.children(word, "cop"):
        return _noun(sentence, place, mood=mood, depth=depth)
    if rel == "advcl":
        return _adverbial(sentence, place, mood=mood, depth=depth)
    if rel in {"ccomp", "xcomp", "csubj", "csubj:pass", "acl", "obl", "nmod"}:
        return _governed(sentence, place, mood=mood, depth=depth)
    return _alone(sentence, word, mood)


def settle(mood: Mood, default: Stance = "happened") -> Stance:
    """The stance of a mood by itself; what may not be is still open."""
    stance = mood.stance or default
    if stance == "hypothetical":
        return stance
    return FLIPPED.get(stance, "negated") if mood.negated else stance


def _alone(sentence: Sentence, word: int, mood: Mood) -> View:
    """A clause that nothing governs: the report's voice, or that of "…, police said" beside it."""
    if mood.stance is None and sentence.xpos[word] == "VBG":
        return _unsupported(sentence, word, mood)
    if mood.stance is None and "to" in marks(sentence, word):
        mood = replace(mood, stance="expected")
    elif mood.stance is None and sentence.xpos[word] == "VB":
        mood = replace(mood, stance="hypothetical")
    if sentence.words[-1] == "?" and not mood.negated and mood.stance != "negated":
        mood = replace(mood, stance="hypothetical")
    return View(settle(mood), beside(sentence, word), own=mood.own)


def _unsupported(sentence: Sentence, word: int, mood: Mood) -> View:
    """A participle at the head of a sentence: ongoing in a headline; else the verb before it, which the parse hung
    elsewhere, governs it ("proposed easing"), or nothing is known.
    """
    effect = effect_of(sentence, word - 1) if word and sentence.xpos[word - 1] in {"VBD", "VBN", "VBZ", "VBP"} else None
    if effect is None:
        return View("ongoing" if sentence.role == "title" else "hypothetical")
    return replace(_lend(View("happened"), effect, mood), governor=word - 1, holder=surface_subject(sentence, word))


def beside(sentence: Sentence, word: int) -> int | None:
    """The speaker named beside a clause: "…, police said", "according to police"."""
    for child in sentence.children(word, "parataxis", "obl"):
        if sentence.rels[child] == "obl":
            if case_of(sentence, child) == "according":
                return child
        elif effect_of(sentence, child) == "report":
            return surface_subject(sentence, child)
    return None


def _adverbial(sentence: Sentence, word: int, *, mood: Mood, depth: int) -> View:
    """A clause of time, cause, condition or purpose."""
    heads = set(marks(sentence, word))
    if is_complement(sentence, word, mood):
        return _governed(sentence, word, mood=mood, depth=depth)
    if heads & {"without", "instead"}:
        return View("negated")
    if mood.stance is None and "to" in heads:
        return replace(_weaken(_read(sentence, sentence.heads[word], depth + 1), "expected"), own=False)
    if mood.stance is None and (not heads or sentence.xpos[word] == "VBG"):
        above = _read(sentence, sentence.heads[word], depth + 1)
        return replace(above, stance="negated" if mood.negated else above.stance, own=False)
    return _alone(sentence, word, mood)


def is_complement(sentence: Sentence, word: int, mood: Mood) -> bool:
    """Whether what the parse calls an adverbial is what its verb governs: "accused of hiding", "called on them to leave"."""
    if mood.stance is not None:
        return False
    head, introduced = sentence.heads[word], set(marks(sentence, word))
    effect = effect_of(sentence, head)
    if sentence.xpos[word] == "VBG":
        return effect is not None and bool(introduced & COMPLEMENT_CASES)
    return effect == "demanded" and "to" in introduced and not sentence.children(head, "obj")


def _weaken(above: View, stance: Stance) -> View:
    """An open stance under a view: it stands where the view tells a fact, and is only supposed elsewhere."""
    if above.stance in TOLD:
        return replace(above, stance=stance)
    return replace(above, stance="negated" if above.stance == "negated" and stance == "expected" else "hypothetical")


def _noun(sentence: Sentence, place: int, *, mood: Mood, depth: int) -> View:
    """A deed named by a noun: what the verb or noun it depends on does to it."""
    if mood.negated:
        return View("negated")
    head, rel = sentence.heads[place], sentence.rels[place]
    effect = effect_of(sentence, head)
    case = case_of(sentence, place)
    if rel in {"nsubj"} and not is_passive(sentence, head):
        if effect in {"same", "ongoing"} or sentence.lemmas[head].lower() in {"occur", "happen", "take", "follow"}:
            return _compose(sentence, head, effect or "same", mood=mood, depth=depth)
        return View(settle(mood))
    if effect == "promised" and sentence.lemmas[head].lower() in {"accept", "approve", "consent", "assure"}:
        return View(settle(mood))
    reached = rel in {"obj", "nsubj:pass", "xcomp"} or (
        rel in {"obl", "nmod"} and case in {"of", "for", "in", "on", "with", "to"}
    )
    if rel == "nmod" and case not in {"of", "for"}:
        reached = False
    if rel == "obl" and effect == "fact":
        reached = False
    if effect is None or not reached:
        return View(settle(mood))
    return _compose(sentence, head, effect, mood=mood, depth=depth)


def _governed(sentence: Sentence, place: int, *, mood: Mood, depth: int) -> View:
    """A clause that is the complement of a verb, noun or adjective."""
    head, rel = sentence.heads[place], sentence.rels[place]
    infinitive = mood.stance is None and "to" in marks(sentence, place)
    effect = effect_of(sentence, head, infinitive=infinitive)
    if effect == "report" and infinitive and not is_passive(sentence, head) and sentence.lemmas[head] == "tell":
        effect = "demanded"
    if effect == "same" and infinitive and sentence.upos[head] == "NOUN":
        effect = "hypothetical"
    if effect is None:
        effect = unknown_effect(sentence, head, infinitive=infinitive, rel=rel)
    if effect == "demanded" and {"if", "whether"} & set(marks(sentence, place)):
        effect = "report"
    if effect in {"threatened", "promised"} and mood.stance is not None:
        effect = finite_commitment(sentence, place, mood=mood, effect=effect)
    return _compose(sentence, head, effect, mood=mood, depth=depth)


def unknown_effect(sentence: Sentence, head: int, *, infinitive: bool, rel: str) -> str:
    """What a governing word outside the lexicon does: obligation for "have to", nothing asserted for other infinitives."""
    if infinitive and sentence.lemmas[head] == "have":
        return "demanded"
    if infinitive and sentence.lemmas[head] == "use":
        return "same"
    if infinitive:
        return "hypothetical"
    return "report" if rel == "ccomp" else "same"


def finite_commitment(sentence: Sentence, place: int, *, mood: Mood, effect: str) -> str:
    """ "warned that it would" is a threat, "warned that others would" a forecast, "agreed that it had" a report."""
    if mood.stance in TOLD:
        return "report"
    subject = surface_subject(sentence, place)
    alike = subject is not None and sentence.upos[subject] == "PRON"
    return effect if alike or effect == "promised" else "report"


def _compose(sentence: Sentence, head: int, effect: str, *, mood: Mood, depth: int) -> View:
    """The stance a governing word lends, given its own."""
    above = _read(sentence, head, depth + 1)
    view = _lend(above, effect, mood)
    if effect in {"same", "flip", "ongoing"}:
        return view
    holder = surface_subject(sentence, head) if sentence.upos[head] in {"VERB", "ADJ"} else owner(sentence, head)
    if sentence.lemmas[head].lower() in RAISING:
        holder = None
    if is_passive(sentence, head):
        holder = next((c for c in sentence.children(head, "obl") if case_of(sentence, c) == "by"), above.holder)
    return replace(view, holder=holder if holder is not None else above.holder, governor=head)


def owner(sentence: Sentence, noun: int) -> int | None:
    """Whose plan, threat or promise a noun names."""
    owners = sentence.children(noun, "nmod:poss")
    if owners:
        return owners[0]
    # "replied with a threat" tells whose it is, "came amid fears" does not.
    if sentence.rels[noun] == "obj" or (sentence.rels[noun] == "obl" and case_of(sentence, noun) in {"with", "on"}):
        return surface_subject(sentence, sentence.heads[noun])
    return None


def _lend(above: View, effect: str, mood: Mood) -> View:
    if effect == "report":
        if above.stance in TOLD:
            planned = mood.own and mood.stance == "hypothetical" and not mood.negated
            return View("expected" if planned else settle(mood), own=mood.own)
        return View("denied" if above.stance in {"denied", "refused"} else "hypothetical")
    if effect == "fact" or (effect == "denied" and above.stance == "negated"):
        return View(settle(mood), own=mood.own)
    if effect in {"same", "flip", "ongoing"}:
        return _carry(above, effect, mood)
    stance: Stance = effect  # type: ignore[assignment]
    view = _weaken(above, stance)
    if mood.negated and view.stance != "hypothetical":
        return replace(view, stance="negated")
    return replace(view, own=False)


def _carry(above: View, effect: str, mood: Mood) -> View:
    """Implicatives: the deed shares the governing word's fate, or has the opposite one."""
    flips = (effect == "flip") != mood.negated
    stance = above.stance
    if mood.stance not in {None, "happened"} and stance in TOLD and mood.stance is not None:
        stance = mood.stance
    if flips:
        stance = FLIPPED.get(stance, "negated" if stance == "expected" else "hypothetical")
    elif effect == "ongoing" and stance == "happened":
        stance = "ongoing"
    return replace(above, stance=stance)
