"""The frames of a verb: which of its complements is the content ("told the crew *to wait*", "called the strike *a mistake*")."""

from __future__ import annotations

from headwater.annotate.statements.clauses import (
    Clause,
    as_phrase_of,
    case_of,
    find_entry,
    has_to,
    is_passive,
    mark_of,
    phrases,
    prep_of,
    subtree_without,
)
from headwater.annotate.statements.cues import Cue, Entry, entries, nouns
from headwater.model.sentence import Sentence

OF = {"of": Cue("accuse", "speech"), "for": Cue("accuse", "speech")}


def meets_need(sentence: Sentence, verb: int, *, need: str | None) -> bool:
    """Whether a cue has the company its class asks for: "would" before it, or a document for its subject."""
    if need == "would":
        return any(sentence.lemmas[aux].lower() in {"would", "'d", "’d"} for aux in sentence.children(verb, "aux"))
    if need == "document":
        subjects = sentence.children(verb, "nsubj")
        return any(sentence.lemmas[s].lower() in nouns("document") for s in subjects)
    return True


def _adds(sentence: Sentence, verb: int) -> bool:
    """Whether a participle says the clause after it: "…, she said, *adding*, “…”"."""
    entry = find_entry(sentence, verb, kind="verb")
    return sentence.xpos[verb] == "VBG" and entry is not None and "quote" in entry.frames


