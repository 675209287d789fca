"""Pages whose shape once made a reader of Markdown slow, or may: each grows to any size.

A family repeats what makes a parser look back, ahead, or around. `page(name, size)` is one of about that many
bytes.
"""

from __future__ import annotations

from collections.abc import Callable

_REPEATED = {
    "emphasis-open": "*a ", "emphasis-close": "a* ", "emphasis-both": "*a_b ", "emphasis-runs": "***a**b*", "emphasis-mixed": "*a **a ", "underscores": "_",
    "stars": "*", "star-letter": "a**b", "underscore-letter": "_a_b", "tildes": "~", "tilde-pairs": "~~a ", "tilde-words": "~e,z~~", "brackets-open": "[",
    "brackets-letter": "[a", "brackets-close": "a](", "brackets-pairs": "[]", "brackets-nested": "[a](b", "images-open": "![", "images-nested": "![[]()",
    "links-open": "[a](<b", "links-title": "[a](b 'c", "links-parentheses": "[a](((", "link-label": "[a\\", "reference": "[a][", "backticks": "`", "backtick-pairs": "`a``",
    "backslashes": "\\", "backslash-backtick": "\\`", "ampersands": "&", "entities": "&amp", "entities-long": "&#1114111;", "angle": "<", "angle-letter": "<a ",
    "angle-attribute": "<a b=\"", "angle-slash": "</", "comment": "<!--", "comment-letter": "a <!-- b", "comment-end": "-->", "processing": "<?x", "declaration": "<!A ",
    "cdata": "<![CDATA[", "autolink-www": "www.", "autolink-underscore": "z_www.", "autolink-parentheses": "www.a.b)", "autolink-http": "http://", "autolink-mail": "a@b.", "mail-signs": "a@",
    "colons": ":", "pipes": "|", "pipes-dash": "|-\n", "pipes-table": "|\nt>|-\n", "pipe-letter": "a|", "dashes": "-", "dash-line": "-\n", "dash-space": "- ", "equals-line": "a\n=\n",
    "quotes": ">", "quote-space": "> ", "quote-line": ">a\n", "quote-nested": "> > ", "list-nested": "* ", "list-numbers": "1. ", "list-indent": " -\n", "list-letter": "- a\n", "fences": "```\n", "fence-letter": "```a\n~~~\n",
    "hashes": "#", "heading": "# a\n", "heading-link": "# [a](#a)\n", "hard-breaks": "a  \n", "blank-lines": "\n", "spaces": " ", "tabs": "\t", "definition": "[a]: b\n", "definition-open": "[a]: \"", "footnote": "[^a]", "footnote-definition": "[^a]: b\n",
    "html-open": "<div>", "html-close": "</div>", "html-inline": "<b>", "html-nested": "<b><i>", "html-table": "<table><tr><td>", "html-list": "<ul><li>", "html-unknown": "<x-y>", "admonition": "!!! note\n", "details": "??? note\n", "tabs-block": "=== \"a\"\n",
    "attribute-list": "{: .a #b }", "attribute-brace": "{: ", "critic": "{++", "mark": "==a ", "caret": "^^a ", "keys": "++a", "math": "$a", "math-block": "$$", "math-group": "$\\frac{", "emoji": ":a", "snippet": "--8<-- \"a\"\n", "abbreviation": "*[a]: b\n", "annotation": "(1)", "task": "- [x] ",
    "nul-bytes": "\0", "accents": "a\u0301\u0301", "wide": "\U0001f468\u200d", "bidi": "\u202e", "line-separator": "\u2028",
}


