"""The least that any generator of these pages must do: cmark-gfm over the same Markdown.

Run as a program it renders every page of a folder with libcmark-gfm, one process per core, each
page parsed, rendered and written on its own: no template, no links, no index, no highlighting.
The library is called through ctypes, whose cost is microseconds a page.

    python3 -I -S floor.py FOLDER OUTPUT
"""

import ctypes
import os
import sys

EXTENSIONS = [b"table", b"strikethrough", b"autolink", b"tagfilter", b"tasklist"]
_FOOTNOTES_AND_RAW_HTML = 1 << 13 | 1 << 17


def main() -> None:
    folder, output = sys.argv[1:]
    pages = sorted(
        os.path.join(parent, name)
        for parent, _, names in os.walk(folder)
        for name in names
        if name.endswith(".md")
    )
    os.makedirs(output, exist_ok=True)
    cores = len(os.sched_getaffinity(0))
    children = []
    for core in range(cores):
        child = os.fork()
        if child == 0:
            render(pages[core::cores], output, core)
            os._exit(0)
        children.append(child)
    statuses = [os.waitpid(child, 0)[1] for child in children]
    sys.exit(any(statuses))


def render(pages: list[str], output: str, core: int) -> None:
    """Writes one HTML file a page into a flat folder."""
    parser = Renderer()
    for number, page in enumerate(pages):
        with open(page, "rb") as file:
            html = parser.html(file.read())
        with open(f"{output}/{core}-{number}.html", "wb") as file:
            file.write(html)


class Renderer:
    """libcmark-gfm with its extensions."""

    def __init__(self):
        self._core = _library("cmark-gfm")
        self._extensions = _library("cmark-gfm-extensions")
        self._core.free = ctypes.CDLL(None).free
        pointer, size, number = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int
        for name, result, arguments in [
            ("cmark_parser_new", pointer, [number]),
            ("cmark_find_syntax_extension", pointer, [ctypes.c_char_p]),
            ("cmark_parser_attach_syntax_extension", number, [pointer, pointer]),
            ("cmark_parser_feed", None, [pointer, ctypes.c_char_p, size]),
            ("cmark_parser_finish", pointer, [pointer]),
            ("cmark_parser_get_syntax_extensions", pointer, [pointer]),
            ("cmark_render_html", pointer, [pointer, number, pointer]),
            ("cmark_node_free", None, [pointer]),
            ("cmark_parser_free", None, [pointer]),
            ("free", None, [pointer]),
        ]:
            function = getattr(self._core, name)
            function.restype, function.argtypes = result, arguments
        self._extensions.cmark_gfm_core_extensions_ensure_registered()
        self._found = [self._core.cmark_find_syntax_extension(name) for name in EXTENSIONS]

    def html(self, markdown: bytes) -> bytes:
        core = self._core
        parser = core.cmark_parser_new(_FOOTNOTES_AND_RAW_HTML)
        for extension in self._found:
            core.cmark_parser_attach_syntax_extension(parser, extension)
        core.cmark_parser_feed(parser, markdown, len(markdown))
        document = core.cmark_parser_finish(parser)
        extensions = core.cmark_parser_get_syntax_extensions(parser)
        text = core.cmark_render_html(document, _FOOTNOTES_AND_RAW_HTML, extensions)
        html = ctypes.string_at(text)
        core.free(text)
        core.cmark_node_free(document)
        core.cmark_parser_free(parser)
        return html


def _library(name: str) -> ctypes.CDLL:
    try:
        return ctypes.CDLL(f"lib{name}.so", mode=ctypes.RTLD_GLOBAL)
    except OSError:
        sys.exit(f"lib{name}.so was not found; `.ci/setup build` installs it")


if __name__ == "__main__":
    main()
