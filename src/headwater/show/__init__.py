"""Readings and dossiers as text: terminal, Markdown, HTML, JSON, tables. Nothing here decides; it only shows."""
