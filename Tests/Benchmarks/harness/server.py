"""Serves folders to a browser and notes which files it asked for."""

import gzip
import http.server
import tempfile
import threading
import urllib.parse
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from nginx import Nginx

_REPORT = "/-/report"
_PROBE = "/-/probe"
_MARK = "/-/mark"


class Server:
    """One site on a port of its own.

    Nothing may be cached by the browser, so that what a script asks for is what it needs. Bodies are
    sent as they are and counted as if compressed.
    """

    def __init__(self, folder: Path, probe: str, report: Callable[[bytes], None]):
        """
        - probe: the page that runs the measurement.
        - report: called with what the page posts in the end.
        """
        self.folder = folder.resolve()
        self._sizes: dict[str, int] = {}
        self._scratch = tempfile.TemporaryDirectory()
        scratch = Path(self._scratch.name)
        (scratch / "probe").write_text(probe, encoding="utf-8")
        self._log = scratch / "requests"
        self._reports = http.server.HTTPServer(("127.0.0.1", 0), _handler(report))
        threading.Thread(target=self._reports.serve_forever, daemon=True).start()
        self._host = Nginx(
            f"""
            root "{self.folder}";
            add_header Cache-Control no-store;
            access_log {self._log} path;
            location = {_PROBE} {{ alias {scratch}/probe; default_type text/html; }}
            location = {_MARK} {{ return 204; }}
            location = {_REPORT} {{ access_log off; proxy_pass http://127.0.0.1:{self._reports.server_port}; }}
            """
        )

    @property
    def address(self) -> str:
        return urllib.parse.urljoin(self._host.origin, _PROBE)

    @cached_property
    def requests(self) -> list[list[str]]:
        """Paths of files in the order they were asked for; a new list begins at every mark. Known after ``stop``."""
        requests: list[list[str]] = [[]]
        for line in self._log.read_text(encoding="utf-8").splitlines():
            _, status, path = line.split(" ", 2)
            if path == _MARK:
                requests.append([])
            elif path != _PROBE and status == "200":
                requests[-1].append(path)
        return requests

    def compressed(self, path: str) -> int:
        """The size of a file as gzip sends it, at the level that hosts use."""
        if path not in self._sizes:
            self._sizes[path] = len(gzip.compress(self._file(path).read_bytes(), 6))
        return self._sizes[path]

    def stop(self) -> None:
        self._host.close()
        self._reports.shutdown()
        self._reports.server_close()
        _ = self.requests
        self._scratch.cleanup()

    def _file(self, path: str) -> Path:
        # nginx logs the path that it has decoded.
        file = self.folder / path.lstrip("/")
        return file / "index.html" if file.is_dir() else file


def _handler(report: Callable[[bytes], None]) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            report(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    return Handler
