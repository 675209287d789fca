#!/usr/bin/env python3
"""Tests a built portal in Chromium as readers use it.

    .build/test-tools/bin/python Tests/BrowserTests/run.py [-k WORD] [--site FOLDER]
    .build/test-tools/bin/python Tests/BrowserTests/run.py --screenshots FOLDER [-k WORD]

`make test` runs it after the tests in Swift. Without Playwright or Chromium it says so and passes. A
failed test leaves a screenshot in `.build/browser-tests/failed`.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import sys
import time
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))


def main() -> int:
    options = _options()
    if importlib.util.find_spec("playwright") is None:
        return _skip("Playwright is not installed; `.ci/setup test` installs it")
    from harness import session as browsers
    from harness import site as sites

    executable = browsers.chromium()
    if executable is None:
        return _skip("Chromium is not installed; `.ci/setup test` installs it")
    if not options.program.exists():
        print(f"There is no {options.program}; run: swift build --product callboard")
        return 2
    start = time.monotonic()
    site = options.site or sites.build_example(options.program)
    session = browsers.Session(site.resolve(), options.program, executable)
    try:
        if options.screenshots:
            from harness.screenshots import take

            take(session, options.screenshots, options.words)
            return 0
        is_passed = _run_tests(session, options.words, sites.WORK / "failed")
    finally:
        session.close()
    print(f"Browser tests took {time.monotonic() - start:.0f} s")
    return 0 if is_passed else 1


def _run_tests(session: object, words: list[str], pictures: Path) -> bool:
    from harness.case import PageTest

    PageTest.session = session  # type: ignore[assignment]
    shutil.rmtree(pictures, ignore_errors=True)

    class Result(unittest.TextTestResult):
        """Marks failures as the tests in Swift do, and keeps a picture of each."""

        def addFailure(self, test: unittest.TestCase, error: object) -> None:
            super().addFailure(test, error)  # type: ignore[arg-type]
            self._report(test)

        def addError(self, test: unittest.TestCase, error: object) -> None:
            super().addError(test, error)  # type: ignore[arg-type]
            self._report(test)

        def _report(self, test: unittest.TestCase) -> None:
            print(f"✘ {test.id()}", flush=True)
            if isinstance(test, PageTest) and hasattr(test, "page"):
                test.keep_screenshot(pictures)

    loader = unittest.TestLoader()
    loader.testNamePatterns = [f"*{word}*" for word in words] or None
    tests = loader.discover(str(HERE), pattern="test_*.py", top_level_dir=str(HERE))
    runner = unittest.TextTestRunner(stream=sys.stdout, verbosity=1, resultclass=Result)
    result = runner.run(tests)
    return result.wasSuccessful() and result.testsRun > 0


def _skip(reason: str) -> int:
    print(f"Browser tests skipped: {reason}")
    return 0


def _options() -> argparse.Namespace:
    package = HERE.parents[1]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "-k", dest="words", action="append", default=[], metavar="WORD",
        help="only tests, or page types of screenshots, with the word in their name",
    )
    parser.add_argument("--site", type=Path, help="a built site to test instead of the example")
    parser.add_argument("--program", type=Path, default=package / ".build/debug/callboard")
    parser.add_argument(
        "--screenshots", type=Path, metavar="FOLDER",
        help="test nothing; take pictures of every page type, light and dark, narrow and wide",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
