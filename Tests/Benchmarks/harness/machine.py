"""What the figures were measured on."""

import os
import platform
import re
import shutil
from pathlib import Path


def description() -> str:
    """Processor, cores, memory and system in one line; nothing that names the machine."""
    model = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())
    gigabytes = round(int(memory[1]) * 1024 / 1e9) if memory else 0
    name = model[1] if model else platform.machine()
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return f"{len(os.sched_getaffinity(0))} cores of {name}, {gigabytes} GB of memory, {system}"


def scratch_folder(needed: int, fallback: Path) -> Path:
    """A folder in memory when it has room for a number of bytes, else the fallback on disk.

    Creating a file on disk can cost more than rendering it, so all outputs go to memory alike.
    """
    memory = Path("/dev/shm")
    if memory.is_dir() and shutil.disk_usage(memory).free > needed:
        return memory / "callboard-bench"
    return fallback
