"""The English pipeline: text -> parsed sentences. No framework object leaves this package."""

from headwater.language.sentences import find_sentences

__all__ = ["find_sentences"]
