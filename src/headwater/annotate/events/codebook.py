"""The code book's rules that join a deed and its stance into one type.

A cooperative deed somebody says they will do is AGREE, a hostile one THREATEN, a cooperative one they will not do REJECT; a
deed demanded of another is REQUEST. Source: PLOVER code book (Open Event Data Alliance, draft 0.7) and its CAMEO crosswalk.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from headwater.annotate.events.contexts import find_contexts
from headwater.annotate.events.deed import Deed
from headwater.annotate.events.parties import PERSONAL, classes_of, find_parties, name_label
from headwater.annotate.events.senses import Sense
from headwater.annotate.stance import View, read_stance
from headwater.annotate.stance.clause import RELATIVE, obliques, patient, surface_subject
from headwater.annotate.stance.mood import marks
from headwater.model.notes import Stance
from headwater.model.sentence import Sentence

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
HOSTILE = frozenset({"THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
SPOKEN: dict[str, Stance] = {"AGREE": "promised", "REQUEST": "demanded", "REJECT": "refused", "THREATEN": "threatened"}
VOWS = frozenset({"vow", "pledge", "promise", "swear", "undertake"})
"""Promises that may be threats; what is offered or agreed to is none."""
MUST = Sense("REQUEST", "verb", (), "plover.request.must@1")
"""The sense of "said that … must"."""
TOLD = frozenset({"happened", "ongoing"})
HELD = frozenset(SPOKEN.values())
"""Stances that are the actor's own."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A deed as the code book names it."""

    deed: Deed
    type: str
    mode: str | None
    stance: Stance
    actor: tuple[int, ...]
    recipient: tuple[int, ...]
    trigger: tuple[int, ...]
    holder: tuple[int, ...] = ()
    """Heads of those whose view the stance is; none = the report's own voice."""


def code_deeds(sentence: Sentence, deeds: list[Deed]) -> Iterator[Coded]:
    """The deeds of a sentence, those that are the content of a speech act folded into it."""
    deeds = [in_context(sentence, deed) for deed in deeds]
    views = {deed.word: read_stance(sentence, deed.word) for deed in deeds}
    folding = {deed.word: deed for deed in deeds if deed.sense.folds}
    inner: dict[int, list[Deed]] = {}
    for deed in deeds:
        governor = views[deed.word].governor
        if governor in folding and governor != deed.word:
            inner.setdefault(governor, []).append(deed)
    words = {deed.word for deed in deeds}
    several = len(deeds) > 1
    hidden = {deed.word for contents in inner.values() for deed in contents}
    for deed in deeds:
        if (
            deed.word in hidden
            or is_ground(sentence, deed, words)
            or is_background(sentence, deed, views[deed.word], several=several)
        ):
            continue
        view = views[deed.word]
        if deed.word in folding:
            coded = code_speech(sentence, deed, view=view, contents=inner.get(deed.word, []), views=views)
        else:
            coded = code_plain(sentence, deed, view)
        coded = name_pronouns(sentence, coded, view)
        if "it" not in deed.sense.not_by or not any(sentence.words[a].lower() == "it" for a in coded.actor):
            yield name_holder(sentence, coded, view)
    yield from code_musts(sentence, words)


def in_context(sentence: Sentence, deed: Deed) -> Deed:
    """The deed with the type its clause makes it: troops sent to keep the peace are aid."""
    if deed.sense.type != "MOBILIZE" or "peacekeeping" not in find_contexts(sentence, deed.trigger, (), None):
        return deed
    return replace(deed, sense=replace(deed.sense, type="AID", mode="peacekeeping"))


def name_holder(sentence: Sentence, coded: Coded, view: View) -> Coded:
    """The deed with whose view its stance is: who threatens, promises, demands or refuses, else who is said to hold it."""
    if coded.stance in HELD and coded.type in SPOKEN and coded.actor:
        return replace(coded, holder=coded.actor)
    if view.holder is None:
        return coded
    parties = tuple(p for p in find_parties(sentence, view.holder) if sentence.words[p].lower() not in RELATIVE)
    return replace(coded, holder=parties or (view.holder,))


