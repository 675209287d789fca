"""A small site of its own: right to left, below a path of its host, read offline, with redirects."""

from __future__ import annotations

from pathlib import Path

from .site import build_files

BASE = "/deep/base/"

_SITE = """\
site: {title: بوابة, url: "https://portal.example/deep/base/", language: ar}
sources:
  - path: repos/*
redirects:
  old/place: docs/default/component/shop/guide/
  elsewhere: https://elsewhere.example/
OFFLINE
"""

_CATALOG = """\
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: shop
  title: متجر
  annotations: {backstage.io/techdocs-ref: dir:.}
  tags: [bread, cake, coffee, corner, family, flour, hearth, market, morning, oven, street, tea]
spec: {type: website, lifecycle: production, owner: sellers}
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: {name: sellers}
spec: {type: team, children: []}
"""

_INDEX = """\
# مرحبا

اقرأ [الدليل](guide.md#part) أولا.

=== "خبز"

    رغيف.

=== "كعك"

    قطعة.
"""

_GUIDE = """\
# الدليل

## جزء {#part}

| الاسم | العدد |
| --- | ---: |
| خبز | 3 |

```sh
make bread
```

!!! note
    عد إلى [البداية](index.md).
"""

# The title is of letters that run the other way, and ends in a sign that has no direction of its own.
_NOTES = """\
# Notes (draft).

Nothing yet.
"""


def build(program: Path, name: str, is_offline: bool) -> Path:
    """The built site; `name` is unique among sites."""
    return build_files(
        {
            "site.yaml": _SITE.replace("OFFLINE", "offline: true" if is_offline else ""),
            "repos/shop/catalog-info.yaml": _CATALOG,
            "repos/shop/docs/index.md": _INDEX,
            "repos/shop/docs/guide.md": _GUIDE,
            "repos/shop/docs/notes.md": _NOTES,
        },
        name,
        program,
    )
