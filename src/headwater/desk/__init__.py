"""The jobs over a store: adding, refreshing, news, corrections, rebuilding, watching, following."""
