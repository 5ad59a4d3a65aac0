"""How often the day of publication of invented pages is read rightly, and how often one is invented.

usage: measure.py [--each 12] [--errors]
"""

from __future__ import annotations

import argparse
from dataclasses import replace

from pages import Page, make_pages

from headwater.clean import find_blocks, find_provenance
from headwater.model.reading import Reading
from headwater.read.extractor import Extractor
from headwater.read.plain import read_html
from headwater.settings import Reading as ReadingSettings


def read_day(page: Page, extractor: Extractor) -> str | None:
    report = read_html(page.html.encode(), "page", path=None, extractor=extractor)
    reading = Reading(report)
    return find_provenance(replace(reading, blocks=find_blocks(reading))).published.value


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=12)
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    right = wrong = missed = invented = silent = 0
    with Extractor(ReadingSettings()) as extractor:
        for way, page in make_pages(given.each):
            found, expected = read_day(page, extractor), page.stated and page.stated.isoformat()
            right += found == expected is not None
            wrong += found is not None and expected is not None and found != expected
            missed += found is None and expected is not None
            invented += found is not None and expected is None
            silent += found is None and expected is None
            if given.errors and found != expected:
                print(f"{way}: {found}, stated {expected}")
    print(f"stated {right + wrong + missed}: right {right}, wrong {wrong}, missed {missed}")
    print(f"none stated {invented + silent}: invented {invented}")
    print(
        f"precision {right / max(1, right + wrong + invented):.3f} recall {right / max(1, right + wrong + missed):.3f}"
    )


if __name__ == "__main__":
    main()