def name_pronouns(sentence: Sentence, coded: Coded, view: View) -> Coded:
    """The deed with "it" or "he" replaced by the speaker in whose words it stands ("Chad said it would …")."""
    if view.holder is None or len(coded.actor) != 1:
        return coded
    word = coded.actor[0]
    lower = sentence.words[word].lower()
    speakers = tuple(find_parties(sentence, view.holder))
    if lower not in ("he", "she", "it", "they", "we", "i") or not speakers or view.holder == word:
        return coded
    if sentence.upos[speakers[0]] == "PRON" or not may_stand_for(sentence, lower, speakers):
        return coded
    return replace(coded, actor=speakers, recipient=tuple(r for r in coded.recipient if r not in speakers))


def may_stand_for(sentence: Sentence, pronoun: str, speakers: tuple[int, ...]) -> bool:
    """Whether a pronoun may stand for speakers: one person for "he", no person for "it", several or a body for "they"."""
    label = name_label(sentence, speakers[0])
    plural = len(speakers) > 1 or sentence.xpos[speakers[0]] == "NNS"
    if pronoun in {"he", "she", "i"}:
        return not plural and label in {None, "PERSON"}
    if pronoun == "it":
        return not plural and label != "PERSON"
    return pronoun == "we" or plural or label != "PERSON"


def code_musts(sentence: Sentence, words: set[int]) -> Iterator[Coded]:
    """Demands made by saying that another must do something."""
    for word, helper in enumerate(sentence.words):
        verb = sentence.heads[word]
        if helper.lower() != "must" or verb in words or sentence.rels[word] != "aux" or sentence.rels[verb] != "ccomp":
            continue
        view = read_stance(sentence, verb)
        subject = surface_subject(sentence, verb)
        if subject is None or view.holder is None or view.governor in words or view.stance != "demanded":
            continue
        actor, recipient = find_parties(sentence, view.holder), find_parties(sentence, subject)
        if actor and recipient and not set(actor) & set(recipient) and sentence.upos[recipient[0]] != "PRON":
            deed = Deed(verb, MUST, (word, verb), tuple(actor), tuple(recipient))
            yield Coded(deed, "REQUEST", None, "demanded", deed.actor, deed.recipient, deed.trigger, deed.actor)


def is_ground(sentence: Sentence, deed: Deed, words: set[int]) -> bool:
    """Whether a deed is only the alleged ground, or the purpose, of another ("arrested for aiding", "came to meet")."""
    head, rel = sentence.heads[deed.word], sentence.rels[deed.word]
    if head not in words or rel not in {"advcl", "acl", "obl"}:
        return False
    introduced = set(marks(sentence, deed.word))
    return bool(introduced & {"for", "of", "over", "to"})


def is_background(sentence: Sentence, deed: Deed, view: View, *, several: bool) -> bool:
    """Whether a deed only describes a party or sets a condition beside another deed, or lacks the parties it should name."""
    rel = sentence.rels[deed.word]
    clause = sentence.upos[deed.word] == "VERB" and not sentence.children(deed.word, "nsubj", "nsubj:pass")
    describes = rel == "acl" and clause
    if several and (is_conditional(sentence, deed.word) or describes):
        return True
    if view.stance == "hypothetical" and view.governor is None:
        return not (deed.actor and deed.recipient)
    return not deed.actor and rel in {"acl", "acl:relcl", "advcl", "nmod", "obl"}


def is_conditional(sentence: Sentence, word: int) -> bool:
    """Whether a deed stands in a clause of condition."""
    while sentence.rels[word] == "conj" and sentence.heads[word] >= 0:
        word = sentence.heads[word]
    return bool(set(marks(sentence, word)) & {"if", "unless", "until", "whether"})


def code_speech(sentence: Sentence, deed: Deed, *, view: View, contents: list[Deed], views: dict[int, View]) -> Coded:
    """A speech act: what is promised, demanded, refused or threatened decides with it."""
    type_, stance = deed.sense.type, view.stance
    content = contents[0] if contents else None
    spoken = content is not None or deed.complement is not None
    if type_ == "AGREE" and content is not None:
        type_ = promised_type(sentence, deed, content=content, view=views[content.word])
    promises = sentence.lemmas[deed.word].lower() in VOWS
    if stance in TOLD and (spoken or promises or type_ != "AGREE"):
        stance = SPOKEN.get(type_, stance)
    inner = content.recipient if content else ()
    recipient = (inner or deed.recipient) if deed.guessed else (deed.recipient or inner)
    if type_ == "REQUEST" and deed.guessed and content is not None and set(content.actor) - set(deed.actor):
        recipient = content.actor  # "demanded that the army free them" is asked of the army
    merged = type_ in SPOKEN
    told = content.trigger if content is not None else spoken_words(sentence, deed)
    trigger = (*deed.trigger, *(told if merged else ()))
    recipient = tuple(r for r in recipient if r not in deed.actor)
    coded = Coded(deed, type_, deed.sense.mode, stance, deed.actor, recipient, tuple(sorted(set(trigger))))
    return by_holder(sentence, coded, view=view, type_="REQUEST") if view.stance == "demanded" else coded


