"""Runs commands, measures their process trees and prints what was measured."""

import sys
from pathlib import Path

# Where `nginx` is, which both the browser tests and the benchmarks serve with.
sys.path.append(str(Path(__file__).resolve().parents[2] / "Hosting"))
