"""Pictures of every page type, to be looked at by people."""

from __future__ import annotations

from pathlib import Path

from .session import Session
from .site import page_types
from .sweep import LAY_OUT_ALL

_WIDTHS = (390, 1440)
_SCHEMES = ("light", "dark")


def take(session: Session, folder: Path, words: list[str]) -> None:
    """Writes `NAME-SCHEME-WIDTH.png` of each page type whose name holds one of the words; of all without any."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = [page for page in page_types(session.site) if not words or any(word in page.name for word in words)]
    for scheme in _SCHEMES:
        for width in _WIDTHS:
            context = session.context(
                viewport={"width": width, "height": 900}, color_scheme=scheme
            )
            for kind in pages:
                page = context.new_page()
                page.goto(session.server.root + kind.path, wait_until="networkidle")
                page.evaluate(LAY_OUT_ALL)
                name = kind.name.replace(" ", "-")
                page.screenshot(path=folder / f"{name}-{scheme}-{width}.png", full_page=True)
                page.close()
            context.close()
    print(f"{len(pages) * len(_WIDTHS) * len(_SCHEMES)} pictures in {folder}")