def spoken_words(sentence: Sentence, deed: Deed) -> tuple[int, ...]:
    """The words that say what is demanded, refused or promised, where they name no deed of the code book."""
    asked = patient(sentence, deed.word)
    wanted = [n for case, n in obliques(sentence, deed.word) if case == "for"] if deed.sense.via else []
    things = [n for n in (asked, *wanted) if n is not None and not classes_of(sentence, n)]
    if things:
        return tuple(things[:1])
    content = deed.complement
    if content is None:
        return ()
    done_to = patient(sentence, content) if sentence.upos[content] == "VERB" else None
    return (content,) if done_to is None or sentence.upos[done_to] == "PRON" else (content, done_to)


def promised_type(sentence: Sentence, deed: Deed, *, content: Deed, view: View) -> str:
    """What a promise is: a threat if a hostile deed is vowed, a refusal if a deed is not to be done."""
    if view.stance == "negated":
        return "REJECT" if content.sense.type in COOPERATIVE else "AGREE"
    vowed = sentence.lemmas[deed.word].lower() in VOWS
    return "THREATEN" if vowed and content.sense.type in HOSTILE else "AGREE"


def code_plain(sentence: Sentence, deed: Deed, view: View) -> Coded:
    """A deed told as such: the type of its sense, unless it is only intended, demanded or refused."""
    coded = Coded(deed, deed.sense.type, deed.sense.mode, view.stance, deed.actor, deed.recipient, deed.trigger)
    if view.stance in TOLD:
        return replace(coded, stance="demanded") if coded.type == "REQUEST" else coded
    if view.stance == "demanded" and view.holder is not None:
        return by_holder(sentence, coded, view=view, type_="REQUEST")
    if not intended(sentence, deed, view):
        return coded
    if view.stance in {"negated", "refused"}:
        return replace(coded, type="REJECT", stance="refused", mode=None) if deed.sense.type in COOPERATIVE else coded
    if deed.sense.type in COOPERATIVE and deed.sense.mode != "resign":
        return replace(coded, type="AGREE", mode=None)
    return replace(coded, type="THREATEN", mode=None) if deed.sense.type in HOSTILE else coded


def by_holder(sentence: Sentence, coded: Coded, *, view: View, type_: str) -> Coded:
    """A deed somebody else wants done: they are the actor, who should do it the recipient."""
    holder = tuple(find_parties(sentence, view.holder)) if view.holder is not None else ()
    if not holder or set(holder) & set(coded.actor):
        return coded
    return replace(coded, type=type_, mode=None, actor=holder, recipient=coded.actor or coded.recipient)


def intended(sentence: Sentence, deed: Deed, view: View) -> bool:
    """Whether the actor's own "will", plan, threat or refusal is told, in the actor's or the report's voice."""
    if view.own:
        return view.holder is None or deed.sense.type in COOPERATIVE or same_party(sentence, view.holder, deed)
    if view.governor is not None and sentence.lemmas[view.governor].lower() in {"decide", "decision"}:
        return False
    if view.governor is None or view.stance not in {"expected", "threatened", "promised", "refused"}:
        return False
    return view.holder is not None and same_party(sentence, view.holder, deed)


def same_party(sentence: Sentence, holder: int, deed: Deed) -> bool:
    """Whether the holder of a view is the actor of the deed, or the actor a pronoun that may stand for the holder."""
    if holder in deed.actor:
        return True
    heads = set(find_parties(sentence, holder))
    if heads & set(deed.actor):
        return True
    subject = surface_subject(sentence, deed.word)
    return subject is not None and sentence.words[subject].lower() in PERSONAL
