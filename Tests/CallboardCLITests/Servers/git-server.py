#!/usr/bin/env python3
"""A git server for tests: `git http-backend` over HTTPS, on a free port of 127.0.0.1.

    git-server.py SETTINGS

SETTINGS is a JSON file with the keys
    root         the folder that holds the repositories
    certificate  a PEM file with a key and its certificate; without it the server speaks HTTP
    password     what a login has to give, under any name; without it nobody has to log in
    redirects    an object: requests whose path begins with the key go to the value and their path
    log          a file that gets one JSON object a line for each request: its `path`, the
                 `authorization` that came with it, the `status` of the answer, and the programs
                 of the machine in whose arguments the password can be read, as `exposed`

Prints its port.
"""

import base64
import glob
import http.server
import json
import os
import ssl
import subprocess
import sys
import threading


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.answer(b"")

    def do_POST(self):
        self.answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def answer(self, body):
        for prefix, address in settings.get("redirects", {}).items():
            if self.path.startswith(prefix):
                return self.send(301, {"Location": address + self.path})
        if not self.may_enter():
            return self.send(401, {"WWW-Authenticate": 'Basic realm="test"'})
        status, headers, output = self.run_backend(body)
        self.send(status, headers, output)

    def may_enter(self):
        password = settings.get("password")
        if password is None:
            return True
        kind, _, value = self.headers.get("Authorization", "").partition(" ")
        return kind == "Basic" and base64.b64decode(value).decode().partition(":")[2] == password

    def run_backend(self, body):
        path, _, query = self.path.partition("?")
        environment = {
            "PATH": os.environ["PATH"],
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_PROJECT_ROOT": settings["root"],
            "GIT_HTTP_EXPORT_ALL": "1",
            "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            "REQUEST_METHOD": self.command,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
        }
        answer = subprocess.run(
            ["git", "http-backend"], input=body, env=environment, capture_output=True
        ).stdout
        head, _, output = answer.partition(b"\r\n\r\n")
        headers = dict(line.split(": ", 1) for line in head.decode().split("\r\n"))
        return int(headers.pop("Status", "200").split()[0]), headers, output

    def send(self, status, headers, output=b""):
        record = {
            "path": self.path,
            "authorization": self.headers.get("Authorization"),
            "status": status,
            "exposed": self.exposed(),
        }
        with lock, open(settings["log"], "a") as log:
            log.write(json.dumps(record) + "\n")
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(output)))
        self.end_headers()
        self.wfile.write(output)

    def exposed(self):
        """The programs that show the password, or the login made of it, to every user."""
        secrets = [settings.get("password"), self.headers.get("Authorization", "").split(" ")[-1]]
        needles = [secret.encode() for secret in secrets if secret]
        found = []
        for file in glob.glob("/proc/[0-9]*/cmdline"):
            try:
                with open(file, "rb") as arguments:
                    line = arguments.read()
            except OSError:
                continue  # It ended in between.
            if any(needle in line for needle in needles):
                found.append(line.replace(b"\0", b" ").decode(errors="replace"))
        return found

    def log_message(self, *_):
        pass


with open(sys.argv[1]) as file:
    settings = json.load(file)
lock = threading.Lock()
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
if "certificate" in settings:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(settings["certificate"])
    server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_address[1], flush=True)
server.serve_forever()
