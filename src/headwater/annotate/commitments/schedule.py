"""Scheduled doings: "is expected to speak on Wednesday", "plans to open in March", "will meet on Friday", "begins on Monday"."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.annotate.commitments.actors import can_hold, is_actor, is_opinion, is_person, same_actor
from headwater.annotate.commitments.clause import (
    auxiliaries,
    base,
    case_of,
    has_mark,
    is_infinitive,
    is_passive,
    lemma,
    lower,
    subject_of,
)
from headwater.annotate.commitments.draft import Draft
from headwater.annotate.commitments.happenings import find_organiser, is_happening, is_later
from headwater.annotate.commitments.lists import verb_cues, words_of
from headwater.annotate.commitments.scene import Scene
from headwater.model.notes import CommitmentKind
from headwater.model.sentence import Sentence

LIMITS = frozenset({"by", "before", "until", "within"})
SPEECH = frozenset({"ccomp", "parataxis"})


def find_schedule(scene: Scene) -> Iterator[Draft]:
    """A draft for each clause put on the calendar."""
    for word, pos in enumerate(scene.sentence.upos):
        if (pos in {"VERB", "ADJ"} or has_due(scene.sentence, word) or is_clipped(scene, word)) and not is_forecast(
            scene, word
        ):
            yield from read_set(scene, word)
            yield from read_plan(scene, word)
            yield from read_will(scene, word)
            yield from read_present(scene, word)
            yield from read_be_to(scene, word)
            yield from read_clipped(scene, word)
        elif word in scene.heads and not is_forecast(scene, word):
            yield from read_is_on(scene, word)


def is_forecast(scene: Scene, word: int) -> bool:
    """Whether the clause is what a commentator says will come, or what somebody warns of."""
    sentence = scene.sentence
    for node in (word, *sentence.ancestors(word)):
        if sentence.rels[node] in SPEECH and sentence.heads[node] >= 0:
            speaker = subject_of(sentence, sentence.heads[node])
            if lemma(sentence, sentence.heads[node]) in words_of("commitments_scheduled", "foretold", "verbs"):
                return True
            if speaker is not None and is_opinion(scene, speaker):
                return True
    return False


def read_set(scene: Scene, word: int) -> Iterator[Draft]:
    """As in "is scheduled to", "are due to", "is set for Friday", "a vote expected on Sunday"."""
    sentence, sure = scene.sentence, is_sure(scene, word)
    subject = sentence.heads[word] if is_beside(sentence, word) else subject_of(sentence, word)
    if subject is None or not (sure or is_likely(scene, word)) or not is_said_of(sentence, word):
        return
    doing = next((c for c in sentence.children(word, "xcomp") if is_infinitive(sentence, c)), None)
    if doing is not None and not sure and not is_schedulable(scene, doing, subject=subject):
        return
    if doing is None and not is_on_calendar(scene, word, subject=subject):
        return
    holder = holder_of(scene, subject, verb=doing)
    if holder is None:
        holder = find_organiser(scene, subject, verb=word)
    what = (doing,) if doing is not None else (word,) if holder == subject else (subject, word)
    past = bool({"was", "were", "had"} & auxiliaries_of(scene, word))
    needs = "" if sure and doing is not None else "due"
    targets = [
        n for n in sentence.children(word) if n in scene.heads and case_of(sentence, n) in {"to", "until", "till"}
    ]
    day = targets[0] if targets and is_moved(scene, word) else None
    yield Draft("scheduled", f"{lemma(sentence, word)}_to@1", word, holder, None, what, needs, past=past, day=day)


def is_sure(scene: Scene, word: int) -> bool:
    """Whether the word itself says that there is a calendar: "scheduled"."""
    return lemma(scene.sentence, word) in words_of("commitments_scheduled", "said_to_come", "sure")


def is_likely(scene: Scene, word: int) -> bool:
    """Whether the word puts what follows on a calendar if it has a day: "expected", "due"."""
    forms = {lemma(scene.sentence, word), lower(scene.sentence, word).removesuffix("ed")}
    return bool(forms & words_of("commitments_scheduled", "said_to_come", "likely")) or is_moved(scene, word)


def is_said_of(sentence: Sentence, word: int) -> bool:
    """Whether it is said of its subject: a passive, an adjective behind "be", or right behind a noun."""
    is_tied = sentence.rels[word] == "acl" or is_beside(sentence, word)
    return is_passive(sentence, word) or bool(sentence.children(word, "cop")) or is_tied


def is_beside(sentence: Sentence, word: int) -> bool:
    """As in "the vote, due on Friday, …": an adjective behind its noun."""
    return sentence.rels[word] == "amod" and 0 <= sentence.heads[word] < word


def auxiliaries_of(scene: Scene, word: int) -> set[str]:
    """The helping verbs of the word."""
    sentence = scene.sentence
    return {*auxiliaries(sentence, word), *(lower(sentence, n) for n in sentence.children(word, "aux:pass"))}


def is_on_calendar(scene: Scene, word: int, *, subject: int) -> bool:
    """Whether somebody or a happening is given a time: "set for Friday", "due on Monday"."""
    marks = {"for", "on", "in", "at", "by", "before", "", *(("until", "to") if is_moved(scene, word) else ())}
    if not (is_happening(scene, subject) or can_hold(scene, subject) or is_sure(scene, word)):
        return False
    return any(n in scene.heads and case_of(scene.sentence, n) in marks for n in scene.sentence.children(word))


def is_moved(scene: Scene, word: int) -> bool:
    """As in "postponed until Friday", "put off until Friday"."""
    return lemma(scene.sentence, word) in words_of("commitments_scheduled", "said_to_come", "moved")


def holder_of(scene: Scene, subject: int, *, verb: int | None = None) -> int | None:
    """The subject where it is somebody, or does something; None where it is the happening itself, or suffers it."""
    if can_hold(scene, subject):
        is_done_to = verb is not None and is_passive(scene.sentence, verb)
        return None if is_done_to and not is_person(scene, subject) else subject
    acts = verb is not None and not is_passive(scene.sentence, verb) and not is_happening(scene, subject)
    return subject if acts else None


def is_schedulable(scene: Scene, verb: int, *, subject: int) -> bool:
    """Whether such a thing can be put on a calendar by or for this subject."""
    key = lemma(scene.sentence, verb)
    if is_ready(scene.sentence, verb):
        return not is_person(scene, subject)
    if key not in words_of("commitments_scheduled", "verbs", "words"):
        is_doing = can_hold(scene, subject)
        if is_passive(scene.sentence, verb):  # "will be asked of him on Saturday" is no plan, "will be repaired by" is
            is_doing = any(
                case_of(scene.sentence, n) in LIMITS for n in scene.sentence.children(verb) if n in scene.heads
            )
        return is_doing and key not in words_of("commitments_scheduled", "unplanned", "words")
    return (
        opens(scene, verb, subject=subject)
        or can_hold(scene, subject)
        or is_happening(scene, subject)
        or is_passive(scene.sentence, verb)
    )


def is_ready(sentence: Sentence, word: int) -> bool:
    """As in "will be ready", "would be available": a state that something is to reach."""
    is_state = lemma(sentence, word) in words_of("commitments_scheduled", "ready", "words")
    return is_state and bool(sentence.children(word, "cop"))


def opens(scene: Scene, verb: int, *, subject: int) -> bool:
    """As in "the gates will open": a start or an end that needs nobody who acts."""
    sentence = scene.sentence
    is_start = lemma(sentence, verb) in words_of("commitments_scheduled", "happens", "words")
    return is_start and not sentence.children(verb, "obj") and not is_actor(scene, subject)


def read_plan(scene: Scene, word: int) -> Iterator[Draft]:
    """As in "plans to open the line in March"."""
    sentence = scene.sentence
    if lemma(sentence, word) not in words_of("commitments_scheduled", "planned", "words") or is_passive(sentence, word):
        return
    doings = [c for c in sentence.children(word, "xcomp") if is_infinitive(sentence, c)]
    holder = subject_of(sentence, word)
    if holder is None or not can_hold(scene, holder):
        return
    if doings:
        kind: CommitmentKind = "promise" if is_announced(scene, word, holder=holder) else "scheduled"
        yield Draft(kind, "plan_to@1", word, holder, None, tuple(doings[:1]), "due")
        return
    planned = [n for n in sentence.children(word, "obj") if is_happening(scene, n)]
    days = [n for node in (word, *planned) for n in sentence.children(node) if n in scene.heads]
    if planned and any(is_later(scene, scene.heads[n]) for n in days):
        yield Draft("scheduled", "plan@1", word, holder, None, (*planned[:1], *days[:1]), "due", deed=False)


def is_announced(scene: Scene, plan: int, *, holder: int) -> bool:
    """As in "The bank says it plans to": whoever announces a plan of their own for the public takes it on."""
    sentence, head = scene.sentence, scene.sentence.heads[plan]
    if (
        head < 0
        or sentence.rels[plan] != "ccomp"
        or lemma(sentence, head) not in {"say", "announce", "tell", "declare"}
    ):
        return False
    speaker = subject_of(sentence, head)
    return speaker is not None and same_actor(scene, holder, speaker)


def read_will(scene: Scene, word: int) -> Iterator[Draft]:
    """As in "The president will visit on Tuesday"; "the vote will be held on Sunday"."""
    sentence = scene.sentence
    helpers = auxiliaries(sentence, word)
    subject = subject_of(sentence, word)
    is_ahead = bool({"will", "'ll", "’ll"} & set(helpers)) or is_reported_ahead(scene, word) or is_owed(scene, word)
    if subject is None or not is_ahead or not (sentence.upos[word] == "VERB" or is_ready(sentence, word)):
        return
    if sentence.rels[word] in SPEECH and lower(sentence, subject) in {"it", "he", "she", "they", "we", "i"}:
        return
    if is_schedulable(scene, word, subject=subject) or is_taking_place(scene, word):
        takes_place = is_taking_place(scene, word) and not takes_office(scene, word)
        holder = None if takes_place else holder_of(scene, subject, verb=word)
        if holder is None and not is_owed(scene, word):
            holder = find_organiser(scene, subject, verb=word)
        yield Draft("scheduled", "will_on@1", word, holder, None, (word,), "due", deed=False)


def is_owed(scene: Scene, word: int) -> bool:
    """As in "the guns should now be moved by Friday": what is to be done to a thing by a day."""
    sentence = scene.sentence
    is_by = any(case_of(sentence, n) == "by" for n in sentence.children(word) if n in scene.heads)
    return is_by and is_passive(sentence, word) and "should" in auxiliaries(sentence, word)


def is_insisted(sentence: Sentence, word: int) -> bool:
    """As in "insisted that the troops leave on Friday": a demand, not a calendar."""
    head = sentence.heads[word]
    cues = verb_cues().get(lemma(sentence, head), ()) if head >= 0 and sentence.rels[word] == "ccomp" else ()
    return any(cue.kind == "demand" and "subjunctive" in cue.takes for cue in cues)


def is_reported_ahead(scene: Scene, word: int) -> bool:
    """As in "The ministry said the school would reopen on Monday": the "will" of who announces it, told in the past."""
    sentence, telling = scene.sentence, find_announcement(scene.sentence, word)
    if telling is None or "would" not in auxiliaries(sentence, word):
        return False
    subject, speaker = subject_of(sentence, word), subject_of(sentence, telling)
    if subject is None or speaker is None or not can_hold(scene, speaker) or is_person(scene, subject):
        return False
    is_done_to = is_passive(sentence, word) or is_ready(sentence, word)
    is_done_to = is_done_to or lemma(sentence, word) in words_of("commitments_scheduled", "gathers", "words")
    starts = lemma(sentence, word) in words_of("commitments_scheduled", "happens", "words")
    return is_done_to or ((starts or is_happening(scene, subject)) and not has_condition(sentence, word))


def find_announcement(sentence: Sentence, word: int) -> int | None:
    """The verb that announces a clause, before or beside it: "said that A and that B", "the round, she said, would"."""
    beside = [n for n in sentence.children(word, "parataxis") if sentence.rels[word] == "root"]
    content = sentence.heads[word] if sentence.rels[word] == "conj" else word
    above = [sentence.heads[content]] if content >= 0 and sentence.rels[content] == "ccomp" else []
    told = words_of("commitments_scheduled", "announced", "verbs")
    past = {"VBD", "VBN"}
    return next((n for n in (*above, *beside) if lemma(sentence, n) in told and sentence.xpos[n] in past), None)


def has_condition(sentence: Sentence, verb: int) -> bool:
    """Whether a clause with "if" or the like hangs on the verb."""
    conditional = words_of("fears", "conditional", "words")
    return any(has_mark(sentence, n, conditional) for n in sentence.children(verb, "advcl"))


def is_taking_place(scene: Scene, word: int) -> bool:
    """As in "take place", "take effect", "come into force"."""
    sentence = scene.sentence
    objects = {lemma(sentence, n) for n in sentence.children(word, "obj", "obl", "compound:prt")}
    return lemma(sentence, word) in {"take", "come", "go", "kick", "get"} and bool(
        objects & {"place", "effect", "force", "office", "off", "way", "underway"}
    )


def takes_office(scene: Scene, verb: int) -> bool:
    """As in "take office", which people do."""
    return bool({"office"} & {lemma(scene.sentence, n) for n in scene.sentence.children(verb, "obj")})


def read_present(scene: Scene, word: int) -> Iterator[Draft]:
    """As in "The hearings begin on Monday": the present tense of a happening with a day that is still to come."""
    sentence = scene.sentence
    if (
        sentence.xpos[word] not in {"VBZ", "VBP"}
        or sentence.rels[word] == "acl"
        or base(sentence.rels[word]) == "advcl"
    ):
        return
    subject = subject_of(sentence, word)
    if sentence.rels[word] == "acl:relcl" and (subject is None or not is_happening(scene, subject)):
        return
    if subject is None or is_opinion(scene, subject) or is_insisted(sentence, word):
        return
    is_start = lemma(sentence, word) in words_of("commitments_scheduled", "happens", "words")
    begins = is_start and (is_happening(scene, subject) or lemma(sentence, subject).endswith("ing"))
    if lemma(sentence, word) == "face" and not any(is_happening(scene, n) for n in sentence.children(word, "obj")):
        return
    is_move = is_start or lemma(sentence, word) in words_of("commitments_scheduled", "moves", "words")
    moves = is_move and is_actor(scene, subject)
    if not (is_taking_place(scene, word) or begins or moves) or not has_day(scene, word):
        return
    holder = subject if moves or takes_office(scene, word) else find_organiser(scene, subject, verb=word)
    yield Draft("scheduled", "happens_on@1", word, holder, None, (word,), "due", deed=False)


def is_clipped(scene: Scene, word: int) -> bool:
    """As in "Coalition talks resume on Tuesday.", where the verb is taken for a noun behind a happening in the plural."""
    sentence = scene.sentence
    is_root = sentence.upos[word] == "NOUN" and sentence.rels[word] == "root" and word > 0
    is_start = lemma(sentence, word) in words_of("commitments_scheduled", "happens", "words")
    return is_root and is_start and sentence.xpos[word - 1] == "NNS" and is_happening(scene, word - 1)


def read_clipped(scene: Scene, word: int) -> Iterator[Draft]:
    """A draft for such a sentence where its day lies ahead."""
    days = [n for n in scene.sentence.children(word) if n in scene.heads and is_later(scene, scene.heads[n])]
    if is_clipped(scene, word) and days:
        yield Draft("scheduled", "happens_on@1", word, None, None, (word,), "due", deed=False)


def has_day(scene: Scene, word: int) -> bool:
    """Whether a day other than the report's hangs on the verb: the present tense alone may tell of habits, or of today."""
    objects = scene.sentence.children(word, "obj")
    near = [n for node in (word, *objects) for n in scene.sentence.children(node)]
    days = [scene.heads[n].earliest for n in near if n in scene.heads]
    return scene.published is not None and any(day is not None and day not in scene.published for day in days)


