"""Templates of the Hugo sites. They do what a portal's docs page needs and no more."""

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
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]

[markup.goldmark.renderer]
unsafe = true

[markup.highlight]
codeFences = HIGHLIGHT
noClasses = false

[outputs]
home = OUTPUTS
"""


def files(lean: bool) -> dict[str, str]:
    """Configuration and templates by path.

    - lean: without highlighting, navigation, table of contents and the JSON index.
    """
    page = _PAGE.replace("NAVIGATION", "" if lean else _NAVIGATION)
    settings = _SETTINGS.replace("HIGHLIGHT", "false" if lean else "true")
    settings = settings.replace("OUTPUTS", '["html"]' if lean else '["html", "json"]')
    found = {
        "hugo.toml": settings,
        "layouts/_default/single.html": page,
        "layouts/_default/list.html": page,
        "layouts/index.html": _HOME,
    }
    return found if lean else found | {"layouts/index.json": _INDEX}
