"""nginx on a free port of this machine, for whoever measures or tests what a browser makes of a built site.

It takes so little time that what a page needs to show is the page's own.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import socket
import subprocess
import tempfile
from pathlib import Path

_CONFIGURATION = """
daemon off;
worker_processes 1;
%(user)s
pid %(scratch)s/pid;
error_log stderr crit;
events {}
http {
  log_format path escape=none "$request_method $status $uri";
  access_log off;
  client_body_temp_path %(scratch)s/body;
  client_max_body_size 1g;
  proxy_temp_path %(scratch)s/proxy;
  fastcgi_temp_path %(scratch)s/fastcgi;
  uwsgi_temp_path %(scratch)s/uwsgi;
  scgi_temp_path %(scratch)s/scgi;
  sendfile on;
  charset utf-8;
  charset_types *;
  types {
    text/html html;
    text/css css;
    text/javascript js;
    application/json json;
    application/wasm wasm;
    text/markdown md;
    text/plain txt;
    application/xml xml;
    application/atom+xml atom;
    image/svg+xml svg;
    image/png png;
    application/manifest+json webmanifest;
  }
  server {
    listen 127.0.0.1:%(port)d;
    absolute_redirect off;
    %(server)s
  }
}
"""


class Nginx:
    """Serves until it is closed, or whoever made it ends."""

    def __init__(self, server: str) -> None:
        """
        - server: what stands in the `server` block of the configuration beside its address. A log may use the
          format `path`, which has the method, the status and the path of each request.
        """
        program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
        if program is None:
            raise RuntimeError("nginx is not installed; `.ci/setup test` installs it")
        self._scratch = Path(tempfile.mkdtemp(prefix="callboard-host-"))
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]
            configuration = self._scratch / "nginx.conf"
            values = {"scratch": self._scratch, "port": port, "server": server}
            # Its workers read what whoever started it has made.
            values["user"] = "user root;" if os.getuid() == 0 else ""
            configuration.write_text(_CONFIGURATION % values)
            self._process = subprocess.Popen(
                [program, "-e", "stderr", "-p", self._scratch, "-c", configuration],
                # It takes the port over, so that nobody else can have it in between.
                env={**os.environ, "NGINX": f"{listener.fileno()};"},
                pass_fds=[listener.fileno()],
                preexec_fn=_end_with_parent,
                stderr=(self._scratch / "errors").open("wb"),
            )
        self.origin = f"http://127.0.0.1:{port}"

    def close(self) -> None:
        self._process.terminate()
        self._process.wait()
        shutil.rmtree(self._scratch, ignore_errors=True)


def _end_with_parent() -> None:
    """Has the process that is about to start end with the one that starts it, whatever ends that."""
    set_parent_death_signal = 1  # PR_SET_PDEATHSIG of <sys/prctl.h>
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)