def _nested(opening: str, middle: str, closing: str) -> Callable[[int], str]:
    def make(size: int) -> str:
        count = max(1, (size - len(middle)) // (len(opening) + len(closing)))
        return opening * count + middle + closing * count

    return make


def _two(first: str, second: str) -> Callable[[int], str]:
    return lambda size: first * (size // 2 // len(first)) + second * (size // 2 // len(second))


def _growing_fences(size: int) -> str:
    text, length = [], 1
    while size > 0:
        text.append("`" * length + " ")
        size -= length + 1
        length += 1
    return "".join(text)


def _stairs(size: int) -> str:
    lines, depth = [], 0
    while size > 0:
        lines.append("  " * depth + "- a\n")
        size -= 2 * depth + 4
        depth += 1
    return "".join(lines)


_SHAPES: dict[str, Callable[[int], str]] = {
    "nested-brackets": _nested("[", "a", "]"),
    "nested-links": _nested("[", "a", "](b)"),
    "nested-images": _nested("![", "a", "](b)"),
    "nested-emphasis": _nested("*a **b ", "c", " d** e*"),
    "nested-parentheses": lambda size: "[a](" + "(" * (size // 2) + ")" * (size // 2) + ")",
    "nested-divs": _nested("<div>", "a", "</div>"),
    "nested-bold": _nested("<b>", "a", "</b>"),
    "nested-lists-html": _nested("<ul><li>", "a", "</li></ul>"),
    "quotes-emphasis": _two(">", "a*"),
    "quotes-backticks": _two(">", ".`"),
    "lists-blank-lines": _two(" -", "\n"),
    "numbers-quotes": _two("1. ", "> "),
    "stairs": _stairs,
    "growing-fences": _growing_fences,
    "wide-table": lambda size: "|" + "a|" * (size // 8) + "\n|" + "-|" * (size // 8) + "\n" + "|x\n" * (size // 8),
    "table-header": lambda size: "|" + "x|" * (size // 4) + "\n|" + "-|" * (size // 4) + "\n",
    "table-rows": lambda size: "|a|b|\n|-|-|\n" + "|1|2|\n" * (size // 6),
    "table-escapes": lambda size: "|a|\n|-|\n|" + "\\|" * (size // 2) + "|\n",
    "reference-expansion": lambda size: "[a]: <" + "x" * (size // 2) + ">\n\n" + "[a] " * (size // 8),
    "reference-titles": lambda size: "[a]: b '" + "x" * (size // 2) + "'\n\n" + "[a] " * (size // 8),
    "references-unused": lambda size: "".join(f"[r{n}]: x{n}\n" for n in range(size // 12)),
    "footnotes-many": lambda size: "".join(f"[^{n}] " for n in range(size // 16)) + "\n\n" + "".join(f"[^{n}]: x\n\n" for n in range(size // 16)),
    "headings-equal": lambda size: "# a\n\n" * (size // 5),
    "abbreviations-used": lambda size: "*[AB]: x\n\n" + "AB " * (size // 3),
    "one-word": lambda size: "a" * size,
    "one-url": lambda size: "https://example.com/" + "a" * size,
    "one-code-line": lambda size: "``` python\n" + "x = (" * (size // 5) + "\n```",
    "code-strings": lambda size: "``` javascript\n" + "`${" * (size // 3) + "\n```",
    "code-comments": lambda size: "``` c\n" + "/*" * (size // 2) + "\n```",
    "math-nested": lambda size: "$$" + "{" * (size // 2) + "}" * (size // 2) + "$$",
    "front-matter": lambda size: "---\na: " + "[" * size + "\n---\n",
    "attributes-many": lambda size: "<p " + "".join(f"a{n}=b " for n in range(size // 8)) + ">x</p>",
    "unicode-slugs": lambda size: "# " + "\u00e4\u4e2d " * (size // 6) + "\n",
}


def families() -> list[str]:
    """The names of all."""
    return sorted(_REPEATED) + sorted(_SHAPES)


def page(name: str, size: int) -> bytes:
    """One page of a family with about `size` bytes."""
    if name in _SHAPES:
        return _SHAPES[name](size).encode()
    part = _REPEATED[name]
    return (part * (size // len(part.encode()) + 1)).encode()[:size].decode("utf-8", "ignore").encode()


COUNT = len(_REPEATED) + len(_SHAPES)
