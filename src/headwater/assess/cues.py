"""How a cue stands beside what was said: before it, run on into it, or not at all."""

from __future__ import annotations

LONGEST_CUE = 40
"""A longer cue is a clause of its own and would hide what was said."""
SOURCES = ("according", "as")
JOINING = (
    *("that", "to", "of", "for", "against", "about", "on", "with", "at", "into", "by"),
    *("whether", "if", "how", "why", "when", "where", "what", "who"),
)
"""First words of what was said that follow a cue without a colon."""
PREPOSITIONS = ("to", "by", "of", "from", "in", "for")


def put_before(cue: str, content: str) -> str:
    """``vowed to reopen …``, ``said: the gates are open``; the words alone where their cue cannot stand before them."""
    return f"{cue}{'' if runs_on(cue, content) else ':'} {content}" if leads(cue) else content


def runs_on(cue: str, content: str) -> bool:
    """Whether cue and content read as one sentence: "said that …", "apologised for the delay"."""
    return content.split(maxsplit=1)[0] in JOINING or cue.split()[-1].lower() in PREPOSITIONS


def leads(cue: str) -> bool:
    """Whether a cue can stand before what was said: "promised" and "apologised for" can, "according to" cannot."""
    words = cue.lower().split()
    is_source = bool(words) and words[-1] in PREPOSITIONS and (len(words) == 1 or words[0] in SOURCES)
    return 0 < len(cue) <= LONGEST_CUE and not is_source
