"""A small site whose titles try to be more than text."""

from __future__ import annotations

import json
from pathlib import Path

from .site import build_files

TITLES = {
    "script": "Marker </script><script>window.cbHostile = 1</script>",
    "image": "Marker <img src=x onerror='window.cbHostile = 1'>",
    "proto": "__proto__",
    "constructor": "constructor",
    "bidi": "Marker \u202egnp.exe\u2066 \u200funder",
    "quotes": "Marker \"onfocus=alert(1) ' & &amp; \\ ${1}",
}
"""Of components, by their names."""


def build(program: Path) -> Path:
    """The built site, with a component and a page of docs for each title."""
    files = {"site.yaml": 'site: {title: Marks, url: "https://portal.example/"}\nsources:\n  - path: repos/*\n'}
    for name, title in TITLES.items():
        folder = f"repos/{name}"
        # JSON is YAML, and leaves nothing to a title's own characters.
        files[f"{folder}/catalog-info.yaml"] = json.dumps({
            "apiVersion": "backstage.io/v1alpha1",
            "kind": "Component",
            "metadata": {
                "name": name,
                "title": title,
                "description": f"Described as {title}",
                "annotations": {"backstage.io/techdocs-ref": "dir:."},
            },
            "spec": {"type": "service", "lifecycle": "production", "owner": "sellers"},
        })
        files[f"{folder}/docs/index.md"] = f"---\ntitle: {json.dumps(title)}\n---\n\nThe marker text of {name}.\n"
    files["repos/sellers/catalog-info.yaml"] = (
        "apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: sellers}\n"
        "spec: {type: team, children: []}\n"
    )
    return build_files(files, "hostile", program)
