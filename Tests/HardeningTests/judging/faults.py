"""Faults of the machine, made around one build."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from . import program, sites
from .program import Place, tree_hash


class Portal:
    """Two versions of one site, `old` and `new`, that are built into the same output again and again."""

    def __init__(self, place: Place, repositories: int) -> None:
        self.place = place
        files = sites.honest(repositories)
        for name in ("old", "new"):
            place.write({
                **files,
                # The title stands on every page.
                "site.yaml": sites.SETTINGS.replace("Marks", name),
                f"repos/0-only-{name}/catalog-info.yaml": sites.component(f"only-{name}"),
                f"repos/0-only-{name}/docs/index.md": f"# Only {name}\n",
            }, name)
        self.hashes: dict[str, str] = {}
        self.seconds = 0.0
        for name in ("old", "new"):
            build = place.build(source=name, output=f"expected-{name}", cache=f"cache-{name}")
            assert build.code == 0, build.text
            self.hashes[name] = tree_hash(build.output)
            self.seconds = max(self.seconds, build.seconds)

    def served(self, output: str = "dist") -> str:
        """`old`, `new`, or what else stands there."""
        found = tree_hash(self.place.path / output)
        return next((name for name, known in self.hashes.items() if known == found), f"neither: {found}")

    def build(self, name: str, **options: object) -> program.Build:
        return self.place.build(source=name, **options)  # type: ignore[arg-type]

    def start(self, name: str, output: str = "dist", cache: str = "cache", *arguments: str) -> subprocess.Popen[bytes]:
        """A build that the caller waits for, or ends."""
        text = tempfile.TemporaryFile()
        process = subprocess.Popen(
            [
                str(program.program), "build", "--quiet", "--color", "never", "--output", str(self.place.path / output),
                "--cache", str(self.place.path / cache), *arguments,
            ],
            cwd=self.place.path / name, stdin=subprocess.DEVNULL, stdout=text, stderr=subprocess.STDOUT,
            env={**os.environ, "SWIFT_BACKTRACE": "enable=no"}, start_new_session=True,
        )
        process.said = text  # type: ignore[attr-defined]
        return process


def said(process: subprocess.Popen[bytes]) -> str:
    """What a started build printed."""
    text = process.said  # type: ignore[attr-defined]
    text.seek(0)
    return text.read().decode("utf-8", "replace")


def kill_at(process: subprocess.Popen[bytes], seconds: float, number: int = signal.SIGKILL) -> bool:
    """Sends a signal after a time; whether the build was still running."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            return False
        time.sleep(0.0005)
    process.send_signal(number)
    process.wait()
    return True


def kill_in_emit(process: subprocess.Popen[bytes], state: Path, chance: random.Random) -> bool:
    """Kills a build soon after it has begun to change the hidden tree beside the output."""
    before = _marks(state)
    while process.poll() is None:
        if _marks(state) != before:
            return kill_at(process, chance.random() * 0.05)
        time.sleep(0.0005)
    return False


def _marks(state: Path) -> list[tuple[str, int]]:
    found = []
    for path in [state, state / "tree", *state.glob("*")]:
        try:
            found.append((path.name, path.stat().st_mtime_ns))
        except OSError:
            found.append((path.name, 0))
    return found


def can_mount() -> bool:
    """Whether file systems may be mounted in a namespace of one's own."""
    with Place() as place:
        test = subprocess.run(
            ["unshare", "-m", "mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place.path)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
        )
    return test.returncode == 0
