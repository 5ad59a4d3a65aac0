"""``python -m headwater`` does what ``headwater`` does."""

from headwater.cli import main

main()
