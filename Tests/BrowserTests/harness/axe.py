"""axe-core's rules of accessibility, applied to the page that a browser shows."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

# Those of WCAG 2.2 up to level AA, and what axe's makers hold to be good practice.
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def source() -> str | None:
    """axe-core's script, which the package of PyPI carries; None without the package."""
    found = importlib.util.find_spec("axe_playwright_python")
    if found is None or found.origin is None:
        return None
    return (Path(found.origin).parent / "axe.min.js").read_text()


def violations(page: Page, script: str, rules: list[str] | None = None) -> list[str]:
    """A line for each rule that elements of the page break, with the first three of them.

    `rules` are the ids of the only rules to apply; all of WCAG's and of good practice otherwise.
    """
    page.evaluate(script)
    only: dict[str, Any] = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": _TAGS}
    found = page.evaluate(
        "(only) => axe.run(document, { runOnly: only, resultTypes: ['violations'] })", only
    )
    return [_line(violation) for violation in found["violations"]]


def _line(violation: dict[str, Any]) -> str:
    nodes = violation["nodes"]
    shown = "; ".join(f"{node['target'][-1]}: {_cause(node)}" for node in nodes[:3])
    more = f" and {len(nodes) - 3} more" if len(nodes) > 3 else ""
    return f"{violation['id']}: {shown}{more}"


def _cause(node: dict[str, Any]) -> str:
    return " ".join(check["message"] for check in node["any"] + node["all"] + node["none"])[:200]
