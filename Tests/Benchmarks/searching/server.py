"""Serves folders to a browser and notes which files it asked for."""

import asyncio
import gzip
import mimetypes
import threading
import urllib.parse
from collections.abc import Callable
from pathlib import Path

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
        self.requests: list[list[str]] = [[]]
        """Paths in the order they were asked for; a new list begins at every mark."""
        self._probe = probe.encode()
        self._report = report
        self._sizes: dict[str, int] = {}
        self._loop = asyncio.new_event_loop()
        ready = threading.Event()
        threading.Thread(target=self._run, args=(ready,), daemon=True).start()
        ready.wait()

    @property
    def address(self) -> str:
        return urllib.parse.urlunsplit(("http", f"127.0.0.1:{self.port}", _PROBE, "", ""))

    def compressed(self, path: str) -> int:
        """The size of a file as gzip sends it, at the level that hosts use."""
        if path not in self._sizes:
            file = self._file(path)
            self._sizes[path] = len(gzip.compress(file.read_bytes(), 6)) if file else 0
        return self._sizes[path]

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _run(self, ready: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        started = self._loop.run_until_complete(
            asyncio.start_server(self._converse, "127.0.0.1", 0)
        )
        self.port = started.sockets[0].getsockname()[1]
        ready.set()
        self._loop.run_forever()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                method, target, _ = head.split("\r\n", 1)[0].split(" ", 2)
                body = b""
                for line in head.split("\r\n"):
                    if line.lower().startswith("content-length:"):
                        body = await reader.readexactly(int(line.partition(":")[2]))
                writer.write(self._answer(method, urllib.parse.urlsplit(target).path, body))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, ValueError):
            writer.close()

    def _answer(self, method: str, path: str, body: bytes) -> bytes:
        if path == _MARK:
            self.requests.append([])
            return _response(204, "text/plain", b"")
        if path == _REPORT and method == "POST":
            self._report(body)
            return _response(204, "text/plain", b"")
        if path == _PROBE:
            return _response(200, "text/html; charset=utf-8", self._probe)
        file = self._file(path)
        if file is None:
            return _response(404, "text/plain", b"")
        self.requests[-1].append(path)
        sort = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return _response(200, sort, file.read_bytes())

    def _file(self, path: str) -> Path | None:
        file = (self.folder / urllib.parse.unquote(path).lstrip("/")).resolve()
        if file.is_dir():
            file = file / "index.html"
        return file if file.is_file() and file.is_relative_to(self.folder) else None


def _response(status: int, sort: str, body: bytes) -> bytes:
    head = (
        f"HTTP/1.1 {status} -\r\nContent-Type: {sort}\r\nContent-Length: {len(body)}\r\n"
        "Cache-Control: no-store\r\n\r\n"
    )
    return head.encode() + body