def read_be_to(scene: Scene, word: int) -> Iterator[Draft]:
    """As in "the ministers are to meet on Friday", "the court is due to rule" with "due to" read as one mark."""
    sentence = scene.sentence
    helpers = [n for n in sentence.children(word, "aux", "cop") if lower(sentence, n) in {"is", "are", "was", "were"}]
    subject = subject_of(sentence, word)
    is_to = is_infinitive(sentence, word) or has_due(sentence, word)
    if not helpers or not is_to or subject is None or subject > helpers[0]:
        return
    if is_schedulable(scene, word, subject=subject) or is_taking_place(scene, word):
        holder = None if is_ready(sentence, word) else holder_of(scene, subject, verb=word)
        past = lower(sentence, helpers[0]) in {"was", "were"}
        yield Draft("scheduled", "be_to@1", word, holder, None, (word,), "due", deed=False, past=past)


def read_is_on(scene: Scene, word: int) -> Iterator[Draft]:
    """As in "the next hearing is on 20 May", "the election is Sunday"."""
    sentence, first = scene.sentence, scene.heads[word].earliest
    is_now = any(lower(sentence, n) in {"is", "are"} for n in sentence.children(word, "cop"))
    subject = next(iter(sentence.children(word, "nsubj")), None)
    is_later = first is not None and scene.published is not None and first > scene.published[1]
    if is_now and is_later and subject is not None and is_happening(scene, subject):
        holder = find_organiser(scene, subject, verb=word)
        yield Draft("scheduled", "is_on@1", word, holder, None, (subject, word), "due", deed=False)


def has_due(sentence: Sentence, word: int) -> bool:
    """Whether "due" opens the clause as if it were a mark."""
    return any(lower(sentence, n) == "due" for n in sentence.children(word, "mark", "case"))
