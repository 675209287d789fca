"""Builds of sites by the program that `swift build` made, with a limit on their time."""

from __future__ import annotations

import hashlib
import os
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[3]
program = PACKAGE / ".build/debug/callboard"
"""What is tested; `run.py` sets it."""

PATIENCE = 300
"""Seconds after which a build counts as hanging. The machine may be busy: nothing honest comes near."""

Files = dict[str, "bytes | str"]
"""Files by their path below a folder."""


@dataclass
class Build:
    """How a build ended."""

    code: int
    """-1 when it had to be stopped."""
    text: str
    """What it printed, findings and all."""
    output: Path
    seconds: float
    peak_kilobytes: int = 0
    ids: set[str] = field(default_factory=set)
    """Of the findings."""


class Place:
    """A folder of its own below the system's temporary one, gone when closed."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="callboard-hardening-"))

    def __enter__(self) -> "Place":
        return self

    def __exit__(self, *_: object) -> None:
        # What a test made unwritable must be let go of.
        subprocess.run(["chmod", "-R", "u+rwX", str(self.path)], stderr=subprocess.DEVNULL, check=False)
        # Python goes down no further than it may call itself.
        subprocess.run(["rm", "-rf", str(self.path)], stderr=subprocess.DEVNULL, check=False)

    def write(self, files: Files, below: str = "") -> Path:
        root = self.path / below
        for path, content in files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content)
        return root

    def build(
        self,
        *arguments: str,
        source: str = ".",
        output: str = "dist",
        cache: str = "cache",
        environment: dict[str, str] | None = None,
        patience: float = PATIENCE,
        prefix: tuple[str, ...] = (),
    ) -> Build:
        """Builds the `site.yaml` of the folder `source`; all folders are below this one."""
        start = time.monotonic()
        command = [
            *prefix, str(program), "build", "--quiet", "--color", "never",
            "--output", str(self.path / output), "--cache", str(self.path / cache), *arguments,
        ]
        with tempfile.TemporaryFile() as text:
            process = subprocess.Popen(
                command, cwd=self.path / source, stdin=subprocess.DEVNULL, stdout=text, stderr=subprocess.STDOUT,
                env={**os.environ, "SWIFT_BACKTRACE": "enable=no", **(environment or {})},
            )
            code, peak = _end_of(process, patience)
            text.seek(0)
            said = text.read().decode("utf-8", "replace")
        build = Build(code, said, self.path / output, time.monotonic() - start, peak)
        build.ids = {line[line.rindex("[") + 1 : -1] for line in said.splitlines() if _is_finding(line)}
        return build


def contents(folder: Path) -> dict[str, bytes]:
    """The files below a folder by their path; links are followed by nobody."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def tree_hash(folder: Path) -> str:
    """One hash of all files with their paths."""
    whole = hashlib.sha256()
    for path, content in contents(folder).items():
        whole.update(path.encode("utf-8", "surrogateescape") + b"\0")
        whole.update(hashlib.sha256(content).digest())
    return whole.hexdigest()


def _is_finding(line: str) -> bool:
    return line.endswith("]") and line.startswith(("error:", "warning:", "note:"))


def _end_of(process: subprocess.Popen[bytes], patience: float) -> tuple[int, int]:
    """The exit code with the most memory that the process held, in kilobytes."""
    deadline = time.monotonic() + patience
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode, usage.ru_maxrss
        if time.monotonic() > deadline:
            process.kill()
            os.wait4(process.pid, 0)
            process.returncode = -1
            return -1, 0
        time.sleep(0.01)
