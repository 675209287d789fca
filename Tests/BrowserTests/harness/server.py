"""A static host of a built site."""

from __future__ import annotations

from pathlib import Path

from nginx import Nginx


class SiteServer:
    """Serves until it is closed.

    `base` is the path of the host that the site stands at, with a slash at both ends. The folder's `404.html` answers for
    whatever is not there.
    """

    def __init__(self, folder: Path, base: str = "/") -> None:
        self.folder = folder
        elsewhere = "" if base == "/" else "location / { return 404; }"
        self._host = Nginx(
            f"""
            error_page 404 {base}404.html;
            {elsewhere}
            location {base} {{ alias "{folder.resolve()}/"; }}
            """
        )
        self.origin = self._host.origin
        self.root = self.origin + base

    def close(self) -> None:
        self._host.close()
