#!/usr/bin/env python3
"""Builds hostile and broken sites with the real program and judges what comes out.

    python3 Tests/HardeningTests/run.py [--long] [-k WORD] [--program FILE]

`make test` runs the short form after the tests in Swift, `make harden` the long one, which prints its counts.
Nothing but Python's own library is needed.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))


def main() -> int:
    options = _options()
    if options.long:
        os.environ["CALLBOARD_HARDENING_SIZES"] = "10000,100000,1000000"
        os.environ["CALLBOARD_HARDENING_LONG"] = "1"
    from judging import counts, program

    program.program = options.program.resolve()
    if not program.program.exists():
        print(f"There is no {program.program}; run: swift build --product callboard")
        return 2
    start = time.monotonic()

    class Result(unittest.TextTestResult):
        """Marks failures as the tests in Swift do."""

        def addFailure(self, test: unittest.TestCase, error: object) -> None:
            super().addFailure(test, error)  # type: ignore[arg-type]
            print(f"✘ {test.id()}", flush=True)

        def addError(self, test: unittest.TestCase, error: object) -> None:
            super().addError(test, error)  # type: ignore[arg-type]
            print(f"✘ {test.id()}", flush=True)

    loader = unittest.TestLoader()
    loader.testNamePatterns = [f"*{word}*" for word in options.words] or None
    tests = loader.discover(str(HERE), pattern="test_*.py", top_level_dir=str(HERE))
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=1, resultclass=Result).run(tests)
    print(f"Hardening tests took {time.monotonic() - start:.0f} s:")
    for line in counts.told:
        print(f"  {line}")
    return 0 if result.wasSuccessful() and result.testsRun > 0 else 1


def _options() -> argparse.Namespace:
    package = HERE.parents[1]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-k", dest="words", action="append", default=[], metavar="WORD", help="only tests with the word in their name")
    parser.add_argument("--long", action="store_true", help="all sizes and all rounds")
    parser.add_argument("--program", type=Path, default=package / ".build/debug/callboard")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
