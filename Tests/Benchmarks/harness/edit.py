"""Editing a page of a corpus for one measurement."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def one_more_sentence(pages: Iterable[Path], about: str = "schedule") -> Iterator[None]:
    """Adds a sentence to the first of some pages, in the order of their paths; it is put back afterwards."""
    page = min(pages)
    before = page.read_text()
    try:
        page.write_text(before + f"\nOne more sentence about the {about}.\n")
        yield
    finally:
        page.write_text(before)
