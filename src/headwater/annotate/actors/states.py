"""Countries that no gazetteer has: a report shows that a name is a state by what belongs to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from headwater import lexicon
from headwater.annotate.actors.candidates import surface
from headwater.annotate.actors.names import Found
from headwater.annotate.actors.titles import title_before
from headwater.model.sentence import Sentence

SURE = ("ORG", "LOC", "GPE")
"""What a report may show a name to be, the strongest evidence last."""
ACTING = frozenset(lexicon.load("roles")["acting"]["words"])
TRUSTED = frozenset({"confidence", "trust", "faith", "believe", "interest", "interested"})
"""Words after which "in" introduces a person as well as a place."""


def find_states(sentences: Sequence[Sentence], found: Iterable[tuple[Found, ...]]) -> dict[str, str]:
    """Lone names -> GPE where they have a parliament or a president, LOC where things only happen in them."""
    states: dict[str, str] = {}
    people: set[str] = set()
    words = {word for sentence in sentences for word in sentence.words}
    for sentence, names in zip(sentences, found, strict=True):
        for name in names:
            if name.last - name.first > 1:
                people.update(sentence.words[name.first : name.last] if name.label == "PERSON" else ())
            elif title_before(sentence, name.first)[1] is not None:
                people.add(sentence.words[name.first])
            elif not name.known and (label := shown(sentence, name, words)):
                text = surface(sentence, name.first, name.last)
                states[text] = max(label, states.get(text, label), key=SURE.index)
    return {state: label for state, label in states.items() if state not in people}


def shown(sentence: Sentence, name: Found, words: set[str]) -> str | None:
    """What the report shows a name to be: a state where it has a people ("Karsovia", "Karsovian"), or by its phrase;
    a body where the name finder had no type for what vows or demands something.
    """
    word = sentence.words[name.first]
    if word.endswith("ia") and f"{word}n" in words:
        return "GPE"
    found = shown_by_phrase(sentence, name.first)
    return "ORG" if found is None and name.label == "MISC" and is_acting(sentence, name.first) else found


def is_acting(sentence: Sentence, word: int) -> bool:
    """Whether a name is the subject of what only people and bodies do."""
    verb = sentence.heads[word]
    return verb >= 0 and sentence.rels[word] == "nsubj" and sentence.lemmas[verb].lower() in ACTING


def shown_by_phrase(sentence: Sentence, word: int) -> str | None:
    """What a name's own phrase shows it to be: "X's parliament", "the president of X" a state, "in X" a place."""
    head, rel = sentence.heads[word], sentence.rels[word]
    if head < 0:
        return None
    owned = sentence.lemmas[head].lower()
    if rel == "nmod:poss":
        return "GPE" if owned in lexicon.load("roles")["of_states"]["words"] else None
    cases = {sentence.words[c].lower() for c in sentence.children(word, "case")}
    if rel == "nmod" and "of" in cases and is_head(sentence, head):
        return "GPE"
    return "LOC" if cases & {"in", "into"} and rel in {"obl", "nmod"} and owned not in TRUSTED else None


def is_head(sentence: Sentence, word: int) -> bool:
    """Whether a noun or a person with a title is of a state ("the president of", "President Osei of")."""
    titled = title_before(sentence, word)[1]
    return sentence.lemmas[word].lower() in lexicon.load("roles")["heads_of_states"]["words"] or titled is not None
