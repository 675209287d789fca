"""Runs commands, measures their process trees and prints what was measured."""

import sys
from pathlib import Path

# Where `nginx` is, which serves what is measured.
sys.path.append(str(Path(__file__).resolve().parents[2] / "Hosting"))
