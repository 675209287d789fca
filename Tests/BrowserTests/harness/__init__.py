"""What the browser tests stand on: built sites, a server over them, and a browser that is watched."""

import sys
from pathlib import Path

# Where `nginx` is, which both the browser tests and the benchmarks serve with.
sys.path.append(str(Path(__file__).resolve().parents[2] / "Hosting"))
