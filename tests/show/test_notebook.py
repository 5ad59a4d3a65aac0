from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from headwater.model.reading import Reading
from headwater.show.notebook import mark_reading


def test_the_whole_text_is_shown_with_its_notes_named(reading: Reading) -> None:
    page = mark_reading(reading)
    body = page.split('<div class="text" dir="auto">')[1].rsplit("</div>", 2)[0]
    assert unescape(re.sub("<[^>]*>", "", body)) == reading.report.text
    assert '<mark class="time" title="commitment, time">14 May</mark>' in page
    assert '<del title="share: made_by_hand@1">' in page


def test_a_report_cannot_be_code(reading: Reading) -> None:
    attack = "<script>alert(1)</script>"
    hostile = replace(reading, report=replace(reading.report, text=reading.report.text + attack, title=attack))
    assert attack not in mark_reading(hostile)
