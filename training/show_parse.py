"""Print how the shipped model reads a text: python training/show_parse.py "Some text." """

from __future__ import annotations

import sys

from headwater.language import find_sentences
from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.span import Span

text = " ".join(sys.argv[1:]) or sys.stdin.read()
reading = Reading(Report("shown", text), blocks=(Block(Span(0, len(text)), "body", "shown@1"),))
for sentence in find_sentences(reading):
    for n, word in enumerate(sentence.words):
        print(
            f"{n:3} {word:18} {sentence.lemmas[n]:14} {sentence.upos[n]:6} {sentence.xpos[n]:5} {sentence.heads[n]:3} {sentence.rels[n]}"
        )
    print("names:", [(" ".join(sentence.words[name.first : name.last]), name.label) for name in sentence.names], "\n")
