"""Programs of the Python package index, each in a virtual environment of its own.

In one for all, the versions of the libraries that one program wants decide over another's.
"""

import shutil
import subprocess
import sys
from pathlib import Path


def installed(folder: Path, *packages: str) -> Path:
    """A virtual environment with packages, made unless it is there; the folder itself.

    - packages: as pip takes them, the first for `version`.
    """
    mark = folder / "packages.txt"
    wanted = "\n".join(packages)
    # Written last: an environment whose making was broken off is made again.
    if not mark.exists() or mark.read_text() != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([folder / "bin/pip", "install", "--quiet", *packages], check=True)
        mark.write_text(wanted)
    return folder


def version(environment: Path, package: str) -> str:
    """The version of a package that is installed there."""
    program = "import importlib.metadata, sys; print(importlib.metadata.version(sys.argv[1]))"
    command = [environment / "bin/python", "-c", program, package]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
