"""What was done how often, and what came out: printed as it is known, and once more at the end of all tests."""

from __future__ import annotations

told: list[str] = []
"""In the order in which tests ended."""


def tell(line: str) -> None:
    told.append(line)
    print(line, flush=True)
