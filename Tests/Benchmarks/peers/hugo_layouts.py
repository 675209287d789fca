"""Templates of the Hugo sites. They do what a portal's docs page needs and no more."""

from dataclasses import dataclass

_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }} - {{ .Site.Title }}</title></head>
<body>
<header><a href="/">{{ .Site.Title }}</a></header>
NAVIGATION<main><article>
<h1>{{ .Title }}</h1>
{{ .Content }}
</article></main>
</body>
</html>
"""

_NAVIGATION = """<nav><ul>
{{- $current := . }}
{{- range .FirstSection.RegularPagesRecursive }}
<li{{ if eq . $current }} class="current"{{ end }}><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{- end }}
</ul></nav>
<aside>{{ .TableOfContents }}</aside>
"""

_HOME = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Site.Title }}</title></head>
<body><ul>
{{- range .Site.Sections }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{- end }}
</ul></body>
</html>
"""

_INDEX = """[
{{- range $i, $page := .Site.RegularPages -}}
{{ if $i }},{{ end }}
{{ dict "url" .RelPermalink "title" .Title "text" .Plain | jsonify }}
{{- end -}}
]
"""

_SETTINGS = """baseURL = "https://portal.mail.example/"
title = "Benchmark"
disableKinds = DISABLED

[markup.goldmark.renderer]
unsafe = true

[markup.highlight]
codeFences = HIGHLIGHT
noClasses = false

[outputs]
home = OUTPUTS
"""


@dataclass(frozen=True)
class Features:
    """What a site has beside its pages."""

    highlighting: bool
    navigation: bool
    """Of the section, and a table of contents, on each page."""
    index: bool
    """One JSON file with the text of all pages."""
    feeds: bool
    """The RSS feed of each section and the site map, which Hugo writes unless it is told not to."""

    @property
    def missing(self) -> list[str]:
        """What it has not, in words."""
        return [f"no {name}" for name, has in vars(self).items() if not has]


def files(features: Features) -> dict[str, str]:
    """Configuration and templates by path."""
    page = _PAGE.replace("NAVIGATION", _NAVIGATION if features.navigation else "")
    settings = _SETTINGS.replace("HIGHLIGHT", "true" if features.highlighting else "false")
    outputs = ["html"] + ["rss"] * features.feeds + ["json"] * features.index
    settings = settings.replace("OUTPUTS", _list(outputs))
    disabled = ["taxonomy", "term", "robotsTXT", "404"] + ["RSS", "sitemap"] * (not features.feeds)
    settings = settings.replace("DISABLED", _list(disabled))
    found = {
        "hugo.toml": settings,
        "layouts/_default/single.html": page,
        "layouts/_default/list.html": page,
        "layouts/index.html": _HOME,
    }
    return found | {"layouts/index.json": _INDEX} if features.index else found


def _list(names: list[str]) -> str:
    """A list of TOML."""
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"
