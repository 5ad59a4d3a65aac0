"""Elements of HTML by what they do to the text."""

# fmt: off
BREAKING = frozenset([
    "address", "article", "aside", "blockquote", "br", "button", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "option", "p",
    "pre", "section", "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "time", "title", "tr", "ul",
])
"""They begin a new line."""
UNSEEN = frozenset(["script", "style", "noscript", "template", "svg", "head", "iframe", "object", "textarea", "math", "canvas"])
"""Their text is not shown."""
UNCLOSED = frozenset([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd",
    "option", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup",
])
"""They have no end tag, or it is often left out."""
# fmt: on
