"""The nouns of the house: plain, frozen records. Imports nothing else of the package."""
