"""A static host of a built site, as small as they come, on a free port of this machine.

It runs in a process of its own, so that whoever drives a browser does not hold up what the browser loads.
"""

from __future__ import annotations

import http.server
import subprocess
import sys
import threading
import time
import urllib.parse
from functools import partial
from pathlib import Path

PAUSE_SECONDS = 0.06
"""Between the pieces of a page: long enough for a frame to be painted."""

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Files of a folder under a path of the host; the folder's `404.html` for everything else."""

    # Browsers keep the connection, which saves most of the time that small files take.
    protocol_version = "HTTP/1.1"
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, **_TYPES}
    # One without it holds the answer's body back for 40 ms.
    disable_nagle_algorithm = True

    def __init__(
        self, *arguments: object, folder: Path, base: str, pieces: int, **named: object
    ) -> None:
        self.folder = folder
        self.base = base
        self.pieces = pieces
        super().__init__(*arguments, directory=str(folder), **named)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if not path.startswith(self.base):
            self.answer_missing()
            return
        self.path = "/" + path[len(self.base):] + (f"?{query}" if query else "")
        target = Path(self.translate_path(self.path))
        if target.is_dir() and not path.endswith("/"):
            self.send_response(308)
            self.send_header("Location", urllib.parse.urlunsplit(("", "", f"{path}/", query, "")))
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        file = target / "index.html" if target.is_dir() else target
        if file.is_file() and file.suffix == ".html" and self.pieces > 1:
            self.answer_in_pieces(file.read_bytes())
        elif file.is_file():
            super().do_GET()
        else:
            self.answer_missing()

    def answer_in_pieces(self, page: bytes) -> None:
        """Sends a page with pauses in which the browser may paint what it has."""
        self.send_response(200)
        self.send_header("Content-Type", _TYPES[".html"])
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        size = -(-len(page) // self.pieces)
        for start in range(0, len(page), size):
            self.wfile.write(page[start:start + size])
            time.sleep(PAUSE_SECONDS)

    def answer_missing(self) -> None:
        page = self.folder / "404.html"
        body = page.read_bytes() if page.is_file() else b""
        self.send_response(404)
        self.send_header("Content-Type", _TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A browser that leaves a page drops its connections, which is nobody's fault."""


class SiteServer:
    """Serves until it is closed.

    `base` is the path of the host that the site stands at, with a slash at both ends. Pages come in so many `pieces`,
    as over a slow line.
    """

    def __init__(self, folder: Path, base: str = "/", pieces: int = 1) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__, str(folder), base, str(pieces)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self.folder = folder
        self.origin = f"http://127.0.0.1:{int(self._process.stdout.readline())}"
        self.root = self.origin + base

    def close(self) -> None:
        self._process.communicate()


def _serve(folder: str, base: str, pieces: str) -> None:
    """Tells the port that it listens on, and serves until nobody holds its input."""
    server = _Server(("127.0.0.1", 0), partial(_Handler, folder=Path(folder), base=base, pieces=int(pieces)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    _serve(*sys.argv[1:])