class Frames:
    """The frames of one verb tried in order: the richest complement wins."""

    def __init__(self, sentence: Sentence, verb: int, entry: Entry) -> None:
        self.sentence = sentence
        self.verb = verb
        self.entry = entry
        self.objects = sentence.children(verb, "obj") or sentence.children(verb, "iobj") or self._preposed()
        self.clauses = sorted(
            (c for c in sentence.children(verb, "ccomp") if self._is_content(c)),
            key=lambda c: (c < verb, mark_of(sentence, c) != "that"),
        )
        self.clauses = self.clauses or self._displaced()
        self.infinitives = [c for c in sentence.children(verb, "xcomp") if has_to(sentence, c)]
        self.predicates = [c for c in sentence.children(verb, "xcomp") if not has_to(sentence, c)]

    def _is_content(self, clause: int) -> bool:
        """Whether a clause complement is one: not the inverted subject ("…, said the coach") nor a participle ("…, he said, waving")."""
        sentence = self.sentence
        if clause < self.verb:
            return True
        if any(self.verb < n < clause and _adds(sentence, n) for n in sentence.children(self.verb, "advcl")):
            return False
        bare = not sentence.children(clause, "nsubj", "cop", "mark", "expl", "csubj")
        if bare and sentence.children(clause, "case") and sentence.upos[clause] in {"NOUN", "PROPN"}:
            return False
        nominal = sentence.upos[clause] in {"NOUN", "PROPN", "PRON", "NUM"} and not sentence.children(
            self.verb, "nsubj"
        )
        participle = sentence.xpos[clause] == "VBG" and sentence.words[self.verb + 1 : self.verb + 2] == (",",)
        passed_on = sentence.xpos[clause] == "VBN" and not sentence.children(clause, "aux")
        return not (bare and (nominal or participle or passed_on))

    def _displaced(self) -> list[int]:
        """The clause of "said in a statement that …" or "said, citing two aides, that …", which parsers hang on the noun."""
        cited = [
            c
            for c in self.sentence.children(self.verb, "advcl")
            if self.sentence.words[c].lower() in {"citing", "quoting"}
        ]
        told = self.objects if "hearer" in self.entry.frames else ()
        phrases_of = [
            *told,
            *self.sentence.children(self.verb, "obl", "nmod", "ccomp"),
            *(source for citing in cited for source in self.sentence.children(citing, "obj")),
        ]
        return [
            clause
            for phrase in phrases_of
            for clause in self.sentence.children(phrase, "acl", "ccomp")
            if clause > self.verb and mark_of(self.sentence, clause) in {"that", "whether"}
        ][:1]

    def _preposed(self) -> tuple[int, ...]:
        """What follows the preposition that belongs to the verb stands for its object: "call on the crew"."""
        parts = entries("verb").get(self.sentence.lemmas[self.verb].lower(), {})
        prep = prep_of(self.sentence, self.verb, parts=parts)
        if not prep or parts[prep] is not self.entry:
            return ()
        phrases = self.sentence.children(self.verb, "obl")
        return tuple(
            c for c in phrases if (case := case_of(self.sentence, c)) and self.sentence.words[case].lower() == prep
        )

    def make(self, frame: str, heads: list[int], *, cue: Cue | None = None, prep: int | None = None) -> Clause | None:
        """A clause whose content are the words below ``heads``, without a leading preposition that belongs to the cue."""
        kind = cue or self.entry.frames[frame]
        if not meets_need(self.sentence, self.verb, need=kind.needs):
            return None
        cut = frozenset([prep]) if prep is not None else frozenset[int]()
        words = sorted({w for head in heads for w in subtree_without(self.sentence, head, cut=cut)})
        if not words or self.verb in words:
            return None
        return Clause(self.sentence, self.verb, tuple(words), frame, kind.kind, prep=prep)

    def find(self) -> Clause | None:
        """The content of the verb, if one of its frames is filled."""
        if is_passive(self.sentence, self.verb):
            return self.passive()
        for attempt in (self.clause, self.with_object, self.infinitive, self.prepositional, self.plain_object):
            if found := attempt():
                return found
        return None

    def passive(self) -> Clause | None:
        """ "is expected to …", "was condemned by …", "was told that …"."""
        subjects = list(self.sentence.children(self.verb, "nsubj:pass"))
        frames = self.entry.frames
        if self.clauses and ("clause" in frames or "hearer" in frames):
            return self.make("clause" if "clause" in frames else "hearer", self.clauses[:1])
        if subjects and self.infinitives and "passive_infinitive" in frames:
            return self.make("passive_infinitive", [subjects[0], self.infinitives[0]])
        agents = self.sentence.children(self.verb, "obl:agent")
        for frame in ("label", "object_as", "object"):
            if subjects and agents and frame in frames:
                predicates = self.predicates[:1] if frame == "label" else []
                return self.make(frame, [subjects[0], *predicates])
        return None

    def clause(self) -> Clause | None:
        """A clause."""
        frames = self.entry.frames
        frame = "clause" if "clause" in frames else "hearer" if "hearer" in frames and self.objects else None
        if self.clauses and frame:
            return self.make(frame, [*self._stray_subject(), self.clauses[0]])
        if self.clauses and "order" in frames and has_to(self.sentence, self.clauses[0]):
            return self.make("order", self.clauses[:1])
        return None

    def _stray_subject(self) -> list[int]:
        """In "showed the mayor leading", the object is the subject of the clause."""
        clause = self.clauses[0]
        if "hearer" in self.entry.frames or self.sentence.children(clause, "nsubj", "mark", "expl"):
            return []
        return [o for o in self.objects[:1] if self.verb < o < clause]

    def with_object(self) -> Clause | None:
        """An object and a second complement."""
        frames = self.entry.frames
        if not self.objects:
            return None
        first = self.objects[0]
        if self.infinitives and "hearer" in frames:
            return self.make("hearer", self.infinitives[:1])
        if self.infinitives and "order" in frames:
            return self.make("order", [first, self.infinitives[0]])
        if "label" in frames and (second := [*self.predicates, *self.objects[1:]]):
            return self.make("label", [first, second[0]])
        as_phrase = as_phrase_of(self.sentence, self.verb)
        if "object_as" in frames and as_phrase is not None and not self._quotes(as_phrase):
            return self.make("object_as", [first, as_phrase])
        if "of" in frames and (tail := next(phrases(self.sentence, self.verb, preps=OF), None)):
            return self.make("of", [first, tail[0]])
        return None

    def _quotes(self, phrase: int) -> bool:
        """Whether what follows "as" is speech of its own: "cited the daily *as quoting* the mayor"."""
        lemma = self.sentence.lemmas[phrase].lower()
        return self.sentence.xpos[phrase] == "VBG" and lemma in nouns("quote_as") - {"report"}

    def infinitive(self) -> Clause | None:
        """ "vowed to …"."""
        if "infinitive" in self.entry.frames and self.infinitives and not self.objects:
            return self.make("infinitive", self.infinitives[:1])
        return None

    def prepositional(self) -> Clause | None:
        """ "called for …"."""
        if self.objects:
            return None
        for head, prep, cue in phrases(self.sentence, self.verb, preps=self.entry.preps):
            return self.make("prep", [head], cue=cue, prep=prep)
        return None

    def plain_object(self) -> Clause | None:
        """ "condemned …"."""
        bare = [c for c in self.predicates if self.sentence.upos[c] in {"NOUN", "ADJ"} and c > self.verb]
        asked = [
            c for c in self.sentence.children(self.verb, "advmod") if self.sentence.xpos[c] == "WRB" and c > self.verb
        ]
        if "object" in self.entry.frames and (found := [*self.objects, *bare, *asked]):
            return self.make("object", found[:1])
        return None
