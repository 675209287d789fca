"""Runs a command and measures it with all processes that it starts. Linux only."""

import ctypes
import os
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Run:
    """One run of a command."""

    wall: float
    """Seconds on the clock."""
    cpu: float
    """Processor seconds, user and system, of the command and all of its descendants."""
    memory: int
    """The largest memory seen at one moment, in bytes, summed over the process tree; 0 where nobody looked.

    Pages that several processes share count once (the kernel's proportional set size).
    """
    output: str
    """What the command printed, standard output and error together."""


class CommandFailed(Exception):
    """A measured command ended with a status other than 0."""


_is_watching = ContextVar("_is_watching", default=True)


@contextmanager
def unwatched() -> Iterator[None]:
    """Within it, ``run`` leaves memory alone: to look at it takes time from the processes that are measured."""
    token = _is_watching.set(False)
    try:
        yield
    finally:
        _is_watching.reset(token)


def run(command: list[str], folder: Path, environment: dict[str, str] | None = None) -> Run:
    """Runs a command in a folder, without input.

    - environment: variables beside those of this process.
    """
    # Descendants whose parent ended become our children, so that their time is counted as well.
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    start = time.monotonic()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | (environment or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    sampler = _MemorySampler(process.pid)
    if _is_watching.get():
        sampler.start()
    output = process.stdout.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    sampler.stop()
    cpu = usage.ru_utime + usage.ru_stime + _orphans_time()
    if process.returncode != 0:
        raise CommandFailed(
            f"{' '.join(command)} ended with {process.returncode}:\n{output[-4000:]}")
    return Run(wall, cpu, sampler.peak, output)


def _orphans_time() -> float:
    """Processor seconds of descendants that outlived the command."""
    total = 0.0
    while True:
        try:
            _, _, usage = os.wait4(-1, 0)
        except ChildProcessError:
            return total
        total += usage.ru_utime + usage.ru_stime


class _MemorySampler(threading.Thread):
    """Watches the memory of a process tree every few milliseconds.

    The proportional set size is exact but dear to read, so it is read only when the plain resident
    sizes, which are never below it, say that it may have grown beyond the largest seen.
    """

    INTERVAL = 0.01
    SHARE = 20
    """Reading the exact size may take one in so many parts of the time."""

    def __init__(self, root: int):
        super().__init__(daemon=True)
        self.root = root
        self.peak = 0
        self._ended = threading.Event()

    def run(self) -> None:
        not_before = 0.0
        while not self._ended.wait(self.INTERVAL):
            start = time.monotonic()
            processes = list(_tree(self.root))
            if start < not_before or sum(map(_resident, processes)) <= self.peak:
                continue
            self.peak = max(self.peak, sum(map(_proportional, processes)))
            end = time.monotonic()
            not_before = end + (end - start) * self.SHARE

    def stop(self) -> None:
        self._ended.set()
        if self.ident is not None:
            self.join()


def _tree(root: int):
    """A process and its descendants; those that end meanwhile may be missing."""
    pending = [root]
    while pending:
        process = pending.pop()
        yield process
        try:
            threads = os.listdir(f"/proc/{process}/task")
        except OSError:
            continue
        for thread in threads:
            pending += map(int, _read(f"/proc/{process}/task/{thread}/children").split())


def _resident(process: int) -> int:
    fields = _read(f"/proc/{process}/statm").split()
    return int(fields[1]) * _PAGE if fields else 0


def _proportional(process: int) -> int:
    for line in _read(f"/proc/{process}/smaps_rollup").split("\n"):
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(path: str) -> str:
    """Empty when the process has ended."""
    try:
        with open(path, encoding="ascii", errors="replace") as file:
            return file.read()
    except OSError:
        return ""
